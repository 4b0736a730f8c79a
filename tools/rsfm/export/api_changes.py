"""``api/v1/changes.json``: what happened to the papers and to their entries, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rsfm.export import export
from rsfm.export.api import ROOT, lines
from rsfm.history import Happening
from rsfm.locales import Localized
from rsfm.merge import Catalog


@export(
    f"{ROOT}/changes.json",
    label=Localized(zh="变化", en="Changes"),
    about=Localized(
        zh="收录、更正、公开代码或权重等事件，由新到旧", en="what was added, corrected, released …, newest first"
    ),
)
def changes(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield every event; ``news`` marks those that readers are told of."""
    yield f"{ROOT}/changes.json", lines("changes", map(_plain, catalog.happenings))


def _plain(event: Happening) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": event.key,
        "date": event.date,
        "seen": event.seen.isoformat(),
        "what": event.what.value,
    }
    found |= {name: said for name in ("paper_id", "name", "of", "source") if (said := getattr(event, name))}
    if event.papers:
        found["papers"] = list(event.papers)
    if event.changes:
        found["changes"] = [
            {name: said for name, said in vars(change).items() if said is not None} for change in event.changes
        ]
    if event.is_news:
        found["news"] = True
    return found
