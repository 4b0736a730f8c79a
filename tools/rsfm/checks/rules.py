"""What a rule is: a stable code, a severity and its explanation, kept in ``rules.toml``; and what finds what breaks it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.locales import Locale, Localized
from rsfm.problems import Problem, Severity


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
class Wording:
    """One way in which a rule is broken, with ``{name}`` for each value that comes with a finding."""

    message: Localized
    hint: Localized


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
    says: Mapping[str, Wording]
    """What is said where it is broken, by name; under an empty name where there is one wording."""

    def problem(self, found: Finding) -> Problem:
        """Return what was found, in words."""
        wording = self.says[found.said]
        return Problem(
            code=self.code,
            severity=self.severity,
            place=found.place,
            field=found.field,
            message=_filled(wording.message, found.values),
            hint=_filled(wording.hint, found.values),
            edits=found.edits,
        )


def _filled(text: Localized, values: Mapping[str, object]) -> Localized:
    zh, en = (
        text.best(locale).format_map(
            {name: value.best(locale) if isinstance(value, Localized) else value for name, value in values.items()}
        )
        for locale in (Locale.ZH, Locale.EN)
    )
    return Localized(zh=zh, en=en)


def _explained() -> Iterator[Rule]:
    """Yield the rules of ``rules.toml``, beside this file."""
    for code, said in tomllib.loads(Path(__file__).with_name("rules.toml").read_text("utf-8")).items():
        yield Rule(
            code=code,
            severity=Severity(said["severity"]),
            topic=Topic(said["topic"]),
            title=Localized(**said["title"]),
            why=Localized(**said["why"]),
            mends=said.get("mends", False),
            says=_wordings(said.get("says", {})),
        )


def _wordings(said: dict[str, Any]) -> dict[str, Wording]:
    return {
        name: Wording(message=Localized(zh=each["zh"], en=each["en"]), hint=Localized(**each["do"]))
        for name, each in ({"": said} if "zh" in said else said).items()
    }


RULES = {rule.code: rule for rule in _explained()}
"""Every rule by its code: those of this package, and those that reading a file or visiting a link applies by itself."""
_OfEntry = Callable[[Draft], Iterator[Finding]]
_OfCatalog = Callable[[Shelf], Iterator[Finding]]
_Find = TypeVar("_Find", _OfEntry, _OfCatalog)
OF_ENTRIES: dict[str, list[_OfEntry]] = {code: [] for code in RULES}
"""The generators that judge one entry, by code: a rule may have several, one for each of its parts."""
OF_THE_CATALOG: dict[str, list[_OfCatalog]] = {code: [] for code in RULES}
"""The generators that compare entries with each other, by code."""


def rule(code: str) -> Callable[[_OfEntry], _OfEntry]:
    """Register a generator that judges one entry for the rule ``code``."""
    return _entered(OF_ENTRIES[code])


def catalog_rule(code: str) -> Callable[[_OfCatalog], _OfCatalog]:
    """Register a generator that compares entries for the rule ``code``."""
    return _entered(OF_THE_CATALOG[code])


def _entered(generators: list[_Find]) -> Callable[[_Find], _Find]:
    def enter(find: _Find) -> _Find:
        generators.append(find)
        return find

    return enter
