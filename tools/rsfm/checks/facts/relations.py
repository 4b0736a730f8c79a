"""Relations between entries: they lead somewhere, in one direction, to the right kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.checks.rules import catalog_rule
from rsfm.identity import folded

_SUGGESTIONS = 100
"""So many unknown paper_ids are compared with the known ones; a catalog full of them is one fault."""
_CIRCLES = 50
"""So many circles are reported; a catalog full of them is one fault."""


def _stated(shelf: Shelf) -> Iterator[tuple[Draft, str, str, Draft | None]]:
    """Yield every relation: the draft that states it, where, the paper_id it names, and the draft of that name."""
    for draft in shelf.drafts:
        for target, path in draft.targets.items():
            yield draft, path, target, shelf.by_id.get(target)


@catalog_rule("RA450")
def a_relation_leads_to_an_entry(shelf: Shelf) -> Iterator[Finding]:
    """The paper_id in a relation, a data record, a base or a result exists."""
    named = ((draft, path, paper_id) for draft in shelf.drafts for path, paper_id in draft.parts.named_entries)
    missing = [(draft, path, paper_id) for draft, path, paper_id in named if paper_id not in shelf.by_id]
    present = {former: draft.paper_id for draft in shelf.drafts for _, former in draft.each("former_ids")}
    for number, (draft, path, target) in enumerate(missing):
        if now := present.get(target):
            yield draft.finding(path, "renamed", target=target, now=now)
            continue
        near = "".join(get_close_matches(target, shelf.by_id, n=1, cutoff=0.6)) if number < _SUGGESTIONS else ""
        yield draft.finding(path, "near" if near else "absent", target=target, near=near)


@catalog_rule("RA450")
def a_relation_does_not_lead_to_itself(shelf: Shelf) -> Iterator[Finding]:
    """The paper_id in a relation is another entry's."""
    for draft, path, _, other in _stated(shelf):
        if other is draft and not path.startswith("relations.uses_dataset"):
            yield draft.finding(path, "itself")


@catalog_rule("RA452")
def relations_do_not_run_in_circles(shelf: Shelf) -> Iterator[Finding]:
    """``builds_on`` and ``succeeds`` lead back in time."""
    older = {
        draft.paper_id: {target: path for path, target in _older(draft) if target != draft.paper_id}
        for draft in shelf.drafts
    }
    for _ in range(_CIRCLES):
        try:
            TopologicalSorter(older).prepare()
        except CycleError as fault:
            circle: list[str] = fault.args[1]
            # The circle names each one before the one that leads to it.
            for target, paper_id in pairwise(circle):
                path = older[paper_id].pop(target)
                draft = shelf.by_id[paper_id]
                yield draft.finding(path, circle=" → ".join(circle))
        else:
            return


def _older(draft: Draft) -> list[tuple[str, str]]:
    """Return what came before the entry by its own word: path and paper_id."""
    older = ("relations.builds_on", "relations.succeeds")
    return [(path, paper_id) for paper_id, path in draft.targets.items() if path.startswith(older)]


@catalog_rule("RA453")
def a_successor_is_not_older(shelf: Shelf) -> Iterator[Finding]:
    """The year of an entry is not before that of what it succeeds or builds on."""
    for draft, path, target, other in _stated(shelf):
        year, before = draft.value("venue.year", int), other.value("venue.year", int) if other else None
        if path.startswith("relations.succeeds") and year and before and year < before:
            yield draft.finding(path, target=target, before=before, year=year)


@catalog_rule("RA454")
def a_used_dataset_is_a_dataset(shelf: Shelf) -> Iterator[Finding]:
    """The target of ``uses_dataset`` is of the right kind."""
    for draft, path, target, other in _stated(shelf):
        if other and path.startswith("relations.uses_dataset"):
            kinds = {kind for _, kind in other.each("kinds")}
            if kinds and not kinds & {"dataset", "benchmark"}:
                yield draft.finding(path, target=target)


@catalog_rule("RA455")
def a_data_set_that_is_an_entry_is_linked(shelf: Shelf) -> Iterator[Finding]:
    """A data record that goes by the name of another entry, which is a data set, names that entry."""
    owners: dict[str, str] = {}
    for draft in shelf.drafts:
        if {kind for _, kind in draft.each("kinds")} & {"dataset", "benchmark", "embeddings"}:
            names = [folded(name) for field in ("name", "aliases") for _, name in draft.each(field)]
            owners |= {name: draft.paper_id for name in names if name}
    for draft in shelf.drafts:
        for part, values in draft.parts.of("data").items():
            owner = owners.get(folded(values.get("name", "")))
            if owner and owner != draft.paper_id and "entry" not in values:
                yield draft.finding(f"{part}.name", owner=owner)
