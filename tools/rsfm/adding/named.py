"""What an id or address names: a paper by its arXiv id or DOI, its code, its weights, its data, or a page about it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from rsfm import ids
from rsfm.adding.hosts import behind, doi_of_copernicus, field_of, is_of_data, is_publisher, page_of
from rsfm.checks import addresses

_ARXIV_HOST = re.compile(r"(?:.+\.)?(?:arxiv|alphaxiv)\.org|ar5iv\.(?:labs\.arxiv\.)?org|xxx\.itp\.ac\.cn")
_TELLS_OF_ARXIV = re.compile(r"(?:(?:api|www)\.)?semanticscholar\.org|papers\.cool|scirate\.com")
"""Sites with a page for each paper of arXiv, named by its id."""
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/", re.IGNORECASE)
_DOI_INSIDE = re.compile(r"(?:/|[?&]id=)(10\.\d{4,9}/[^\s?#&]+)")
_AFTER_DOI = re.compile(
    r"(?:/(?:full(?:text|/html)?|pdf(?:ft)?|epdf|abstract|html|meta|references|figures)|(?:v\d+)?\.(?:pdf|short|full|abstract|html)"
    r"|(?<=\d)v\d+)+$"
)
"""What publishers put behind the DOI of a page."""
_NATURE = re.compile(r"articles/(s?\d{4,5}-\d{3}-\d{4,5}-[\dxyzw]|(?:nature|ncomms|sdata|srep)\d+)", re.IGNORECASE)
_MIRROR = re.compile(
    r"(?:arxiv|abs|pdf|html|papers?)[/:](?:arxiv[/:])?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?", re.IGNORECASE
)
_BIBCODE = re.compile(r"(?:19|20)\d\darXiv(\d{4})(\d{5})\w")
_AROUND = re.compile(r"[<(\[“\"'`](.+)[>)\]”\"'`]")
_HUB_FIELDS = {"datasets": "dataset", "spaces": "demo"}
_NO_OWNERS = frozenset(
    ["blog", "docs", "learn", "organizations", "orgs", "posts", "sponsors", "tasks", "topics", "users"]
)
"""Where GitHub and Hugging Face have pages of their own: what follows is no repository."""
_OWNER_AND_NAME = 2


class Named(NamedTuple):
    """A thing with an address."""

    field: str
    """Where an entry has it: ``arxiv_id``, ``doi`` or a field of ``links``."""
    value: str
    """The id, or the address in its usual form."""


@lru_cache(65536)
def named(text: str) -> Named | None:
    """Return what an arXiv id, a DOI or a web address names, or ``None`` where ``text`` is none of them."""
    text = _bare(text)
    if arxiv_id := ids.arxiv_id_of(text):
        return Named("arxiv_id", arxiv_id)
    if doi := ids.doi_of(text):
        return _of_doi(doi)
    bare = f"https://{text}" if _BARE_HOST.match(text) else text
    try:
        url = public(behind(ids.url_of(text) or bare))
        parts = urlsplit(url)
    except ValueError:
        return None
    if not url:
        return None
    if arxiv_id := arxiv_id_in(url):
        return Named("arxiv_id", arxiv_id)
    if is_broken_arxiv(url):
        return None
    host = addresses.host_of(url)
    if host == "doi.org":
        doi = ids.doi_of(unquote(parts.path.lstrip("/")))
        return _of_doi(doi) if doi else None
    says_so = is_publisher(host) or "/doi/10." in parts.path
    if says_so and (doi := _doi_in(host, unquote(f"{parts.path}?{parts.query}"))):
        return _of_doi(doi)
    url = usual(url)
    host, steps = addresses.host_of(url), addresses.segments(url)
    return Named(f"links.{_field_of(host, steps)}", url)


def _doi_in(host: str, path: str) -> str | None:
    """Return the DOI of the very paper that the page of a publisher is about."""
    if host.endswith("nature.com") and (found := _NATURE.search(path)):
        return f"10.1038/{found[1].lower()}"
    if doi := doi_of_copernicus(host, path):
        return doi
    inside = _DOI_INSIDE.search(path)
    if inside is None:
        return None
    doi = _AFTER_DOI.sub("", inside[1].rstrip("/"))
    if host == "academic.oup.com":
        doi = re.sub(r"(/.+)/\d+$", r"\1", doi)
    return doi if ids.is_doi(doi) else None


def arxiv_id_in(url: str) -> str | None:
    """Return the id that an address of arXiv, one of its mirrors or a page about one of its papers is about."""
    host, steps = addresses.host_of(url), addresses.segments(url)
    if _ARXIV_HOST.fullmatch(host) or _TELLS_OF_ARXIV.fullmatch(host):
        return next(filter(None, (ids.arxiv_id_of("/".join(steps[-count:])) for count in (1, 2))), None)
    if found := _BIBCODE.search(url):
        return ids.arxiv_id_of(f"{found[1]}.{found[2]}")
    elsewhere = _MIRROR.fullmatch("/".join(steps[-3:])) or _MIRROR.fullmatch("/".join(steps[-2:]))
    return ids.arxiv_id_of(elsewhere[1]) if elsewhere and field_of(host, steps) in {None, "project"} else None


def public(url: str) -> str:
    """Return ``url`` with https, or an empty text where it is no public address."""
    secure = re.sub(r"(?i)^https?://", "https://", url)
    return secure if ids.is_public_https(secure) else ""


def is_broken_arxiv(url: str) -> bool:
    """Say whether ``url`` has the form of a paper's address at arXiv, but no arXiv id in it."""
    url = public(url)
    of_a_paper = bool(url) and addresses.segments(url)[:1] in (["abs"], ["pdf"], ["html"])
    return of_a_paper and _ARXIV_HOST.fullmatch(addresses.host_of(url)) is not None and arxiv_id_in(url) is None


