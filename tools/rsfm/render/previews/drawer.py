"""The picture of one paper: who it is above, facts below, English over Chinese."""

from __future__ import annotations

from functools import cached_property

from rsfm.render.previews.ink import Face, Ink, Sheet
from rsfm.render.previews.lines import broken, listed, shared, shortened
from rsfm.render.previews.mark import Mark
from rsfm.render.previews.told import HEIGHT, WIDTH, Told

_LEFT, _RIGHT, _GAP = 72, 64, 40
_ROOM = WIDTH - _LEFT - _RIGHT
_NAMES = (90, 76, 62, 50)
"""Sizes of a name: the largest that it fits in."""
_OR = " / "
"""Between two languages in one line."""


class Drawer:
    """Draws pictures; what they have in common is drawn once."""

    @cached_property
    def _faces(self) -> dict[str, Face]:
        named = {
            "family": Face(34, 700, Ink.SEA),
            "venue": Face(32, 500, Ink.SOFT),
            "title": Face(34, 400, Ink.SOFT),
            "label": Face(23, 400, Ink.SOFT),
            "fact": Face(29, 700, Ink.DARK),
            "below": Face(27, 400, Ink.DARK),
        }
        return named | {f"name{number}": Face(size, 800, Ink.DARK) for number, size in enumerate(_NAMES)}

    @cached_property
    def _mark(self) -> Mark:
        return Mark(56)

    def png(self, told: Told) -> bytes:
        """Return the picture that says ``told``."""
        sheet, faces = Sheet(), self._faces
        sheet.box((0, 0, 20, HEIGHT), Ink.SEA.full)
        family, venue, title = faces["family"], faces["venue"], faces["title"]
        where = shortened(told.venue, venue, _ROOM // 2)
        sheet.text((WIDTH - _RIGHT - venue.width(where), 92), where, venue)
        room = _ROOM - venue.width(where) - _GAP
        sheet.text((_LEFT, 92), shortened(_OR.join(told.family), family, room), family)
        names = [faces[f"name{number}"] for number in range(len(_NAMES))]
        name = next((face for face in names if face.width(face.readable(told.name)) <= _ROOM), names[-1])
        sheet.text((_LEFT, 202), shortened(told.name, name, _ROOM), name)
        for number, line in enumerate(broken(told.title, title, _ROOM, 2)):
            sheet.text((_LEFT, 268 + 50 * number), line, title)
        self._draw_facts(sheet, told)
        self._mark.draw(sheet, (_LEFT - 6, 542))
        sheet.text((_LEFT + 62, 581), shortened(_OR.join(told.site), faces["label"], _ROOM // 2), faces["label"])
        return sheet.png()

    def _draw_facts(self, sheet: Sheet, told: Told) -> None:
        """Draw the facts beside each other; the last ones are short, and the first share the room that those leave."""
        label, fact, below = (self._faces[name] for name in ("label", "fact", "below"))
        columns = [
            (
                _OR.join(dict.fromkeys(said for said, _ in each)),
                [
                    (values, comma, face)
                    for (_, values), comma, face in zip(each, (", ", "、"), (fact, below), strict=True)
                ],
            )
            for each in told.facts
        ]
        wanted = [
            max(label.width(head), *(face.width(comma.join(values)) for values, comma, face in rows))
            for head, rows in columns
        ]
        if columns:
            sheet.box((_LEFT, 364, WIDTH - _RIGHT, 366), Ink.SEA.full - 2)
        x = _LEFT
        for (head, rows), room in zip(columns, shared(wanted, _ROOM - _GAP * (len(columns) - 1)), strict=True):
            sheet.text((x, 412), shortened(head, label, room), label)
            lines = dict.fromkeys((listed(values, comma, face, room), face) for values, comma, face in rows)
            for number, (line, face) in enumerate(lines):
                if number == 0 or line != next(iter(lines))[0]:
                    sheet.text((x, 460 + 46 * number), line, face)
            x += room + _GAP
