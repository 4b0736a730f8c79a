"""Names that entries had before: each leads on to one entry, and to one only."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Finding, Shelf
from rsfm.checks.rules import catalog_rule


@catalog_rule("RA456")
def a_former_id_is_of_one_entry(shelf: Shelf) -> Iterator[Finding]:
    """No former paper_id is the paper_id of an entry, or a former one of another."""
    owners: dict[str, str] = {}
    for draft in shelf.drafts:
        for path, former in draft.each("former_ids"):
            owner = former if former in shelf.by_id else owners.setdefault(former, draft.paper_id)
            if owner != draft.paper_id or former == draft.paper_id:
                yield draft.finding(path, former=former, owner=owner)
