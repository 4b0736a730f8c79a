"""A document as a value: where it lies, its title, and the HTML of its head and body."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.locales import Locale


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
