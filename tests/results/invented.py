"""Invented models, benchmarks and values: no real model, number or paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from rsfm.locales import Localized
from rsfm.merge import Catalog, merge
from rsfm.model import (
    Benchmark,
    Better,
    Entry,
    Handle,
    Harness,
    Measurement,
    Metric,
    PaperId,
    Protocol,
    Reference,
    Rerun,
    Result,
    ResultOrigin,
    Split,
    Taxonomy,
    Variant,
    Venue,
    VenueState,
)
from rsfm.model.quantities import measurement
from rsfm.results import Measured


def _said(text: str) -> Localized:
    return Localized.same(text)


def benchmark(varies: tuple[str, ...] = ("head", "inputs"), default: str | None = "official") -> Benchmark:
    """Return a benchmark with a metric of every kind."""
    percent = {"unit": "percent", "low": "0", "high": "100"}
    return Benchmark(
        label=_said("Meadows"),
        definition=_said("Kinds of meadow."),
        task="scene-classification",
        metrics={
            Handle("accuracy"): Metric(
                label=_said("accuracy"), better=Better.HIGHER, aliases=("OA", "top-1"), **percent
            ),
            Handle("miou"): Metric(label=_said("mIoU"), better=Better.HIGHER, **percent),
            Handle("score"): Metric(label=_said("score"), unit="fraction", better=Better.HIGHER, low="0", high="1"),
            Handle("error"): Metric(label=_said("error"), unit="m", better=Better.LOWER),
        },
        splits={
            Handle(name): Split(label=_said(name), default="yes" if name == default else None)
            for name in ("official", "tr-20", "tr-50")
        },
        varies=varies,
    )


MEADOWS = benchmark()
BENCHMARKS = {Handle("meadows"): MEADOWS, Handle("dunes"): benchmark(varies=("head", "note"))}


def measured(model: str, value: float | None = 80.0, **changes: Any) -> Measured:
    """Return a value that stands in a table and may be ranked, but for ``changes``."""
    given: dict[str, Any] = {
        "paper_id": PaperId(model),
        "variant": "base",
        "on": "meadows",
        "metric": "accuracy",
        "split": "official",
        "how": "finetune",
        "head": "linear",
        "inputs": "rgb-224",
        "note": "",
        "tuned_on": (),
        "origin": ResultOrigin.OWN,
        "by": "",
        "value": value,
        "spread": None,
        "typed": f"{value}",
        "refused": "" if value is not None else "may be a fraction",
        "reported_in": PaperId(model),
        "source": f"repo#README.md:L{int(value or 0)}",
    }
    return Measured(**(given | changes))


def typed(text: str) -> Measurement:
    """Return a value as a person types it."""
    value = measurement(text)
    assert value, text
    return value


def result(values: dict[str, str], **changes: Any) -> Result:
    """Return a result of an entry: accuracy on meadows, fine-tuned."""
    given: dict[str, Any] = {
        "on": Handle("meadows"),
        "metric": Handle("accuracy"),
        "how": Protocol("finetune"),
        "head": "linear",
        "inputs": "rgb-224",
        "source": Reference("repo#README.md:L10"),
        "values": {key: typed(text) for key, text in values.items()},
    }
    return Result(**(given | changes))


def entry(paper_id: str, *results: Result, **known_as: str) -> Entry:
    """Return an entry with a base and a large variant; ``known_as`` names the base one, by harness."""
    names = {Handle(harness.replace("_", "-")): name for harness, name in known_as.items()}
    return Entry(
        paper_id=PaperId(paper_id),
        name=paper_id.title(),
        title=f"{paper_id.title()}: An Invented Model",
        family="visual",
        kinds=("model",),
        venue=Venue(name="arXiv", year=2025, state=VenueState.PREPRINT),  # type: ignore[arg-type]
        variants={Handle("base"): Variant(known_as=names), Handle("large"): Variant()},
        results=results,
        added=date(2025, 1, 15),
        verified=date(2025, 2, 1),
    )


def rerun(model: str, value: str, **changes: Any) -> Rerun:
    """Return a rerun by a harness: accuracy on meadows, frozen."""
    given: dict[str, Any] = {
        "model": model,
        "on": Handle("meadows"),
        "metric": Handle("accuracy"),
        "split": Handle("official"),
        "how": Protocol("linear-probe"),
        "head": "linear",
        "inputs": "rgb-224",
        "value": value,
        "unit": "fraction",
        "place": "results/a.csv:L2",
        "commit": "0123456789abcdef0123456789abcdef01234567",
    }
    return Rerun(**(given | changes))


def harness(*rows: Rerun, name: str = "fieldbench", **changes: Any) -> Harness:
    """Return a harness with ``rows``."""
    given: dict[str, Any] = {
        "name": Handle(name),
        "address": f"https://github.com/inventors/{name}",
        "commit": "0123456789abcdef0123456789abcdef01234567",
        "licence": "MIT",
        "taken": date(2026, 3, 1),
        "rows": rows,
    }
    return Harness(**(given | changes))


def catalog(*entries: Entry, harnesses: tuple[Harness, ...] = ()) -> Catalog:
    """Return a catalog of ``entries`` and ``harnesses`` with the invented benchmarks."""
    return merge(
        entries, {}, Taxonomy(), benchmarks=BENCHMARKS, harnesses={harness.name: harness for harness in harnesses}
    )
