"""How a new entry is typed, and how its file comes into being: fields in their usual order, once, never over another."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from rsfm import ids
from rsfm.locales import Localized
from rsfm.model import Entry
from rsfm.model.register import fields_of, shape_of, table_form
from rsfm.source import is_guessed
from rsfm.store.files import replace_text

_TERM = re.compile(r"[a-z][a-z0-9-]*")
_PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff](?:[^\W_]|[ _./+~=&?%();,'’–—-]|:(?=\S))*(?<![ :])")
"""Texts that need no quotes on a line of their own; whatever else there is gets them."""
_QUOTED_ALWAYS = {"arxiv_id"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Blank:
    """Stands for a value that a person may add: written as a comment, so that the entry is valid without it."""

    example: str = ""
    """What the value may look like, as YAML on one line."""
    about: str = ""
    """What belongs here."""


def entry_text(values: Mapping[str, Any], head: Sequence[str] = ()) -> str:
    """Return the text of an entry with ``values``, in the order of the model; what is empty is left out.

    A value is a text, number, day, ``Localized``, ``Blank``, a list of such, or a group of fields: a mapping or one of
    the model's dataclasses. ``head`` are lines of comment above everything. Every text is typed so that it is read as
    it was given, blanks around it aside. Raises ValueError for a field that entries do not have.
    """
    lines = [f"# {_one_line(line)}".rstrip() for line in head]
    lines += _group(values, Entry, "")
    return "\n".join(lines) + "\n"


def create_entry(folder: Path, paper_id: str, text: str) -> Path:
    """Write the file of a new entry into ``folder`` and return its path; all of it appears at once, or nothing.

    Raises FileExistsError where the name is taken, be it by a link that leads nowhere, and OSError.
    """
    if not ids.is_paper_id(paper_id):
        raise ValueError(paper_id)
    path = folder / f"{paper_id}.yml"
    unfinished = folder / f".writing-{paper_id}"
    try:
        replace_text(unfinished, text)
        os.link(unfinished, path)
    finally:
        # What cannot be removed now is cleared by the next writer; the entry is there.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return path


def _group(values: Any, kind: Any, indent: str) -> Iterator[str]:
    given = _members(values)
    shape, inner = shape_of(kind)
    if kind is Localized or shape == "table":
        known = dict.fromkeys(("zh", "en") if kind is Localized else given, str if kind is Localized else inner)
    else:
        known = {name: field.kind for name, field in fields_of(kind).items()}
        if name := table_form(kind):
            known |= {other: shape_of(known[name])[1] for other in given if other not in known}
    if unknown := given.keys() - known.keys():
        raise ValueError(f"entries have no field {min(unknown)}")
    for name, of_field in known.items():
        if not _is_empty(value := given.get(name)):
            yield from _field(name, value, of_field, indent)


def _members(values: Any) -> dict[str, Any]:
    if isinstance(values, Mapping):
        return dict(values)
    return {
        f.name: getattr(values, f.name)
        for f in dataclasses.fields(values)
        if f.name != "paper_id" and getattr(values, f.name) != f.default
    }


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, (list, tuple)):
        return all(map(_is_empty, value))
    if isinstance(value, Mapping) or (dataclasses.is_dataclass(value) and not isinstance(value, Blank)):
        return all(map(_is_empty, _members(value).values()))
    return value is None


def _field(name: str, value: Any, kind: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Blank):
        about = f"  # {_one_line(value.about)}" if value.about else ""
        yield f"{indent}# {name}: {_one_line(value.example)}".rstrip() + about
    elif isinstance(value, (list, tuple)):
        yield from _list(name, [item for item in value if not _is_empty(item)], kind, indent)
    elif isinstance(value, Localized) and value.zh == value.en:
        yield from _text(f"{indent}{name}:", value.zh or "", indent)
    elif isinstance(value, Mapping) or dataclasses.is_dataclass(value):
        inner = list(_group(value, Localized if isinstance(value, Localized) else kind, indent + "  "))
        # A group of nothing but blanks would be an empty value.
        only_blanks = all(line.lstrip().startswith("#") for line in inner)
        yield f"{indent}# {name}:" if only_blanks else f"{indent}{name}:"
        yield from (f"{indent}#   {line.lstrip().removeprefix('# ')}" for line in inner) if only_blanks else inner
    else:
        yield from _text(f"{indent}{name}:", value, indent, quoted=name in _QUOTED_ALWAYS)


def _list(name: str, items: list[Any], kind: Any, indent: str) -> Iterator[str]:
    (inner,) = getattr(kind, "__args__", (str, ...))[:1]
    if all(isinstance(item, str) and _TERM.fullmatch(item) and not is_guessed(item) for item in items):
        yield f"{indent}{name}: [{', '.join(items)}]"
    elif len(items) == 1 and isinstance(items[0], (str, int, float)):
        yield from _text(f"{indent}{name}:", items[0], indent)
    else:
        yield f"{indent}{name}:"
        for item in items:
            if isinstance(item, (str, int, float)):
                yield from _text(f"{indent}  -", item, indent + "  ")
            else:
                first, *rest = _group(item, inner, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest


def _text(head: str, value: str | float | date, indent: str, *, quoted: bool = False) -> Iterator[str]:
    """Type one value after ``head``; a text of several lines becomes a block below it where a block can hold it."""
    if not isinstance(value, str) or isinstance(value, StrEnum):
        yield f"{head} {value}"
        return
    text = _SURROGATE.sub("\ufffd", value).strip()
    lines = [line.rstrip() for line in text.split("\n")]
    if len(lines) > 1 and all(line.isprintable() for line in lines):
        yield f"{head} |"
        yield from (f"{indent}  {line}".rstrip() for line in lines)
    elif not quoted and _PLAIN.fullmatch(text) and " #" not in text and not is_guessed(text):
        yield f"{head} {text}"
    else:
        yield f'{head} "{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"  # noqa: PLR2004 -- YAML's two escapes


def _one_line(text: str) -> str:
    """Return ``text`` as a comment can hold it."""
    return "".join(char if char.isprintable() else " " for char in text)
