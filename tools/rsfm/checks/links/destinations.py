"""Where addresses lead: to public sites, by their whole and lasting name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rsfm.checks import addresses
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.problems import visible

_SHORTENERS = frozenset(
    [
        "bit.ly",
        "buff.ly",
        "cutt.ly",
        "dwz.cn",
        "goo.gl",
        "is.gd",
        "lnkd.in",
        "ow.ly",
        "rb.gy",
        "reurl.cc",
        "shorturl.at",
        "suo.im",
        "t.cn",
        "t.co",
        "tiny.cc",
        "tinyurl.com",
        "url.cn",
        "v.gd",
        "w.url.cn",
    ]
)
_NOWHERE = ("example.com", "example.org", "example.net", "your-domain.com", "xxx.com")
_NOWHERE_ENDINGS = (".example", *(f".{name}" for name in _NOWHERE))
_PRIVATE_ENDINGS = (
    ".corp",
    ".home",
    ".home.arpa",
    ".internal",
    ".invalid",
    ".lan",
    ".local",
    ".localdomain",
    ".localhost",
    ".onion",
    ".test",
)
_THROUGH_ANOTHER = re.compile(
    r"(?:.+\.)?(?:ezproxy|proxy|webvpn|sci-hub)\..+|.+\.(?:translate\.goog|idm\.oclc\.org)|translate\.google\..+"
)
"""Hosts that show another site's page: to members of a library, in translation, or against its will."""
_RESULTS = re.compile(
    r"(?:www\.)?google\.[a-z.]+/(?:url|search)|scholar\.google\.[a-z.]+/scholar|(?:www\.|cn\.)?bing\.com/(?:ck|search)"
    r"|(?:www\.)?baidu\.com/(?:s|link)|xueshu\.baidu\.com/s"
)
"""Host and path of what a search engine answers, and of its counted links."""


@rule("RA508")
def a_link_leads_to_a_public_site(draft: Draft) -> Iterator[Finding]:
    """No host names of documentation and templates."""
    if draft.is_example:
        return
    for path, url in draft.addresses:
        host = addresses.host_of(url)
        if host in _NOWHERE or host.endswith(_NOWHERE_ENDINGS):
            yield draft.finding(
                path,
                f"{visible(host)} 不是公开网站",
                f"{visible(host)} is no public site",
                "写真实地址。",
                "Write the real one.",
            )


@rule("RA514")
def a_link_does_not_lead_into_a_private_network(draft: Draft) -> Iterator[Finding]:
    """No host names that are reserved for private use, for tests or for hidden services."""
    for path, url in draft.addresses:
        host = addresses.host_of(url)
        if host.endswith(_PRIVATE_ENDINGS):
            yield draft.finding(
                path,
                f"{visible(host)} 不在公开网络上",
                f"{visible(host)} is not in the public network",
                "写公开的地址；没有就删去这一项。",
                "Write a public address, or delete the item.",
            )


@rule("RA515")
def a_link_leads_to_the_place_itself(draft: Draft) -> Iterator[Finding]:
    """No proxies, translations, search results or redirects of search engines."""
    for path, url in draft.addresses:
        host = addresses.host_of(url)
        if _THROUGH_ANOTHER.fullmatch(host) or _RESULTS.fullmatch(host + urlsplit(url).path.rstrip("/")):
            yield draft.finding(
                path,
                f"{visible(host)} 只是转到别处",
                f"{visible(host)} only leads on to another place",
                "打开它，写原网站的地址。",
                "Open it and write the address at the original site.",
            )


@rule("RA515")
def a_link_is_not_shortened(draft: Draft) -> Iterator[Finding]:
    """No addresses of link shorteners."""
    for path, url in draft.addresses:
        if (host := addresses.host_of(url)) in _SHORTENERS:
            yield draft.finding(
                path,
                f"{host} 是短链接",
                f"{host} shortens links",
                "打开它，写最终的地址。",
                "Open it and write where it leads.",
            )


@rule("RA510")
def a_link_does_not_end_in_punctuation(draft: Draft) -> Iterator[Finding]:
    """No punctuation after the address."""
    for path, url in draft.addresses:
        if url.endswith((".", ",", ";", ":", "!", "*", "]")) or (url.endswith(")") and "(" not in url):
            yield draft.finding(
                path,
                "链接末尾有标点",
                "the link ends in punctuation",
                "删去末尾的标点。",
                "Delete the mark at the end.",
            )
