"""What texts say: language, length, placeholders, markup, and as many points and sentences as were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import HAN
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.problems import visible

_LETTERS = re.compile(r"[A-Za-z]")
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|XXX+|xxx+)\b|lorem ipsum|待补充|待完善|待填写|待补(?!偿)|此处填写|请填写|<[a-z_ ]{3,20} here>"
)
_PLACEHOLDER_SIGNS = ("TODO", "FIXME", "TBD", "TBA", "XXX", "xxx", "lorem ipsum", "待补", "待完善", "填写", " here>")
_NOTHING = frozenset(
    [
        "n/a",
        "na",
        "n.a",
        "none",
        "unknown",
        "null",
        "nil",
        "todo",
        "tbd",
        "placeholder",
        "asdf",
        "待定",
        "暂无",
        "未知",
        "无",
        "空",
        "略",
        "占位",
        "占位符",
        "xx",
        "xxx",
    ]
)
_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>]{0,200}>|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});|\*\*[^*\n]{1,200}\*\*|\]\(\S{1,300}\)"
    r"|`[^`\n]{1,200}`|^#{1,6} |\\(?:text|math|emph|cite|url|href)[a-z]{0,5}\{|\$[^$\n]{0,80}[\\^_][^$\n]{0,80}\$",
    re.MULTILINE,
)
_MARKUP_SIGNS = re.compile(r"[<&*`\\$\](#]")
_ZH_END = re.compile(r"[。！？!?](?=.)", re.DOTALL)
_EN_END = re.compile(
    r"(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\bvs)(?<!\bcf)(?<!\bFig)[.!?][\"”’)]?\s+(?=[A-Z\"“(])"
)
_ZH_LIMIT, _EN_LIMIT = 120, 320
_MOSTLY = 0.2
_SHORT = 12
_SINGLE_LINE = re.compile(r"(?:name|title|aliases|other_titles|authors|venue\.name|keywords\.\w+)(?:\.\d+)?")
_LANGUAGE = re.compile(r"(?:.*\.)?(zh|en)(?:\.\d+)?")


def _says_nothing(value: str) -> bool:
    return len(value) <= _SHORT and (
        value.lower().rstrip(".。") in _NOTHING or not (value.isalnum() or any(map(str.isalnum, value)))
    )


@rule(
    "RA220",
    WARNING,
    Topic.TEXT,
    zh=("没有占位文字", "TODO、待补充之类的文字会被读者看到；还不知道的就不写。"),
    en=("No placeholders", "Readers would see a TODO or lorem ipsum; what is not known is left out."),
)
def no_text_is_a_placeholder(draft: Draft) -> Iterator[Finding]:
    """Words that stand for text yet to be written."""
    signs = any(sign in draft.document.text for sign in _PLACEHOLDER_SIGNS)
    for path, value in draft.file.values.items():
        if type(value) is not str or path.startswith("links"):
            continue
        found = _PLACEHOLDER.search(value) if signs else None
        if words := found[0] if found else value if _says_nothing(value) else "":
            yield draft.finding(
                path,
                f"“{visible(words)}”是占位文字",
                f"“{visible(words)}” is a placeholder",
                "写出内容，或删去这个字段。",
                "Write the text, or leave the field out.",
                piece=words,
            )


@rule(
    "RA221",
    WARNING,
    Topic.TEXT,
    zh=("zh 字段是中文", "中文读者会看到它。"),
    en=("A zh field is in Chinese", "Readers of the Chinese site see it."),
)
def zh_is_chinese(draft: Draft) -> Iterator[Finding]:
    """Prose under ``zh`` has Chinese characters."""
    for path, locale, text in draft.prose:
        if locale == "zh" and len(_LETTERS.findall(text)) >= _SHORT and not HAN.search(text):
            yield draft.finding(
                path,
                "zh 字段里没有中文",
                "no Chinese in a zh field",
                "把英文移到 en，这里写中文。",
                "Move it to en; write Chinese.",
            )


@rule(
    "RA222",
    WARNING,
    Topic.TEXT,
    zh=("en 字段是英文", "英文读者会看到它；个别中文名称可以保留。"),
    en=("An en field is in English", "Readers of the English site see it; a Chinese name here and there may stay."),
)
def en_is_english(draft: Draft) -> Iterator[Finding]:
    """Texts under ``en`` are not mainly Chinese."""
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if ".en" in path and not text.isascii() and (match := _LANGUAGE.fullmatch(path)) and match[1] == "en":
            han = len(HAN.findall(text))
            if han and han >= _MOSTLY * (han + len(_LETTERS.findall(text))):
                yield draft.finding(
                    path,
                    "en 字段里是中文",
                    "Chinese in an en field",
                    "把中文移到 zh，这里写英文。",
                    "Move it to zh; write English.",
                )


@rule(
    "RA223",
    WARNING,
    Topic.TEXT,
    zh=("两种语言都有", "缺少的语言在页面上会标明借用另一种语言。"),
    en=("Both languages are there", "Where one is missing, the page shows the other and says so."),
)
def both_languages_are_there(draft: Draft) -> Iterator[Finding]:
    """A passage has a zh and an en."""
    if draft.text("note"):
        yield draft.finding(
            "note",
            "两种语言用了同一段文字",
            "one text stands for both languages",
            "写成 note: {zh: …, en: …}。",
            "Write note: {zh: …, en: …}.",
        )
    written: dict[str, set[str]] = {}
    for path, locale, _ in draft.prose:
        if locale:
            written.setdefault(path.partition(f".{locale}")[0], set()).add(locale)
    for path, locales in written.items():
        if len(locales) == 1:
            missing = "en" if "zh" in locales else "zh"
            yield draft.finding(
                path, f"缺少 {missing}", f"{missing} is missing", f"加上 {missing}: …", f"Add {missing}: …"
            )


@rule(
    "RA224",
    WARNING,
    Topic.TEXT,
    zh=("要点是一句话", "one_line 出现在卡片和搜索结果里。"),
    en=("The point is one sentence", "one_line is shown on cards and in search results."),
)
def one_line_is_one_sentence(draft: Draft) -> Iterator[Finding]:
    """``one_line`` has one sentence, on one line."""
    for locale, end in (("zh", _ZH_END), ("en", _EN_END)):
        path = f"prose.one_line.{locale}"
        text = draft.text(path)
        if more := len(end.findall(text)) + text.count("\n"):
            yield draft.finding(
                path,
                f"有 {more + 1} 句话",
                f"has {more + 1} sentences",
                "只留一句。",
                "Keep one; the summary has room.",
            )


@rule(
    "RA225",
    WARNING,
    Topic.TEXT,
    zh=("要点足够短", f"one_line 和 key_points：中文至多 {_ZH_LIMIT} 字，英文至多 {_EN_LIMIT} 字符。"),
    en=(
        "A point is short",
        f"one_line and key_points: at most {_EN_LIMIT} characters in English, {_ZH_LIMIT} in Chinese.",
    ),
)
def a_point_is_short(draft: Draft) -> Iterator[Finding]:
    """``one_line`` and each key point fit on a card."""
    for path, locale, text in draft.prose:
        limit = _ZH_LIMIT if locale == "zh" else _EN_LIMIT
        if path.startswith(("prose.one_line", "prose.key_points")) and len(text) > limit:
            yield draft.finding(
                path,
                f"有 {len(text)} 个字符，至多 {limit}",
                f"has {len(text)} characters; at most {limit}",
                "缩短，细节写到 summary。",
                "Shorten it; details go to the summary.",
            )


@rule(
    "RA226",
    WARNING,
    Topic.TEXT,
    zh=("要点正好三条", "问题、答案、证据：每种语言三条。"),
    en=("There are exactly three key points", "The question, the answer, the evidence: three in each language."),
)
def there_are_three_key_points(draft: Draft) -> Iterator[Finding]:
    """Three key points in each language that has any."""
    wanted = 3
    for locale in ("zh", "en"):
        path = f"prose.key_points.{locale}"
        points = draft.each(path)
        if points and len(points) != wanted:
            yield draft.finding(
                path,
                f"有 {len(points)} 条，应为三条",
                f"there are {len(points)}, not three",
                "写三条：问题、答案、证据。",
                "Write three: the question, the answer, the evidence.",
            )


@rule(
    "RA227",
    WARNING,
    Topic.TEXT,
    zh=("文字里没有标记", "HTML、Markdown 和 LaTeX 会原样显示，不会生效。"),
    en=("Text has no markup", "HTML, Markdown and LaTeX are shown as typed and do nothing."),
)
def text_has_no_markup(draft: Draft) -> Iterator[Finding]:
    """Tags, entities, Markdown and LaTeX commands."""
    for path, value in draft.file.values.items():
        if (
            type(value) is str
            and not path.startswith("links")
            and _MARKUP_SIGNS.search(value)
            and (found := _MARKUP.search(value))
        ):
            yield draft.finding(
                path,
                f"“{visible(found[0])}”会原样显示",
                f"“{visible(found[0])}” is shown as typed",
                "写成普通文字。",
                "Write plain text.",
                piece=found[0],
            )


@rule(
    "RA228",
    ERROR,
    Topic.TEXT,
    zh=("名称和标题在一行里", "换行会进入链接文字、引用格式和网页标题。"),
    en=("Names and titles are on one line", "A line break would end up in links, citations and page titles."),
)
def names_are_on_one_line(draft: Draft) -> Iterator[Finding]:
    """Short texts hold no line break."""
    for path, value in draft.file.values.items():
        if type(value) is str and "\n" in value and _SINGLE_LINE.fullmatch(path):
            yield draft.finding(
                path, "值里有换行", "the value has a line break", "写在一行里。", "Write it on one line."
            )
