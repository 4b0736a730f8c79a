"""Addresses: in their one usual form, on public hosts, under the right heading, and ids instead of arXiv or DOI links."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rsfm import ids
from rsfm.checks import addresses
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.problems import visible
from rsfm.source import retyped

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
_NOWHERE = ("example.com", "example.org", "example.net", "localhost.localdomain", "your-domain.com", "xxx.com")
_NOWHERE_ENDINGS = (
    ".example",
    ".invalid",
    ".test",
    ".localhost",
    ".local",
    ".internal",
    ".lan",
    ".home",
    ".corp",
    ".onion",
)
_CODE_HOSTS = ("github.com", "gitlab.com", "gitee.com", "bitbucket.org")
_NOT_OWNERS = frozenset(
    [
        "about",
        "apps",
        "collections",
        "explore",
        "features",
        "login",
        "marketplace",
        "orgs",
        "search",
        "settings",
        "sponsors",
        "topics",
    ]
)


def _proofs(draft: Draft) -> list[tuple[str, str]]:
    return [pair for thing in ("code", "weights") for pair in draft.each(f"{thing}.licence.proof")]


def _all(draft: Draft) -> list[tuple[str, str]]:
    return [*((path, url) for path, _, url in draft.links), *_proofs(draft)]


def _in_usual_form(
    draft: Draft, urls: list[tuple[str, str]], usual: Callable[[str], str], zh: str, en: str
) -> Iterator[Finding]:
    """Find the addresses that ``usual`` would change; the mended form is right in every other respect too."""
    for path, url in urls:
        if usual(url) != url:
            right = addresses.untracked(url) if "licence" in path else addresses.canonical(url)
            scalar = draft.scalars.get(path)
            edits = retyped(scalar, right) if scalar else ()
            shown = visible(right, 200)
            yield draft.finding(path, zh, en, f"写 {shown}", f"Write {shown}", edits=edits)


@rule(
    "RA501",
    ERROR,
    Topic.LINKS,
    zh=("GitHub 仓库地址用统一写法", "https://github.com/owner/name：没有 www、.git、结尾的斜杠和 /tree/main。"),
    en=(
        "A GitHub repository has its usual address",
        "https://github.com/owner/name: no www, .git, final slash, /tree/main.",
    ),
    mends=True,
)
def a_github_address_is_in_its_usual_form(draft: Draft) -> Iterator[Finding]:
    """Addresses of repositories on GitHub."""
    links = [(path, addresses.without_fragment(url)) for path, _, url in draft.links]
    yield from _in_usual_form(
        draft,
        links,
        addresses.canonical_github,
        "不是 GitHub 仓库地址的统一写法",
        "is not the usual form of a GitHub address",
    )


@rule(
    "RA502",
    ERROR,
    Topic.LINKS,
    zh=(
        "Hugging Face 地址用统一写法",
        "https://huggingface.co/owner/name：不用 hf.co、镜像站、/tree/main 和结尾的斜杠。",
    ),
    en=(
        "A Hugging Face address is in its usual form",
        "https://huggingface.co/owner/name: no hf.co, mirror, /tree/main.",
    ),
    mends=True,
)
def a_hub_address_is_in_its_usual_form(draft: Draft) -> Iterator[Finding]:
    """Addresses of repositories on Hugging Face."""
    links = [(path, addresses.without_fragment(url)) for path, _, url in draft.links]
    yield from _in_usual_form(
        draft,
        links,
        addresses.canonical_hub,
        "不是 Hugging Face 地址的统一写法",
        "is not the usual form of a Hugging Face address",
    )


@rule(
    "RA503",
    ERROR,
    Topic.LINKS,
    zh=("域名用小写和通用写法", "同一个地址只有一种写法，才能查重。"),
    en=("A host is in lower case and has its usual name", "With one spelling only, addresses can be compared."),
    mends=True,
)
def a_host_has_its_usual_name(draft: Draft) -> Iterator[Finding]:
    """Host names in lower case; doi.org without dx or www."""
    hubs = ("github.com", "huggingface.co")
    others = [(path, url) for path, _, url in draft.links if addresses.host_of(url) not in hubs]
    yield from _in_usual_form(
        draft, others, addresses.with_usual_host, "域名不是通用写法", "the host is written unusually"
    )


@rule(
    "RA504",
    ERROR,
    Topic.LINKS,
    zh=("链接不带 # 片段", "片段指向页面内的某一处，页面一改就失效，也使同一地址看上去不同。"),
    en=("A link has no fragment", "What follows # goes stale when the page changes, and makes equal addresses differ."),
    mends=True,
)
def a_link_has_no_fragment(draft: Draft) -> Iterator[Finding]:
    """No ``#…`` in links; a licence's proof may point into a page."""
    links = [(path, url) for path, _, url in draft.links]
    yield from _in_usual_form(draft, links, addresses.without_fragment, "链接带有 # 片段", "the link has a fragment")


