"""What changed in the data, for the notes of a release: every event since a day, month by month, field by field."""

from __future__ import annotations

from datetime import date

from rsfm.history import changes_said, event_said
from rsfm.locales import Locale
from rsfm.markdown import harmless
from rsfm.merge import Catalog


def changelog(catalog: Catalog, locale: Locale, since: date | None = None) -> str:
    """Return the events that the catalog learnt of after ``since``, newest first, as Markdown."""
    heading = "数据的变化" if locale is Locale.ZH else "Changes of the data"
    lines = [f"# {heading}", ""]
    month = ""
    for event in catalog.happenings:
        if since and event.seen <= since:
            continue
        if event.date[: len("2025-01")] != month:
            month = event.date[: len("2025-01")]
            lines += ["", f"## {month}", ""] if lines[-1] else [f"## {month}", ""]
        lines.append(f"- {event.date} {harmless(event_said(event, locale))}")
        lines += [f"  - {harmless(change)}" for change in changes_said(event, locale).splitlines()]
    return "\n".join(lines) + "\n"
