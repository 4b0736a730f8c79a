"""Authors of several papers: who has a page and feeds of their own, and at which address."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm import ids
from rsfm.merge import Catalog, Paper

FEWEST = 2
"""An author of one paper leads to the search instead: ten thousand papers need not make forty thousand pages."""


def authors_of_several(catalog: Catalog) -> Iterator[tuple[str, str, tuple[Paper, ...]]]:
    """Yield slug, name and papers of each, by name; people of one and the same name are shown as one.

    Where two names have the same letters, the first has the address.
    """
    groups: dict[str, list[Paper]] = {}
    for paper in catalog.papers:
        for name in dict.fromkeys(paper.authors):
            groups.setdefault(name, []).append(paper)
    taken: dict[str, str] = {}
    for name in sorted(groups):
        slug = ids.paper_id_from(name)
        if len(groups[name]) >= FEWEST and slug and taken.setdefault(slug, name) == name:
            yield slug, name, tuple(groups[name])
