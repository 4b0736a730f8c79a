"""What somebody typed as an answer, without what forms, browsers and habits put around it."""

from __future__ import annotations

import re

from rsfm.forms.questions import Question

LONGEST = 4000
"""Characters of an answer."""
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n`]*\n(.*?)\n?\1", re.DOTALL)
_NO_ANSWER = "_no response_"
_NOTHING = re.compile(r"no response|none|n/?a|nil|null|--?|—|/|无|暂无|没有|未知")
_SPACES = re.compile(r"[^\S\n]")
_NOTHING_AT_ALL = re.compile("[\u200b\u2060\ufeff]")
"""Characters without width that web pages put into what is copied from them, and that carry no meaning."""
_ADDRESS_IN_MARKUP = r"<(https?://[^\s<>]+)>|!?\[[^\]\n]*\]\((https?://[^\s()]+)\)"
_ADDRESS = re.compile(_ADDRESS_IN_MARKUP)
_ONLY_ADDRESS = re.compile(rf"(?m)^(?:{_ADDRESS_IN_MARKUP})$")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_LONGEST_HEADING = 200


def plain(question: Question, text: str) -> str:
    """Return the text that ``text`` stands for; empty where it says that there is no answer."""
    text = text.strip()
    if len(text) > LONGEST:
        return text
    if (fenced := _FENCED.fullmatch(text)) and fenced[1] not in fenced[2]:
        text = fenced[2]
    text = _SPACES.sub(" ", _NOTHING_AT_ALL.sub("", text)).strip()
    # Words around an address mean nothing where only addresses belong, and may mean something anywhere else.
    form = _ADDRESS if question.field.startswith("links.") else _ONLY_ADDRESS
    text = form.sub(lambda found: found[1] or found[2], text)
    said = text.casefold()
    # What a correction is to say may well be “none”.
    return "" if said == _NO_ANSWER or (question.field and _NOTHING.fullmatch(said)) else text


def heading(line: str) -> str:
    """Return the heading that ``line`` is, as headings are compared, or an empty text."""
    found = _HEADING.match(line) if len(line) <= _LONGEST_HEADING else None
    return folded(line[found.end() :].rstrip(" \t").rstrip("#")) if found else ""


def folded(text: str) -> str:
    """Return a heading as it is compared: case and width of blanks aside."""
    return " ".join(text.casefold().split())
