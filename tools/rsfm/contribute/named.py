"""What an id or address names: a paper by its arXiv id or DOI, its code, its weights, its data, or a page about it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from rsfm import ids
from rsfm.checks import addresses

_ARXIV_HOST = re.compile(r"(?:.+\.)?(?:arxiv|alphaxiv)\.org|ar5iv\.(?:labs\.arxiv\.)?org|xxx\.itp\.ac\.cn")
_TELLS_OF_ARXIV = re.compile(r"(?:(?:api|www)\.)?semanticscholar\.org|papers\.cool|scirate\.com")
"""Sites with a page for each paper of arXiv, named by its id."""
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/", re.IGNORECASE)
_DOI_INSIDE = re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")
_DOI_HOSTS = {
    "dl.acm.org",
    "doi.ieeecomputersociety.org",
    "iopscience.iop.org",
    "journals.sagepub.com",
    "link.springer.com",
    "onlinelibrary.wiley.com",
    "tandfonline.com",
    "www.pnas.org",
    "www.science.org",
    "www.tandfonline.com",
}
"""Publishers whose addresses hold the DOI of the very paper."""
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


def named(text: str) -> Named | None:
    """Return what an arXiv id, a DOI or a web address names, or ``None`` where ``text`` is none of them."""
    text = _bare(text)
    if arxiv_id := ids.arxiv_id_of(text):
        return Named("arxiv_id", arxiv_id)
    if doi := ids.doi_of(text):
        return _of_doi(doi)
    bare = f"https://{text}" if _BARE_HOST.match(text) else re.sub(r"(?i)^https?://", "https://", text)
    url = ids.url_of(text) or bare
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not ids.is_public_https(url):
        return None
    if arxiv_id := arxiv_id_in(url):
        return Named("arxiv_id", arxiv_id)
    if is_broken_arxiv(url):
        return None
    host = addresses.host_of(url)
    if host == "doi.org":
        doi = ids.doi_of(unquote(parts.path.lstrip("/")))
        return _of_doi(doi) if doi else None
    if inside := _DOI_INSIDE.search(unquote(parts.path)):
        doi = re.sub(r"/(?:full|pdf|abstract|epdf)$|\.(?:pdf|short|full)$", "", inside[1])
        if ids.is_doi(doi) and host in _DOI_HOSTS:
            return _of_doi(doi)
    url = usual(url)
    return Named(f"links.{_field_of(addresses.host_of(url), addresses.segments(url))}", url)


def arxiv_id_in(url: str) -> str | None:
    """Return the id that an address of arXiv, one of its mirrors or Hugging Face's paper pages is about."""
    host, steps = addresses.host_of(url), addresses.segments(url)
    on_the_hub = host == "huggingface.co" and steps[:1] == ["papers"]
    if not (_ARXIV_HOST.fullmatch(host) or _TELLS_OF_ARXIV.fullmatch(host) or on_the_hub):
        return None
    return next(filter(None, (ids.arxiv_id_of("/".join(steps[-count:])) for count in (1, 2))), None)


def is_broken_arxiv(url: str) -> bool:
    """Say whether ``url`` has the form of a paper's address at arXiv, but no arXiv id in it."""
    of_a_paper = addresses.segments(url)[:1] in (["abs"], ["pdf"], ["html"])
    return of_a_paper and _ARXIV_HOST.fullmatch(addresses.host_of(url)) is not None and arxiv_id_in(url) is None


def usual(url: str) -> str:
    """Return ``url`` with https in its one usual form; the address of a repository ends at the repository."""
    url = addresses.canonical(re.sub(r"(?i)^https?://", "https://", url))
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
    return Named("arxiv_id", inside) if inside else Named("doi", doi.rstrip(".,;:"))


def _field_of(host: str, steps: list[str]) -> str:
    if host in {"github.com", "huggingface.co"} and not _NO_OWNERS.isdisjoint(steps[:1]):
        return "project"
    if host in {"github.com", "gitlab.com", "gitee.com"} and len(steps) >= _OWNER_AND_NAME:
        return "code"
    if host == "huggingface.co" and len(steps) >= _OWNER_AND_NAME:
        return _HUB_FIELDS.get(steps[0], "weights")
    if host in {"modelscope.cn", "www.modelscope.cn"} and steps[:1] in (["models"], ["datasets"]):
        return "weights" if steps[0] == "models" else "dataset"
    if host.endswith((".github.io", ".gitlab.io")) or host in {"github.com", "huggingface.co"}:
        return "project"
    return "paper"
