"""What readers can have: code and weights with their links, states and licences."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import ERROR, WARNING, Topic, part_of, rule
from rsfm.model import Availability

_THINGS = {"code": "代码", "weights": "权重"}


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
    zh=("不存在的东西没有链接和许可证", "none 表示找过而没有：有链接或许可证就不是 none。"),
    en=("What does not exist has neither link nor licence", "none means: looked for, not there."),
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


@part_of("RA432")
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
