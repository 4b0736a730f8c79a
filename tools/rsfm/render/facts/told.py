"""What a paper reports and what happened to it, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rsfm.locales import Locale
from rsfm.model import Benchmark, Entry, Handle, Related, Relations, ResultOrigin
from rsfm.model.choices import choice_text
from rsfm.model.register import fields_of
from rsfm.model.results import UNSTATED
from rsfm.render.facts.tables import Cite
from rsfm.render.facts.words import Words
from rsfm.render.references import Cited
from rsfm.results.measured import claim_of


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
    missed: bool
    """Whether it was looked for at its line and not found."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One event, in words."""

    date: str
    what: str
    of: str
    source: Cited | None


def results(
    entry: Entry, benchmarks: Mapping[Handle, Benchmark], words: Words, cite: Cite, misses: Collection[str]
) -> list[ResultRow]:
    """The values that this paper reports, as its source has them."""
    found = []
    for result in entry.results:
        benchmark = benchmarks.get(result.on)
        metric = benchmark.metrics.get(result.metric) if benchmark else None
        split = result.split or (benchmark.default_split if benchmark else None)
        named = benchmark.splits.get(split) if benchmark and split else None  # type: ignore[call-overload]
        head = "" if result.head == UNSTATED else words.term("head", result.head).text
        notes = [protocol_said(result.how, words.locale), head, result.inputs, result.note]
        if result.origin is not ResultOrigin.OWN:
            notes.append(choice_text(result.origin).best(words.locale))
        for variant, value in result.values.items():
            model = entry.models.get(variant)  # type: ignore[call-overload]
            found.append(
                ResultRow(
                    benchmark=benchmark.label.best(words.locale) if benchmark else result.on,
                    split=named.label.best(words.locale) if named else split or "",
                    metric=metric.label.best(words.locale) if metric else result.metric,
                    protocol=" · ".join(filter(None, notes)),
                    variant=(model.label if model else None) or variant,
                    value=value.typed,
                    source=cite(result.source),
                    missed=claim_of(entry.paper_id, result, variant) in misses,
                )
            )
    return found


def relations(entry: Entry, words: Words) -> list[tuple[str, tuple[Related, ...]]]:
    """The works that this one stands on, by relation."""
    relations = entry.relations
    return [
        (words.label(field), getattr(relations, name))
        for name, field in fields_of(Relations).items()
        if getattr(relations, name)
    ]


def events(entry: Entry, words: Words, cite: Cite) -> list[Happened]:
    """What happened, newest first."""
    events = sorted(entry.events, key=lambda event: event.date, reverse=True)
    return [
        Happened(
            date=event.date,
            what=choice_text(event.what).best(words.locale),
            of=event.of or "",
            source=cite(event.source),
        )
        for event in events
    ]


def code_parts(entry: Entry, words: Words) -> list[str]:
    """What is really in the code repository."""
    return [choice_text(part).best(words.locale) for part in entry.code.parts]


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
