"""Which sites hold what: papers, code, weights, data, demos; and addresses that only lead on to another one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

PUBLISHERS = re.compile(
    r"(?:.+\.)?(?:thecvf\.com|openreview\.net|ieee\.org|computer\.org|ieeecomputersociety\.org|acm\.org|springer\.com|nature\.com"
    r"|springeropen\.com|sciencedirect\.com|elsevier\.com|cell\.com|mdpi\.com|wiley\.com|tandfonline\.com|sagepub\.com"
    r"|spiedigitallibrary\.org|isprs\.org|copernicus\.org|egusphere\.net|neurips\.cc|nips\.cc|mlr\.press|jmlr\.org|aclanthology\.org"
    r"|aclweb\.org|aaai\.org|ijcai\.org|ecva\.net|bmva\.org|bmvc\.org|bmvc-archive\.org|isca-archive\.org|science\.org|sciencemag\.org"
    r"|pnas\.org|oup\.com|iop\.org|cambridge\.org|emerald\.com|frontiersin\.org|plos\.org|hindawi\.com|agu\.org|ametsoc\.org|asprs\.org"
    r"|annualreviews\.org|royalsocietypublishing\.org|optica\.org|osapublishing\.org|degruyter(?:brill)?\.com|iospress\.com|world"
    r"scientific\.com|ascelibrary\.org|cnki\.net|wanfangdata\.com\.cn|ygxb\.ac\.cn|researchgate\.net|semanticscholar\.org|biorxiv\.org"
    r"|medrxiv\.org|techrxiv\.org|eartharxiv\.org|essopenarchive\.org|authorea\.com|ssrn\.com|preprints\.org|researchsquare\.com"
    r"|scitepress\.org|ieee-jas\.net|radars\.ac\.cn|hal\.science|archives-ouvertes\.fr|elib\.dlr\.de|nasa\.gov/citations|proceedings\.com|papers\.cool|scirate\.com)"
)
"""Sites whose pages are papers, or are about one."""
_FIELDS = {
    "code": r"(?:www\.)?(?:github\.com|gitee\.com|gitcode\.(?:com|net)|bitbucket\.org|codeberg\.org|sr\.ht)/[^/]+/[^/]+"
    r"|(?:.+\.)?(?:gitlab|gitea|git|code)\.[^/]+/[^/]+/.+|gist\.github\.com/.+",
    "weights": r"(?:.+\.)?(?:wisemodel\.cn/models|openxlab\.org\.cn/models|modelscope\.(?:cn|ai)/models|kaggle\.com/models)/.+",
    "dataset": r"(?:.+\.)?(?:kaggle\.com/(?:datasets|competitions|c)|(?:wisemodel|modelscope)\.cn/datasets|openxlab\.org\.cn/datasets"
    r"|aistudio\.baidu\.com/datasetdetail|developers\.google\.com/earth-engine/datasets|planetarycomputer\.microsoft\.com/dataset)/.+|(?:.+\.)?(?:zenodo\.org|ieee-dataport\.org|figshare\.com|data\.mendeley\.com|datadryad\.org"
    r"|dataverse\.[^/]+|pangaea\.de|opendatalab\.(?:com|org\.cn)|scidb\.cn|source\.coop|radiant\.earth|registry\.opendata\.aws"
    r"|drive\.google\.com|docs\.google\.com|pan\.baidu\.com|yun\.baidu\.com|1drv\.ms|onedrive\.live\.com|sharepoint\.com|dropbox\.com"
    r"|mega\.nz|box\.com|pan\.quark\.cn|(?:ali|aliyun)(?:pan|drive)\.com|lanzou\w?\.com|terabox\.com|mediafire\.com|wetransfer\.com"
    r"|academictorrents\.com)(?:/.*)?",
    "demo": r"(?:colab\.research\.google\.com|replicate\.com|[^/]+\.hf\.space|[^/]+\.gradio\.(?:app|live))(?:/.*)?",
    "project": r".+\.(?:github|gitlab|gitee|bitbucket|readthedocs)\.(?:io|org)(?:/.*)?|sites\.google\.com/.*|(?:www\.)?kaggle\.com/.*|github\.com/.*|huggingface\.co/.*",
}
_KNOWN = {field: re.compile(form, re.IGNORECASE) for field, form in _FIELDS.items()}
_DATA_DOI = re.compile(
    r"10\.(?:5281/zenodo|6084/m9|57967/hf|21227|17632|7910/dvn|5061/dryad|1594|15468|24432|11922|57760|57745|14459|18739|5067|5066"
    r"|34911|17605|34740|25584|4121|23728|5065|26050|48436)\b",
    re.IGNORECASE,
)
"""Prefixes under which data are registered, not papers."""
_LEADS_ON = re.compile(
    r"(?:www\.)?google\.[a-z.]+/(?:url|search)|(?:links?|l|url|go|redirect|target|out)\.[^/]+/.*|[^/]*safelinks[^/]*/.*"
    r"|slack-redir\.net/.*|[^/]*urldefense[^/]*/.*|(?:www\.)?(?:jianshu|zhihu|douban)\.com/(?:go-wild|link|link2)/?|steamcommunity\.com/linkfilter/?",
    re.IGNORECASE,
)
_PAGES = [
    (re.compile(form, re.IGNORECASE), page)
    for form, page in (
        (r"(ieeexplore\.ieee\.org)/stampPDF/getPDF\.jsp\?.*?arnumber=(\d+).*", r"\1/document/\2"),
        (r"(ieeexplore\.ieee\.org)/stamp/stamp\.jsp\?.*?arnumber=(\d+).*", r"\1/document/\2"),
        (r"(openreview\.net)/pdf\?id=([\w-]+).*", r"\1/forum?id=\2"),
        (r"(aclanthology\.org)/([\w.-]+?)(?:v\d)?\.pdf", r"\1/\2/"),
        (r"(openaccess\.thecvf\.com/content[^?]*)/papers/([^/?]+)\.pdf", r"\1/html/\2.html"),
        (r"((?:www\.)?mdpi\.com/\d{4}-\d{3}[\dX]/\d+/\d+/\d+)/(?:pdf|htm|xml|notes|review_report)\b.*", r"\1"),
        (r"((?:www\.)?sciencedirect\.com/science/article)/abs(/pii/\w+).*", r"\1\2"),
        (r"(proceedings\.mlr\.press/v\d+)/([\w-]+)/\2\.pdf", r"\1/\2.html"),
        (r"(.*(?:neurips|nips)\.cc/paper_files/paper/\d+)/file/(\w+)-Paper(-\w+)?\.pdf", r"\1/hash/\2-Abstract\3.html"),
        (r"(zenodo\.org)/record/(\d+)/?", r"\1/records/\2"),
        (r"((?:www\.)?modelscope\.(?:cn|ai)/(?:models|datasets)/[^/?]+/[^/?]+)/(?:summary|files).*", r"\1"),
    )
]
"""Files and views of a thing, and the page it has: whoever compares addresses must find them the same."""
_COPERNICUS = re.compile(r"/articles/([\w-]+)/(\d+)/((?:19|20)\d\d)(?:/|$)")
_INSIDE = re.compile(r"https?:/{1,2}(?=[\w.-]+\.[a-z]{2,})", re.IGNORECASE)
_DEEPEST = 3


def behind(url: str) -> str:
    """Return the address to which a redirect of a search engine, a forum, a mail filter or an archive leads."""
    for _ in range(_DEEPEST):
        parts = urlsplit(url)
        where = f"{parts.hostname or ''}{parts.path}"
        if where.startswith("web.archive.org/web/") and (inside := _INSIDE.search(parts.path)):
            rest = url[url.index(parts.path) + inside.end() :]
            url = f"https://{rest}"
            continue
        if not _LEADS_ON.fullmatch(where):
            return url
        values = [unquote(value) for _, value in parse_qsl(parts.query)]
        target = next((value.strip() for value in values if _INSIDE.match(value.strip())), None)
        if target is None:
            return url
        url = target
    return url


def page_of(url: str) -> str:
    """Return the page of what ``url`` shows in another way: of a PDF the page of its paper, of a viewer the thing."""
    where = url.partition("://")[2]
    for form, page in _PAGES:
        if found := form.fullmatch(where):
            return f"https://{found.expand(page)}"
    return url


def doi_of_copernicus(host: str, path: str) -> str | None:
    """Return the DOI that an address of Copernicus is made of: journal, volume, first page and year."""
    found = _COPERNICUS.search(path)
    journal = host.removesuffix(".copernicus.org")
    return f"10.5194/{journal}-{found[1]}-{found[2]}-{found[3]}" if found and journal != host else None


def is_publisher(host: str) -> bool:
    """Say whether ``host`` has pages of papers."""
    return PUBLISHERS.fullmatch(host) is not None


def is_of_data(doi: str) -> bool:
    """Say whether ``doi`` was given to data and not to a paper."""
    return _DATA_DOI.match(doi) is not None


def field_of(host: str, steps: list[str]) -> str | None:
    """Return the field of ``links`` for what lies at ``steps`` of ``host``, where the site itself says so."""
    where = "/".join([host, *steps])
    return next((field for field, form in _KNOWN.items() if form.fullmatch(where)), None)