@rule(
    "RA505",
    ERROR,
    Topic.LINKS,
    zh=("链接不带跟踪参数", "utm_source 等参数只说明链接从哪里来。"),
    en=("A link has no tracking parameters", "utm_source and the like only tell who shared the link."),
    mends=True,
)
def a_link_has_no_tracking(draft: Draft) -> Iterator[Finding]:
    """No parameters that only track."""
    yield from _in_usual_form(
        draft, _all(draft), addresses.untracked, "链接带有跟踪参数", "the link has tracking parameters"
    )


@rule(
    "RA506",
    ERROR,
    Topic.LINKS,
    zh=("arXiv 链接写成 arxiv_id", "arXiv 的链接由编号生成；写在 links 里会与编号不一致。"),
    en=(
        "An arXiv link is written as arxiv_id",
        "Links to arXiv are made from the id; typed ones come to disagree with it.",
    ),
)
def an_arxiv_link_is_an_id(draft: Draft) -> Iterator[Finding]:
    """No address of arXiv under ``links``."""
    for path, _, url in draft.links:
        if addresses.host_of(url).endswith(("arxiv.org", "alphaxiv.org", "arxiv-vanity.com")) or (
            addresses.host_of(url) == "huggingface.co" and addresses.segments(url)[:1] == ["papers"]
        ):
            found = ids.arxiv_id_of(url.partition("?")[0].rpartition("/")[2]) or "…"
            yield draft.finding(
                path,
                "arXiv 地址不写在 links 里",
                "an arXiv address does not belong into links",
                f'删去它，写 arxiv_id: "{found}"。',
                f'Delete it and write arxiv_id: "{found}".',
            )


@rule(
    "RA507",
    ERROR,
    Topic.LINKS,
    zh=("论文的 DOI 链接写成 doi", "DOI 链接由 doi 字段生成。"),
    en=("A paper's DOI link is written as doi", "Links to doi.org are made from the field doi."),
)
def a_doi_link_is_an_id(draft: Draft) -> Iterator[Finding]:
    """No address of doi.org under ``links.paper``."""
    for path, kind, url in draft.links:
        if kind == "paper" and addresses.host_of(url) == "doi.org":
            found = visible(ids.doi_of(addresses.with_usual_host(url)) or "…", 100)
            yield draft.finding(
                path,
                "DOI 地址不写在 links 里",
                "a DOI address does not belong into links",
                f"删去它，写 doi: {found}。",
                f"Delete it and write doi: {found}.",
            )


@rule(
    "RA508",
    WARNING,
    Topic.LINKS,
    zh=("链接通向公开的网站", "example.org、内网域名等读者打不开。"),
    en=("A link leads to a public site", "Readers cannot open example.org or names of private networks."),
)
def a_link_leads_to_a_public_site(draft: Draft) -> Iterator[Finding]:
    """No documentation, test or private host names."""
    if draft.is_example:
        return
    for path, url in _all(draft):
        host = addresses.host_of(url)
        if host in _NOWHERE or host.endswith((*_NOWHERE_ENDINGS, *(f".{name}" for name in _NOWHERE))):
            yield draft.finding(
                path,
                f"{visible(host)} 不是公开网站",
                f"{visible(host)} is no public site",
                "写真实地址。",
                "Write the real one.",
            )