def usual(url: str) -> str:
    """Return ``url`` with https in its one usual form; the address of a repository ends at the repository."""
    url = page_of(addresses.canonical(re.sub(r"(?i)^https?://", "https://", url)))
    host, steps = addresses.host_of(url), addresses.segments(url)
    host = "github.com" if host == "raw.githubusercontent.com" else host
    length = _OWNER_AND_NAME + (
        host == "huggingface.co" and steps[:1] != [] and steps[0] in (*_HUB_FIELDS, "collections")
    )
    if host in {"github.com", "huggingface.co"} and len(steps) > length and steps[0] not in _NO_OWNERS:
        return f"https://{host}/" + "/".join(steps[:length])
    return url


def _bare(text: str) -> str:
    """Return what people copied without what they copied along: quotes, brackets, a category, words before it."""
    text = unicodedata.normalize("NFKC", text[: ids.URL_LIMIT]).strip()
    while around := _AROUND.fullmatch(text):
        text = around[1].strip()
    text = re.sub(r"(?i)^(?:git clone|(?:arxiv|doi)\s*:?)\s+|^arxiv:\s*", "", text)
    text = re.sub(r"\s+\[[a-z-]+(?:\.[A-Za-z-]+)?\]$", "", text).rstrip(".,;:>")
    return text[:-1] if text.endswith(")") and "(" not in text else text


def _of_doi(doi: str) -> Named:
    inside = ids.arxiv_id_of(doi[len("10.48550/arXiv.") :]) if doi.lower().startswith("10.48550/arxiv.") else None
    if is_of_data(doi):
        return Named("links.dataset", ids.doi_url(doi.rstrip(".,;:")))
    return Named("arxiv_id", inside) if inside else Named("doi", doi.rstrip(".,;:"))


def _field_of(host: str, steps: list[str]) -> str:
    if host in {"github.com", "huggingface.co"} and not _NO_OWNERS.isdisjoint(steps[:1]):
        return "project"
    if host == "huggingface.co" and len(steps) >= _OWNER_AND_NAME:
        return _HUB_FIELDS.get(steps[0], "weights")
    return field_of(host, steps) or "paper"
