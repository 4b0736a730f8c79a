"""Identifiers and addresses of papers: how each is written, read and turned into a link."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

PAPER_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TERM_NAME = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)", re.IGNORECASE)
"""Names under which Windows cannot store a folder."""
PAPER_ID_LIMIT = 60
"""Longest paper_id in characters: it is a file name and a part of an address that people type."""
DOI_LIMIT = 255
"""Longest DOI in characters."""
URL_LIMIT = 2048
"""Longest address in characters: beyond it, browsers and servers cut."""
_HOST_LIMIT = 253

_NEW_ARXIV_ID = re.compile(r"(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])\.(?P<number>\d{4,5})", re.ASCII)
OLD_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    "|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph"
    "|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
"""The archives that arXiv had until April 2007."""
_OLD_ARXIV_ID = re.compile(rf"(?:{OLD_ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}}", re.ASCII)
_ARXIV_PREFIX = re.compile(r"(?:arxiv:|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/)", re.IGNORECASE)
# Older DOIs of Wiley and of the American Meteorological Society end in a SICI, page and title between angle brackets.
SICI_END = r"<[0-9A-Za-z]+:[0-9A-Za-z:.+-]*>\d\.\d\.[A-Za-z]{2};[0-9A-Za-z](?:-[0-9A-Za-z])?"
_DOI = re.compile(rf"10\.\d{{4,9}}/[^\s\"<>#?]+(?:{SICI_END})?", re.ASCII)
_DOI_PREFIX = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_REPOSITORY = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,38})/(?!\.{1,2}$)[a-z0-9._-]{1,100}")
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])"
PUBLIC_HTTPS = re.compile(rf"https://({_HOST})(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?", re.ASCII | re.IGNORECASE)
"""A public https address; its group is the host, and after it stands every visible character but quotes, braces, angle
brackets, bar, backslash and caret."""
# From 2015 on arXiv numbers have five digits; from April 2007 until then four.
_FIVE_DIGITS_SINCE = 1501
_FOR_GIT = re.compile(
    r"(?:git\+)?(?:(?:ssh|git|https?)://)?(?:git@)?(github|gitlab|gitee)\.com[:/]([\w-]+/[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE | re.ASCII,
)
_AT_HTTPS = re.compile(
    r"(?:http://)?(?=(?:(?:www\.)?(?:github\.com|huggingface\.co|arxiv\.org)|hf\.co|(?:dx\.)?doi\.org|[a-z0-9-]+\.github\.io)/)",
    re.IGNORECASE,
)
"""Sites that are known to answer at https; of others nobody knows."""


def is_paper_id(text: str) -> bool:
    """Say whether ``text`` may be a paper_id: lower-case ASCII words joined by single hyphens."""
    return len(text) <= PAPER_ID_LIMIT and PAPER_ID.fullmatch(text) is not None


def is_handle(text: str) -> bool:
    """Say whether ``text`` may name a variant, a source, a benchmark or a term: it becomes part of addresses."""
    return is_paper_id(text) and not _DEVICE.match(text)


def is_term_name(text: str) -> bool:
    """Say whether ``text`` may be a term's identifier: like a handle, with capitals and dots as in ``Apache-2.0``."""
    is_short = len(text) <= PAPER_ID_LIMIT
    return is_short and _TERM_NAME.fullmatch(text) is not None and not _DEVICE.match(text)


def handle_from(text: str) -> str | None:
    """Return the name that ``text`` suggests where it is no handle itself; ``None`` where its letters give none."""
    found = paper_id_from(text)
    return found if found and found != text else None


def paper_id_from(name: str) -> str:
    """Return the paper_id that ``name`` suggests, or an empty text where its letters give none."""
    plain = (
        unicodedata.normalize("NFKD", name[:URL_LIMIT].lower().replace("+", "-plus")).encode("ascii", "ignore").decode()
    )
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:PAPER_ID_LIMIT].strip("-")
    return found if is_paper_id(found) else ""


