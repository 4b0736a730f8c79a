"""The one right form of an address: pure functions from an address to how it should be typed."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|spm|scm|from_?source|share_?\w*|ref_src|ref_url"
    r"|vd_source|wt\.mc_id|xtor|bxsign|tdsourcetag",
    re.IGNORECASE,
)
_GITHUB_NOISE = re.compile(
    r"(/[^/]+/[^/]+?)(?:\.git)?(?:/tree/(?:main|master|HEAD)|/blob/(?:main|master|HEAD)/README(?:\.\w+)?)?/*", re.I
)
_HUB_NOISE = re.compile(r"((?:/(?:datasets|spaces))?/[^/]+/[^/]+)(?:/tree/main|/blob/main/README\.md)?/*")
_IEEE = re.compile(r"https://(?:www\.)?ieeexplore\.ieee\.org/(?:abstract/)?document/(\d+)/?(?:\?arnumber=\1)?", re.I)
_REMEMBERED = 512
"""Many rules ask the same of the few addresses of one entry."""
_HOSTS = {
    "www.github.com": "github.com",
    "hf.co": "huggingface.co",
    "www.huggingface.co": "huggingface.co",
    "hf-mirror.com": "huggingface.co",
    "dx.doi.org": "doi.org",
    "www.doi.org": "doi.org",
}


@lru_cache(_REMEMBERED)
def untracked(url: str) -> str:
    """Return ``url`` without the parameters that only tell who shared it."""
    if "?" not in url:
        return url
    parts = urlsplit(url)
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))


def without_fragment(url: str) -> str:
    """Return ``url`` without ``#…``."""
    return url.partition("#")[0]


@lru_cache(_REMEMBERED)
def with_usual_host(url: str) -> str:
    """Return ``url`` with its host in lower case and under its usual name."""
    parts = urlsplit(url)
    host = parts.netloc.lower()
    host = _HOSTS.get(host, host)
    return url if host == parts.netloc and url.startswith("https:") else urlunsplit(parts._replace(netloc=host))


@lru_cache(_REMEMBERED)
def host_of(url: str) -> str:
    """Return the usual name of the host of ``url``."""
    host = urlsplit(url).netloc.lower()
    return _HOSTS.get(host, host)


def segments(url: str) -> list[str]:
    """Return the parts of the path of ``url``."""
    return [part for part in urlsplit(url).path.split("/") if part]


@lru_cache(_REMEMBERED)
def canonical_github(url: str) -> str:
    """Return the address of a repository as ``https://github.com/owner/name``; anything deeper is left alone."""
    return _of_repository(url, "github.com", _GITHUB_NOISE)


@lru_cache(_REMEMBERED)
def canonical_hub(url: str) -> str:
    """Return the address of a Hugging Face repository without ``/tree/main``, trailing slash or query."""
    return _of_repository(url, "huggingface.co", _HUB_NOISE)


def _of_repository(url: str, host: str, noise: re.Pattern[str]) -> str:
    """Return ``url`` without what ``noise`` has around owner and name, where it is of ``host``."""
    parts = urlsplit(with_usual_host(url))
    if parts.netloc != host:
        return url
    path = re.sub(r"/{2,}", "/", parts.path)
    whole = noise.fullmatch(path)
    # Which of its tabs a page of GitHub shows is no part of where it is.
    query = "" if whole or (host == "github.com" and parts.query.startswith("tab=")) else parts.query
    return urlunsplit(parts._replace(path=whole[1] if whole else path.rstrip("/"), query=query))


def canonical_ieee(url: str) -> str:
    """Return the address of a paper at IEEE Xplore as ``https://ieeexplore.ieee.org/document/1``."""
    found = _IEEE.fullmatch(url)
    return f"https://ieeexplore.ieee.org/document/{found[1]}" if found else url


def canonical(url: str) -> str:
    """Return ``url`` in its one right form."""
    return canonical_ieee(canonical_hub(canonical_github(with_usual_host(untracked(without_fragment(url))))))
