"""A document as a value: where it lies, its title, and the HTML of its head and body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rsfm.locales import Locale

_HAN = re.compile("[\u3400-\u9fff]")
_NAME = re.compile(r"[\w.-]{2,40}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A document of the site before it is stamped into the frame of its locale."""

    locale: Locale
    tail: str
    """Address below the locale's folder, with a final slash: ``papers/geochat/``. The same in both languages."""
    title_html: str
    head_html: str
    body_html: str

    @property
    def path(self) -> str:
        """Address below the root of the site."""
        return f"{self.locale}/{self.tail}"


@dataclass(frozen=True, kw_only=True)
class SiteFacts:
    """What every page needs to know of the site as a whole."""

    site_url: str
    """Public address of the site with a final slash; empty where it is not known."""
    repo_url: str
    """Address of the source repository, without a final slash."""


def root_of(path: str) -> str:
    """Return the relative address of the site's root from a page at ``path``: ``../../`` for ``en/papers/``."""
    return "../" * path.count("/") or "./"


def language_tag(text: str) -> str:
    """Return the BCP 47 tag of the language that a title is in, so that it is read aloud rightly."""
    return (Locale.ZH if _HAN.search(text) else Locale.EN).tag


def last_step(url: str) -> str:
    """Return the last part of an address where it is a name that tells links apart; otherwise an empty string."""
    name = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    return name if _NAME.fullmatch(name) else ""
