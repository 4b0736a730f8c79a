"""People and lists of words: one per item, each one once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.problems import visible

_SEVERAL = re.compile(r",|，|、|;|；|\band\b| & |/")
_AND_OTHERS = re.compile(r"\bet al\b|\bothers\b|等人?$|\.\.\.|…", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"[@<>{}\[\]|\\*†‡§¶#¹²³⁰-⁹]|https?:|\d{3}|[^\W\d_]\d|^(?:prof|dr|mr|mrs|ms)\.? |^anonymous\b|\banonymous authors?\b"
    r"|\b(?:equal|joint|corresponding|co-first|contribut\w+)\b|通讯|通信作者|共同一作|同等贡献"
    r"|\((?:(?-i:[A-Z]{2,})|[^()]{0,100}(?:\buniv|\binst|labs?\b|academy|college|school|\binc\b|\bcorp)[^()]{0,100})\)$",
    re.IGNORECASE,
)
_HAN_NAMES = re.compile(r"(?!欧阳|司马|上官|诸葛|尉迟|司徒|皇甫|慕容)[\u4e00-\u9fff]{2,4}(?: +[\u4e00-\u9fff]{2,4})+")
_MANY_LETTERS = 4


def _has_the_case_of_a_name(name: str) -> bool:
    """Say whether a name of several words has capitals and small letters, as far as its script has them."""
    plain = [word for word in name.split() if "." not in word]
    letters = [char for char in "".join(plain) if char.lower() != char.upper()]
    return len(plain) == 1 or len(letters) < _MANY_LETTERS or len({char.isupper() for char in letters}) > 1


@rule("RA305")
def an_item_is_one_author(draft: Draft) -> Iterator[Finding]:
    """No separators inside an author's name."""
    for path, name in draft.each("authors"):
        if _SEVERAL.search(name) or _HAN_NAMES.fullmatch(name):
            yield draft.finding(path, "author", name=visible(name))


@rule("RA307")
def authors_are_complete(draft: Draft) -> Iterator[Finding]:
    """No “et al.”."""
    for path, name in draft.each("authors"):
        if _AND_OTHERS.search(name):
            yield draft.finding(path, "others")


@rule("RA307")
def an_author_is_a_name(draft: Draft) -> Iterator[Finding]:
    """Names hold no markup, address or number."""
    for path, name in draft.each("authors"):
        if _NOT_A_NAME.search(name) or not any(map(str.isalpha, name)) or not _has_the_case_of_a_name(name):
            yield draft.finding(path, "name", name=visible(name))


@rule("RA308")
def a_list_has_nothing_twice(draft: Draft) -> Iterator[Finding]:
    """Values of one list differ, case aside."""
    for _, items in draft.lists():
        seen: dict[str, str] = {}
        for path, value in items:
            key = str(value).casefold()
            if key in seen:
                yield draft.finding(path, "twice", value=visible(str(value)))
            seen[key] = path


_MOST_KEYWORDS = 20
"""More of one language tell nothing more."""


@rule("RA305")
def an_item_is_one_keyword(draft: Draft) -> Iterator[Finding]:
    """No separators inside a keyword."""
    for locale in ("zh", "en"):
        for path, word in draft.each(f"keywords.{locale}"):
            if any(mark in word for mark in ",，、;；|#"):
                yield draft.finding(path, "keyword", word=visible(word))


@rule("RA305")
def keywords_are_few(draft: Draft) -> Iterator[Finding]:
    """At most twenty in one language."""
    for locale in ("zh", "en"):
        if len(found := draft.each(f"keywords.{locale}")) > _MOST_KEYWORDS:
            yield draft.finding(found[_MOST_KEYWORDS][0], "many", count=len(found), most=_MOST_KEYWORDS)
