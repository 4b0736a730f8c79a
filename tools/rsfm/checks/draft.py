"""What rules look at: one entry as far as it could be read, and all of them side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from rsfm.checks.letters import HAN, ODD
from rsfm.checks.parts import Parts
from rsfm.model import Benchmark, Handle, Links, Publication, SharedSource, Snapshot, Taxonomy
from rsfm.model.register import fields_of
from rsfm.problems import Edit, Place
from rsfm.source import Document, Scalar
from rsfm.store import EntryFile

T = TypeVar("T")
_SEVERAL = 3
_ADDRESS_FIELDS = re.compile(r"\.(?:proof|source|url|link|links(?:\.\d+)?)\Z")
"""Fields that hold an address, wherever they stand."""
_NAMED = 20
_IN_A_LANGUAGE = re.compile(r"\.(zh|en)(?:\.\d+)?\Z")


class Finding(NamedTuple):
    """What a rule found; its code, its severity and the words for it are the rule's."""

    place: Place
    field: str
    said: str
    """Which of its wordings; empty where the rule has one."""
    values: Mapping[str, object]
    """What the wording is filled in with; a ``Localized`` in each language."""
    edits: tuple[Edit, ...] = ()


class Beside(Protocol):
    """What an entry is judged by that is neither its own nor another entry's."""

    @property
    def taxonomy(self) -> Taxonomy:
        """All vocabularies."""

    @property
    def benchmarks(self) -> Mapping[Handle, Benchmark]:
        """What results are measured on."""

    @property
    def sources(self) -> Mapping[Handle, SharedSource]:
        """Repositories that many entries read."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One entry under judgement: every value of it that could be read, even where others could not."""

    file: EntryFile
    snapshot: Snapshot | None
    """What arXiv said of its arXiv id, where that was asked."""
    publication: Publication | None
    """What Crossref said of its DOI, where that was asked."""
    today: date
    library: Beside
    """Of the catalog that the entry is judged in. What is kept of a judgement holds as long as this is the same."""
    is_example: bool = False

    @property
    def document(self) -> Document:
        """The file's text with positions."""
        return self.file.document

    @cached_property
    def paper_id(self) -> str:
        """The file's name without its ending."""
        return self.document.path.rpartition("/")[2].removesuffix(".yml").removesuffix(".yaml")

    @property
    def scalars(self) -> dict[str, Scalar]:
        """Every text of the file by dotted path, as typed."""
        return self.document.scalars

    @cached_property
    def odd(self) -> frozenset[str]:
        """The characters of the file that ordinary English and simplified Chinese text does not have."""
        escaped = [s.text for s in self.scalars.values() if s.style == '"' and "\\" in self.typed(s)]
        return frozenset(ODD.findall("\n".join((self.document.text, *escaped))))

    @cached_property
    def odd_texts(self) -> dict[str, Scalar]:
        """Every text that has an odd character, by dotted path: in most files none, or one or two."""
        if not self.odd:
            return {}
        return {path: s for path, s in self.scalars.items() if not s.text.isascii() and ODD.search(s.text)}

    def texts_with(
        self, pattern: re.Pattern[str], sign: re.Pattern[str] | None = None
    ) -> Iterator[tuple[str, list[str]]]:
        """Yield path and matches of every text in which ``pattern``, which begins with an odd ``sign``, occurs."""
        if any((sign or pattern).match(char) for char in self.odd):
            for path, scalar in self.odd_texts.items():
                if found := pattern.findall(scalar.text):
                    yield path, found

    @cached_property
    def rare_han(self) -> bool:
        """Whether the file has several Chinese characters that everyday text does not have."""
        return sum(HAN.match(char) is not None for char in self.odd) >= _SEVERAL

    def typed(self, scalar: Scalar) -> str:
        """Return ``scalar`` as it stands in the file, quotes included."""
        return self.document.text[scalar.start : scalar.end]

    def value(self, path: str, kind: type[T]) -> T | None:
        """Return the value of a field, or ``None`` where it is absent or could not be read."""
        found = self.file.values.get(path)
        return found if isinstance(found, kind) else None

    def text(self, path: str) -> str:
        """Return a field that is one text, or an empty text."""
        found = self.file.values.get(path)
        return found if isinstance(found, str) else ""

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """Every text with its path; addresses are none."""
        values = self.file.values.items()
        return [(path, value) for path, value in values if type(value) is str and not path.startswith("links")]

    @cached_property
    def _by_list(self) -> dict[str, list[tuple[str, Any]]]:
        lists: dict[str, list[tuple[str, Any]]] = {}
        for path, value in self.file.values.items():
            if path[-1:].isdecimal():
                head, _, last = path.rpartition(".")
                if last.isdecimal():
                    lists.setdefault(head, []).append((path, value))
        return lists

    def each(self, path: str) -> list[tuple[str, str]]:
        """Return the texts of a list with the path of each; a single value is a list of one."""
        single = self.file.values.get(path)
        return self._by_list.get(path, []) if single is None else [(path, single)]

    def has(self, path: str) -> bool:
        """Say whether a text, or a list of texts, was typed at ``path``, readable or not."""
        first = self.scalars.get(path) or self.scalars.get(f"{path}.0")
        return first is not None and bool(first.text.strip())

    def lists(self) -> Iterator[tuple[str, list[tuple[str, Any]]]]:
        """Yield every list of more than one value with its path."""
        return ((path, items) for path, items in self._by_list.items() if len(items) > 1)

    @cached_property
    def links(self) -> list[tuple[str, str, str]]:
        """Every address under ``links`` as path, what it leads to, and address."""
        return [(path, kind, url) for kind in fields_of(Links) for path, url in self.each(f"links.{kind}")]

    @cached_property
    def addresses(self) -> list[tuple[str, str]]:
        """Every address with its path: those under ``links``, of parts, of other works, and where facts were read."""
        others = [
            (path, text)
            for path, text in self.file.values.items()
            if isinstance(text, str) and text.startswith("https://") and _ADDRESS_FIELDS.search(path)
        ]
        return [*((path, url) for path, _, url in self.links), *others]

    @cached_property
    def prose(self) -> list[tuple[str, str, str]]:
        """Everything told in sentences: path, language and text."""
        return [
            (path, match[1], value)
            for path, value in self.file.values.items()
            if path.startswith(("prose.", "note.")) and (match := _IN_A_LANGUAGE.search(path))
        ]

    @cached_property
    def targets(self) -> dict[str, str]:
        """The paper_ids that the entry names in its relations, each with the path where it does."""
        return {
            paper_id: path
            for path, paper_id in self.file.values.items()
            if path.startswith("relations.") and path.endswith(".entry")
        }

    @cached_property
    def parts(self) -> Parts:
        """What the entry has several of."""
        return Parts(self.file)

    def place(self, field: str, piece: str = "") -> Place:
        """Return where the value of ``field`` was typed; with ``piece``, where that part of the value stands."""
        scalar = self.scalars.get(field)
        if scalar is None:
            return self.document.place(field)
        offset = self.document.text.find(piece, scalar.start, scalar.end) if piece else -1
        return scalar.place if offset < 0 else self.document.place_at(offset)

    def finding(
        self, field: str, said: str = "", *, piece: str = "", edits: tuple[Edit, ...] = (), **values: object
    ) -> Finding:
        """Return a finding at ``field``: the wording it has in ``rules.toml``, and the values that stand in that."""
        field = self.document.as_typed(field)
        place = self.place(field, piece) if field else Place(self.document.path)
        return Finding(place, field, said, values, edits)

    def finding_at(self, offset: int, said: str = "", *, edits: tuple[Edit, ...] = (), **values: object) -> Finding:
        """Return a finding about no field: at a place of the file's text."""
        return Finding(self.document.place_at(offset), "", said, values, edits)


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """All drafts of the catalog."""

    drafts: tuple[Draft, ...]

    @cached_property
    def by_id(self) -> dict[str, Draft]:
        """Drafts by paper_id."""
        return {draft.paper_id: draft for draft in self.drafts}

    def sharing(self, keys: Callable[[Draft], Iterable[tuple[str, str]]]) -> Iterator[tuple[Draft, str, list[Draft]]]:
        """Yield every draft that shares a key with others: the draft, the field that has the key, and some others.

        ``keys`` gives the fields and keys of a draft; an empty key is nobody's.
        """
        holders: dict[str, list[tuple[Draft, str]]] = {}
        for draft in self.drafts:
            for field, key in keys(draft):
                if key:
                    holders.setdefault(key, []).append((draft, field))
        for found in holders.values():
            if len({draft.paper_id for draft, _ in found}) > 1:
                for draft, field in found:
                    yield draft, field, [other for other, _ in found[:_NAMED] if other is not draft]

    def related(self, one: Draft, other: Draft) -> bool:
        """Say whether either entry states a relation to the other."""
        return other.paper_id in one.targets or one.paper_id in other.targets
