"""Names and titles: written so that they can be found, cited and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import HAN
from rsfm.checks.rules import rule
from rsfm.problems import visible
from rsfm.source import retyped

_NO_BLANK = re.compile(r"[A-Za-z0-9]:(?=[A-Z])")
_LIMITS = {"name": 80, "aliases": 80, "title": 500, "other_titles": 500}
"""Longest names and titles in characters: cards and citations have no room for more."""
_COPIED_ALONG = re.compile(
    r"\[(?:pdf|html|code|arxiv|cs\.[a-z]{2})\]|\{\{|\}\}|\{%|%[0-9a-f]{2}(?!\w)|%20", re.IGNORECASE
)
"""Marks of link lists, templates and addresses."""
_QUOTES = ("'", '"')
_QUOTED = re.compile(r"[\"“'‘«《].*[\"”'’»》]")


@rule("RA316")
def a_colon_is_followed_by_a_blank(draft: Draft) -> Iterator[Finding]:
    """A colon between a name and the rest of a title."""
    title = draft.text("title")
    if _NO_BLANK.search(title) and not (draft.snapshot and draft.snapshot.title == title):
        right = _NO_BLANK.sub(lambda match: match[0] + " ", title)
        yield draft.finding("title", "colon", right=visible(right, 200))


@rule("RA304")
def a_title_is_only_the_title(draft: Draft) -> Iterator[Finding]:
    """No full stop, no quotes around the whole, no mixture of languages at its end."""
    names = "".join(name for field in ("name", "aliases") for _, name in draft.each(field))
    for path, title in [*draft.each("title"), *draft.each("other_titles")]:
        if draft.snapshot and title == draft.snapshot.title:
            continue  # the authors have it so
        han = sum(char not in names for char in HAN.findall(title))
        if found := _COPIED_ALONG.search(title):
            yield draft.finding(path, "copied", found=visible(found[0]))
        elif title.endswith("…"):
            yield draft.finding(path, "cut")
        elif title.endswith((".", "。", ",", ":")) and not title.endswith("..."):
            yield draft.finding(path, "end")
        elif _QUOTED.fullmatch(title):
            yield draft.finding(path, "quotes")
        elif 0 < han <= 4 and han * 5 < len(title):  # noqa: PLR2004 -- a word or two in a Latin title
            yield draft.finding(path, "han")


@rule("RA308")
def another_name_is_another_name(draft: Draft) -> Iterator[Finding]:
    """Aliases differ from the name, other titles from the title."""
    for field, others in (("name", "aliases"), ("title", "other_titles")):
        mine = draft.text(field)
        for path, other in draft.each(others):
            if other == mine:
                yield draft.finding(path, "itself", named=field)


@rule("RA315")
def a_name_is_not_too_long(draft: Draft) -> Iterator[Finding]:
    """Names, aliases and titles fit where they are shown."""
    for field, limit in _LIMITS.items():
        for path, text in draft.each(field):
            if len(text) > limit:
                yield draft.finding(path, length=len(text), limit=limit)


@rule("RA316")
def there_are_no_blanks_to_spare(draft: Draft) -> Iterator[Finding]:
    """Single blanks between the words of names, none before and after a text."""
    names = {path for field in _LIMITS for path, _ in draft.each(field)}
    for path, scalar in draft.scalars.items():
        # A value has lost the blanks around it; what was typed has not.
        typed = scalar.text
        if (scalar.style in _QUOTES and typed.strip() not in (typed, "")) or (path in names and "  " in typed):
            yield draft.finding(
                path, "spare", edits=retyped(scalar, " ".join(typed.split()) if path in names else typed.strip())
            )
