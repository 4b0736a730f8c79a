"""No paper is in the catalog twice: the same id, title, name or address in two entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.checks.rules import catalog_rule
from rsfm.identity import address_key, arxiv_key, folded

_NAMED = 3
"""So many other entries are named."""


def _shared(
    shelf: Shelf, keys: Callable[[Draft], Iterable[tuple[str, str]]], said: str = "", *, may_be_related: bool = False
) -> Iterator[Finding]:
    """Find entries that share a key; with ``may_be_related`` none of which one states a relation to the other."""
    for draft, field, holders in shelf.sharing(keys):
        others = [other for other in holders if not (may_be_related and shelf.related(draft, other))]
        if others:
            named = ", ".join(dict.fromkeys(other.document.path for other in others[:_NAMED]))
            yield draft.finding(field, said, others=named + (", …" if len(others) > _NAMED else ""))


@catalog_rule("RA320")
def an_arxiv_id_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries name the same arXiv id."""
    yield from _shared(shelf, lambda draft: [(p, arxiv_key(one)) for p, one in draft.each("arxiv_id")], "arxiv_id")


@catalog_rule("RA320")
def a_doi_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries name the same DOI."""
    yield from _shared(shelf, lambda draft: [(p, doi.lower()) for p, doi in draft.each("doi")], "doi")


@catalog_rule("RA320")
def a_title_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries have the same title, or a title that is another one's earlier title."""

    def titles(draft: Draft) -> list[tuple[str, str]]:
        found = [*draft.each("title"), *draft.each("other_titles")]
        return list({key: (path, key) for path, title in found if (key := folded(title))}.values())

    yield from _shared(shelf, titles, "title")


@catalog_rule("RA324")
def a_name_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two unrelated entries go by one name, and none goes by another's alias; hyphens and case count for nothing."""
    owned = {folded(draft.text("name")) for draft in shelf.drafts}

    def called(draft: Draft) -> list[tuple[str, str]]:
        found = [(path, folded(name)) for field in ("aliases", "name") for path, name in draft.each(field)]
        return [*{key: (path, key) for path, key in found if key in owned}.values()]

    yield from _shared(shelf, called, "name", may_be_related=True)


@catalog_rule("RA324")
def a_harness_knows_one_variant_by_a_name(shelf: Shelf) -> Iterator[Finding]:
    """No two variants are known to a harness by one name: its results would be joined to both."""
    holders: dict[tuple[str, str], list[tuple[Draft, str]]] = {}
    for draft in shelf.drafts:
        for part, values in draft.parts.of("variants").items():
            for path, name in values.items():
                if path.startswith("known_as."):
                    holders.setdefault((path, name), []).append((draft, f"{part}.{path}"))
    for (_, name), found in holders.items():
        for draft, path in found if len(found) > 1 else ():
            others = ", ".join(f"{o.paper_id}/{p.split('.')[1]}" for o, p in found if (o, p) != (draft, path))
            yield draft.finding(path, "harness", others=others, name=name)


@catalog_rule("RA325")
def a_repository_belongs_to_one_paper(shelf: Shelf) -> Iterator[Finding]:
    """No two unrelated entries name the same code, weights or project address."""

    def addresses(draft: Draft) -> list[tuple[str, str]]:
        kinds = ("code", "project", "weights")
        found = [(path, address_key(url)) for path, kind, url in draft.links if kind in kinds]
        return list({key: (path, key) for path, key in reversed(found)}.values())

    yield from _shared(shelf, addresses, may_be_related=True)


@catalog_rule("RA326")
def a_publishers_page_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries link the same paper."""
    yield from _shared(shelf, lambda draft: [(p, address_key(url)) for p, url in draft.each("links.paper")])
