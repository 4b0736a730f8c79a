"""Quantities in words: with their unit, as each language writes it."""

from __future__ import annotations

import re

from rsfm.locales import Locale, Localized
from rsfm.model import Quantity, Years
from rsfm.model.register import Unit

_STEPS = {
    Locale.EN: ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k")),
    Locale.ZH: ((10**12, " 万亿"), (10**8, " 亿"), (10**4, " 万")),
}
_HAN = re.compile("[\u4e00-\u9fff]")
_UNITS = {
    Unit.METRES: Localized(zh="米", en="m"),
    Unit.PIXELS: Localized(zh="像素", en="px"),
    Unit.HOURS: Localized(zh="小时", en="h"),
    Unit.DAYS: Localized(zh="天", en="days"),
    Unit.TONNES: Localized(zh="吨", en="t"),
    Unit.GIGAFLOPS: Localized(zh="GFLOPs", en="GFLOPs"),
    Unit.GIGABYTES: Localized(zh="GB", en="GB"),
    Unit.MILLISECONDS: Localized(zh="毫秒", en="ms"),
}
_FILES = ((10**15, "PB"), (10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "KB"))
_IN_FULL_BELOW = 10_000


def said(value: Quantity, unit: Unit, locale: Locale) -> str:
    """Return a quantity with its unit: ``3.03 亿``, ``303M``, ``0.3–30 m``, ``> 1B``."""
    if unit is Unit.BYTES:
        return _bounded(value, _file_size, locale)

    def one(number: float) -> str:
        return short(number, locale)

    text = _bounded(value, one, locale)
    return counted(text, _UNITS[unit].best(locale)) if unit in _UNITS else text


def counted(number: str, what: str) -> str:
    """Return a number with what it counts: no blank stands between two Chinese characters, ``4.93 亿幅影像``."""
    return f"{number}{'' if _HAN.match(number[-1:]) and _HAN.match(what) else ' '}{what}"


def _bounded(value: Quantity, one: object, locale: Locale) -> str:
    write = one if callable(one) else str
    if value.high is None and value.low is not None:
        return f"> {write(value.low)}"
    if value.low is None and value.high is not None:
        return f"< {write(value.high)}"
    assert value.low is not None and value.high is not None  # noqa: S101 -- a quantity has an end
    text = write(value.low) if value.exact else _range(write(value.low), write(value.high))
    return ("约 " if locale is Locale.ZH else "~") + text if value.about else text


def _range(low: str, high: str) -> str:
    """Return a range; what both ends share is written once at the end: ``2–5M``."""
    shared = next((tail for tail in (" 万亿", " 亿", " 万", "T", "B", "M", "k") if low.endswith(tail)), "")
    return f"{low.removesuffix(shared)}–{high}" if shared and high.endswith(shared) else f"{low}–{high}"


def short(number: float, locale: Locale) -> str:
    """Return a number without its unit, cut to a few digits: ``3.03 亿``, ``303M``."""
    if number >= _IN_FULL_BELOW:
        for size, name in _STEPS[locale]:
            if number >= size:
                return f"{_digits(number / size)}{name}"
    return f"{number:,}" if isinstance(number, int) else _digits(number)


def _file_size(number: float) -> str:
    size, name = next(((size, name) for size, name in _FILES if number >= size), (1, "B"))
    return f"{_digits(number / size)} {name}"


def _digits(number: float) -> str:
    """Return at most four digits, without zeros at the end."""
    return f"{number:.4g}" if number < 10**4 else f"{number:.0f}"


def years_said(value: Years) -> str:
    """Return a span of years: ``2016–2021``."""
    return str(value.first) if value.first == value.last else f"{value.first}–{value.last}"
