"""The facts of a paper as its page shows them: a strip, rows, and a table of variants, made from the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import (
    Access,
    Availability,
    Bands,
    Data,
    Entry,
    Gsd,
    Licence,
    ModelFacts,
    Quantity,
    Related,
    Relations,
    ResultOrigin,
    Training,
    Variant,
    WeightsRelease,
    Years,
)
from rsfm.model.choices import choice_text
from rsfm.model.register import Field, Unit, fields_of, leaves, values_at
from rsfm.model.results import UNSTATED
from rsfm.render.numbers import said, years_said
from rsfm.render.references import Cited, References


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


@dataclass(frozen=True, kw_only=True)
class Row:
    """One fact with its label, and where it was read."""

    label: str
    values: tuple[Value, ...]
    source: Cited | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """Things side by side: a column for each fact that any of them has."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Value, ...], ...], ...]
    sources: tuple[Cited | None, ...]
    """The source of each row."""


@dataclass(frozen=True, kw_only=True)
class Loading:
    """How one package loads one variant."""

    package: str
    variant: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Download:
    """Where weights or data can be had, and on what terms."""

    variant: str
    entry: str
    state: str
    links: tuple[Cited, ...]
    size: str
    licence: Licence | None


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """One value with all that it depends on."""

    benchmark: str
    split: str
    metric: str
    protocol: str
    variant: str
    value: str
    source: Cited | None


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One event, in words."""

    date: str
    what: str
    of: str
    source: Cited | None


class Facts:
    """Everything known of one paper in one locale, ready to be shown."""

    def __init__(self, paper: Paper, catalog: Catalog, locale: Locale) -> None:
        self.entry: Entry = paper.entry.resolved
        self._catalog = catalog
        self._locale = locale
        self._references = References(paper, catalog.sources, catalog.last_verified)

    def cite(self, reference: str | None) -> Cited | None:
        """Return where a reference leads."""
        return self._references.cite(reference, self._locale) if reference else None

    def row(self, name: str) -> Row | None:
        """Return one fact that holds for all variants; ``None`` where nobody knows it."""
        field = fields_of(ModelFacts)[name]
        values = self.values(field, getattr(self.entry.model, name))
        source = self.cite(self.entry.source_of.get(f"model.{name}"))
        return Row(label=self.label(field), values=values, source=source) if values else None

    @property
    def rows(self) -> list[Row]:
        """The facts that hold for all variants, those that are known."""
        return [row for name in fields_of(ModelFacts) if (row := self.row(name))]

    @property
    def unknown(self) -> list[str]:
        """Labels of what nobody knows of a model: shown as missing, never as no."""
        facts = self.entry.model
        asked = ("modalities", "sensors", "gsd", "methods", "tasks")
        found = [
            self.label(field)
            for name, field in fields_of(ModelFacts).items()
            if name in asked and not self.values(field, getattr(facts, name))
        ]
        if "model" in self.entry.kinds:
            found += [row.label for row in self.of_variants(("backbone.vision", "parameters")) if not row.values]
        return found

    def of_variants(self, names: Iterable[str]) -> Iterator[Row]:
        """Yield one row for each named field of the variants, over all of them."""
        for name in names:
            field = leaves(Entry)[f"variants.*.{name}"]
            values = list(values_at(self.entry, f"variants.*.{name}"))
            merged = _span(values) if values and isinstance(values[0], Quantity) else values
            yield Row(label=self.label(field), values=self.values(field, tuple(dict.fromkeys(merged))))

    @property
    def parameters(self) -> Row | None:
        """The number of parameters over all variants; by architecture where no source has one."""
        (row,) = self.of_variants(("parameters",))
        if row.values:
            return row
        backbones = self._catalog.taxonomy.get("backbone", {})
        nominal = [
            term.parameters
            for variant in self.entry.models.values()
            if (term := backbones.get(variant.backbone.vision or "")) and term.parameters
            if not variant.backbone.language
        ]
        if not nominal:
            return None
        field = leaves(Entry)["variants.*.parameters"]
        values = self.values(field, tuple(_span(nominal)))
        return Row(label=row.label, values=tuple(replace(value, nominal=True) for value in values))

    @property
    def variants(self) -> Table | None:
        """The variants side by side."""
        named = [(variant.label or name, variant) for name, variant in self.entry.models.items()]
        return self._table(Variant, named, _VARIANT_COLUMNS, Localized(zh="变体", en="Variant"))

    @property
    def data(self) -> Table | None:
        """The data sets side by side."""
        return self._table(Data, [(each.name, each) for each in self.entry.data], _DATA_COLUMNS, _DATA)

    @property
    def training(self) -> Table | None:
        """What the pre-training of each variant took."""
        given = [(v.label or name, v.training) for name, v in self.entry.models.items() if v.training != Training()]
        return self._table(Training, given, None, Localized(zh="变体", en="Variant"))

    @property
    def loading(self) -> list[Loading]:
        """How packages load the variants."""
        loaders = self._catalog.taxonomy.get("loader", {})
        found = []
        for name, variant in self.entry.models.items():
            for package, names in variant.load.items():
                term = loaders[package]
                for each in names:
                    code = (term.snippet or "{name}").strip().replace("{name}", each)
                    label = term.label.best(self._locale)
                    found.append(Loading(package=label, variant=variant.label or name, code=code))
        return found

    @property
    def downloads(self) -> list[Download]:
        """The weights of each variant that say something of their own."""
        return [
            self._download(variant.label or name, variant.weights, hub=variant.hub)
            for name, variant in self.entry.models.items()
            if variant.hub or variant.weights != WeightsRelease()
        ]

    @property
    def access(self) -> list[Download]:
        """Where the data sets can be had."""
        return [
            self._download(each.name, each.access, entry=each.entry)
            for each in self.entry.data
            if each.entry or each.access != Access()
        ]

    def _download(
        self, name: str, release: WeightsRelease | Access, *, hub: str | None = None, entry: str | None = None
    ) -> Download:
        links = [*([f"https://huggingface.co/{hub}"] if hub else []), *release.links]
        return Download(
            variant=name,
            entry=entry or "",
            state="" if release.state is Availability.UNKNOWN else release.state,
            links=tuple(Cited(label=_host_and_name(url), href=url) for url in dict.fromkeys(links)),
            size=said(release.size, Unit.BYTES, self._locale) if release.size else "",
            licence=release.licence,
        )

    @property
    def results(self) -> list[ResultRow]:
        """The values that this paper reports, as its source has them."""
        found = []
        for result in self.entry.results:
            benchmark = self._catalog.benchmarks.get(result.on)
            metric = benchmark.metrics.get(result.metric) if benchmark else None
            split = result.split or (benchmark.default_split if benchmark else None)
            named = benchmark.splits.get(split) if benchmark and split else None  # type: ignore[call-overload]
            head = "" if result.head == UNSTATED else self.term("head", result.head).text
            notes = [protocol_said(result.how, self._locale), head, result.inputs, result.note]
            if result.origin is not ResultOrigin.OWN:
                notes.append(choice_text(result.origin).best(self._locale))
            for variant, value in result.values.items():
                model = self.entry.models.get(variant)  # type: ignore[call-overload]
                found.append(
                    ResultRow(
                        benchmark=benchmark.label.best(self._locale) if benchmark else result.on,
                        split=named.label.best(self._locale) if named else split or "",
                        metric=metric.label.best(self._locale) if metric else result.metric,
                        protocol=" · ".join(filter(None, notes)),
                        variant=(model.label if model else None) or variant,
                        value=value.typed,
                        source=self.cite(result.source),
                    )
                )
        return found

    @property
    def relations(self) -> list[tuple[str, tuple[Related, ...]]]:
        """The works that this one stands on, by relation."""
        relations = self.entry.relations
        return [
            (self.label(field), getattr(relations, name))
            for name, field in fields_of(Relations).items()
            if getattr(relations, name)
        ]

    @property
    def events(self) -> list[Happened]:
        """What happened, newest first."""
        events = sorted(self.entry.events, key=lambda event: event.date, reverse=True)
        return [
            Happened(
                date=event.date,
                what=choice_text(event.what).best(self._locale),
                of=event.of or "",
                source=self.cite(event.source),
            )
            for event in events
        ]

    @property
    def parts(self) -> list[str]:
        """What is really in the code repository."""
        return [choice_text(part).best(self._locale) for part in self.entry.code.parts]

    def label(self, field: Field) -> str:
        """Return the label of a field."""
        return field.uses.label.best(self._locale)

    def values(self, field: Field, value: Any) -> tuple[Value, ...]:
        """Return what ``value`` of ``field`` is to a reader; empty where nothing is known."""
        return tuple(self._values(field, value))

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
                yield from self._values(inner, getattr(value, name))
        elif isinstance(value, Quantity):
            yield Value(text=said(value, field.uses.unit, self._locale))
        elif isinstance(value, Years):
            yield Value(text=years_said(value))
        elif isinstance(value, Localized):
            yield Value(text=value.best(self._locale))
        elif isinstance(value, StrEnum):
            yield Value(text=choice_text(value).best(self._locale))
        elif field.terms:
            yield self.term(field.terms, str(value))
        elif isinstance(value, (str, int, float)):
            yield Value(text=str(value))
        else:
            kind: Any = type(value)
            for name, inner in fields_of(kind).items():
                yield from self._values(inner, getattr(value, name))

    def _keyed(self, field: Field, key: str, value: Any) -> Iterator[Value]:
        plain = replace(field, uses=replace(field.uses, terms=""))
        texts = "、".join(each.text for each in self._values(plain, value))
        texts = texts if self._locale is Locale.ZH else texts.replace("、", ", ")
        if not field.terms:
            yield Value(text=f"{key}: {texts}")
            return
        label = self.term(field.terms, key).text
        if field.terms == "unit":
            yield Value(text=f"{texts} {label}")
        else:
            yield Value(text=f"{label}：{texts}" if self._locale is Locale.ZH else f"{label}: {texts}")

    def term(self, vocabulary: str, name: str) -> Value:
        """Return a term with its label and what it means."""
        term = self._catalog.taxonomy[vocabulary][name]
        definition = term.definition.best(self._locale)
        return Value(text=term.label.best(self._locale), vocabulary=vocabulary, term=name, title=definition)

    def _table(
        self, kind: Any, named: list[tuple[str, Any]], shown: tuple[str, ...] | None, head: Localized
    ) -> Table | None:
        if not named:
            return None
        columns = [head.best(self._locale)]
        cells: list[list[tuple[Value, ...]]] = [[(Value(text=name),)] for name, _ in named]
        for name, field in fields_of(kind).items():
            if name in _NOT_A_COLUMN or (shown is not None and name in shown):
                continue
            column = [self.values(field, getattr(thing, name)) for _, thing in named]
            if any(column):
                columns.append(self.label(field))
                for row, cell in zip(cells, column, strict=True):
                    row.append(cell)
        sources = tuple(self.cite(getattr(thing, "source", None)) for _, thing in named)
        return Table(columns=tuple(columns), rows=tuple(map(tuple, cells)), sources=sources)


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


def _host_and_name(url: str) -> str:
    """Return the host of an address and the last step of its path: ``huggingface.co: geochat-7B``."""
    host, _, path = url.removeprefix("https://").partition("/")
    last = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    return f"{host}: {last}" if last and len(last) <= _LONGEST_NAME else host


_LONGEST_NAME = 40
_PROTOCOLS = {
    "finetune": ("微调", "fine-tuned"),
    "peft": ("参数高效微调", "parameter-efficient tuning"),
    "frozen": ("冻结骨干", "frozen backbone"),
    "linear-probe": ("线性探测", "linear probe"),
    "knn": ("近邻", "nearest neighbours"),
    "zero-shot": ("零样本", "zero-shot"),
    "in-mixture": ("训练集在训练数据中", "its training split was in the mixture"),
    "scratch": ("从头训练", "from scratch"),
    "unstated": ("协议未说明", "protocol not stated"),
}


def protocol_said(protocol: str, locale: Locale) -> str:
    """Return how a result was obtained, in words."""
    if protocol.startswith("few-shot-"):
        shots = protocol.removeprefix("few-shot-")
        return f"{shots} 样本" if locale is Locale.ZH else f"{shots}-shot"
    zh, en = _PROTOCOLS[protocol]
    return zh if locale is Locale.ZH else en
