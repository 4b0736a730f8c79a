"""The paper of a row of a table: its title only from a column of titles or from the label of the paper's link."""

from __future__ import annotations

import re
from functools import lru_cache

from rsfm.lists.around_titles import cleaned, split_title
from rsfm.lists.inline import BREAK, EMPTY, IMAGE, LINK, Line, plain
from rsfm.lists.items import ListItem, is_title
from rsfm.lists.proof import is_place, is_proven_name, is_proven_title, proves

_COLUMNS = {
    "title": r".*\btitles?\b.*|.*(?:标题|题目).*|论文(?:名称|标题)?|文章|.*\bpapers?\b.*|articles?|references?|works?|survey",
    "name": r".*\b(?:models?|names?|methods?|abbr(?:eviation)?|acronym|data ?sets?|benchmarks?|algorithms?|approach(?:es)?|systems?|agents?)\b.*"
    r"|.*(?:模型|名称|简称|方法|数据集).*",
    "venue": r".*\b(?:venue|publications?|published|publisher|journal|conference|year|source)\b.*|.*(?:发表|出处|年份|会议|期刊|来源|年)",
    "date": r".*\b(?:date|submitted|time)\b.*|.*(?:时间|日期)",
}
_OF_TITLES = re.compile(r".*\btitles?\b.*|.*(?:标题|题目).*|论文名称")
_OF_LINKS = re.compile(r"\b(?:codes?|links?|urls?|downloads?|github|weights?)\b|代码|链接|下载")
"""A column that leads to code or data, whose labels are no names of papers."""
_BOLD = re.compile(r"\*\*(.{1,300}?)\*\*")
_LONGEST_NAME = 60
_LONGEST_TITLE = 400
_LEAST = 4
"""Words of what is called a model or a data set, from which on it is a title."""
_KEY = re.compile(r"[a-z]+(?:19|20)\d\d[a-z]*")
"""The key of a citation, left where a title should stand."""
_NONE = re.compile(r"无名?|没有|未知|未命名|unknown|unnamed|nil", re.IGNORECASE)
"""What stands in a column of names where there is no name."""
_DATED = re.compile(r"(?:(?:19|20)\d\d|['’]\d\d)\W*$")


def of_row(here: Line, section: Line | None) -> ListItem:
    """Return the paper of a row."""
    item = ListItem(section=section, lines=[here], in_table=True)
    by_role: dict[str, list[tuple[str, str]]] = {}
    for column, cell in here.cells:
        by_role.setdefault(_role(column), []).append((column, cell))
    shown = [name for _, cell in by_role.get("name", ()) if (name := cleaned(plain(BREAK.split(cell)[0])))]
    item.name = next((name for name in shown if not (is_place(name) or _NONE.fullmatch(name))), "")[:_LONGEST_NAME]
    title = _title(by_role)
    item.claim = " ".join(plain(cell) for _, cell in by_role.get("venue", ())).strip()
    if title is None:
        title, item.name = _from_labels(item)
    text, claim = split_title(title) if title else ("", "")
    item.title = Line(text=text, line=here.line) if 0 < len(text) <= _LONGEST_TITLE else None
    in_titles = any(_OF_TITLES.fullmatch(column) for column, _ in by_role.get("title", ()))
    item.is_titled = is_title(text) and in_titles
    if item.title and item.name == text[:_LONGEST_NAME] and not in_titles:
        item.name = ""
    dates = [plain(cell) for _, cell in by_role.get("date", ())]
    item.claim = item.claim or claim or next(iter(dates), "")
    return item


@lru_cache(256)
def _role(column: str) -> str:
    role = next((role for role, words in _COLUMNS.items() if re.fullmatch(words, column)), "")
    return "" if role == "name" and _OF_LINKS.search(column) else role


def _title(by_role: dict[str, list[tuple[str, str]]]) -> str | None:
    """Return the title from a column of titles, else from one of names that holds titles too."""
    for column, cell in by_role.get("title", ()):
        text = _title_in(cell)
        surely = _OF_TITLES.fullmatch(column) is not None
        if text and not is_place(text) and (is_title(text) or (surely and not _KEY.fullmatch(text))):
            return text
    # Only the first column of names has the paper's; a method or its data beside it are described.
    names = [text for _, cell in by_role.get("name", ()) if (text := _title_in(cell))][:1]
    return next((text for text in names if is_title(text) and len(text.split()) > _LEAST), None)


def _title_in(cell: str) -> str:
    """Return what a cell shows as title: a label, else bold text, else its first line; several links are places."""
    source = IMAGE.sub(" ", cell)
    labels = [plain(match[1] or match[4] or "") for match in LINK.finditer(source)]
    labels = [cleaned(label) for label in (*labels, *map(plain, EMPTY.findall(source)))]
    if titled := [label for label in labels if label and not is_place(label)]:
        return max(titled, key=len) if is_title(max(titled, key=len)) else (titled[0] if len(titled) == 1 else "")
    bold = [cleaned(plain(found)) for found in _BOLD.findall(source)]
    pieces = [cleaned(plain(LINK.sub(" ", piece))) for piece in BREAK.split(source)]
    return next((text for text in (*bold, *pieces) if text and not is_place(text)), "")


def _from_labels(item: ListItem) -> tuple[str | None, str]:
    """Return title and name from the labels of the links that prove the paper; a venue, short or long, is neither."""
    labels = [cleaned(link.label) for link in item.links if proves(link)]
    labels = [label for label in labels if split_title(f"x ({label})")[0] != "x"]
    labels = [label for label in labels if not (_DATED.search(label) and label in item.claim)]
    if ":" not in item.name and len(item.name.split()) <= _LEAST:
        labels = [label for label in labels if label != item.name]
    title = next(filter(is_proven_title, labels), None)
    return title, item.name or ("" if title else next(filter(is_proven_name, labels), ""))
