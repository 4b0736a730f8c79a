"""The data of a paper: what it learned from, and what it brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rsfm.model.quantities import Quantity, Years
from rsfm.model.register import Unit, fact, group, needed
from rsfm.model.releases import Access
from rsfm.model.words import DataRole, PaperId, Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class Gsd:
    """Ground sampling distances in metres: one range, or one for each sensor."""

    short_form: ClassVar[str] = "span"
    table_form: ClassVar[str] = "by_sensor"

    span: Quantity | None = fact("范围", "Range", "米：10 或 0.3-30。", "In metres: 10 or 0.3-30.", unit=Unit.METRES)
    by_sensor: dict[str, Quantity] = group(
        dict,
        "各传感器",
        "Of each sensor",
        "按传感器写，单位是米。",
        "By sensor, in metres.",
        terms="sensor",
        unit=Unit.METRES,
    )

    @property
    def all(self) -> Quantity | None:
        """The whole range; ``None`` where nothing is known."""
        known = [each for each in (self.span, *self.by_sensor.values()) if each]
        lows = [end for each in known for end in (each.low, each.high) if end is not None]
        return Quantity(low=min(lows), high=max(lows)) if lows else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Data:
    """One data set, as this paper uses or brings it."""

    name: str = needed("数据集", "Data set", "数据集的名称。", "The name of the data set.", search=4, export="data")
    entry: PaperId | None = fact("条目", "Entry", "它在目录中的条目。", "Its entry in the catalog.")
    role: tuple[DataRole, ...] = fact(
        "用途",
        "Role",
        "introduced、pre-training、instruction-tuning、fine-tuning、evaluation 或 product。",
        "introduced, pre-training, instruction-tuning, fine-tuning, evaluation or product.",
        default=(),
    )
    count: dict[str, Quantity] = group(
        dict,
        "数量",
        "Count",
        "按单位写：{images: 1M}，单位是词表 unit 中的词。",
        "By unit: {images: 1M}; units are terms of unit.",
        terms="unit",
    )
    gsd: Gsd = group(Gsd, "地面采样间隔", "Ground sampling distance", "单位是米。", "In metres.")
    sensors: tuple[str, ...] = fact(
        "传感器", "Sensors", "词表 sensor 中的词。", "Terms of sensor.", default=(), terms="sensor", search=2
    )
    years: Years | None = fact("年份", "Years", "数据覆盖的年份：2016-2021。", "The years it covers: 2016-2021.")
    coverage: str | None = fact(
        "范围", "Coverage", "global 或国家、地区的英文名。", "global, or countries and regions."
    )
    parts: tuple[str, ...] = fact(
        "组成", "Parts", "由哪些数据集组成。", "The data sets it is made of.", default=(), search=2
    )
    access: Access = group(
        Access, "获取", "Access", "能否得到、在哪里、什么许可证。", "Whether and where it can be had."
    )
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")
