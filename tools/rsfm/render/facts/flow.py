"""What goes into a model and what comes out, in a few words: the small drawing on its page."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.model import Entry
from rsfm.model.register import leaves, values_at
from rsfm.render.facts.words import Words

MOST = 6
"""So many words stand in one box; of the others only the number."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box of the drawing."""

    words: tuple[str, ...]
    more: int
    """How many there are that are not named."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """The boxes from left to right."""

    modalities: Box
    sensors: Box
    backbones: Box
    tasks: Box


def flow(entry: Entry, words: Words) -> Flow | None:
    """Return the drawing of a model; ``None`` where it is not known what goes in or what comes out."""
    facts = entry.model
    if "model" not in entry.kinds or not (facts.modalities or facts.sensors) or not facts.tasks:
        return None

    def box(*paths: str) -> Box:
        values = ((leaves(Entry)[path], tuple(values_at(entry, path))) for path in paths)
        said = list(dict.fromkeys(value.text for field, found in values for value in words.values(field, found)))
        # One word takes no more room than the number of those left out.
        shown = said if len(said) <= MOST + 1 else said[:MOST]
        return Box(words=tuple(shown), more=len(said) - len(shown))

    return Flow(
        modalities=box("model.modalities"),
        sensors=box("model.sensors"),
        backbones=box("variants.*.backbone.vision", "variants.*.backbone.language"),
        tasks=box("model.tasks"),
    )
