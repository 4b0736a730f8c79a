"""The mark of the site, as ``site_src/docs/assets/images/mark.svg`` has it, in the inks of a sheet."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from rsfm.render.previews.ink import Ink, Sheet

_SVG = 64
"""How wide the drawing is whose coordinates stand below."""
_FINE = 8
"""It is drawn so many times larger and made smaller, which smooths its edges."""


class Mark:
    """A globe, the beam that falls on it, and the satellite that sends it."""

    def __init__(self, size: int) -> None:
        scale = size * _FINE / _SVG

        def at(*numbers: float) -> list[float]:
            return [number * scale for number in numbers]

        globe, beam, craft = (Image.new("L", (size * _FINE, size * _FINE)) for _ in range(3))
        on_globe = ImageDraw.Draw(globe)
        on_globe.ellipse(at(8, 12, 52, 56), fill=255)
        line = round(2 * scale)
        on_globe.ellipse(at(21, 12, 39, 56), outline=110, width=line)
        for height in (26, 34, 42):
            on_globe.line(at(6, height, 54, height), fill=110, width=line)
        disc = Image.new("L", globe.size)
        ImageDraw.Draw(disc).ellipse(at(8, 12, 52, 56), fill=255)
        ImageDraw.Draw(beam).polygon(at(50, 13, 22, 27, 37, 45), fill=255)
        body = Image.new("L", globe.size)
        on_body = ImageDraw.Draw(body)
        for box in ((47.6, 8.4, 54.4, 15.2), (40.5, 9.6, 46.5, 14.2), (55.6, 9.6, 61.6, 14.2)):
            on_body.rectangle(at(*box), fill=255)
        craft = body.rotate(-38, center=(51 * scale, 12 * scale), resample=Image.Resampling.BICUBIC)
        sun = ImageChops.lighter(beam.point([value * 170 // 255 for value in range(256)]), craft)
        sea = ImageChops.subtract(ImageChops.darker(globe, disc), ImageChops.lighter(beam, craft))
        self._parts = {
            ink: mask.resize((size, size), Image.Resampling.BOX) for ink, mask in ((Ink.SEA, sea), (Ink.SUN, sun))
        }

    def draw(self, sheet: Sheet, at: tuple[int, int]) -> None:
        """Put the mark on ``sheet`` with its upper left corner at ``at``."""
        for ink, mask in self._parts.items():
            sheet.stamp(at, mask, ink)
