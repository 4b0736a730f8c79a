"""No paper is in the catalog twice: the same id, address, name or title in two entries, and what nearly is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from rsfm.checks.draft import Draft, Finding, Shelf, folded, words
from rsfm.checks.rules import ERROR, WARNING, Topic, catalog_rule

_Key = Callable[[Draft], Iterable[tuple[str, str]]]
_CROWD = 40
"""A word that more titles have than this does not make two of them alike; it also bounds the work."""
_NAMED = 20
_ALIKE = 0.92
_SHARED_WORDS = 0.6
_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "-": None})


def _shared(shelf: Shelf, keys: _Key) -> Iterator[tuple[Draft, str, list[Draft]]]:
    """Yield every draft that shares a key with others: the draft, the field that has the key, and the others."""
    holders: dict[str, list[tuple[Draft, str]]] = {}
    for draft in shelf.drafts:
        for field, key in keys(draft):
            if key:
                holders.setdefault(key, []).append((draft, field))
    for found in holders.values():
        if len({draft.paper_id for draft, _ in found}) > 1:
            for draft, field in found:
                yield draft, field, [other for other, _ in found[:_NAMED] if other is not draft]


def _twice(draft: Draft, field: str, others: list[Draft], zh: str, en: str) -> Finding:
    named = ", ".join(dict.fromkeys(other.document.path for other in others[:3])) + (", …" if len(others) > 3 else "")  # noqa: PLR2004
    return draft.finding(
        field,
        f"{named} 里有同样的{zh}",
        f"{named} has the same {en}",
        "同一篇论文只留一个条目；不同的论文则改正这个值。",
        "Keep one entry per paper; if the papers differ, correct the value.",
    )


@catalog_rule(
    "RA320",
    ERROR,
    Topic.IDENTITY,
    zh=("arXiv 编号只出现一次", "同一编号的两个条目是同一篇论文，或者其中一个编号抄错了。"),
    en=("An arXiv id is there once", "Two entries with one id are one paper, or one of the ids is wrong."),
)
def an_arxiv_id_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries name the same arXiv id."""
    for draft, field, others in _shared(shelf, lambda draft: draft.each("arxiv_id")):
        yield _twice(draft, field, others, " arXiv 编号", "arXiv id")


@catalog_rule(
    "RA321",
    ERROR,
    Topic.IDENTITY,
    zh=("DOI 只出现一次", "DOI 不分大小写。"),
    en=("A DOI is there once", "DOIs are compared without regard to case."),
)
def a_doi_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries name the same DOI."""
    for draft, field, others in _shared(shelf, lambda draft: [(p, doi.lower()) for p, doi in draft.each("doi")]):
        yield _twice(draft, field, others, " DOI", "DOI")


@catalog_rule(
    "RA322",
    ERROR,
    Topic.IDENTITY,
    zh=("标题只出现一次", "比较时不计大小写、空格和标点。"),
    en=("A title is there once", "Compared without regard to case, blanks and punctuation."),
)
def a_title_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries have the same title, or a title that is another one's earlier title."""

    def titles(draft: Draft) -> list[tuple[str, str]]:
        found = [*draft.each("title"), *draft.each("other_titles")]
        return list({key: (path, key) for path, title in found if (key := folded(title))}.values())

    for draft, field, others in _shared(shelf, titles):
        yield _twice(draft, field, others, "标题", "title")


