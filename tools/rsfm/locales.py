"""The two languages of the atlas, and the one value that holds a text in both."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Locale(StrEnum):
    """A language of the site, as a BCP 47 tag's first subtag; the value is also the first folder of every URL."""

    ZH = "zh"
    EN = "en"

    @property
    def tag(self) -> str:
        """The full BCP 47 tag for ``lang`` and ``hreflang``: Chinese here is simplified Chinese."""
        return {"zh": "zh-Hans", "en": "en"}[self.value]

    @property
    def other(self) -> Locale:
        """The locale the language switch leads to."""
        return Locale.EN if self is Locale.ZH else Locale.ZH

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> Locale:
        """Return the locale that ``LC_ALL``, ``LC_MESSAGES`` or ``LANG`` asks for; English where none says Chinese."""
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if value := environment.get(name):
                return cls.ZH if value.lower().startswith("zh") else cls.EN
        return cls.EN


@dataclass(frozen=True, kw_only=True, slots=True)
class Localized:
    """One text in both languages. A missing language is ``None`` and is shown as missing, never filled in silently."""

    zh: str | None = None
    en: str | None = None

    @classmethod
    def same(cls, text: str) -> Localized:
        """Return a text that reads the same in both languages, such as the name of a backbone."""
        return cls(zh=text, en=text)

    def get(self, locale: Locale) -> str | None:
        """Return the text in ``locale``, or ``None`` where nobody has written it."""
        return self.zh if locale is Locale.ZH else self.en

    def best(self, locale: Locale) -> str:
        """Return the text in ``locale``, else in the other locale, else an empty string."""
        return (self.zh or self.en if locale is Locale.ZH else self.en or self.zh) or ""

    def missing(self, locale: Locale) -> bool:
        """Say whether ``locale`` must borrow the other language's text, so that a page can mark it."""
        return bool(self.en and not self.zh if locale is Locale.ZH else self.zh and not self.en)