def is_arxiv_id(text: str) -> bool:
    """Say whether ``text`` is an arXiv id without version, in the new (``2410.01768``) or old (``cs/0112017``) form."""
    if new := _NEW_ARXIV_ID.fullmatch(text):
        digits = 5 if int(new["year"] + new["month"]) >= _FIVE_DIGITS_SINCE else 4
        return len(new["number"]) == digits
    return _OLD_ARXIV_ID.fullmatch(text) is not None


def arxiv_id_of(text: str) -> str | None:
    """Return the arXiv id named by an id, an ``arXiv:`` reference or an address of arXiv; the version is dropped."""
    bare = _ARXIV_PREFIX.sub("", text.strip(), count=1).removesuffix(".pdf")
    bare = re.sub(r"v[1-9]\d*$", "", bare)
    return bare if is_arxiv_id(bare) else None


def arxiv_year(arxiv_id: str) -> int:
    """Return the year in which arXiv gave out ``arxiv_id``."""
    two = int(re.sub(r"^.*/", "", arxiv_id)[:2])
    return 1900 + two if two > 90 else 2000 + two  # noqa: PLR2004 -- arXiv began in 1991


def arxiv_url(arxiv_id: str) -> str:
    """Return the address of the abstract page."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def arxiv_pdf_url(arxiv_id: str) -> str:
    """Return the address of the PDF of the latest version."""
    return f"https://arxiv.org/pdf/{arxiv_id}"


def snapshot_name(arxiv_id: str) -> str:
    """Return the file name of the snapshot of ``arxiv_id``; the slash of an old id becomes an underscore."""
    return arxiv_id.replace("/", "_") + ".json"


def is_doi(text: str) -> bool:
    """Say whether ``text`` is a bare DOI, ``10.1109/TGRS.2024.3390838``."""
    return len(text) <= DOI_LIMIT and _DOI.fullmatch(text) is not None


def doi_of(text: str) -> str | None:
    """Return the DOI named by a DOI, a ``doi:`` reference or an address of doi.org."""
    bare = _DOI_PREFIX.sub("", text.strip(), count=1)
    return bare if is_doi(bare) else None


def doi_url(doi: str) -> str:
    """Return the address that resolves ``doi``."""
    return "https://doi.org/" + quote(doi, safe="/:;()._-")


def is_public_https(text: str) -> bool:
    """Say whether ``text`` is an https address of a public ASCII host name, without user, port or white space."""
    found = PUBLIC_HTTPS.fullmatch(text) if len(text) <= URL_LIMIT else None
    return found is not None and len(found[1]) <= _HOST_LIMIT


def url_of(text: str) -> str | None:
    """Return the https address surely meant by one that git clones, has http or lacks ``https://``, else ``None``."""
    if cloned := _FOR_GIT.fullmatch(text):
        url = f"https://{cloned[1].lower()}.com/{cloned[2]}"
    elif found := _AT_HTTPS.match(text):
        url = "https://" + text[found.end() :]
    else:
        return None
    return url if is_public_https(url) else None


def doi_file_name(doi: str) -> str:
    """Return the file name of what Crossref said of ``doi``; DOIs are blind to case, some file systems too."""
    return re.sub(r"[^a-z0-9.()_-]", "_", doi.lower()) + ".json"


def repository_of(url: str) -> str | None:
    """Return the ``owner/name`` in lower case that an address of GitHub leads to, or ``None`` for any other address."""
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.netloc.lower() not in {"github.com", "www.github.com"}:
        return None
    found = _REPOSITORY.fullmatch("/".join(parts.path.split("/")[1:3]).lower().removesuffix(".git"))
    return found[0] if found else None


def repository_file_name(name: str) -> str:
    """Return the file name of what GitHub said of the repository ``owner/name``."""
    return name.replace("/", "_") + ".json"
