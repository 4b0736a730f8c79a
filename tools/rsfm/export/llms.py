"""``llms.txt``: where a program that reads text begins, with the Markdown twins of the pages and the files of data."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.export import EXPORTS, addressed_export
from rsfm.locales import Locale, Localized
from rsfm.markdown import harmless
from rsfm.merge import Catalog

_ABOUT = """\
# RSFM Atlas

> 遥感基础模型图谱：a bilingual (Chinese and English), curated catalog of remote-sensing foundation models, with sources.

Every page has a Markdown twin: `index.md` beside its `index.html`. Addresses begin with `zh/` or `en/` and are the same
otherwise. A fact that is not known is said to be not known; it is never “no”. Numbers come with the place where they
were read. Only results with the same benchmark, split, metric and protocol may be compared. Data: CC BY 4.0.
"""


@addressed_export(
    "llms.txt",
    label=Localized(zh="llms.txt", en="llms.txt"),
    about=Localized(zh="给读文本的程序的目录", en="a table of contents for programs that read text"),
)
def llms(catalog: Catalog, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the table of contents."""
    lines = [_ABOUT, "## Papers", ""]
    lines += [
        f"- [{locale.value}: all papers]({site_url}{locale}/papers/index.md): {len(catalog.papers)}, newest first"
        for locale in Locale
    ]
    for term, papers in catalog.by_family.items():
        words = catalog.taxonomy["family"][term]
        about = harmless(words.definition.best(Locale.EN))
        label = harmless(words.label.best(Locale.EN))
        lines.append(f"- [{label}]({site_url}en/families/{term}/index.md): {len(papers)} papers. {about}")
    lines += ["", "## Data", "", f"- [Documentation]({site_url}en/data/index.md)"]
    lines += [
        f"- [{export.label.best(Locale.EN)}]({site_url}{path}): {export.about.best(Locale.EN)}"
        for path, export in sorted(EXPORTS.items())
        if path != "llms.txt"
    ]
    lines += [
        "",
        "## Optional",
        "",
        f"- [What's new]({site_url}en/news/index.md)",
        f"- [About]({site_url}en/about/index.md)",
    ]
    yield "llms.txt", "\n".join(lines) + "\n"
