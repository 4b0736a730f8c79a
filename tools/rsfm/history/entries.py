"""What happened to one paper between two states of its entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rsfm.history.fields import facts_of, is_provenance, is_wording, shown
from rsfm.history.happening import Change, Happening, What
from rsfm.model import ChangeKind, Entry, EventKind

_RELEASES: dict[str, What] = {
    "code": EventKind.CODE_RELEASED,
    "weights": EventKind.WEIGHTS_RELEASED,
    "access": EventKind.DATA_RELEASED,
}
"""What it means that the state of a thing becomes open, by the field that the state belongs to."""
_OUT: dict[str, What] = {"accepted": EventKind.ACCEPTED, "published": ChangeKind.PUBLISHED}


def changes_of(old: Entry, new: Entry, day: date) -> list[Happening]:
    """Return what happened from ``old`` to ``new``, an entry that was changed on ``day``."""
    was, now = facts_of(old), facts_of(new)
    differing = [path for path in {**was, **now} if was.get(path) != now.get(path)]
    told = [event for event in new.events if event not in old.events]
    found = [
        Happening(
            date=event.date,
            seen=day,
            what=event.what,
            paper_id=new.paper_id,
            name=new.name,
            of=event.of or "",
            source=event.source or "",
        )
        for event in told
    ]
    differing = [path for path in differing if not path.startswith("events.")]
    said: set[What] = {event.what for event in told}

    def happened(what: What, paths: list[str], of: str = "") -> None:
        changes = tuple(Change(field=path, was=shown(was.get(path)), now=shown(now.get(path))) for path in paths)
        found.append(
            Happening(
                date=day.isoformat(),
                seen=day,
                what=what,
                paper_id=new.paper_id,
                name=new.name,
                of=of,
                changes=changes,
            )
        )

    for what, of, paths in _events_in(was, now, differing):
        differing = [path for path in differing if path not in paths]
        if what not in said:
            happened(what, paths, of)
            said.add(what)
    corrected = [path for path in differing if _is_corrected(path, was.get(path), now.get(path))]
    if EventKind.LICENCE_CHANGED in said:
        corrected = [path for path in corrected if ".licence." not in path]
    if corrected:
        happened(ChangeKind.CORRECTED, corrected)
    if completed := [path for path in differing if path not in corrected]:
        happened(ChangeKind.CHANGED, completed)
    return found


def _events_in(
    was: Mapping[str, Any], now: Mapping[str, Any], differing: list[str]
) -> Iterator[tuple[What, str, list[str]]]:
    """Yield the events that a change of facts amounts to: kind, what it is about, and the fields that say so."""
    if "venue.state" in differing and (what := _OUT.get(now.get("venue.state", ""))) and "venue.state" in was:
        yield what, "", [path for path in differing if path.startswith("venue.") or path in ("doi", "links.paper")]
    for path in differing:
        steps = path.split(".")
        if steps[-1] != "state" or len(steps) == 1 or steps[-2] not in _RELEASES:
            continue
        of = ".".join(steps[1:-2])
        if was.get(path) in ("none", "announced") and now.get(path) == "open":
            yield _RELEASES[steps[-2]], of, [path]
        elif was.get(path) == "none" and now.get(path) == "announced":
            yield EventKind.ANNOUNCED, of or steps[-2], [path]
    measured: dict[str, list[str]] = {}
    for path in differing:
        if path.startswith("results.") and ".values." in path and path not in was:
            measured.setdefault(path.split(".")[1].partition("/")[0], []).append(path)
    for benchmark, paths in measured.items():
        yield ChangeKind.RESULT_ADDED, benchmark, paths


def _is_corrected(path: str, was: Any, now: Any) -> bool:
    """Whether a known fact was replaced or taken back; a list that only grew was completed."""
    if was is None or is_provenance(path) or is_wording(path):
        return False
    if isinstance(was, list) and isinstance(now, list):
        return not all(each in now for each in was)
    return True
