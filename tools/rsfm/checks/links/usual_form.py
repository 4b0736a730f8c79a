"""Addresses in their one usual form."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rsfm.checks import addresses
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.problems import visible
from rsfm.source import retyped


def _of_usual_form(draft: Draft, usual: Callable[[str], str], said: str) -> Iterator[Finding]:
    """Find the links of one site that ``usual`` would change, fragments aside, which are another rule's."""
    links = [(path, addresses.without_fragment(url)) for path, _, url in draft.links]
    yield from _in_usual_form(draft, links, usual, said)


def _in_usual_form(
    draft: Draft, urls: list[tuple[str, str]], usual: Callable[[str], str], said: str
) -> Iterator[Finding]:
    """Find the addresses that ``usual`` would change; the mended form is right in every other respect too."""
    for path, url in urls:
        if usual(url) != url:
            right = addresses.untracked(url) if "licence" in path else addresses.canonical(url)
            scalar = draft.scalars.get(path)
            edits = retyped(scalar, right) if scalar else ()
            yield draft.finding(path, said, right=visible(right, 200), edits=edits)


@rule("RA501")
def a_github_address_is_in_its_usual_form(draft: Draft) -> Iterator[Finding]:
    """Addresses of repositories on GitHub."""
    yield from _of_usual_form(draft, addresses.canonical_github, "github")


@rule("RA501")
def a_hub_address_is_in_its_usual_form(draft: Draft) -> Iterator[Finding]:
    """Addresses of repositories on Hugging Face."""
    yield from _of_usual_form(draft, addresses.canonical_hub, "hub")


@rule("RA501")
def a_host_has_its_usual_name(draft: Draft) -> Iterator[Finding]:
    """Host names in lower case; doi.org without dx or www."""
    hubs = ("github.com", "huggingface.co")
    others = [(path, url) for path, _, url in draft.links if addresses.host_of(url) not in hubs]
    yield from _in_usual_form(draft, others, addresses.with_usual_host, "host")


@rule("RA501")
def an_ieee_address_is_in_its_usual_form(draft: Draft) -> Iterator[Finding]:
    """Addresses of papers at IEEE Xplore."""
    yield from _of_usual_form(draft, addresses.canonical_ieee, "ieee")


@rule("RA501")
def a_link_has_no_fragment(draft: Draft) -> Iterator[Finding]:
    """No ``#…`` in links; a licence's proof may point into a page."""
    links = [(path, url) for path, _, url in draft.links]
    yield from _in_usual_form(draft, links, addresses.without_fragment, "fragment")


@rule("RA501")
def a_link_has_no_tracking(draft: Draft) -> Iterator[Finding]:
    """No parameters that only track."""
    yield from _in_usual_form(draft, draft.addresses, addresses.untracked, "tracking")
