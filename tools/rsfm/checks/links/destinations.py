"""Where addresses lead: to public sites, by their whole and lasting name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rsfm.checks import addresses
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.known import known
from rsfm.checks.rules import rule
from rsfm.problems import visible

_SHORTENERS = known("link_shorteners")
_NOWHERE = ("example.com", "example.org", "example.net", "your-domain.com", "xxx.com")
_NOWHERE_ENDINGS = (".example", *(f".{name}" for name in _NOWHERE))
_PRIVATE_ENDINGS = tuple(known("private_endings"))
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
            yield draft.finding(path, host=visible(host))


@rule("RA514")
def a_link_does_not_lead_into_a_private_network(draft: Draft) -> Iterator[Finding]:
    """No host names that are reserved for private use, for tests or for hidden services."""
    for path, url in draft.addresses:
        host = addresses.host_of(url)
        if host.endswith(_PRIVATE_ENDINGS):
            yield draft.finding(path, host=visible(host))


@rule("RA515")
def a_link_leads_to_the_place_itself(draft: Draft) -> Iterator[Finding]:
    """No proxies, translations, search results or redirects of search engines."""
    for path, url in draft.addresses:
        host = addresses.host_of(url)
        if _THROUGH_ANOTHER.fullmatch(host) or _RESULTS.fullmatch(host + urlsplit(url).path.rstrip("/")):
            yield draft.finding(path, "through", host=visible(host))


@rule("RA515")
def a_link_is_not_shortened(draft: Draft) -> Iterator[Finding]:
    """No addresses of link shorteners."""
    for path, url in draft.addresses:
        if (host := addresses.host_of(url)) in _SHORTENERS:
            yield draft.finding(path, "shortened", host=host)


@rule("RA510")
def a_link_does_not_end_in_punctuation(draft: Draft) -> Iterator[Finding]:
    """No punctuation after the address."""
    for path, url in draft.addresses:
        if url.endswith((".", ",", ";", ":", "!", "*", "]")) or (url.endswith(")") and "(" not in url):
            yield draft.finding(path)
