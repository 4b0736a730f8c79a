"""What was found in a list, as Markdown for people and as JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsfm.lists.faults import ListFault
from rsfm.lists.habits import habits
from rsfm.lists.inline import Line
from rsfm.lists.items import ListItem
from rsfm.lists.link_faults import link_faults
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
    faults = [fault for one in known for fault in _of(one, library)]
    faults += [*habits(found, known), *wording_faults(found, known, library)]
    return ListReview(
        name=name,
        known=tuple(known),
        faults=tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.lines, fault.kind))),
        unread=tuple(found.unread),
        unsure=tuple(item for item in found.unsure if item not in {one.item for one in known}),
    )


def _of(one: Recognised, library: Library) -> Iterator[ListFault]:
    yield from meaning_faults(one, library.taxonomy)
    yield from link_faults(one)
    yield from typing_faults(one)


def as_markdown(reviewed: ListReview, drafts: Sequence[str], locale: Locale) -> str:
    """Return the report: the faults by line, then which papers the catalog has, then the drafts that were written."""
    zh = locale is Locale.ZH
    there = [one for one in reviewed.known if one.paper]
    lines = [f"# {_cell(reviewed.name)}", ""]
    lines += [
        f"论文 {len(reviewed.known)} 篇，图谱已有 {len(there)} 篇；问题 {len(reviewed.faults)} 处。"
        if zh
        else f"{len(reviewed.known)} papers, {len(there)} of them in the catalog; {len(reviewed.faults)} faults.",
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
        lines += table(
            ("行", "论文", "条目") if zh else ("line", "paper", "entry"),
            [
                (str(one.item.line), _cell(_title(one)), one.paper.paper_id if one.paper else "–")
                for one in reviewed.known
            ],
        )
        lines.append("")
    if reviewed.unread:
        lines += ["没有读作论文的行：" if zh else "Lines not read as papers:", ""]
        lines += [*(f"- {one.line}: {_cell(one.text)}" for one in reviewed.unread), ""]
    if reviewed.unsure:
        lines += [
            "拿不准是不是论文的（没有通向论文的链接）："
            if zh
            else "Unsure whether these are papers (no link leads to one):",
            "",
        ]
        lines += [*(f"- {one.line}: {_cell(_named(one))}" for one in reviewed.unsure), ""]
    if drafts:
        lines += ["草稿：" if zh else "Drafts:", "", *(f"- {_cell(path)}" for path in drafts), ""]
    return "\n".join(lines)


def as_json(reviewed: ListReview, drafts: Sequence[str]) -> str:
    """Return the same as JSON."""
    value = {
        "list": reviewed.name,
        "papers": [
            {"line": one.item.line, "title": _title(one), "entry": one.paper.paper_id if one.paper else None}
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
        "unsure": [{"line": one.line, "text": _named(one)} for one in reviewed.unsure],
        "drafts": list(drafts),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_works(reviewed: ListReview) -> str:
    """Return its papers as ``works`` of ``papers/_lists.yml``."""
    works = {
        _title(one): {"title": _title(one), **({"arxiv_id": one.arxiv_id} if one.arxiv_id else {})}
        for one in reviewed.known
        if _title(one)
    }
    rows = (", ".join(f"{key}: {_quoted(value)}" for key, value in work.items()) for work in works.values())
    return "".join(["  works:\n", *(f"    - {{{row}}}\n" for row in rows)])


def _quoted(text: str) -> str:
    return json.dumps(visible(text, _LONGEST), ensure_ascii=False)


def _title(known: Recognised) -> str:
    return _named(known.item)


def _named(item: ListItem) -> str:
    return item.title.text if item.title else item.name


def _lines(lines: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    return shown + (f" … ({len(lines)})" if len(lines) > _MOST_LINES else "")


def _cell(text: str) -> str:
    return code(text, _LONGEST)
