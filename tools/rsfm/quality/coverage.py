"""Of how many papers each fact is known, over all and by family and year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rsfm.locales import Locale, Localized
from rsfm.merge import RELATIONS, Paper
from rsfm.model import Availability, Variant

_SETTLED = (Availability.OPEN, Availability.ANNOUNCED, Availability.NONE, Availability.NOT_APPLICABLE)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One fact that papers should have: whose, and how to see that it is there."""

    name: str
    label: Localized
    counts: Callable[[Paper], bool]
    """Whether a paper should have it."""
    has: Callable[[Paper], bool]
    floor: int | None = None
    """The share, in percent, below which the catalog is not good enough; ``None``: it is only told."""


@dataclass(frozen=True, kw_only=True)
class Covered:
    """How many of those that should have a fact have it."""

    measure: Measure
    known: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent; 100 where no paper should have it."""
        return 100 * self.known / self.of if self.of else 100.0

    @property
    def enough(self) -> bool:
        """Whether the floor is reached."""
        return self.measure.floor is None or self.percent >= self.measure.floor


def _any(paper: Paper) -> bool:
    return True


def _is_model(paper: Paper) -> bool:
    return "model" in paper.entry.kinds


def _variants(paper: Paper) -> Iterable[Variant]:
    return paper.entry.models.values()


def _in_both(paper: Paper) -> bool:
    prose = paper.entry.prose
    told = (prose.one_line, prose.summary) if prose else (None,)
    points = prose.key_points if prose else None
    there = all(section and not section.text.missing(locale) for section in told for locale in Locale)
    return bool(there and points and all(points.get(locale) for locale in Locale))


def _whole(paper: Paper) -> bool:
    prose = paper.entry.prose
    return bool(_in_both(paper) and prose and prose.method.idea and prose.applications)


def _numbered(paper: Paper) -> bool:
    return any(variant.parameters for variant in _variants(paper))


def _sourced(paper: Paper) -> bool:
    entry = paper.entry
    sources = [each.source for each in entry.models.values()] + [each.source for each in entry.data]
    return all(sources)


def _measure(
    name: str, zh: str, en: str, counts: Callable[[Paper], bool], has: Callable[[Paper], bool], floor: int | None = None
) -> Measure:
    return Measure(name=name, label=Localized(zh=zh, en=en), counts=counts, has=has, floor=floor)


MEASURES: tuple[Measure, ...] = (
    _measure("prose", "两种语言的要点与摘要", "Points and summary in both languages", _any, _in_both, 100),
    _measure("sections", "全部章节", "All sections", _any, _whole),
    _measure("authors", "作者", "Authors", _any, lambda p: bool(p.authors)),
    _measure(
        "metadata",
        "arXiv 或 Crossref 元数据",
        "Metadata of arXiv or Crossref",
        _any,
        lambda p: bool(p.snapshot or p.publication),
    ),
    _measure(
        "doi",
        "经 Crossref 证实的 DOI",
        "DOI confirmed by Crossref",
        lambda p: bool(p.doi),
        lambda p: not p.doi_unconfirmed,
    ),
    _measure("modality", "模态", "Modalities", _is_model, lambda p: bool(p.entry.model.modalities), 95),
    _measure("task", "任务", "Tasks", _is_model, lambda p: bool(p.entry.model.tasks), 90),
    _measure(
        "backbone",
        "骨干网络",
        "Backbone",
        _is_model,
        lambda p: any(v.backbone.vision or v.backbone.language for v in _variants(p)),
        70,
    ),
    _measure(
        "sensor",
        "传感器或分辨率",
        "Sensor or resolution",
        _is_model,
        lambda p: bool(
            p.entry.model.sensors or p.entry.model.gsd.all or any(d.sensors or d.gsd.all for d in p.entry.data)
        ),
        60,
    ),
    _measure(
        "parameters",
        "参数量（来源给出，或由架构得知）",
        "Parameters, from a source or by architecture",
        _is_model,
        lambda p: bool(p.nominal_parameters) or _numbered(p),
        45,
    ),
    _measure(
        "stated",
        "参数量（来源给出）",
        "Parameters, from a source",
        _is_model,
        _numbered,
    ),
    _measure("code", "代码状态", "State of the code", _is_model, lambda p: p.entry.code.state in _SETTLED, 95),
    _measure("weights", "权重状态", "State of the weights", _is_model, lambda p: p.entry.weights.state in _SETTLED, 80),
    _measure(
        "code_licence",
        "代码许可证",
        "Licence of open code",
        lambda p: _is_model(p) and p.entry.code.state is Availability.OPEN,
        lambda p: p.entry.code.licence is not None,
        70,
    ),
    _measure(
        "weights_licence",
        "权重许可证",
        "Licence of open weights",
        lambda p: _is_model(p) and p.entry.weights.state is Availability.OPEN,
        lambda p: bool(p.entry.weights.licence or any(v.weights.licence for v in _variants(p))),
    ),
    _measure("sources", "事实都有来源", "Every fact has its source", _any, _sourced, 100),
    _measure("results", "结果", "Results", _is_model, lambda p: bool(p.entry.results)),
    _measure(
        "relations", "关系", "Relations", _any, lambda p: any(getattr(p.entry.relations, kind) for kind in RELATIONS)
    ),
    _measure(
        "reviewed",
        "由人审阅",
        "Reviewed by a person",
        _any,
        lambda p: bool(p.entry.prose and p.entry.prose.origin != "model-unreviewed"),
    ),
)
"""What is measured, in the order of the report."""


def coverage(papers: Iterable[Paper]) -> list[Covered]:
    """Return how many of ``papers`` have each fact, of those that should."""
    everyone = list(papers)
    found = []
    for measure in MEASURES:
        counted = [paper for paper in everyone if measure.counts(paper)]
        found.append(Covered(measure=measure, known=sum(map(measure.has, counted)), of=len(counted)))
    return found


def of_groups(papers: Iterable[Paper], group_of: Callable[[Paper], str]) -> Mapping[str, list[Covered]]:
    """Return the coverage of each group of papers, groups in the order of their names."""
    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        groups.setdefault(group_of(paper), []).append(paper)
    return {name: coverage(groups[name]) for name in sorted(groups)}


def completeness(paper: Paper) -> float:
    """Return the share of the facts that can be known of ``paper`` that are known, from 0 to 1."""
    counting = [measure for measure in MEASURES if measure.counts(paper)]
    return sum(measure.has(paper) for measure in counting) / len(counting)
