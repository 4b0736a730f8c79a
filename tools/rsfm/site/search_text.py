"""How text is cut so that Pagefind finds any part of any word, Chinese or Latin; ``search_text.js`` cuts queries alike."""

from __future__ import annotations

import re
import unicodedata

SHORTEST = 2
"""Shortest part of a Latin word that is found inside a longer one, in characters."""

END = "\u02ac"
"""Closes every indexed word: Pagefind also takes an indexed word that is the beginning of what was asked (``run`` for
``running``), and nothing that people ask continues with this letter."""

_CJK = "\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_IS_CJK = re.compile(f"[{_CJK}]")

_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|dx\.)?(?:arxiv\.org/(?:abs|pdf|html)/|doi\.org/)|\b(?:arxiv|doi):\s*", re.IGNORECASE
)
_VERSION = re.compile(r"(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?", re.IGNORECASE | re.ASCII)


class _WithoutMarks(dict[int, int | None]):
    """A table for ``str.translate`` that drops combining marks; it learns each character when it meets it."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """Return ``text`` as it is compared: compatibility forms, accents and case are gone."""
    return unicodedata.normalize("NFKD", text).translate(_WITHOUT_MARKS).lower()


def words_to_index(text: str) -> list[str]:
    """Return the words under which a record with ``text`` is found, each once.

    A run of CJK characters becomes its overlapping pairs and its last character; any other word becomes itself and
    all its endings, because Pagefind matches beginnings of words: an ending's beginning is any part of the word.
    """
    found: dict[str, None] = {}
    for run in _RUN.findall(fold(text)):
        if _IS_CJK.match(run):
            found.update(dict.fromkeys(_spelt(run[i : i + 2]) for i in range(len(run))))
        else:
            found.update(dict.fromkeys(run[i:] for i in range(max(1, len(run) - SHORTEST + 1))))
    return [word + END for word in found]


def words_to_ask(query: str) -> list[str]:
    """Return the words that must all be found for ``query``: pairs of CJK characters, other words whole.

    Of an arXiv or DOI address, as people paste it, only the id counts, without its version.
    """
    found: dict[str, None] = {}
    for run in _RUN.findall(fold(_VERSION.sub(r"\1", _ADDRESS.sub(" ", query)))):
        if _IS_CJK.match(run):
            found.update(dict.fromkeys(_spelt(run[i : i + 2]) for i in range(max(1, len(run) - 1))))
        else:
            found[run] = None
    return list(found)


def _spelt(characters: str) -> str:
    """CJK characters by their numbers in ASCII: Pagefind would cut them again, by rules the query does not follow."""
    return "c" + "".join(f"{ord(char):05x}" for char in characters)
