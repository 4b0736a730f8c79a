"""An event in words, in both languages: the same on pages, in feeds and in changelogs."""

from __future__ import annotations

from typing import Any

from rsfm.history.happening import Happening
from rsfm.locales import Locale
from rsfm.model import ChangeKind, Entry
from rsfm.model.choices import choice_text
from rsfm.model.register import fields_of, is_group, shape_of

_SHOWN = 12
"""Changes of one event that are spelt out; the others are counted."""


def event_said(event: Happening, locale: Locale) -> str:
    """Return what happened in one line: ``GeoChat: weights released (base)``."""
    what = choice_text(event.what).best(locale)
    chinese = locale is Locale.ZH
    if event.what is ChangeKind.LOADED:
        return f"{what}：{len(event.papers)} 篇论文" if chinese else f"{what}: {len(event.papers)} papers"
    of = (f"（{event.of}）" if chinese else f" ({event.of})") if event.of else ""
    return f"{event.name}：{what}{of}" if chinese else f"{event.name}: {what}{of}"


def changes_said(event: Happening, locale: Locale) -> str:
    """Return the fields that changed, a line each."""
    lines = []
    for change in event.changes[:_SHOWN]:
        colon = "：" if locale is Locale.ZH else ": "
        values = " → ".join(filter(None, (change.was, change.now)))
        lines.append(label_of(change.field, locale) + (f"{colon}{values}" if values else ""))
    if rest := len(event.changes) - _SHOWN:
        lines += [f"另有 {rest} 项" if locale is Locale.ZH else f"and {rest} more"] if rest > 0 else []
    return "\n".join(lines)


def label_of(path: str, locale: Locale) -> str:
    """Return the label of the field at ``path``, after the names of variants and the like that lead to it."""
    kind: Any = Entry
    said: list[str] = []
    label = ""
    steps = path.split(".")
    while steps:
        known = fields_of(kind) if kind is not None and is_group(kind) else {}
        step = steps.pop(0)
        if step not in known:
            said.append(step)
            continue
        field = known[step]
        label = field.uses.label.best(locale) or step
        shape, kind = shape_of(field.kind)
        if shape in ("list", "table") and steps:
            # The name of an item, which may hold dots itself: only the last step of it is surely a field again.
            inside = fields_of(kind) if is_group(kind) else {}
            end = next((place for place, each in enumerate(steps) if place and each in inside), len(steps))
            said.append(".".join(steps[:end]))
            steps = steps[end:]
    return " · ".join((*said, label))
