"""Why ``rsfm add`` does not add: the catalog has the paper, or the entry would break a rule."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rsfm.adding.named import Named
from rsfm.adding.servers import ServerAnswers
from rsfm.checks import check_entry
from rsfm.cli import Stop
from rsfm.fetch.crossref_text import in_capitals, in_title_case
from rsfm.fetch.faults import UNANSWERED, Fault, Refusal
from rsfm.identity import Identity, Sign
from rsfm.locales import Localized
from rsfm.problems import Severity, visible
from rsfm.store import EntryFile, Library, read_entry

REFUSED = 1
"""Exit code: not written, with a reason."""


_LEADS_NOWHERE = "RA440"
_WITHOUT = Localized(
    zh="等待无济于事：用 --title、--author、--venue、--year 填写已知的，不经网络添加",
    en="Time will not help: give what is known by --title, --author, --venue and --year, and it is added without",
)
_LATER = Localized(
    zh="稍后再试，或用 --title 填写标题、不经网络添加", en="Try again later, or give --title to add it without"
)

_SHARED = {
    Sign.ARXIV_ID: Localized(zh="同样的 arXiv 编号", en="the same arXiv id"),
    Sign.DOI: Localized(zh="同样的 DOI", en="the same DOI"),
    Sign.TITLE: Localized(zh="同样的标题", en="the same title"),
    Sign.ADDRESS: Localized(zh="同样的地址", en="the same address"),
    Sign.NEARLY: Localized(zh="几乎相同的标题", en="nearly the same title"),
}


def not_answered(key: str, refused: Refusal) -> Stop:
    """Return why nothing is known of the paper, and what to do about it."""
    advice = _LATER if refused.again or refused.fault in UNANSWERED | {Fault.NOT_ASKED} else _WITHOUT
    if refused.fault is Fault.OTHER_PAPER:
        advice = Localized(zh="写出论文自己的 DOI", en="Give the DOI of the paper itself")
    return Stop(f"{key}：{refused.detail.zh}。{advice.zh}", f"{key}: {refused.detail.en}. {advice.en}", REFUSED)


def remarks(answers: ServerAnswers) -> Iterator[Localized]:
    """Yield what a person should look at in what a publisher says: capitals, for which nobody knows the right form."""
    source = answers.publication
    if source and in_capitals(source.title):
        better = in_title_case(source.title)
        yield Localized(
            zh=f"标题全是大写。是否应为：{better}（用 --title 填写）",
            en=f"the title is all in capitals. Should it be: {better} (give it by --title)",
        )
    if source and (shouted := [name for name in source.authors if in_capitals(name)]):
        better = ", ".join(map(in_title_case, shouted))
        yield Localized(
            zh=f"作者姓名全是大写。是否应为：{better}（用 --author 填写）",
            en=f"authors are all in capitals. Should they be: {better} (give them by --author)",
        )


def refuse_twins(library: Library, given: Iterable[Named], titles: list[str], options: argparse.Namespace) -> None:
    """Stop where an entry has the id, DOI, title or an address of the paper; ``--anyway`` allows what is not certain.

    Raises Stop, which shows the entry.
    """
    by_field = {one.field: one.value for one in given}
    wanted = Identity(
        arxiv_id=by_field.get("arxiv_id", ""),
        dois=(by_field.get("doi", ""),),
        titles=tuple(titles),
        addresses=tuple(one.value for one in given if one.field.startswith("links.")),
    )
    for file, sign, value in library.known_papers().find(wanted):
        if sign.is_certain or not options.anyway:
            raise _already(file, sign, value)


def _already(file: EntryFile, sign: Sign, value: str) -> Stop:
    path, what = file.document.path, _SHARED[sign]
    title = visible(str(file.values.get("title", "")), 200)
    venue = " ".join(str(file.values.get(f"venue.{part}", "")) for part in ("name", "year"))
    shown = f"\n  {title}\n  {visible(venue)}\n"
    return Stop(
        f"图谱里已有：{path} 有{what.zh} {visible(value, 200)}{shown}"
        + ("要改正它，请编辑这个文件。" if sign.is_certain else "若是另一篇论文，加 --anyway。"),
        f"the catalog has it: {path} has {what.en} {visible(value, 200)}{shown}"
        + ("To correct it, edit that file." if sign.is_certain else "If it is another paper, add --anyway."),
        REFUSED,
    )


def refuse_faults(
    library: Library, paper_id: str, text: str, answers: ServerAnswers, options: argparse.Namespace, today: date
) -> None:
    """Print what the rules say of the entry. Raises Stop where one of it is an error."""
    locale = options.locale
    file = read_entry(f"{options.papers.resolve().name}/{paper_id}.yml", text.encode(), library.taxonomy)
    if snapshot := answers.snapshot:
        library = replace(library, snapshots={**library.snapshots, snapshot.arxiv_id: snapshot})
    if publication := answers.publication:
        library = replace(library, publications={**library.publications, publication.doi: publication})
    problems = check_entry(library, file, today)
    for problem in problems:
        print(problem.text(locale), file=sys.stderr)
    for remark in remarks(answers):
        print(f"rsfm: {remark.best(locale)}", file=sys.stderr)
    if any(problem.code == _LEADS_NOWHERE for problem in problems):
        raise Stop(
            "没有写入。在命令里写上论文的编号，没有编号就写它的网页、代码或权重的网址：rsfm add https://… --title …",
            "nothing was written. Name the paper by its id, or by the address of its page, code or weights:"
            " rsfm add https://… --title …",
            REFUSED,
        )
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Stop("条目会有错误，没有写入", "the entry would have errors; nothing was written", REFUSED)
