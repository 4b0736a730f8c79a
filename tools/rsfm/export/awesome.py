"""The catalog as an awesome list: a table for each family, which ``rsfm import`` reads again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from rsfm import ids
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper
from rsfm.model.venue_text import venue_text

_MARKUP = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_WORDS = {
    "name": Localized(zh="模型", en="Model"),
    "title": Localized(zh="标题", en="Title"),
    "venue": Localized(zh="出处", en="Venue"),
    "links": Localized(zh="链接", en="Links"),
}
_LINKS = ("arxiv", "doi", "publisher", "code", "project", "weights", "dataset", "demo")
_NAMES = {"arxiv": "paper", "publisher": "publisher"}


class Languages(StrEnum):
    """In which languages a list is written."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"

    def say(self, text: Localized, between: str = " · ") -> str:
        """Return ``text`` in these languages."""
        if self is Languages.BOTH:
            return between.join(dict.fromkeys(filter(None, (text.en, text.zh))))
        return text.best(Locale(self.value))


def awesome(papers: Sequence[Paper], catalog: Catalog, languages: Languages, site_url: str = "") -> str:
    """Return ``papers`` as a list in Markdown."""
    title = Localized(zh="遥感基础模型", en="Awesome Remote-Sensing Foundation Models")
    lines = [f"# {languages.say(title)}", ""]
    if site_url:
        lines += [f"[RSFM Atlas]({site_url})", ""]
    for family, term in catalog.taxonomy["family"].items():
        mine = [paper for paper in papers if paper.entry.family == family]
        if not mine:
            continue
        heads = [_WORDS[name].best(Locale.ZH if languages is Languages.ZH else Locale.EN) for name in _WORDS]
        lines += [f"## {_text(languages.say(term.label))}", "", f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        lines += [f"| {' | '.join(_cells(paper))} |" for paper in mine]
        lines.append("")
    return "\n".join(lines)


def _cells(paper: Paper) -> Iterator[str]:
    entry = paper.entry
    yield _text(entry.name)
    yield _text(entry.title)
    yield _text(venue_text(entry.venue))
    yield " ".join(
        f"[{_NAMES.get(what, what)}]({_address(url)})"
        for what in _LINKS
        for url in (paper.addresses.get(what, ()) if what != "doi" else _doi(paper))
    )


def _doi(paper: Paper) -> tuple[str, ...]:
    return (ids.doi_url(paper.entry.doi),) if paper.entry.doi else ()


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("|", "%7C").replace(" ", "%20")


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
