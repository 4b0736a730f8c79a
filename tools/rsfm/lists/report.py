"""What was found in a list, as Markdown for people and as JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rsfm.lists.faults import ListFault
from rsfm.lists.habits import habits
from rsfm.lists.inline import Line
from rsfm.lists.items import ListItem
from rsfm.lists.markdown import read_list
from rsfm.lists.meaning_faults import meaning_faults
from rsfm.lists.recognised import Recognised, recognise
from rsfm.lists.typing_faults import typing_faults
from rsfm.lists.wording_faults import wording_faults
from rsfm.locales import Locale
from rsfm.markdown import code, table
from rsfm.problems import visible
from rsfm.store import Library

_LONGEST = 300
_MOST_LINES = 20


@dataclass(frozen=True, kw_only=True)
class ListReview:
    """A list with everything that was found in it."""

    name: str
    """What the list is called: its file's name."""
    known: tuple[Recognised, ...]
    """Its papers, in their order."""
    faults: tuple[ListFault, ...]
    """In the order of lines."""
    unread: tuple[Line, ...]
    """Bullets and rows with links that could not be read as papers."""

    unsure: tuple[ListItem, ...] = ()
    """What has a title and leads somewhere, but nothing says that it is a paper: not drafted."""

    @property
    def new(self) -> tuple[Recognised, ...]:
        """The papers that the catalog does not have."""
        return tuple(one for one in self.known if one.paper is None)


def review(name: str, text: str, library: Library) -> ListReview:
    """Read a list and find everything that is wrong with it."""
    found = read_list(text)
    known = recognise(found, library)
    faults = [*habits(found, known), *wording_faults(found, known, library)]
    for one in known:
        faults += [*meaning_faults(one, library.taxonomy), *typing_faults(one)]
    return ListReview(
        name=name,
        known=tuple(known),
        faults=tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.lines, fault.kind))),
        unread=tuple(found.unread),
        unsure=tuple(item for item in found.unsure if item not in {one.item for one in known}),
    )


def as_markdown(reviewed: ListReview, drafts: Sequence[str], locale: Locale) -> str:
    """Return the report: the faults by line, then which papers the catalog has, then the drafts that were written."""
    zh = locale is Locale.ZH
    counts = "论文 {} 篇，图谱已有 {} 篇；问题 {} 处。" if zh else "{} papers, {} of them in the catalog; {} faults."
    papers = len(reviewed.known)
    lines = [
        f"# {_cell(reviewed.name)}",
        "",
        counts.format(papers, papers - len(reviewed.new), len(reviewed.faults)),
        "",
    ]
    if reviewed.faults:
        head = (
            ("行", "问题", "原文", "应为", "类别") if zh else ("line", "what is wrong", "written", "should be", "kind")
        )
        rows = [
            (_lines(fault.lines), fault.what.best(locale), _cell(fault.wrong), _cell(fault.right), fault.kind.value)
            for fault in reviewed.faults
        ]
        lines += [*table(head, rows), ""]
    if reviewed.known:
        papers_head = ("行", "论文", "条目") if zh else ("line", "paper", "entry")
        entries = ((one.item, one.paper.paper_id if one.paper else "–") for one in reviewed.known)
        lines += [*table(papers_head, ((str(item.line), _cell(item.called), entry) for item, entry in entries)), ""]
    for title, listed in (
        (
            "没有读作论文的行：" if zh else "Lines not read as papers:",
            [f"{one.line}: {_cell(one.text)}" for one in reviewed.unread],
        ),
        (
            "拿不准是不是论文的（没有通向论文的链接）："
            if zh
            else "Unsure whether these are papers (no link leads to one):",
            [f"{one.line}: {_cell(one.called)}" for one in reviewed.unsure],
        ),
        ("草稿：" if zh else "Drafts:", [_cell(path) for path in drafts]),
    ):
        if listed:
            lines += [title, "", *(f"- {each}" for each in listed), ""]
    return "\n".join(lines)


def as_json(reviewed: ListReview, drafts: Sequence[str]) -> str:
    """Return the same as JSON."""
    value = {
        "list": reviewed.name,
        "papers": [
            {"line": one.item.line, "title": one.item.called, "entry": one.paper.paper_id if one.paper else None}
            for one in reviewed.known
        ],
        "faults": [
            {
                "kind": fault.kind.value,
                "lines": list(fault.lines),
                "message": {"zh": fault.what.zh, "en": fault.what.en},
                "wrong": fault.wrong,
                "right": fault.right or None,
            }
            for fault in reviewed.faults
        ],
        "counts": dict(sorted(Counter(fault.kind.value for fault in reviewed.faults).items())),
        "unread": [{"line": one.line, "text": one.text} for one in reviewed.unread],
        "unsure": [{"line": one.line, "text": one.called} for one in reviewed.unsure],
        "drafts": list(drafts),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_works(reviewed: ListReview) -> str:
    """Return its papers as ``works`` of ``papers/_lists.yml``."""
    works = {one.item.called: {"title": one.item.called, "arxiv_id": one.arxiv_id} for one in reviewed.known}
    rows = (
        ", ".join(
            f"{key}: {json.dumps(visible(value, _LONGEST), ensure_ascii=False)}" for key, value in work.items() if value
        )
        for title, work in works.items()
        if title
    )
    return "".join(["  works:\n", *(f"    - {{{row}}}\n" for row in rows)])


def _lines(lines: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    return shown + (f" … ({len(lines)})" if len(lines) > _MOST_LINES else "")


def _cell(text: str) -> str:
    return code(text, _LONGEST)
