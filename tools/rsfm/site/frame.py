"""The theme's page with slots: cut once, then any number of pages are stamped into it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SLOTS = frozenset({"title", "head", "tail", "body"})
"""What differs from page to page: the title, what else the head needs, the address below the locale, the content."""

_SLOT = re.compile(r"\[\[slot:([a-z]+)\]\]")


class FrameError(ValueError):
    """The frame does not hold every slot exactly once. ``slot`` names the first that is wrong."""

    def __init__(self, slot: str, found: int) -> None:
        super().__init__(f"the frame has the slot “{slot}” {found} times; it needs it exactly once")
        self.slot = slot


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A finished page of the theme, cut at its slots."""

    pieces: tuple[str, ...]
    """HTML before, between and after the slots."""
    slots: tuple[str, ...]
    """The slot after each piece but the last."""

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut ``html`` at its slots.

        Raises FrameError where a slot is missing, there twice, or unknown.
        """
        parts = _SLOT.split(html)
        slots = tuple(parts[1::2])
        for slot in sorted(SLOTS | set(slots)):
            if slots.count(slot) != (1 if slot in SLOTS else 0):
                raise FrameError(slot, slots.count(slot))
        return cls(pieces=tuple(parts[::2]), slots=slots)

    def stamp(self, values: Mapping[str, str]) -> str:
        """Return the page with ``values`` in its slots. What a value holds is never searched for slots again."""
        between = (values[slot] for slot in self.slots)
        return "".join(text for pair in zip(self.pieces, (*between, ""), strict=True) for text in pair)
