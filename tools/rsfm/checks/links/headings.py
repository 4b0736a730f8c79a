"""Addresses stand under the right heading, each once, and ids are written as ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm import ids
from rsfm.checks import addresses
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.known import known
from rsfm.checks.rules import rule
from rsfm.problems import visible

_CODE_HOSTS = ("github.com", "gitlab.com", "gitee.com", "bitbucket.org")
_NOT_OWNERS = known("no_owners")
_TEMPLATE = re.compile(
    r"your(?:[-_]?(?:user)?[-_]?(?:name|org|repo|account|id))?|username|user-?name|owner|x{3,}|my-?(?:name|repo)",
    re.IGNORECASE,
)
_WITHIN_A_REPOSITORY = known("within_a_repository")


@rule("RA506")
def an_arxiv_link_is_an_id(draft: Draft) -> Iterator[Finding]:
    """No address of arXiv under ``links``."""
    for path, _, url in draft.links:
        if addresses.host_of(url).endswith(("arxiv.org", "alphaxiv.org", "arxiv-vanity.com")) or (
            addresses.host_of(url) == "huggingface.co" and addresses.segments(url)[:1] == ["papers"]
        ):
            found = ids.arxiv_id_of(url.partition("?")[0].rpartition("/")[2]) or "…"
            yield draft.finding(path, "arxiv", found=found)


@rule("RA506")
def a_doi_link_is_an_id(draft: Draft) -> Iterator[Finding]:
    """No address of doi.org under ``links.paper``."""
    for path, kind, url in draft.links:
        if kind == "paper" and addresses.host_of(url) == "doi.org":
            found = visible(ids.doi_of(addresses.with_usual_host(url)) or "…", 100)
            yield draft.finding(path, "doi", found=found)


@rule("RA512")
def a_code_link_leads_to_a_repository(draft: Draft) -> Iterator[Finding]:
    """On code hosts, an address has an owner and a name, and leads to the repository rather than to a talk about it."""
    for path, kind, url in draft.links:
        parts = addresses.segments(url)
        if addresses.host_of(url) not in _CODE_HOSTS or kind == "project":
            continue
        if (
            len(parts) < 2  # noqa: PLR2004 -- owner and name
            or parts[0] in _NOT_OWNERS
            or _TEMPLATE.fullmatch(parts[0])
            or _WITHIN_A_REPOSITORY.intersection(parts[2:3])
            or (kind == "code" and parts[2:3] == ["releases"])
        ):
            yield draft.finding(path, "repository")


@rule("RA512")
def a_link_stands_in_the_right_field(draft: Draft) -> Iterator[Finding]:
    """What the address leads to is what the field says."""
    for path, kind, url in draft.links:
        parts = addresses.segments(url)
        right = {"datasets": "dataset", "spaces": "demo"}.get(parts[0] if parts else "", kind)
        if addresses.host_of(url) == "huggingface.co" and kind != right and kind not in ("code", "project"):
            yield draft.finding(path, "field", right=right)


@rule("RA513")
def links_lead_to_different_places(draft: Draft) -> Iterator[Finding]:
    """The paper, its code and its project page are three places; weights and data may lie beside the code."""
    seen: dict[str, str] = {}
    for path, kind, url in draft.links:
        if kind not in ("paper", "code", "project"):
            continue
        key = addresses.without_fragment(url).rstrip("/").casefold()
        if seen.setdefault(key, kind) != kind:
            yield draft.finding(path, kind=seen[key])
