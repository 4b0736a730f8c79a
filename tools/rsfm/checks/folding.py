"""How names and titles are compared: case, accents, blanks and punctuation count for nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REMEMBERED = 4096
"""Several rules compare the same names and titles."""
_LONGEST = 1000
"""Names and titles are compared up to this length: putting thousands of marks in order takes minutes."""


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """Return ``text`` as it is compared: compatibility forms, case, marks, blanks and punctuation taken away."""
    return re.sub(r"[\W_]+", "", _base(text))


def words(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared."""
    return re.findall(r"[^\W_]+", _base(text))


def _base(text: str) -> str:
    # C and C++ are two languages, SatMAE and SatMAE++ two models.
    text = text.replace("+", "plus")
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
