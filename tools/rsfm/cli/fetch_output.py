"""How a run of ``rsfm fetch`` shows itself: a bar on a terminal, plain lines elsewhere, a summary at the end."""

from __future__ import annotations

import json
import sys
from types import TracebackType
from typing import Any, TextIO

import rich.console
import rich.progress

from rsfm.fetch.faults import Refusal
from rsfm.fetch.report import Report
from rsfm.locales import Locale
from rsfm.markdown import entities, table
from rsfm.problems import visible

_EVERY = 25
"""Settled papers between two plain lines."""
_COUNTS = {
    "asked": ("询问", "asked"),
    "fresh": ("仍新", "fresh"),
    "new": ("新增", "new"),
    "changed": ("变化", "changed"),
    "unchanged": ("未变", "unchanged"),
    "missing": ("缺失", "missing"),
    "withdrawn": ("撤稿", "withdrawn"),
    "failed": ("失败", "failed"),
}
_LONGEST = 200


class Progress:
    """Tells how far a run has come; on stderr, so that the output holds the result alone."""

    def __init__(self, locale: Locale, size: int) -> None:
        self._locale = locale
        self._size = size
        self._settled = 0
        self._bar: rich.progress.Progress | None = None
        if sys.stderr.isatty():
            console = rich.console.Console(stderr=True)
            self._bar = rich.progress.Progress(console=console, transient=True)
            self._task = self._bar.add_task("rsfm fetch", total=size)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def settled(self, key: str) -> None:
        """Note that the fate of one more is known."""
        self._settled += 1
        if self._bar:
            self._bar.advance(self._task)
        elif self._settled % _EVERY == 0 or self._settled == self._size:
            print(f"rsfm fetch: {self._settled}/{self._size}", file=sys.stderr, flush=True)

    def pause(self, refused: Refusal, seconds: float) -> None:
        """Say why the next request waits."""
        detail = refused.detail.best(self._locale)
        line = (
            f"{detail}；{seconds:.0f} 秒后再试" if self._locale is Locale.ZH else f"{detail}; again in {seconds:.0f} s"
        )
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False)
        else:
            print(f"rsfm fetch: {line}", file=sys.stderr, flush=True)


def print_report(report: Report, locale: Locale, *, dry_run: bool, file: TextIO) -> None:
    """Print what was found, most telling last."""
    if dry_run:
        for change in report.changes:
            print(f"{change.key}: {change.field}: {_shown(change.old)} → {_shown(change.new)}", file=file)
    for key, (curated, source) in report.titles.items():
        said = "来源的标题与条目不同" if locale is Locale.ZH else "the source's title is not the curated one"
        print(f"{key}: title: {said}: {visible(source, _LONGEST)} ≠ {visible(curated, _LONGEST)}", file=file)
    for key in report.withdrawn:
        print(f"{key}: {'已撤稿' if locale is Locale.ZH else 'withdrawn'}", file=file)
    for key in report.missing:
        print(f"{key}: {'回答中没有' if locale is Locale.ZH else 'not in the answer'} [missing]", file=file)
    for key, refused in report.failed.items():
        print(f"{key}: {refused.detail.best(locale)} [{refused.fault}]", file=file)
    counts = ((zh if locale is Locale.ZH else en, len(getattr(report, name))) for name, (zh, en) in _COUNTS.items())
    print(("，" if locale is Locale.ZH else ", ").join(f"{word} {count}" for word, count in counts), file=file)
    if by_field := report.changes_by_field:
        head = "按字段" if locale is Locale.ZH else "by field"
        print(f"{head}: " + ", ".join(f"{name} {count}" for name, count in by_field.items()), file=file)


def markdown(report: Report, locale: Locale, *, dry_run: bool = False) -> str:
    """Return the report as Markdown: counts, what was not refreshed, and a row for every changed field."""
    zh = locale is Locale.ZH
    lines = [f"## rsfm fetch{' --dry-run' if dry_run else ''}", ""]
    lines += _table(
        tuple(one if zh else other for one, other in _COUNTS.values()),
        [tuple(len(getattr(report, name)) for name in _COUNTS)],
    )
    problems = [(key, "missing", "回答中没有" if zh else "not in the answer") for key in report.missing]
    problems += [(key, value.fault.value, value.detail.best(locale)) for key, value in report.failed.items()]
    problems += [(key, "title", f"{source} ≠ {curated}") for key, (curated, source) in report.titles.items()]
    problems += [(key, "withdrawn", "已撤稿" if zh else "withdrawn") for key in report.withdrawn]
    if problems:
        lines += _table(("编号", "问题", "说明") if zh else ("id", "problem", "detail"), problems)
    new = set(report.new)
    told = [change for change in report.changes if change.key not in new or change.field == "title"]
    if told:
        rows = [(change.key, change.field, _shown(change.old), _shown(change.new)) for change in told]
        lines += _table(("编号", "字段", "原值", "新值") if zh else ("id", "field", "old", "new"), rows)
    return "\n".join(lines) + "\n"


def _table(head: tuple[str, ...], rows: list[Any]) -> list[str]:
    return [*table(head, ([entities(str(cell), _LONGEST) for cell in row] for row in rows)), ""]


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return visible(text, _LONGEST)