@rule(
    "RA509",
    ERROR,
    Topic.LINKS,
    zh=("不用短链接", "短链接会失效，也看不出通向哪里。"),
    en=("No shortened links", "They expire and hide where they lead."),
)
def a_link_is_not_shortened(draft: Draft) -> Iterator[Finding]:
    """No addresses of link shorteners."""
    for path, url in _all(draft):
        if (host := addresses.host_of(url)) in _SHORTENERS:
            yield draft.finding(
                path,
                f"{host} 是短链接",
                f"{host} shortens links",
                "打开它，写最终的地址。",
                "Open it and write where it leads.",
            )


@rule(
    "RA510",
    WARNING,
    Topic.LINKS,
    zh=("链接末尾没有标点", "复制时带上的括号、句号会使链接失效。"),
    en=("A link does not end in punctuation", "A bracket or full stop that was copied along breaks the link."),
)
def a_link_does_not_end_in_punctuation(draft: Draft) -> Iterator[Finding]:
    """No punctuation after the address."""
    for path, url in _all(draft):
        if url.endswith((".", ",", ";", ":", "!", "*", "]")) or (url.endswith(")") and "(" not in url):
            yield draft.finding(
                path,
                "链接末尾有标点",
                "the link ends in punctuation",
                "删去末尾的标点。",
                "Delete the mark at the end.",
            )


@rule(
    "RA511",
    WARNING,
    Topic.LINKS,
    zh=("代码链接指向仓库", "只到用户主页的链接找不到代码。"),
    en=("A code link leads to a repository", "A link to a user's page does not lead to the code."),
)
def a_code_link_leads_to_a_repository(draft: Draft) -> Iterator[Finding]:
    """On code hosts, an address has an owner and a name."""
    for path, kind, url in draft.links:
        parts = addresses.segments(url)
        if addresses.host_of(url) in _CODE_HOSTS and kind != "project" and (len(parts) < 2 or parts[0] in _NOT_OWNERS):  # noqa: PLR2004
            yield draft.finding(
                path,
                "链接没有指向仓库",
                "the link names no repository",
                "写到仓库名为止。",
                "Write owner and repository.",
            )


@rule(
    "RA512",
    WARNING,
    Topic.LINKS,
    zh=("链接放在合适的字段里", "Hugging Face 上的 /datasets/ 归 dataset，/spaces/ 归 demo。"),
    en=(
        "A link stands in the right field",
        "On Hugging Face, /datasets/ belongs into dataset and /spaces/ into demo.",
    ),
)
def a_link_stands_in_the_right_field(draft: Draft) -> Iterator[Finding]:
    """What the address leads to is what the field says."""
    for path, kind, url in draft.links:
        parts = addresses.segments(url)
        right = {"datasets": "dataset", "spaces": "demo"}.get(parts[0] if parts else "", kind)
        if addresses.host_of(url) == "huggingface.co" and kind != right and kind not in ("code", "project"):
            yield draft.finding(
                path,
                f"这个地址属于 links.{right}",
                f"the address belongs into links.{right}",
                f"移到 links.{right}。",
                f"Move it to links.{right}.",
            )


@rule(
    "RA513",
    WARNING,
    Topic.LINKS,
    zh=("每个链接通向不同的地方", "同一地址写在两个字段里，工具栏会有两个相同的按钮。"),
    en=("Links lead to different places", "One address in two fields makes two buttons that do the same."),
)
def links_lead_to_different_places(draft: Draft) -> Iterator[Finding]:
    """The paper, its code and its project page are three places; weights and data may lie beside the code."""
    seen: dict[str, str] = {}
    for path, kind, url in draft.links:
        if kind not in ("paper", "code", "project"):
            continue
        key = addresses.without_fragment(url).rstrip("/").casefold()
        if seen.setdefault(key, kind) != kind:
            yield draft.finding(
                path,
                f"与 links.{seen[key]} 是同一个地址",
                f"the same address as links.{seen[key]}",
                "只留在更合适的一处。",
                "Keep it where it fits better.",
            )
