"""What readers can have: code and weights with their links, states and licences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.model import Availability
from rsfm.problems import visible

_THINGS = {"code": "代码", "weights": "权重"}
_SPDX = [
    "0BSD",
    "AFL-3.0",
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Artistic-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-NC-SA-3.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "EPL-2.0",
    "EUPL-1.2",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LGPL-2.1-only",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MPL-2.0",
    "MulanPSL-2.0",
    "ODbL-1.0",
    "PDDL-1.0",
    "Unlicense",
    "Zlib",
]
_SPELLINGS = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in _SPDX} | {
    "apache": "Apache-2.0",
    "apachelicense20": "Apache-2.0",
    "apache2": "Apache-2.0",
    "mitlicense": "MIT",
    "bsd": "BSD-3-Clause",
    "gpl": "GPL-3.0-only",
    "gplv3": "GPL-3.0-only",
    "gpl30": "GPL-3.0-only",
    "agpl30": "AGPL-3.0-only",
    "ccbync": "CC-BY-NC-4.0",
    "cc0": "CC0-1.0",
}


def _state(draft: Draft, thing: str) -> Availability | None:
    return draft.value(f"{thing}.state", Availability)


@rule(
    "RA430",
    ERROR,
    Topic.MEANING,
    zh=("开放的东西有链接", "写了 open 就要让读者拿得到：links.code、links.weights。"),
    en=("What is open has a link", "Readers must be able to get what is said to be open: links.code, links.weights."),
)
def what_is_open_has_a_link(draft: Draft) -> Iterator[Finding]:
    """``state: open`` goes with an address."""
    for thing, zh in _THINGS.items():
        if _state(draft, thing) is Availability.OPEN and not draft.has(f"links.{thing}"):
            yield draft.finding(
                f"{thing}.state",
                f"{zh}写了 open，却没有 links.{thing}",
                f"{thing} is open, but there is no links.{thing}",
                f"加上 links.{thing}，或改成 announced、none、unknown。",
                f"Add links.{thing}, or write announced, none or unknown.",
            )


@rule(
    "RA431",
    WARNING,
    Topic.MEANING,
    zh=("有链接的东西写明状态", "只有仓库链接不说明代码是否已经公开。"),
    en=("What has a link has a state", "A link to a repository does not say whether the code is out."),
)
def what_has_a_link_has_a_state(draft: Draft) -> Iterator[Finding]:
    """A link goes with a state that was settled."""
    for thing, zh in _THINGS.items():
        if draft.has(f"links.{thing}") and _state(draft, thing) in (None, Availability.UNKNOWN):
            if f"{thing}.state" in draft.scalars and _state(draft, thing) is None:
                continue
            yield draft.finding(
                f"links.{thing}",
                f"有{zh}链接，却没有写明 {thing}.state",
                f"there is a link, but {thing}.state is not settled",
                f"加上 {thing}: {{state: open}}；只有占位仓库时写 announced。",
                f"Add {thing}: {{state: open}}, or announced for an empty repository.",
            )


@rule(
    "RA432",
    ERROR,
    Topic.MEANING,
    zh=("不存在的东西没有链接", "none 表示找过而没有；有链接就不是 none。"),
    en=("What does not exist has no link", "none means: looked for, not there."),
)
def what_does_not_exist_has_no_link(draft: Draft) -> Iterator[Finding]:
    """``state: none`` goes without an address."""
    for thing, zh in _THINGS.items():
        if _state(draft, thing) is Availability.NONE and draft.has(f"links.{thing}"):
            yield draft.finding(
                f"{thing}.state",
                f"{zh}写了 none，却有 links.{thing}",
                f"{thing} is none, but there is a links.{thing}",
                "改正状态，或删去链接。",
                "Correct the state, or delete the link.",
            )


@rule(
    "RA433",
    WARNING,
    Topic.MEANING,
    zh=("不存在的东西没有许可证", "许可证属于可以得到的东西。"),
    en=("What does not exist has no licence", "A licence belongs to something that can be had."),
)
def what_does_not_exist_has_no_licence(draft: Draft) -> Iterator[Finding]:
    """``state: none`` goes without a licence."""
    for thing, zh in _THINGS.items():
        if _state(draft, thing) is Availability.NONE and f"{thing}.licence.name" in draft.scalars:
            yield draft.finding(
                f"{thing}.licence.name",
                f"{zh}写了 none，却有许可证",
                f"{thing} is none, but has a licence",
                "改正状态，或删去许可证。",
                "Correct the state, or delete the licence.",
            )


@rule(
    "RA434",
    WARNING,
    Topic.MEANING,
    zh=("许可证用 SPDX 标识", "统一的标识才能筛选：Apache-2.0、MIT、CC-BY-NC-4.0。"),
    en=("A licence has its SPDX identifier", "Only one spelling can be filtered: Apache-2.0, MIT, CC-BY-NC-4.0."),
)
def a_licence_has_its_identifier(draft: Draft) -> Iterator[Finding]:
    """A licence that has an SPDX identifier is called by it."""
    for thing in _THINGS:
        name = draft.text(f"{thing}.licence.name")
        if not name or name in _SPDX:
            continue
        key = re.sub(r"[^a-z0-9]", "", name.lower())
        near = _SPELLINGS.get(key) or next(iter(get_close_matches(key[:40], _SPELLINGS, n=1, cutoff=0.9)), "")
        right = _SPELLINGS.get(near, near)
        if right and right != name:
            yield draft.finding(
                f"{thing}.licence.name",
                f"“{visible(name)}”不是 SPDX 标识",
                f"“{visible(name)}” is not the SPDX identifier",
                f"写 {right}。",
                f"Write {right}.",
            )
