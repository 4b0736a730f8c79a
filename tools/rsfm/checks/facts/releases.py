"""What readers can have: code and weights with their links, states and licences."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.locales import Localized
from rsfm.model import Availability

_THINGS = {"code": Localized(zh="代码", en="code"), "weights": Localized(zh="权重", en="weights")}
_HUB_OR_LINKS = Localized(zh="hub 或 weights.links", en="hub or weights.links")


def _state(draft: Draft, thing: str) -> Availability | None:
    return draft.value(f"{thing}.state", Availability)


def _variant_can_be_had(draft: Draft, part: str) -> bool:
    return any(draft.has(f"{where}.{path}") for where in (part, "defaults") for path in ("hub", "weights.links"))


def _can_be_had(draft: Draft, thing: str) -> bool:
    """Say whether something leads to the code, or to the weights of any variant."""
    if draft.has(f"links.{thing}") or thing == "code":
        return draft.has(f"links.{thing}")
    return draft.has("weights.links") or any(_variant_can_be_had(draft, part) for part in draft.parts.of("variants"))


@rule("RA430")
def what_is_open_has_a_link(draft: Draft) -> Iterator[Finding]:
    """``state: open`` goes with an address."""
    for thing, what in _THINGS.items():
        if _state(draft, thing) is Availability.OPEN and not _can_be_had(draft, thing):
            yield draft.finding(f"{thing}.state", "open", thing=thing, what=what)


@rule("RA430")
def an_open_part_has_a_link(draft: Draft) -> Iterator[Finding]:
    """Open weights of a variant and open data lead somewhere."""
    for part, values in draft.parts.of("variants").items():
        had = draft.has("links.weights") or _variant_can_be_had(draft, part)
        if values.get("weights.state") is Availability.OPEN and not had:
            yield draft.finding(f"{part}.weights.state", "part", what=_HUB_OR_LINKS)
    for part, values in draft.parts.of("data").items():
        had = "entry" in values or draft.has(f"{part}.access.links") or draft.has("links.dataset")
        if values.get("access.state") is Availability.OPEN and not had:
            yield draft.finding(f"{part}.access.state", "part", what="access.links")


def _said_by_variants(draft: Draft, thing: str) -> bool:
    parts = (*draft.parts.of("variants").values(), *draft.parts.of("defaults").values())
    return thing == "weights" and any("weights.state" in values for values in parts)


@rule("RA431")
def what_has_a_link_has_a_state(draft: Draft) -> Iterator[Finding]:
    """A link goes with a state that was settled."""
    for thing, what in _THINGS.items():
        if _can_be_had(draft, thing) and _state(draft, thing) in (None, Availability.UNKNOWN):
            if _said_by_variants(draft, thing) or (
                (draft.has(f"{thing}.state") or draft.has(thing)) and _state(draft, thing) is None
            ):
                continue
            where = f"links.{thing}" if draft.has(f"links.{thing}") else thing
            yield draft.finding(where, thing=thing, what=what)


@rule("RA430")
def what_does_not_exist_has_no_link(draft: Draft) -> Iterator[Finding]:
    """``state: none`` goes without an address."""
    for thing, what in _THINGS.items():
        if _state(draft, thing) is Availability.NONE and _can_be_had(draft, thing):
            yield draft.finding(f"{thing}.state", "none", thing=thing, what=what)


@rule("RA430")
def a_licence_belongs_to_a_thing(draft: Draft) -> Iterator[Finding]:
    """What does not exist has no licence: code, weights of the entry or of a variant, data."""
    for path in draft.file.values:
        if path.endswith("licence.name"):
            thing = path.removesuffix(".name").rpartition(".")[0]
            if _state_of(draft, thing) in (Availability.NONE, Availability.NOT_APPLICABLE):
                yield draft.finding(path, "licence", thing=thing)


def _state_of(draft: Draft, thing: str) -> Availability | None:
    """Return the state of a thing; a variant's weights are those of all where it does not say otherwise."""
    where = [thing, "defaults.weights", "weights"] if thing.startswith("variants.") else [thing]
    return next((state for path in where if (state := _state(draft, path))), None)
