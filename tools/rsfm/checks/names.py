"""Names, titles, people and lists of words: written so that they can be found, cited and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding, folded, words
from rsfm.checks.letters import HAN
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.problems import visible

_WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_OUR_ADDRESSES = frozenset(
    [
        "404",
        "about",
        "add",
        "all",
        "api",
        "assets",
        "author",
        "authors",
        "compare",
        "correct",
        "docs",
        "en",
        "entries",
        "example",
        "export",
        "family",
        "favicon",
        "favorites",
        "favourites",
        "feed",
        "feeds",
        "frame",
        "home",
        "index",
        "latest",
        "license",
        "licence",
        "map",
        "names",
        "new",
        "news",
        "paper",
        "papers",
        "pagefind",
        "robots",
        "rules",
        "search",
        "sitemap",
        "static",
        "stats",
        "tag",
        "tags",
        "task",
        "tasks",
        "taxonomy",
        "term",
        "terms",
        "topic",
        "topics",
        "undefined",
        "null",
        "year",
        "years",
        "zh",
    ]
)
_SEVERAL = re.compile(r",|，|、|;|；|\band\b| & |/")
_AND_OTHERS = re.compile(r"\bet al\b|\bothers\b|等人?$|\.\.\.|…", re.IGNORECASE)
_NO_BLANK = re.compile(r"[A-Za-z0-9]:(?=[A-Z])")
_QUOTED = re.compile(r"[\"“'‘«《].*[\"”'’»》]")
_NOT_A_NAME = re.compile(r"[@<>{}\[\]|\\]|https?:|\d{3}")


@rule(
    "RA301",
    ERROR,
    Topic.IDENTITY,
    zh=("条目名没有被占用", "con、aux 等在 Windows 上不能作文件名；index、search 等是站点自己的网址。"),
    en=(
        "A paper_id is not reserved",
        "Windows cannot store con or aux; index, search and others are pages of the site.",
    ),
)
def the_name_is_not_reserved(draft: Draft) -> Iterator[Finding]:
    """Device names of Windows and addresses of the site."""
    if draft.paper_id in _WINDOWS_DEVICES | _OUR_ADDRESSES and not draft.is_example:
        yield draft.finding(
            "",
            f"{draft.paper_id} 是保留名",
            f"{draft.paper_id} is a reserved name",
            f"换一个文件名，例如 {draft.paper_id}-model.yml。",
            f"Give the file another name, such as {draft.paper_id}-model.yml.",
        )


@rule(
    "RA302",
    WARNING,
    Topic.IDENTITY,
    zh=("文件名来自论文里的名称", "读者按名称找网址：remoteclip.yml 里写 RemoteCLIP。"),
    en=("The file is named after the paper", "Readers guess addresses from names: remoteclip.yml is about RemoteCLIP."),
)
def the_file_is_named_after_the_paper(draft: Draft) -> Iterator[Finding]:
    """The paper_id resembles the name, an alias or the title."""
    name = draft.text("name")
    if not name or draft.is_example or HAN.search(name):
        return
    mine = draft.paper_id.replace("-", "")
    others = [folded(value) for field in ("name", "aliases", "title", "other_titles") for _, value in draft.each(field)]
    if not any(other and (mine in other or other in mine) for other in others):
        better = "-".join(words(name))
        yield draft.finding(
            "name",
            f"文件名 {draft.paper_id} 与名称“{visible(name)}”不符",
            f"the file is called {draft.paper_id}, the paper “{visible(name)}”",
            f"文件改名为 {visible(better)}.yml，或把另一个名称写进 aliases。",
            f"Rename the file to {visible(better)}.yml, or put the other name into aliases.",
        )


@rule(
    "RA303",
    WARNING,
    Topic.TEXT,
    zh=("标题的冒号后有空格", "“GeoChat:Grounded”应为“GeoChat: Grounded”；arXiv 上就是这样写的除外。"),
    en=("A title has a blank after its colon", "“GeoChat: Grounded”, not “GeoChat:Grounded”, unless arXiv has it so."),
)
def a_colon_is_followed_by_a_blank(draft: Draft) -> Iterator[Finding]:
    """A colon between a name and the rest of a title."""
    title = draft.text("title")
    if _NO_BLANK.search(title) and not (draft.snapshot and draft.snapshot.title == title):
        right = _NO_BLANK.sub(lambda match: match[0] + " ", title)
        yield draft.finding(
            "title",
            "冒号后缺空格",
            "a blank is missing after the colon",
            f"写成“{visible(right, 200)}”。",
            f"Write “{visible(right, 200)}”.",
        )


@rule(
    "RA304",
    WARNING,
    Topic.TEXT,
    zh=("标题只有标题", "句号、外层引号、粘在英文标题后的“论文”二字都是复制时带进来的。"),
    en=("A title is only the title", "A full stop, quotes around it or a Chinese word glued to it came in by copying."),
)
def a_title_is_only_the_title(draft: Draft) -> Iterator[Finding]:
    """No full stop, no quotes around the whole, no mixture of languages at its end."""
    for path, title in [*draft.each("title"), *draft.each("other_titles")]:
        han = len(HAN.findall(title))
        if title.endswith((".", "。", ",", ":")) and not title.endswith("..."):
            zh, en = "标题末尾有多余的标点", "the title ends in punctuation"
        elif _QUOTED.fullmatch(title):
            zh, en = "标题外面有多余的引号", "there are quotes around the title"
        elif 0 < han <= 4 and han * 5 < len(title):  # noqa: PLR2004 -- a word or two in a Latin title
            zh, en = "英文标题里混有中文", "Chinese characters stand in an English title"
        else:
            continue
        yield draft.finding(path, zh, en, "只保留论文标题本身。", "Keep the title alone.")


@rule(
    "RA305",
    WARNING,
    Topic.TEXT,
    zh=("每位作者一项", "几个人写在一项里，引用格式和作者检索都会出错。"),
    en=("One author per item", "Several people in one item break citations and the search for authors."),
)
def an_item_is_one_author(draft: Draft) -> Iterator[Finding]:
    """No separators inside an author's name."""
    for path, name in draft.each("authors"):
        if _SEVERAL.search(name):
            yield draft.finding(
                path,
                f"“{visible(name)}”不是一个人名",
                f"“{visible(name)}” is not one name",
                "每人一行，名在前姓在后，不用逗号：- Ada Example。",
                "One person per line, given name first, no comma: - Ada Example.",
            )


