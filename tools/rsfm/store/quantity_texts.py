"""What was meant by a text that is no quantity, and what to type instead."""

from __future__ import annotations

import re

from rsfm.locales import Localized
from rsfm.model.quantities import quantity


def quantity_meant(text: str) -> str | None:
    """Return the number of a text that says more than the number, where it says only one."""
    if _BOUNDLESS.search(text):
        return None
    bare = re.sub(r"(?<=\d)\s*(?:billion|bn)\b", "B", text, flags=re.IGNORECASE)
    bare = re.sub(r"(?<=\d)\s*(?:million|mn)\b", "M", bare, flags=re.IGNORECASE)
    bare = re.sub(r"^(?:about|around|approx\.?|approximately|约|大约)\s*", "~", bare, flags=re.IGNORECASE)
    bare = re.sub(r"^(?:more than|over|超过)\s*", ">", bare, flags=re.IGNORECASE)
    bare = re.sub(r"\s*(?:parameters|params|m|metres|meters|px|pixels|images|个参数|参数|米|像素)$", "", bare)
    return bare if bare != text and quantity(bare) else None


_BOUNDLESS = re.compile(r"up to|at most|至多|最多|-scale|large|huge|级", re.IGNORECASE)


def hint_for_quantity(text: str) -> Localized:
    """Say what to type instead of ``text``, which is no quantity."""
    if right := quantity_meant(text):
        return Localized(
            zh=f"只写数字，单位由字段决定：{right}。", en=f"Write the number alone; the field has its unit: {right}."
        )
    if re.search(r"up to|at most|至多|最多", text, re.IGNORECASE):
        return Localized(
            zh="“至多”不说明是多少：写数字、范围（2M-5M）或下限（>300M）。",
            en="“Up to” does not say how many: write a number, a range (2M-5M) or a bound (>300M).",
        )
    if _BOUNDLESS.search(text) or not re.search(r"\d", text):
        return Localized(
            zh="这里只写数字，不写“大型”“十亿级”之类的词：303M、~1B、2M-5M；不知道就不写。",
            en="Write a number, no words such as “large” or “billion-scale”: 303M, ~1B, 2M-5M; leave out what is not known.",
        )
    return Localized(
        zh="写成 303M、2.06B、~1B（约）、>300M（以上）、2M-5M（范围）或 0.3-30。",
        en="Write it like 303M, 2.06B, ~1B (about), >300M (more than), 2M-5M (a range) or 0.3-30.",
    )
