"""What the picture of a paper says: name, title, family and up to four facts, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Availability
from rsfm.render.facts import PaperFacts
from rsfm.render.page import title_beside

WIDTH, HEIGHT = 1200, 630
"""What networks and messengers ask for."""
BOTH = (Locale.EN, Locale.ZH)
"""The languages of a picture, from above."""
FOLDER = "previews/"
_FACTS = 4
_RELEASED = ("code", "weights")
_NAME = re.compile(r"[A-Z][A-Za-z0-9.+-]{1,11}")
"""A licence that is known by its name, and short enough; what a term such as “own” means takes more words."""
_ASIDE = re.compile(r"\s*[（(][^（）()]*[)）]$")
"""A remark behind a term, such as its abbreviation."""

Fact = tuple[tuple[str, tuple[str, ...]], ...]
"""One fact in each language: its label and its values."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a picture says; two papers that say the same have the same picture."""

    name: str
    title: str
    family: tuple[str, ...]
    """In both languages, as everything below."""
    venue: str
    facts: tuple[Fact, ...]
    site: tuple[str, ...]

    def in_words(self, locale: Locale) -> str:
        """Return what it says in one language, for those who do not see it."""
        own = [fact[BOTH.index(locale)] for fact in self.facts]
        if locale is Locale.ZH:
            return "；".join(
                (f"{self.name}，{self.family[-1]}", *(f"{label}：{'、'.join(some)}" for label, some in own))
            )
        return "; ".join((f"{self.name}, {self.family[0]}", *(f"{label}: {', '.join(some)}" for label, some in own)))


def place_of(paper_id: str) -> str:
    """Return where the picture of a paper lies below the root of the site; both languages show the same one."""
    return f"{FOLDER}{paper_id}.png"


def told(paper: Paper, catalog: Catalog, say: Callable[[Locale, str], str]) -> Told:
    """Return what the picture of ``paper`` says; what nobody knows is left out."""
    entry = paper.entry
    family = catalog.taxonomy["family"][entry.family].label
    known = [dict(_facts(PaperFacts(paper, catalog, locale), locale, say)) for locale in BOTH]
    released = [name for name in _RELEASED if name in known[0]]
    chosen = [name for name in known[0] if name not in released][: _FACTS - len(released)] + released
    return Told(
        name=entry.name,
        title=title_beside(entry.name, entry.title),
        family=tuple(dict.fromkeys(family.best(locale) for locale in BOTH)),
        venue=f"{entry.venue.name} {entry.venue.year}",
        facts=tuple(tuple(facts[name] for facts in known) for name in chosen),
        site=tuple(say(locale, "site_name") for locale in BOTH),
    )


def _facts(
    facts: PaperFacts, locale: Locale, say: Callable[[Locale, str], str]
) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Yield what is known, by name, in the order in which it is wanted; code and weights last."""
    for name in ("parameters", "modalities", "gsd", "tasks"):
        row = facts.parameters if name == "parameters" else facts.row(name)
        if row:
            yield name, (row.label, tuple(_ASIDE.sub("", value.text) or value.text for value in row.values))
    for name in _RELEASED:
        release = facts.entry.code if name == "code" else facts.entry.weights
        if release.state in (Availability.OPEN, Availability.ANNOUNCED, Availability.NONE):
            licence = release.licence.name if release.licence and _NAME.fullmatch(release.licence.name) else ""
            yield name, (say(locale, name), tuple(filter(None, (say(locale, f"available_{release.state}"), licence))))
