"""How the sentences of the catalog begin: one pattern everywhere is a sign that nobody looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rsfm.locales import Locale
from rsfm.merge import Paper

_CHARACTERS = 4
_WORDS = 2


def openings(papers: Iterable[Paper], locale: Locale) -> list[tuple[str, int]]:
    """Return the beginnings of first sentences and summaries in ``locale`` with their counts, the commonest first."""
    found: Counter[str] = Counter()
    for paper in papers:
        prose = paper.entry.prose
        for section in (prose.one_line, prose.summary) if prose else ():
            text = section.text.get(locale) if section else None
            if text:
                found[text[:_CHARACTERS] if locale is Locale.ZH else " ".join(text.split()[:_WORDS])] += 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))
