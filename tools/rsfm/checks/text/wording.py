"""What texts must not hold: placeholders, markup, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.known import known
from rsfm.checks.rules import rule
from rsfm.problems import visible

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|XXX+|xxx+)\b|(?i:lorem ipsum|placeholder text|^insert text(?: here)?\W*$|^to be (?:added|done|written|filled)\W*$"
    r"|\[(?:add|insert|your|write|fill)\b[^\[\]\n]{0,40}\]|<(?:add|insert|your|write|one|short|brief)[ _][a-z_ -]{1,30}>"
    r"|<[a-z_ ]{3,20} here>)|待补充|待完善|待填写|待翻译|待补(?!偿)|[此在]处?填写|请填写|敬请期待|此处为(?:一句话|简介|摘要|标题)|占位文字|（略）"
)
_PLACEHOLDER_SIGN = re.compile(
    "TODO|FIXME|TBD|TBA|XXX|xxx|待补|待完善|待填写|待翻译|此处|此填写|在填写|在处填写|请填写|敬请|占位|（略"
)
"""Stands in every placeholder that can stand anywhere; a file without it is done with in one go.

Plain words alone: these are found five times as fast as with one class of characters among them.
"""
_PLACEHOLDER_WORDS = (b"lorem ipsum", b"placeholder text")
_PLACEHOLDER_BEGINS = ("insert", "to be ")
_NOTHING = known("says_nothing")
_ELEMENTS = (
    "a|abbr|article|audio|b|base|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figure|font|form"
    "|frame|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|pre|q|s|samp"
    "|script|section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead|title|tr|tt"
    "|u|ul|var|video"
)
"""Of HTML; other words between angle brackets, such as <image> or <box>, are tokens of a language model."""
_MARKUP = re.compile(
    rf"(?i:</?(?:{_ELEMENTS})\s*/?>)"
    r"|<[A-Za-z][A-Za-z0-9-]{0,20}\s[^<>]{0,80}=[^<>]{0,80}>|<!|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});|\*\*[^*\n]{1,200}\*\*|\]\(\S{1,300}\)"
    r"|`[^`\n]{1,200}`|^#{1,6} |\\(?:text|math|emph|cite|url|href)[a-z]{0,5}\{|\\[\"'`^~=.](?:\{\\?[A-Za-z]\}|[A-Za-z])|\$[^$\n]{0,80}[\\^_][^$\n]{0,80}\$",
    re.MULTILINE,
)
_MARKUP_SIGNS = ("<", "&", "`", "\\", "**", "](")
"""A file without any of these has at most headings and formulas."""
_SHORT = 12
_REMEMBERED = 4096
"""Most short texts are terms and sources that a thousand entries share."""
_SINGLE_LINE = re.compile(r"(?:name|title|aliases|other_titles|authors|venue\.name|keywords\.\w+)(?:\.\d+)?")


@lru_cache(_REMEMBERED)
def _says_nothing(value: str) -> bool:
    return value.lower().strip(".。…!！()（）[]<> ") in _NOTHING or not (
        value.isalnum() or any(map(str.isalnum, value))
    )


@rule("RA220")
def no_text_is_a_placeholder(draft: Draft) -> Iterator[Finding]:
    """Words that stand for text yet to be written."""
    title = draft.text("title")
    text = draft.document.text
    lowered = text.encode().lower()
    signs = _PLACEHOLDER_SIGN.search(text) is not None or any(words in lowered for words in _PLACEHOLDER_WORDS)
    for path, value in draft.texts:
        is_suspect = signs or "[" in value or "<" in value or value[:6].lower() in _PLACEHOLDER_BEGINS
        found = _PLACEHOLDER.search(value) if is_suspect else None
        empty = (len(value) <= _SHORT and _says_nothing(value)) or (value == title and path.startswith("prose."))
        if words := found[0] if found else value if empty else "":
            yield draft.finding(path, words=visible(words), piece=words)


@rule("RA227")
def text_has_no_markup(draft: Draft) -> Iterator[Finding]:
    """Tags, entities, Markdown and LaTeX commands."""
    text = draft.document.text
    # One dollar stands in the line that tells editors the schema.
    signs = any(sign in text for sign in _MARKUP_SIGNS) or text.count("$") > 1
    for path, value in draft.texts:
        if (signs or "#" in value) and (found := _MARKUP.search(value)):
            yield draft.finding(path, found=visible(found[0]), piece=found[0])


@rule("RA228")
def names_are_on_one_line(draft: Draft) -> Iterator[Finding]:
    """Short texts hold no line break."""
    for path, value in draft.file.values.items():
        if type(value) is str and "\n" in value and _SINGLE_LINE.fullmatch(path):
            yield draft.finding(path)
