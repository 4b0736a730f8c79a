"""What is told of a paper in sentences, in both languages, and who wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rsfm.locales import Locale, Localized
from rsfm.model.words import Origin


@dataclass(frozen=True, kw_only=True)
class Keywords:
    """Search words in each language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the keywords in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True)
class Section:
    """A passage of prose in both languages."""

    zh: str | None = None
    en: str | None = None
    origin: Origin | None = None
    """Overrides the origin of the whole prose."""

    @property
    def text(self) -> Localized:
        """The passage without its origin."""
        return Localized(zh=self.zh, en=self.en)


@dataclass(frozen=True, kw_only=True)
class Points:
    """A list of short statements in both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    origin: Origin | None = None
    """Overrides the origin of the whole prose."""

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the statements in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True)
class Method:
    """How the model works, from the question to the details."""

    problem: Section | None = None
    idea: Section | None = None
    framework: Section | None = None
    innovation: Section | None = None
    design: Section | None = None


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Everything about a paper that is told in sentences."""

    origin: Origin
    """Who wrote the sections that do not say otherwise."""
    one_line: Section | None = None
    key_points: Points | None = None
    summary: Section | None = None
    method: Method = field(default_factory=Method)
    highlights: Section | None = None
    applications: Section | None = None