@catalog_rule(
    "RA323",
    WARNING,
    Topic.IDENTITY,
    zh=("标题不过分相似", "几乎相同的标题往往是同一篇论文的两个版本。"),
    en=("Titles are not nearly the same", "Titles that hardly differ mostly belong to two versions of one paper."),
)
def titles_are_not_nearly_the_same(shelf: Shelf) -> Iterator[Finding]:
    """Titles of unrelated entries that differ by a few letters."""
    titles = {draft.paper_id: draft.text("title") for draft in shelf.drafts if draft.text("title")}
    bags = {paper_id: frozenset(words(title)) for paper_id, title in titles.items()}
    holders: dict[str, list[str]] = {}
    for paper_id, bag in bags.items():
        for word in bag:
            holders.setdefault(word, []).append(paper_id)
    pairs = {pair for crowd in holders.values() if len(crowd) <= _CROWD for pair in combinations(sorted(crowd), 2)}
    for one, other in sorted(pairs):
        if len(bags[one] & bags[other]) < _SHARED_WORDS * max(len(bags[one]), len(bags[other])):
            continue
        first, second = folded(titles[one]), folded(titles[other])
        numbers = [{word for word in bags[paper_id] if word.isdecimal()} for paper_id in (one, other)]
        if first == second or numbers[0] != numbers[1] or max(len(first), len(second)) > _LONGEST_TITLE:
            continue
        match = SequenceMatcher(None, first, second, autojunk=False)
        if match.quick_ratio() < _ALIKE or match.ratio() < _ALIKE:
            continue
        a, b = shelf.by_id[one], shelf.by_id[other]
        if not shelf.related(a, b):
            for draft, twin in ((a, b), (b, a)):
                yield draft.finding(
                    "title",
                    f"与 {twin.document.path} 的标题几乎相同",
                    f"nearly the title of {twin.document.path}",
                    "若是同一篇论文，合并两个条目；若不是，用 relations 说明关系。",
                    "If it is one paper, keep one entry; if not, state the relation in relations.",
                )


_LONGEST_TITLE = 400


@catalog_rule(
    "RA324",
    WARNING,
    Topic.IDENTITY,
    zh=("名称只出现一次", "两篇论文同名时，用 relations 或 note 说明。"),
    en=("A name is there once", "Where two papers share a name, state the relation between them."),
)
def a_name_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two unrelated entries go by one name."""
    for draft, field, others in _shared(shelf, lambda draft: [(p, name.casefold()) for p, name in draft.each("name")]):
        strangers = [other for other in others if not shelf.related(draft, other)]
        if strangers:
            yield _twice(draft, field, strangers, "名称", "name")


@catalog_rule(
    "RA325",
    WARNING,
    Topic.IDENTITY,
    zh=("代码仓库只属于一篇论文", "两篇论文共用一个仓库时，用 relations 说明关系。"),
    en=("A repository belongs to one paper", "Where two papers share one, state the relation in relations."),
)
def a_repository_belongs_to_one_paper(shelf: Shelf) -> Iterator[Finding]:
    """No two unrelated entries name the same code, weights or project address."""

    def addresses(draft: Draft) -> list[tuple[str, str]]:
        kinds = ("code", "project", "weights")
        found = [(path, _address(url)) for path, kind, url in draft.links if kind in kinds]
        return list({key: (path, key) for path, key in reversed(found)}.values())

    for draft, field, others in _shared(shelf, addresses):
        strangers = [other for other in others if not shelf.related(draft, other)]
        if strangers:
            yield _twice(draft, field, strangers, "地址", "address")


@catalog_rule(
    "RA326",
    WARNING,
    Topic.IDENTITY,
    zh=("论文页面只出现一次", "同一个出版社页面就是同一篇论文。"),
    en=("A publisher's page is there once", "One page of a publisher is one paper."),
)
def a_publishers_page_is_there_once(shelf: Shelf) -> Iterator[Finding]:
    """No two entries link the same paper."""
    for draft, field, others in _shared(
        shelf, lambda draft: [(path, _address(url)) for path, url in draft.each("links.paper")]
    ):
        yield _twice(draft, field, others, "论文地址", "paper address")


@catalog_rule(
    "RA327",
    WARNING,
    Topic.IDENTITY,
    zh=("条目名不容易混淆", "rs-gpt 与 rsgpt、skysense-o 与 skysense-0 会被认错。"),
    en=("paper_ids cannot be mistaken for each other", "rs-gpt and rsgpt, skysense-o and skysense-0 will be confused."),
)
def paper_ids_do_not_look_alike(shelf: Shelf) -> Iterator[Finding]:
    """No two paper_ids differ only by hyphens or by letters and digits that look alike."""
    for draft, field, others in _shared(shelf, lambda draft: [("", draft.paper_id.translate(_LOOK_ALIKE))]):
        yield draft.finding(
            field,
            f"文件名与 {others[0].document.path} 太像",
            f"the file's name looks like {others[0].document.path}",
            "若是同一篇论文，只留一个；否则换一个更明确的名字。",
            "If it is one paper, keep one; otherwise choose a clearer name.",
        )


def _address(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").rstrip("/").removesuffix(".git").casefold()
