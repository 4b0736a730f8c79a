"""Where a reader can look a fact up: the address and the name of each source, to the line where it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from rsfm import ids
from rsfm.locales import Locale, Localized
from rsfm.merge import Paper
from rsfm.model import Handle, SharedSource
from rsfm.model.sources import PAPER, REPO, key_of, place_of

OLD_AFTER_DAYS = 400
"""A source that was last looked at longer ago is marked: what it says may have changed."""
_NAMES = {
    PAPER: Localized(zh="论文", en="paper"),
    REPO: Localized(zh="仓库", en="repository"),
    "card": Localized(zh="模型卡", en="model card"),
    "data-card": Localized(zh="数据卡", en="data card"),
    "report": Localized(zh="技术报告", en="report"),
    "project": Localized(zh="项目主页", en="project page"),
}
"""What sources that many entries have are called; the others show the key that their entry gave them."""
_PLACES = ((r"^abstract\b", "摘要"), (r"^Tables? (?=\d)", "表 "), (r"^(?:Figures?|Fig\.) (?=\d)", "图 "))
"""How places of a paper are called in Chinese; a section has its number in the middle."""
_SECTION = re.compile(r"^(?:Section|Sec\.) ([\d.]+)")
_LINES_ANCHOR = ("github.com", "gitlab.com")


@dataclass(frozen=True, kw_only=True)
class Cited:
    """One source of a fact, as a reader sees it."""

    label: str
    href: str
    old: bool = False


class References:
    """Resolves the references of one paper; ``today`` is the newest day on which any entry was verified."""

    def __init__(self, paper: Paper, shared: Mapping[Handle, SharedSource], today: date | None) -> None:
        self._paper = paper
        self._shared = shared
        self._today = today

    def cite(self, reference: str, locale: Locale) -> Cited:
        """Return where ``reference`` leads; without an address where nothing says what it is."""
        key = key_of(reference)
        if not key:
            return Cited(label=_host(reference), href=reference)
        place, lines = place_of(reference)
        url, revision, seen = self._source(key)
        shown = " ".join(filter(None, (self._named(key, locale), _place_said(place, locale), _lines_said(lines))))
        return Cited(label=shown, href=_address(url, revision, place, lines), old=self._is_old(seen))

    def _source(self, key: str) -> tuple[str, str, date | None]:
        entry = self._paper.entry
        own = entry.sources.get(Handle(key))
        if own or key in (PAPER, REPO):
            url = (own and own.url) or self._address_of(key)
            return url, (own and own.revision) or "", (own and own.seen) or entry.verified
        shared = self._shared.get(Handle(key))
        return (shared.url, shared.revision, shared.seen) if shared else ("", "", None)

    def _address_of(self, key: str) -> str:
        entry = self._paper.entry
        if key == REPO:
            return next((url for url in entry.links.code), "")
        if key == PAPER:
            if entry.arxiv_id:
                return ids.arxiv_url(entry.arxiv_id)
            return ids.doi_url(self._paper.doi) if self._paper.doi else entry.links.paper or ""
        return ""

    def _named(self, key: str, locale: Locale) -> str:
        words = _NAMES.get(key)
        return words.best(locale) if words else key

    def _is_old(self, seen: date | None) -> bool:
        return bool(seen and self._today and (self._today - seen).days > OLD_AFTER_DAYS)


def _host(url: str) -> str:
    return url.removeprefix("https://").partition("/")[0]


@cache
def _place_said(place: str, locale: Locale) -> str:
    if locale is not Locale.ZH:
        return place
    for pattern, word in _PLACES:
        place = re.sub(pattern, word, place)
    return _SECTION.sub(r"第 \1 节", place)


def _lines_said(lines: str) -> str:
    return lines.replace("-", "–")


def _address(url: str, revision: str, place: str, lines: str) -> str:
    if not url or not place or not any(f"//{host}/" in url for host in _LINES_ANCHOR):
        return url
    if " " in place or "/" in place[:1]:
        return url
    anchor = f"#{lines}" if lines else ""
    return f"{url.rstrip('/')}/blob/{revision or 'HEAD'}/{place}{anchor}"
