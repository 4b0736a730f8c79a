"""Names that entries had before: each leads on to one entry, and to one only."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Finding, Shelf
from rsfm.checks.rules import ERROR, Topic, catalog_rule


@catalog_rule(
    "RA456",
    ERROR,
    Topic.MEANING,
    zh=(
        "曾用条目名只属于一个条目",
        "former_ids 里写本条目以前的文件名；现有条目的名称，或别的条目曾用的名称，不能再用。",
    ),
    en=(
        "A former paper_id is of one entry only",
        "former_ids holds what this file was called before: no entry's present name, and no other entry's former one.",
    ),
)
def a_former_id_is_of_one_entry(shelf: Shelf) -> Iterator[Finding]:
    """No former paper_id is the paper_id of an entry, or a former one of another."""
    owners: dict[str, str] = {}
    for draft in shelf.drafts:
        for path, former in draft.each("former_ids"):
            owner = former if former in shelf.by_id else owners.setdefault(former, draft.paper_id)
            if owner != draft.paper_id or former == draft.paper_id:
                yield draft.finding(
                    path,
                    f"{former} 已属于条目 {owner}",
                    f"{former} belongs to the entry {owner}",
                    "删去这一项，或给其中一个条目改名。",
                    "Delete the item, or rename one of the entries.",
                )
