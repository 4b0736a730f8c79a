"""Values of fields in the words of one language: terms with their labels, numbers with their units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from rsfm.locales import Locale, Localized
from rsfm.model import Bands, Gsd, Quantity, Taxonomy, Years
from rsfm.model.choices import choice_text
from rsfm.model.register import Field, fields_of
from rsfm.render.numbers import counted, said, years_said


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value as a reader sees it."""

    text: str
    vocabulary: str = ""
    term: str = ""
    """The term it is, which has a page of its own."""
    title: str = ""
    """What the term means."""
    nominal: bool = False
    """Whether it follows from the architecture alone, because no source has a number."""


_NOTHING: tuple[object, ...] = (None, (), {})
_BANDS = {"any": Localized(zh="任意", en="any"), "rgb": Localized(zh="RGB", en="RGB")}
"""What bands are where they are not listed."""


class Words:
    """Says what values mean in one locale."""

    def __init__(self, taxonomy: Taxonomy, locale: Locale) -> None:
        self.taxonomy = taxonomy
        self.locale = locale
        self._terms: dict[tuple[str, str], Value] = {}

    def label(self, field: Field) -> str:
        """Return the label of a field."""
        return field.uses.label.best(self.locale)

    def values(self, field: Field, value: Any) -> tuple[Value, ...]:
        """Return what ``value`` of ``field`` is to a reader; empty where nothing is known."""
        # Most fields of most variants: nothing is known, and no walk is needed to see it.
        return tuple(self._values(field, value)) if value not in _NOTHING else ()

    def _values(self, field: Field, value: Any) -> Iterator[Value]:
        if value is None:
            return
        if isinstance(value, tuple):
            for each in value:
                yield from self._values(field, each)
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from self._keyed(field, key, each)
        elif isinstance(value, Gsd):
            yield from self._values(fields_of(Gsd)["span"], value.span)
            yield from self._values(fields_of(Gsd)["by_sensor"], value.by_sensor)
        elif isinstance(value, Bands):
            for name, inner in fields_of(Bands).items():
                yield from self._values(inner, self._bands(value.which) if name == "which" else getattr(value, name))
        elif isinstance(value, Quantity):
            yield Value(text=said(value, field.uses.unit, self.locale))
        elif isinstance(value, Years):
            yield Value(text=years_said(value))
        elif isinstance(value, Localized):
            yield Value(text=value.best(self.locale))
        elif isinstance(value, StrEnum):
            yield Value(text=choice_text(value).best(self.locale))
        elif field.terms:
            yield self.term(field.terms, str(value))
        elif isinstance(value, (str, int, float)):
            yield Value(text=str(value))
        else:
            kind: Any = type(value)
            for name, inner in fields_of(kind).items():
                yield from self._values(inner, getattr(value, name))

    def _bands(self, which: str | None) -> str | None:
        words = _BANDS.get(which or "")
        return words.best(self.locale) if words else which

    def _keyed(self, field: Field, key: str, value: Any) -> Iterator[Value]:
        plain = replace(field, uses=replace(field.uses, terms=""))
        texts = "、".join(each.text for each in self._values(plain, value))
        texts = texts if self.locale is Locale.ZH else texts.replace("、", ", ")
        if not field.terms:
            yield Value(text=f"{key}: {texts}")
            return
        label = self.term(field.terms, key).text
        if field.terms == "unit":
            yield Value(text=counted(texts, label))
        else:
            yield Value(text=f"{label}：{texts}" if self.locale is Locale.ZH else f"{label}: {texts}")

    def term(self, vocabulary: str, name: str) -> Value:
        """Return a term with its label and what it means."""
        found = self._terms.get((vocabulary, name))
        if found is None:
            term = self.taxonomy[vocabulary][name]
            label, definition = term.label.best(self.locale), term.definition.best(self.locale)
            found = Value(text=label, vocabulary=vocabulary, term=name, title=definition)
            self._terms[vocabulary, name] = found
        return found
