"""Facts of a paper as rows and tables, made from the register: a new field is shown without a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rsfm.locales import Localized
from rsfm.model import Data, Entry, ModelFacts, Quantity, Training, Variant
from rsfm.model.register import fields_of, leaves, values_at
from rsfm.render.facts.words import Value, Words
from rsfm.render.references import Cited


@dataclass(frozen=True, kw_only=True)
class FactRow:
    """One fact with its label, and where it was read."""

    label: str
    values: tuple[Value, ...]
    source: Cited | None = None


@dataclass(frozen=True, kw_only=True)
class FactTable:
    """Things side by side: a column for each fact that any of them has."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Value, ...], ...], ...]
    sources: tuple[Cited | None, ...]
    """The source of each row."""


Cite = Callable[[str | None], Cited | None]
"""Says where a reference leads."""


class Facts:
    """What is known of one entry, ready to be shown."""

    def __init__(self, entry: Entry, words: Words, cite: Cite) -> None:
        self.entry = entry
        self._words = words
        self._cite = cite
        self._merged: dict[str, FactRow] = {}

    def row(self, name: str) -> FactRow | None:
        """Return one fact that holds for all variants; ``None`` where nobody knows it."""
        return self._known.get(name)

    def source_of(self, path: str) -> Cited | None:
        """Return where one fact was read, if the entry says so."""
        return self._cite(self.entry.source_of.get(path))

    @property
    def rows(self) -> list[FactRow]:
        """The facts that hold for all variants, those that are known."""
        return list(self._known.values())

    @cached_property
    def _known(self) -> dict[str, FactRow]:
        found = {}
        for name, field in fields_of(ModelFacts).items():
            if values := self._words.values(field, getattr(self.entry.model, name)):
                found[name] = FactRow(
                    label=self._words.label(field), values=values, source=self.source_of(f"model.{name}")
                )
        return found

    @property
    def unknown(self) -> list[str]:
        """Labels of what nobody knows of a model: shown as missing, never as no."""
        asked = ("modalities", "sensors", "gsd", "methods", "tasks")
        found = [
            self._words.label(field)
            for name, field in fields_of(ModelFacts).items()
            if name in asked and name not in self._known
        ]
        if "model" in self.entry.kinds:
            found += [row.label for row in self.of_variants(("backbone.vision",)) if not row.values]
            found += [row.label for row in self.of_variants(("parameters",)) if not self.parameters]
        return found

    def of_variants(self, names: Iterable[str]) -> Iterator[FactRow]:
        """Yield one row for each named field of the variants, over all of them."""
        for name in names:
            if name not in self._merged:
                field = leaves(Entry)[f"variants.*.{name}"]
                values = list(values_at(self.entry, f"variants.*.{name}"))
                merged = _span(values) if values and isinstance(values[0], Quantity) else values
                shown = self._words.values(field, tuple(dict.fromkeys(merged)))
                self._merged[name] = FactRow(label=self._words.label(field), values=shown)
            yield self._merged[name]

    @cached_property
    def parameters(self) -> FactRow | None:
        """The number of parameters over all variants; by architecture where no source has one."""
        (row,) = self.of_variants(("parameters",))
        if row.values:
            return row
        nominal = list(self.entry.nominal_parameters(self._words.taxonomy))
        if not nominal:
            return None
        field = leaves(Entry)["variants.*.parameters"]
        values = self._words.values(field, tuple(_span(nominal)))
        return FactRow(label=row.label, values=tuple(replace(value, nominal=True) for value in values))

    @cached_property
    def variants(self) -> FactTable | None:
        """The variants side by side."""
        named = [(variant.label or name, variant) for name, variant in self.entry.models.items()]
        return self._table(Variant, named, _VARIANT_COLUMNS, Localized(zh="变体", en="Variant"))

    @cached_property
    def data(self) -> FactTable | None:
        """The data sets side by side."""
        return self._table(Data, [(each.name, each) for each in self.entry.data], _DATA_COLUMNS, _DATA)

    @cached_property
    def training(self) -> FactTable | None:
        """What the pre-training of each variant took."""
        given = [(v.label or name, v.training) for name, v in self.entry.models.items() if v.training != Training()]
        return self._table(Training, given, None, Localized(zh="变体", en="Variant"))

    def _table(
        self, kind: Any, named: list[tuple[str, Any]], shown: tuple[str, ...] | None, head: Localized
    ) -> FactTable | None:
        if not named:
            return None
        columns = [head.best(self._words.locale)]
        cells: list[list[tuple[Value, ...]]] = [[(Value(text=name),)] for name, _ in named]
        for name, field in fields_of(kind).items():
            if name in _NOT_A_COLUMN or (shown is not None and name in shown):
                continue
            column = [self._words.values(field, getattr(thing, name)) for _, thing in named]
            if any(column):
                columns.append(self._words.label(field))
                for row, cell in zip(cells, column, strict=True):
                    row.append(cell)
        sources = tuple(self._cite(getattr(thing, "source", None)) for _, thing in named)
        return FactTable(columns=tuple(columns), rows=tuple(map(tuple, cells)), sources=sources)


_DATA = Localized(zh="数据集", en="Data set")
_NOT_A_COLUMN = ("source", "label", "name")
_VARIANT_COLUMNS = ("load", "known_as", "hub", "weights", "training", "inference")
"""Fields of a variant that are shown elsewhere than in the table."""
_DATA_COLUMNS = ("entry", "access")


def _span(values: list[Quantity]) -> list[Quantity]:
    """Return one quantity from the smallest to the largest; one alone stays as it is."""
    if len(set(values)) == 1:
        return values[:1]
    ends = [end for value in values for end in (value.low, value.high) if end is not None]
    return [Quantity(low=min(ends), high=max(ends), about=any(value.about for value in values))]
