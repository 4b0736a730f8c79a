"""Which entries were renamed: pages at their old addresses lead on, and scripts know stars by the new names."""

from __future__ import annotations

from rsfm.merge import Catalog
from rsfm.model import PaperId


def renamed(catalog: Catalog) -> dict[PaperId, PaperId]:
    """Return the present paper_id by every former one; one that an entry has now is that entry's."""
    found = {former: paper.paper_id for paper in catalog.papers for former in paper.entry.former_ids}
    return {former: found[former] for former in sorted(found) if former not in catalog.by_id}
