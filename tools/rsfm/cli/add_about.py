"""Which paper ``rsfm add`` is about: what the words on the command line name, or the answer of a person."""

from __future__ import annotations

from collections.abc import Iterable

from rsfm.adding.named import Named, named
from rsfm.cli import Stop
from rsfm.cli.prompts import question
from rsfm.locales import Locale, Localized
from rsfm.model import ArxivId
from rsfm.problems import visible
from rsfm.store.scalars import SCALARS


def what_was_named(words: Iterable[str], locale: Locale) -> tuple[Named, ...]:
    """Return what the words name, each thing once. Raises Stop where one names nothing, or two name two papers."""
    given = tuple(dict.fromkeys(_named(word, locale) for word in words))
    for field in ("arxiv_id", "doi"):
        if sum(one.field == field for one in given) > 1:
            raise Stop("一次只添加一篇论文", "add one paper at a time")
    return given


def paper_asked_for(locale: Locale) -> tuple[Named, ...]:
    """Ask which paper it is, where nothing that was given says so; there may be no id or address to tell."""

    def read(text: str) -> tuple[Named, ...]:
        if text and not named(text):
            raise ValueError(SCALARS[ArxivId].hint(text).best(locale))
        return tuple(filter(None, [named(text)]))

    asked = Localized(
        zh="论文的 arXiv 编号、DOI 或网址（没有就回车）", en="arXiv id, DOI or address of the paper (Enter: none)"
    )
    return question(asked.best(locale), "", read)


def _named(word: str, locale: Locale) -> Named:
    if found := named(word):
        return found
    hint = SCALARS[ArxivId].hint(word.strip()).best(locale)
    shown = visible(word)
    raise Stop(
        f"{shown} 不是 arXiv 编号、DOI 或网址。{hint}",
        f"{shown} is no arXiv id, DOI or address. {hint}",
    )
