"""The only door to Pillow: a sheet of paper, a few inks, text of any size, and the sheet as a small PNG.

A pixel is the number of one of sixteen colours, which keeps a picture below 25 kB. A glyph is drawn once and then
stamped wherever it stands.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from rsfm.render.previews.told import HEIGHT, WIDTH

_FONT, _FILE, _SIMPLIFIED = "manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", 2
"""Noto Sans CJK with all weights (OFL), and which of its faces draws Chinese as it is written on the mainland.

It is read whole: pixels are published and no font is, the hash of the package makes it the same everywhere, and to open
it takes no time that a smaller one would save.
"""
_PAPER = (255, 255, 255)
_ROOM = 4
"""Pixels around a glyph that may reach out of its own box."""


class Ink(Enum):
    """A colour, the number of its palest shade, and how many shades it has."""

    DARK = ((0x17, 0x24, 0x2E), 1, 3)
    SOFT = ((0x4D, 0x5F, 0x6C), 4, 2)
    SEA = ((0x0B, 0x6E, 0x8F), 6, 3)
    SUN = ((0xF5, 0x9F, 0x00), 9, 2)

    def __init__(self, colour: tuple[int, int, int], first: int, count: int) -> None:
        self.colour = colour
        self.first = first
        self.count = count

    @property
    def full(self) -> int:
        """The number of its colour without any paper in it."""
        return self.first + self.count - 1

    @cache
    def numbers(self) -> list[int]:
        """Return the number of the shade for each strength from 0 to 255; the weakest are the paper's."""
        steps = (round(strength / 255 * self.count) for strength in range(256))
        return [self.first + step - 1 if step else 0 for step in steps]


def tools_used() -> str:
    """Return what a picture depends on besides this package: with another version it may look otherwise."""
    return f"Pillow {version('pillow')}, {_FONT} {version(_FONT)}"


class Face:
    """The font in one size, weight and ink."""

    def __init__(self, size: int, weight: int, ink: Ink) -> None:
        path = Path(str(files(_FONT) / _FILE))
        # The simple layout: the other depends on a library that machines have or lack.
        self._font = ImageFont.truetype(path, size, index=_SIMPLIFIED, layout_engine=ImageFont.Layout.BASIC)
        self._font.set_variation_by_axes([weight])
        self.size = size
        self._ink = ink
        self._lacking = self._drawn("\uffff").tobytes()

    def readable(self, text: str) -> str:
        """Return what of ``text`` the font has: letters without their marks where it lacks those, and single spaces."""
        return " ".join("".join(self._known(unicodedata.normalize("NFC", text))).split())

    def _known(self, text: str) -> Iterator[str]:
        for char in text:
            if char.isspace():
                yield " "
            elif self.has(char):
                yield char
            else:
                yield from filter(self.has, unicodedata.normalize("NFKD", char))

    @lru_cache(None)  # noqa: B019 -- a face lives as long as its build
    def has(self, char: str) -> bool:
        """Return whether the font can draw ``char``."""
        return char.isprintable() and not unicodedata.combining(char) and self._drawn(char).tobytes() != self._lacking

    def width(self, text: str) -> int:
        """Return how wide ``text`` is."""
        return sum(map(self.advance, text))

    @lru_cache(None)  # noqa: B019 -- as above
    def advance(self, char: str) -> int:
        """Return how far from ``char`` the next character is."""
        return round(self._font.getlength(char))

    @lru_cache(None)  # noqa: B019 -- as above
    def glyph(self, char: str) -> tuple[Image.Image, Image.Image]:
        """Return ``char`` in the numbers of its shades with some room around it, and which of its pixels are inked."""
        shades = self._drawn(char).point(self._ink.numbers())
        return shades, shades.point([0] + [255] * 255, "1")

    def _drawn(self, char: str) -> Image.Image:
        mask = Image.new("L", (max(self.advance(char), 1) + 2 * _ROOM, self.size * 3 // 2))
        ImageDraw.Draw(mask).text((_ROOM, self.size), char, font=self._font, fill=255, anchor="ls")
        return mask


class Sheet:
    """A white sheet to draw on."""

    def __init__(self) -> None:
        self._pixels = Image.new("L", (WIDTH, HEIGHT))

    def text(self, at: tuple[int, int], text: str, face: Face) -> None:
        """Write ``text`` with its base line beginning at ``at``."""
        x, y = at[0] - _ROOM, at[1] - face.size
        for char in text:
            shades, inked = face.glyph(char)
            self._pixels.paste(shades, (x, y), inked)
            x += face.advance(char)

    def box(self, corners: tuple[int, int, int, int], colour: int) -> None:
        """Fill a rectangle, given by its left, upper, right and lower edge, with one of the sixteen colours."""
        self._pixels.paste(colour, corners)

    def stamp(self, at: tuple[int, int], mask: Image.Image, ink: Ink) -> None:
        """Put a mask, such as a part of a mark, at ``at``."""
        shades = mask.point(ink.numbers())
        self._pixels.paste(shades, at, shades.point([0] + [255] * 255, "1"))

    def png(self) -> bytes:
        """Return the sheet as a PNG. Runs of one colour are all that is packed: that takes half the time of looking for more."""
        file = io.BytesIO()
        picture = Image.frombytes("P", self._pixels.size, self._pixels.tobytes())
        picture.putpalette(_palette())
        picture.save(file, "PNG", bits=4, compress_type=zlib.Z_RLE)
        return file.getvalue()


@cache
def _palette() -> list[int]:
    colours = [*_PAPER]
    for ink in Ink:
        for step in range(1, ink.count + 1):
            share = step / ink.count
            colours += [round(paper + (end - paper) * share) for paper, end in zip(_PAPER, ink.colour, strict=True)]
    return colours
