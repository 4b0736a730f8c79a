"""What a rule is: a generator with a stable code, a severity and its explanation; and the register of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.locales import Localized
from rsfm.problems import Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING


class Topic(StrEnum):
    """What a rule is about; the order is that of the page of rules."""

    FORM = "form"
    FILES = "files"
    FIELDS = "fields"
    TEXT = "text"
    IDENTITY = "identity"
    MEANING = "meaning"
    LINKS = "links"

    @property
    def label(self) -> Localized:
        """The heading of its rules."""
        return _LABELS[self]


_LABELS = {
    Topic.FORM: Localized(zh="YAML 写法", en="YAML"),
    Topic.FILES: Localized(zh="文件", en="Files"),
    Topic.FIELDS: Localized(zh="字段与取值", en="Fields and values"),
    Topic.TEXT: Localized(zh="文字", en="Text"),
    Topic.IDENTITY: Localized(zh="身份", en="Identity"),
    Topic.MEANING: Localized(zh="含义", en="Meaning"),
    Topic.LINKS: Localized(zh="链接", en="Links"),
}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that must hold."""

    code: str
    """Stable name, ``RA001``…; never reused."""
    severity: Severity
    topic: Topic
    title: Localized
    """What must hold, in a few words."""
    why: Localized
    """Why, and what to do, in a sentence or two."""
    mends: bool = False
    """Whether ``rsfm check --fix`` can do it."""


RULES: dict[str, Rule] = {}
"""Every rule by its code: those of this package, and those that reading a file applies by itself."""
_OfEntry = Callable[[Draft], Iterator[Finding]]
_OfCatalog = Callable[[Shelf], Iterator[Finding]]
_Find = TypeVar("_Find", _OfEntry, _OfCatalog)
OF_ENTRIES: dict[str, list[_OfEntry]] = {}
"""The generators that judge one entry, by code: a rule may have several, one for each of its parts."""
OF_THE_CATALOG: dict[str, list[_OfCatalog]] = {}
"""The generators that compare entries with each other, by code."""


def register(
    code: str, severity: Severity, topic: Topic, zh: tuple[str, str], en: tuple[str, str], *, mends: bool = False
) -> None:
    """Enter a rule into ``RULES``; ``zh`` and ``en`` are its title and its explanation.

    Raises ValueError where the code is taken.
    """
    if code in RULES:
        raise ValueError(code)
    RULES[code] = Rule(
        code=code,
        severity=severity,
        topic=topic,
        title=Localized(zh=zh[0], en=en[0]),
        why=Localized(zh=zh[1], en=en[1]),
        mends=mends,
    )


def rule(
    code: str, severity: Severity, topic: Topic, zh: tuple[str, str], en: tuple[str, str], *, mends: bool = False
) -> Callable[[_OfEntry], _OfEntry]:
    """Register a generator that judges one entry."""
    register(code, severity, topic, zh, en, mends=mends)
    return part_of(code)


def part_of(code: str) -> Callable[[_OfEntry], _OfEntry]:
    """Register one more generator that judges one entry for the rule ``code``."""
    return _entered(OF_ENTRIES, code)


def catalog_rule(
    code: str, severity: Severity, topic: Topic, zh: tuple[str, str], en: tuple[str, str]
) -> Callable[[_OfCatalog], _OfCatalog]:
    """Register a generator that compares entries."""
    register(code, severity, topic, zh, en)
    return catalog_part_of(code)


def catalog_part_of(code: str) -> Callable[[_OfCatalog], _OfCatalog]:
    """Register one more generator that compares entries for the rule ``code``."""
    return _entered(OF_THE_CATALOG, code)


def _entered(generators: dict[str, list[_Find]], code: str) -> Callable[[_Find], _Find]:
    def enter(find: _Find) -> _Find:
        generators.setdefault(code, []).append(find)
        return find

    return enter
