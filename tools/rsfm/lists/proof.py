"""What a link to arXiv or by DOI tells of an item whose words alone would not show that it is a paper."""

from __future__ import annotations

import re
from functools import lru_cache

from rsfm.adding.hosts import is_publisher
from rsfm.adding.named import is_broken_arxiv, named
from rsfm.checks.addresses import host_of
from rsfm.checks.letters import HAN
from rsfm.lists.inline import ListLink

_PLACE = re.compile(
    r"\b(?:papers?|articles?|this|solutions?|outcome|pdf|arxiv|preprint|links?|url|html|abs(?:tract)?|here|doi|publication|the|full|text|official|code|codes|git ?hub|gitlab"
    r"|repo(?:sitory)?|project|page|home ?page|website|web|site|demo|data|datasets?|download|weights?|checkpoints?|models?|hugging ?face"
    r"|hf|hub|video|slides|poster|supp(?:lementary)?|material|bib(?:tex)?|blog|kaggle|zenodo|google ?drive|baidu|one ?drive|colab|open ?review"
    r"|springer|elsevier|ieee(?: ?xplore)?|mdpi|cvf|acm|(?-i:[Ss]tars?)|license|null|none|n/?a|tbd|pwd|password|coming|soon|available|todo|not|no|and|or|of|v\d+)\b"
    r"|论文|原文|链接|预印本|地址|代码|数据集?|权重|模型|项目|主页|下载|演示|百度|网盘|提取码|密码|暂无|\W|[\d.v/_]",
    re.IGNORECASE,
)
"""The words of a label that says where a link leads, not what the paper is called."""
_SAYS_PAPER = re.compile(r"\W*(?:(?:full |official )?(?:paper|pdf|preprint|publication)|论文|原文)s?\W*", re.IGNORECASE)
_LISTING = re.compile(
    r"/(?:journals?|special_issues?|topics?|toc|loi|browse|search|group|author|user|profile|citations|xpl|issue|volume|proceedings?|book"
    r"|commissions?|benchmarks?|education|challenges?|datasets)(?:/|\?|$)"
    r"(?!.*(?:/(?:article|chapter|document)|10\.\d{4}))|RecentIssue|scholar\?",
    re.IGNORECASE,
)
"""Pages of publishers that list papers; a file is none."""
_CITATION = re.compile(r".{0,60}\bet\.? all?\b[.,]*\s*[\[(]?(?:19|20)\d\d[a-z]?\W*", re.IGNORECASE)
_OF_DISCUSSION = re.compile(r"^10\.5194/.*-(?:ac|cc|ec|rc)\d+$", re.IGNORECASE)
"""Comments and replies to which Copernicus gives ids of their own."""
_TALK = re.compile(
    r"(?:.+\.)?medium\.com|(?:dev)?blogs?\..+|.+/blogs?/.*|(?:.+\.)?(?:substack\.com|towardsdatascience\.com)/.*",
    re.IGNORECASE,
)
"""Where people write about papers."""
_TITLE_WORDS = 3
_LEAST_HAN = 6
_LONGEST_NAME = 40


def proves(link: ListLink) -> bool:
    """Say whether a link leads to a paper, whatever stands around it."""
    found = named(link.url)
    if found is None:
        return is_broken_arxiv(link.url)
    if found.field == "doi":
        return _OF_DISCUSSION.search(found.value) is None
    return found.field == "arxiv_id" or (found.field == "links.paper" and _is_page_of_paper(found.value, link))


def _is_page_of_paper(url: str, link: ListLink) -> bool:
    """Say whether a publisher has a paper there, or the link itself says so."""
    if is_publisher(host_of(url)):
        is_file = url.partition("?")[0].lower().endswith(".pdf")
        return (is_file or _LISTING.search(url) is None) and re.search(
            r"\d|[?&]id=|\.pdf$", url.partition("//")[2]
        ) is not None
    if _TALK.match(url.partition("//")[2]):
        return False
    said = _SAYS_PAPER.fullmatch(link.label.strip(" []()【】（）")) is not None
    return said or url.partition("?")[0].lower().endswith(".pdf")


@lru_cache(8192)
def is_place(label: str) -> bool:
    """Say whether a label only says where its link leads: ``[paper]``, ``arXiv:2410.01768``."""
    return not _PLACE.sub("", label) or is_citation(label)


def is_citation(label: str) -> bool:
    """Say whether a label cites a paper by its people and year."""
    return _CITATION.fullmatch(label) is not None


def is_proven_title(label: str) -> bool:
    """Say whether the label of a link that proves a paper is its title, however short, and not only its name."""
    # A name may have hyphens; the words of a title stand apart.
    is_long = len(label.split()) >= _TITLE_WORDS or len(HAN.findall(label)) >= _LEAST_HAN
    return not is_place(label) and (is_long or re.search(r"\w[:：]\s*\w", label) is not None)


def is_proven_name(label: str) -> bool:
    """Say whether such a label is what people call the paper."""
    return not is_place(label) and not is_proven_title(label) and len(label) <= _LONGEST_NAME
