"""What happened to the catalog and its papers: events between two states of ``papers/``, and which of them are news."""

from rsfm.history.happening import BULK, Change, Happening, What
from rsfm.history.news import last_week, news
from rsfm.history.states import between
from rsfm.history.words import changes_said, event_said

__all__ = [
    "BULK",
    "Change",
    "Happening",
    "What",
    "between",
    "changes_said",
    "event_said",
    "last_week",
    "news",
]