@rule(
    "RA306",
    WARNING,
    Topic.TEXT,
    zh=("作者列全", "“等”“et al.”不是作者；写全，或整段不写而由 arXiv 快照给出。"),
    en=("Authors are complete", "“et al.” is nobody; list all, or leave the field to the snapshot of arXiv."),
)
def authors_are_complete(draft: Draft) -> Iterator[Finding]:
    """No “et al.”."""
    for path, name in draft.each("authors"):
        if _AND_OTHERS.search(name):
            yield draft.finding(
                path, "“等”不是作者", "“et al.” is not an author", "写出所有作者。", "List all authors."
            )


@rule(
    "RA307",
    WARNING,
    Topic.TEXT,
    zh=("作者是人名", "不含网址、邮箱、编号和标记。"),
    en=("An author is a person's name", "Without address, mail, number or markup."),
)
def an_author_is_a_name(draft: Draft) -> Iterator[Finding]:
    """Names hold no markup, address or number."""
    for path, name in draft.each("authors"):
        if _NOT_A_NAME.search(name) or not any(map(str.isalpha, name)):
            yield draft.finding(
                path,
                f"“{visible(name)}”不像人名",
                f"“{visible(name)}” is no name",
                "只写姓名。",
                "Write the name alone.",
            )


@rule(
    "RA308",
    WARNING,
    Topic.TEXT,
    zh=("列表里没有重复", "同一个词写两次没有意义。"),
    en=("A list has nothing twice", "The same word twice adds nothing."),
)
def a_list_has_nothing_twice(draft: Draft) -> Iterator[Finding]:
    """Values of one list differ, case aside."""
    for _, items in draft.lists():
        seen: dict[str, str] = {}
        for path, value in items:
            key = str(value).casefold()
            if key in seen:
                yield draft.finding(
                    path,
                    f"“{visible(str(value))}”重复",
                    f"“{visible(str(value))}” is there twice",
                    "只保留一个。",
                    "Keep one.",
                )
            seen[key] = path


@rule(
    "RA309",
    WARNING,
    Topic.TEXT,
    zh=("别名与名称不同", "aliases 和 other_titles 写名称和标题之外的写法。"),
    en=("Another name is another name", "aliases and other_titles hold what name and title do not say."),
)
def another_name_is_another_name(draft: Draft) -> Iterator[Finding]:
    """Aliases differ from the name, other titles from the title."""
    for field, others in (("name", "aliases"), ("title", "other_titles")):
        mine = draft.text(field)
        for path, other in draft.each(others):
            if other == mine:
                yield draft.finding(
                    path, f"与 {field} 相同", f"this is the {field} itself", "删去这一项。", "Delete the item."
                )


@rule(
    "RA310",
    WARNING,
    Topic.TEXT,
    zh=("一项一个关键词", "用逗号连起来的关键词只会当作一个词。"),
    en=("One keyword per item", "Keywords joined by commas count as one word."),
)
def an_item_is_one_keyword(draft: Draft) -> Iterator[Finding]:
    """No separators inside a keyword."""
    for locale in ("zh", "en"):
        for path, word in draft.each(f"keywords.{locale}"):
            if any(mark in word for mark in ",，、;；|#"):
                yield draft.finding(
                    path,
                    f"“{visible(word)}”是几个关键词",
                    f"“{visible(word)}” is several keywords",
                    "每个关键词单独一项。",
                    "Make each keyword an item of its own.",
                )
