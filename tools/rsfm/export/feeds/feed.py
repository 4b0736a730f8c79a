"""One feed, and how it is written: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from rsfm.export.feeds.item import AUTHORITY, Item
from rsfm.locales import Locale

PUBLISHER = "RSFM Atlas"
_NOTHING_YET = date(2026, 1, 1)
"""When a feed without items was last changed."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold, not even escaped."""


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A list of items with its own address."""

    locale: Locale
    place: str
    """Below the folder of the locale: empty, or ``families/visual/``."""
    title: str
    tail: str
    """The page that shows the same, below the folder of the locale."""
    items: tuple[Item, ...]

    @property
    def updated(self) -> date:
        """When any of its items was last changed."""
        return max((item.updated for item in self.items), default=_NOTHING_YET)


class FeedWriter:
    """Writes feeds for a site at ``site_url``; what an item says is written once, in however many feeds it is."""

    def __init__(self, site_url: str) -> None:
        self._site = site_url
        self._atom: dict[str, str] = {}
        self._json: dict[str, str] = {}

    def atom(self, feed: Feed) -> str:
        """Return ``feed`` as Atom."""
        base = f"{self._site}{feed.locale}/"
        head = (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.locale.tag}">\n'
            f"<id>{AUTHORITY}:{feed.locale}/feeds/{feed.place}</id>\n"
            f"<title>{_text(feed.title)}</title>\n"
            f"<updated>{_time(feed.updated)}</updated>\n"
            f"<author><name>{PUBLISHER}</name></author>\n"
            f'<link rel="self" type="application/atom+xml" href={_quoted(f"{base}{feed.place}feed.atom")}/>\n'
            f'<link rel="alternate" type="text/html" href={_quoted(base + feed.tail)}/>\n'
        )
        return "".join((head, *(self._atom_item(item, base) for item in feed.items), "</feed>\n"))

    def _atom_item(self, item: Item, base: str) -> str:
        if item.id not in self._atom:
            names = "".join(f"<author><name>{_text(name)}</name></author>" for name in item.authors)
            tags = "".join(f"<category term={_quoted(tag)}/>" for tag in item.tags)
            self._atom[item.id] = (
                f"<entry><id>{_text(item.id)}</id><title>{_text(item.title)}</title>"
                f'<link rel="alternate" type="text/html" href={_quoted(base + item.tail)}/>'
                f"<published>{_time(item.published)}</published><updated>{_time(item.updated)}</updated>"
                f"{names}{tags}<summary>{_text(item.text)}</summary></entry>\n"
            )
        return self._atom[item.id]

    def json(self, feed: Feed) -> str:
        """Return ``feed`` as JSON Feed."""
        base = f"{self._site}{feed.locale}/"
        head = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": base + feed.tail,
            "feed_url": f"{base}{feed.place}feed.json",
            "language": feed.locale.tag,
            "authors": [{"name": PUBLISHER}],
        }
        start = json.dumps(head, ensure_ascii=False, sort_keys=True).removesuffix("}")
        items = ",\n".join(self._json_item(item, base) for item in feed.items)
        return f'{start}, "items": [\n{items}\n]}}\n'

    def _json_item(self, item: Item, base: str) -> str:
        if item.id not in self._json:
            said: dict[str, Any] = {
                "id": item.id,
                "url": base + item.tail,
                "title": item.title,
                "content_text": item.text,
                "date_published": _time(item.published),
                "date_modified": _time(item.updated),
                "authors": [{"name": name} for name in item.authors],
                "tags": list(item.tags),
            }
            kept = {name: value for name, value in said.items() if value}
            self._json[item.id] = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        return self._json[item.id]


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
