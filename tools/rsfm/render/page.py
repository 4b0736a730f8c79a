"""What goes into a site and what comes out: articles that people wrote, pages that are finished, and their addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import unquote, urlsplit

from rsfm.locales import Locale

_HAN = re.compile("[\u3400-\u9fff]")
_AFTER_NAME = re.compile(r"\s*[:：—]\s*|\s*--+\s*|\s+[-–]\s+|$")
_NAME = re.compile(r"[\w.-]{2,40}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A document of the site, made when somebody asks for it."""

    address: str
    """Address below the root of the site: ``en/papers/geochat/``, ``404.html``; empty for the root itself."""
    make: Callable[[], str]
    """Returns its HTML."""
    tell: Callable[[], str] = str
    """Says the same for programs that read text."""
    listed: bool = True
    """Whether crawlers should know it, and its twin in the other language."""
    key: Callable[[], bytes] = bytes
    """Stands for all that is shown: as long as it is the same, so is the page. Empty where nobody knows."""

    @classmethod
    def later(cls, address: str, key: Callable[[], bytes], make: Callable[[], Page]) -> Page:
        """Return the page that ``make`` returns, which is asked for it only if the page is needed."""
        made = cache(make)
        return cls(address=address, make=lambda: made().html, tell=lambda: made().markdown, key=key)

    @cached_property
    def html(self) -> str:
        """The document."""
        return self.make()

    @cached_property
    def markdown(self) -> str:
        """The same for programs that read text; empty where there is no such twin."""
        return self.tell()

    @property
    def file(self) -> str:
        """The file in which the page lies, below the folder of the site."""
        return f"{self.address}index.html" if self.address.endswith("/") or not self.address else self.address

    @property
    def twin(self) -> str:
        """The file of its Markdown twin."""
        return self.file.removesuffix("html") + "md"


@dataclass(frozen=True, kw_only=True)
class Article:
    """A page that people wrote in Markdown, as the engine turned it into HTML."""

    locale: Locale
    tail: str
    """Address below the locale's folder: ``about/``; empty for the home page."""
    title: str
    description: str
    """May be empty."""
    menu: int | None
    """Its place in the menu, from left to right; ``None`` where it is not in it."""
    content_html: str
    """The article itself, with ``<!-- rsfm:name -->`` where a generated fragment belongs."""


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One place of the menu that is on every page."""

    place: int
    tail: str
    label: str


@dataclass(frozen=True, kw_only=True)
class SiteFacts:
    """What every page needs to know of the site as a whole."""

    site_url: str
    """Public address of the site with a final slash; empty where it is not known."""
    repo_url: str
    """Address of the source repository, without a final slash."""


def root_of(address: str) -> str:
    """Return the relative address of the site's root from a page at ``address``: ``../../`` for ``en/papers/``."""
    return "../" * address.count("/") or "./"


@cache
def language_tag(text: str) -> str:
    """Return the BCP 47 tag of the language that a title is in, so that it is read aloud rightly."""
    return (Locale.ZH if _HAN.search(text) else Locale.EN).tag


def last_step(url: str, among: Sequence[str] = ()) -> str:
    """Return the last part of an address, with its owner where another one ``among`` them ends alike.

    An empty string where it is no name that tells links apart.
    """
    steps = [_steps(each) for each in {url, *among}]
    *_, owner, name = ("", *_steps(url))
    if not _NAME.fullmatch(name):
        return ""
    if sum(each[-1:] == [name] for each in steps) == 1:
        return name
    longer = f"{owner}/{name}"
    return longer if sum(each[-2:] == [owner, name] for each in steps) == 1 else ""


def _steps(url: str) -> list[str]:
    return unquote(urlsplit(url).path).strip("/").split("/")


@cache
def title_beside(name: str, title: str) -> str:
    """Return ``title`` without the name that it begins with, for places where that stands above it; may be empty.

    ``site_src/docs/assets/js/cards.js`` follows the same rule.
    """
    begins = title[: len(name)].casefold() == name.casefold()
    if not begins or not (between := _AFTER_NAME.match(title, len(name))):
        return title
    rest = title[between.end() :]
    return rest[:1].upper() + rest[1:]
