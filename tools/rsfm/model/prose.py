"""What is told of a paper in sentences, in both languages, and who wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.locales import Locale, Localized
from rsfm.model.register import fact, group, needed
from rsfm.model.words import Origin

_ZH = ("中文", "Chinese", "中文。", "In Chinese.")
_EN = ("英文", "English", "英文。", "In English.")
_ORIGIN = (
    "由谁撰写",
    "Written by",
    "谁写的：人写，或模型起草（是否经人读过）。",
    "Who wrote it: a person, or a model, reviewed or not.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Keywords:
    """Search words in each language."""

    zh: tuple[str, ...] = fact(*_ZH, default=(), search=4)
    en: tuple[str, ...] = fact(*_EN, default=(), search=4)

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the keywords in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A passage of prose in both languages."""

    zh: str | None = fact(*_ZH, search=1)
    en: str | None = fact(*_EN, search=1)
    origin: Origin | None = fact(*_ORIGIN)
    """Overrides the origin of the whole prose."""

    @property
    def text(self) -> Localized:
        """The passage without its origin."""
        return Localized(zh=self.zh, en=self.en)


@dataclass(frozen=True, kw_only=True, slots=True)
class Points:
    """A list of short statements in both languages."""

    zh: tuple[str, ...] = fact(*_ZH, default=(), search=1)
    en: tuple[str, ...] = fact(*_EN, default=(), search=1)
    origin: Origin | None = fact(*_ORIGIN)
    """Overrides the origin of the whole prose."""

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the statements in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """How the model works, from the question to the details."""

    problem: Section | None = fact("问题", "Problem", "要解决的问题。", "The problem it solves.")
    idea: Section | None = fact("思路", "Idea", "核心思路。", "The central idea.")
    framework: Section | None = fact("框架", "Framework", "整体框架。", "The framework.")
    innovation: Section | None = fact("创新", "Innovation", "关键创新。", "What is new.")
    design: Section | None = fact("设计", "Design", "关键设计。", "The details of the design.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Everything about a paper that is told in sentences."""

    origin: Origin = needed(*_ORIGIN)
    """Who wrote the sections that do not say otherwise."""
    one_line: Section | None = fact(
        "一句话要点", "The point", "一句话要点。", "The point of the paper in one sentence.", asked=True
    )
    key_points: Points | None = fact(
        "三条要点",
        "Key points",
        "三条要点：问题、答案、证据。",
        "Three points: the question, the answer, the evidence.",
    )
    summary: Section | None = fact("摘要", "Summary", "摘要。", "The summary.")
    method: Method = group(Method, "方法", "Method", "方法。", "How it works.")
    highlights: Section | None = fact(
        "实验亮点",
        "Highlights",
        "实验亮点：论文中的数字及其测试对象。",
        "Numbers from the paper, with what they were measured on.",
    )
    applications: Section | None = fact("应用", "Applications", "应用场景。", "What it can be used for.")
