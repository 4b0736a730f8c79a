"""The texts that stand on cards: one sentence, three points, short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.known import known
from rsfm.checks.rules import rule

_ZH_END = re.compile(r"[。！？!?](?![」』”’）)])(?=.)|(?<=[\u4e00-\u9fff])\. ?(?=[\u4e00-\u9fff])", re.DOTALL)
"""An end inside quotation marks or brackets ends what is quoted; a full stop between Chinese characters is a 。"""
_SHORT_FORMS = sorted(known("short_forms"))
_EN_END = re.compile(
    r"(?:\.(?<!\b[A-Z]\.)"
    + "".join(rf"(?<!\b{re.escape(word)}\.)" for word in _SHORT_FORMS)
    + r"|\?|\b[a-z][\w’'-]{0,30}!)\)?\s+(?=[A-Z\"“(])"
)
"""A stop before a capital that is not part of a short form or a name; one in quotation marks ends what is quoted."""


_ZH_LIMIT, _EN_LIMIT = 120, 320


@rule("RA224")
def one_line_is_one_sentence(draft: Draft) -> Iterator[Finding]:
    """``one_line`` has one sentence, on one line."""
    for locale, end in (("zh", _ZH_END), ("en", _EN_END)):
        path = f"prose.one_line.{locale}"
        text = draft.text(path)
        if more := len(end.findall(text)) + text.count("\n"):
            yield draft.finding(path, "sentences", count=more + 1)


@rule("RA224")
def a_point_is_short(draft: Draft) -> Iterator[Finding]:
    """``one_line`` and each key point fit on a card."""
    for path, locale, text in draft.prose:
        limit = _ZH_LIMIT if locale == "zh" else _EN_LIMIT
        if path.startswith(("prose.one_line", "prose.key_points")) and len(text) > limit:
            yield draft.finding(path, "long", length=len(text), limit=limit)


@rule("RA224")
def there_are_three_key_points(draft: Draft) -> Iterator[Finding]:
    """Three key points in each language that has any."""
    wanted = 3
    for locale in ("zh", "en"):
        path = f"prose.key_points.{locale}"
        points = draft.each(path)
        if points and len(points) != wanted:
            yield draft.finding(path, "three", count=len(points))
