"""How an entry is typed: dashes, values that YAML guesses wrongly, order of fields, trailing blanks and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.locales import Localized
from rsfm.model import Entry
from rsfm.model.register import inside, leaves
from rsfm.problems import Edit, visible
from rsfm.source import Scalar, is_guessed, retyped

_NO_ITEM = re.compile(r"-[^\W\d_]")


def _paths_without_words() -> Iterator[str]:
    for path, field in leaves(Entry).items():
        inner = inside(field.kind)
        if inner is not Localized and (field.terms or inner is not str):
            yield re.escape(path).replace(r"\*", r"[^.]+")
            # Typed in its short form, a group is where its one value would be.
            yield re.escape(path.rpartition(".")[0] or path).replace(r"\*", r"[^.]+")


_PROSE = r"(?!prose\.(?!origin$|.*\.origin$))(?!keywords)(?!note)"
_NOT_FREE = re.compile(rf"{_PROSE}(?:{'|'.join(_paths_without_words())})(?:\.\d+)?")
"""Fields in which nobody writes words of their own."""
_LONGEST_GUESSED = 40
_TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\r?\n|\Z)")
_TRAILING_SIGNS = (" \n", "\t", "\r")
"""Without any of these no line ends in blanks; with one it takes a closer look."""
_MODELINE = re.compile(r"#[ \t]*(?:yaml-language-server:|-\*-|vim?:)[^\r\n]*\r?\n", re.IGNORECASE)
"""What tells an editor how to read the file; it is about the file and stays its first line."""
# One blank before the mark, or no blank after it: more likely a piece of the text than a comment.
_EATEN = re.compile(r" #\S[^\r\n]*|[ \t]+#(?=[^\s#])[^\r\n]*")
_DOUBTFUL = re.compile(r" #\s[^\r\n]*")
_ORDER = tuple(f.name for f in fields(Entry) if f.name != "paper_id")
"""The fields of an entry in the order in which files have them."""


@rule("RA028")
def a_dash_is_followed_by_a_blank(draft: Draft) -> Iterator[Finding]:
    """No plain text begins with a dash and a letter."""
    for path, scalar in draft.scalars.items():
        if scalar.text.startswith("-") and scalar.plain and _NO_ITEM.match(scalar.text):
            shown = visible(scalar.text.split()[0][1:])
            yield draft.finding(path, shown=shown)


@rule("RA025")
def no_value_is_guessed(draft: Draft) -> Iterator[Finding]:
    """A text, typed without quotes, that other YAML readers take for a number, a date or a truth value."""
    for path, scalar in draft.scalars.items():
        if scalar.style or len(scalar.text) > _LONGEST_GUESSED or not is_guessed(scalar.text):
            continue
        if type(draft.file.values.get(path)) is str and (path == "arxiv_id" or not _NOT_FREE.fullmatch(path)):
            yield draft.finding(path, text=visible(scalar.text), edits=retyped(scalar, scalar.text))


@rule("RA026")
def no_line_ends_in_blanks(draft: Draft) -> Iterator[Finding]:
    """Trailing white space; one finding for the whole file."""
    text = draft.document.text
    if any(sign in text for sign in _TRAILING_SIGNS) or text[-1:] in (" ", "\t"):
        found = list(_TRAILING.finditer(text))
        if not found:
            return
        edits = tuple(Edit(start=match.start(), end=match.end(), text="") for match in found)
        yield draft.finding_at(found[0].start(), count=len(found), edits=edits)


@rule("RA027")
def fields_are_in_order(draft: Draft) -> Iterator[Finding]:
    """The order of the fields at the top level is that of the model."""
    root = draft.document.root
    names = [name for name in root.items if name in _ORDER] if root else []
    right = sorted(names, key=_ORDER.index)
    if names != right and root:
        first = next(name for name, wanted in zip(names, right, strict=True) if name != wanted)
        wanted = right[names.index(first)]
        yield draft.finding(first, first=first, wanted=wanted, order=", ".join(right), edits=_reordered(draft, right))


def _reordered(draft: Draft, right: list[str]) -> tuple[Edit, ...]:
    """Return the edit that moves the fields, each with the comment lines right above it."""
    root, text = draft.document.root, draft.document.text
    if root is None or root.flow or len(right) != len(root.items):
        return ()
    if any(problem.code == "RA021" for problem in draft.file.problems):
        return ()  # a field that is there twice would move along with its neighbour
    starts = {}
    for name, key in root.keys.items():
        start = text.rfind("\n", 0, key.start) + 1
        if start != key.start:
            return ()
        while (above := text.rfind("\n", 0, max(start - 1, 0)) + 1) < start and text[above] == "#":
            start = above
        starts[name] = start
    first = next(iter(root.keys))
    if starts[first] == 0 and (head := _MODELINE.match(text)):
        starts[first] = head.end()
    ends = [*list(starts.values())[1:], len(text)]
    pieces = {name: text[start:end] for (name, start), end in zip(starts.items(), ends, strict=True)}
    line_end = "\r\n" if "\r\n" in text else "\n"
    begin = min(starts.values())
    moved = "".join(piece if piece.endswith("\n") else piece + line_end for piece in map(pieces.__getitem__, right))
    # The comment at the head of a file is about the file, not about the field below it.
    return (Edit(start=begin, end=len(text), text=moved),) if begin == 0 or text[begin - 1] == "\n" else ()


def _free_plain_texts(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    if " #" in draft.document.text or "\t#" in draft.document.text:
        for path, scalar in draft.scalars.items():
            followed = draft.document.text[scalar.end : scalar.end + 1] in (" ", "\t")
            if followed and scalar.plain and scalar.text and not _NOT_FREE.fullmatch(path):
                yield path, scalar


@rule("RA023")
def no_comment_eats_a_text(draft: Draft) -> Iterator[Finding]:
    """A plain text followed by ``#`` and something that does not look like a comment."""
    for path, scalar in _free_plain_texts(draft):
        if eaten := _EATEN.match(draft.document.text, scalar.end):
            lost = visible(eaten[0].strip())
            yield draft.finding(path, lost=lost)


@rule("RA024")
def text_and_comment_can_be_told_apart(draft: Draft) -> Iterator[Finding]:
    """A plain text followed by one blank and a comment."""
    for path, scalar in _free_plain_texts(draft):
        if doubtful := _DOUBTFUL.match(draft.document.text, scalar.end):
            yield draft.finding(path, text=visible(doubtful[0].strip()))
