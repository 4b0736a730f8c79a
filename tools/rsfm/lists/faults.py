"""What can be wrong with a list, and one such fault: where, what is written, and what should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rsfm.locales import Localized


class FaultKind(StrEnum):
    """The kinds of fault, and in a few words what they mostly are; the values are stable."""

    zh: str
    en: str

    def __new__(cls, value: str, zh: str, en: str) -> FaultKind:
        """Make a kind of its stable name and its words."""
        kind = str.__new__(cls, value)
        kind._value_, kind.zh, kind.en = value, zh, en
        return kind

    # What it says is not so.
    OTHER_PAPERS_TITLE = "other-papers-title", "标题与链接不是同一篇论文", "title and link are not of one paper"
    TITLE_TWICE = "title-twice", "同一标题配了不同的链接", "one title stands over different links"
    PAPER_TWICE = "paper-twice", "同一篇论文列了两次", "one paper is listed more than once"
    TITLE_DIFFERS = "title-differs", "标题与论文的标题不同", "the title is not the paper's"
    YEAR_IMPOSSIBLE = (
        "year-impossible",
        "arXiv 编号 {arxiv_id} 是 {submitted} 年的，年份不可能是 {year}",
        "arXiv gave out {arxiv_id} in {submitted}; the year cannot be {year}",
    )
    VENUE_DIFFERS = "venue-differs", "出处或年份与图谱不同", "venue or year is not that of the catalog"
    VENUE_MISSING = "venue-missing", "只有年份，没有出处", "a year without a venue"
    SECTION_DIFFERS = "section-differs", "{name} 放错了章节", "{name} stands in the wrong section"
    OUT_OF_SCOPE = (
        "out-of-scope",
        "不是遥感论文：删去，或注明“通用”",
        "not about remote sensing: remove it, or mark it as general",
    )
    CODE_FLAG = "code-flag", "写着没有代码，其实已经公开", "it says there is no code, but it is out"
    LINK_DIFFERS = (
        "link-differs",
        "代码仓库与图谱不同（可能改过名）",
        "not the repository of the catalog (perhaps renamed)",
    )
    ARXIV_ID = "arxiv-id", "不是 arXiv 编号（末尾的 0 可能丢了）", "is no arXiv id (a final zero may be lost)"
    ARXIV_MISSING = "arxiv-missing", "没有 arXiv 链接", "there is no arXiv link"
    LINK_MISSING = "link-missing", "缺少链接：{zh}", "links are missing: {en}"
    AUTHORS_MISSING = "authors-missing", "没有作者；图谱里有", "no authors; the catalog has them"
    CLAIM = "claim", "作者自己的说法，不宜当作事实", "the authors' claim, not a fact"
    ORDER = (
        "order",
        "这一节按年份排列，这些年份与图谱不同，位置也就不对",
        "the section is in the order of years; where the catalog has another year, the place is wrong too",
    )
    # How it is typed.
    SPELLING = "spelling", "拼写错误", "a word is misspelled"
    GLUED_TEXT = "glued-text", "标题末尾粘着别的文字", "other text is glued to the end of the title"
    COLON = "colon", "冒号后缺空格", "a blank is missing after the colon"
    STRAY_BLANK = "stray-blank", "括号里有多余的空格", "a stray blank inside brackets"
    NAME_TWICE = "name-twice", "开头重复了名称", "the name is repeated at the beginning"
    HTTP = "http", "链接是 http", "the link is http"
    VERSION = "version", "arXiv 链接带版本号", "the arXiv link names a version"
    PDF = "pdf", "链接指向 PDF，应指向摘要页", "the link leads to the PDF, not the abstract page"
    ADDRESS_FORM = (
        "address-form",
        "链接不是通用写法（结尾的斜杠、.git 等）",
        "the address is not in its usual form (final slash, .git and such)",
    )
    CAPITALS = "capitals", "仓库名的大小写不同", "the repository is spelled with other capitals"
    BREAK_TAG = "break-tag", "不是有效的 HTML", "is not valid HTML"
    PREFIX = "prefix", "出处里混有说明", "a remark is mixed into the venue"
    ARXIV_NAME = "arxiv-name", "arXiv 的写法不对", "arXiv is spelled otherwise"
    LABELS = "labels", "同一种链接有几种名称（{role}）", "links of one kind go by several names ({role})"
    SEPARATORS = "separators", "竖线两边的空格不一致", "blanks around the bars differ"
    EMPHASIS = "emphasis", "有的介绍用粗体强调，有的不用", "some descriptions use bold, others do not"
    FIRST_PERSON = "first-person", "介绍沿用了作者的第一人称", "descriptions speak as the authors do"


@dataclass(frozen=True, kw_only=True)
class ListFault:
    """One thing that is wrong with a list."""

    kind: FaultKind
    lines: tuple[int, ...]
    """Where, counted from 1; several for a habit of the whole list."""
    what: Localized
    wrong: str = ""
    """What is written."""
    right: str = ""
    """What should be; empty where only a person can know."""


def fault(
    kind: FaultKind,
    lines: int | tuple[int, ...],
    wrong: str = "",
    right: str = "",
    what: Localized | None = None,
    **told: object,
) -> ListFault:
    """Return a fault on one line or on several; ``what`` says what it is where the kind does not, ``told`` fills its gaps."""
    lines = (lines,) if isinstance(lines, int) else lines
    what = what or Localized(zh=kind.zh.format(**told), en=kind.en.format(**told))
    return ListFault(kind=kind, lines=lines, what=what, wrong=wrong, right=right)
