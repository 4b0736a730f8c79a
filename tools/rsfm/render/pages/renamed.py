"""The pages at addresses that papers had before they were renamed: each leads on to the paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rsfm.locales import Locale
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.policy import with_policy
from rsfm.render.renderer import Renderer


@page_type()
def former_papers(renderer: Renderer) -> Iterator[Page]:
    """Yield a page for every former paper_id in each locale; crawlers are not told of it."""
    for former, paper_id in renderer.catalog.renamed.items():
        for locale in Locale:
            address = f"{locale}/papers/{former}/"
            body = renderer.render(
                "renamed.html",
                locale,
                address,
                name=renderer.catalog.by_id[paper_id].entry.name,
                former=former,
                paper_id=paper_id,
            )
            html = with_policy(str(body), strict=renderer.strict)
            yield Page(address=address, make=partial(str, html), listed=False)
