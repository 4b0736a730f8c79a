"""What can be wrong with a list, and one such fault: where, what is written, and what should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rsfm.locales import Localized


class FaultKind(StrEnum):
    """The kinds of fault; the values are stable."""

    # What it says is not so.
    OTHER_PAPERS_TITLE = "other-papers-title"
    TITLE_TWICE = "title-twice"
    PAPER_TWICE = "paper-twice"
    TITLE_DIFFERS = "title-differs"
    YEAR_IMPOSSIBLE = "year-impossible"
    VENUE_DIFFERS = "venue-differs"
    VENUE_MISSING = "venue-missing"
    SECTION_DIFFERS = "section-differs"
    OUT_OF_SCOPE = "out-of-scope"
    CODE_FLAG = "code-flag"
    LINK_DIFFERS = "link-differs"
    ARXIV_ID = "arxiv-id"
    ARXIV_MISSING = "arxiv-missing"
    LINK_MISSING = "link-missing"
    AUTHORS_MISSING = "authors-missing"
    CLAIM = "claim"
    ORDER = "order"
    # How it is typed.
    SPELLING = "spelling"
    GLUED_TEXT = "glued-text"
    COLON = "colon"
    STRAY_BLANK = "stray-blank"
    NAME_TWICE = "name-twice"
    HTTP = "http"
    VERSION = "version"
    PDF = "pdf"
    ADDRESS_FORM = "address-form"
    CAPITALS = "capitals"
    BREAK_TAG = "break-tag"
    PREFIX = "prefix"
    ARXIV_NAME = "arxiv-name"
    LABELS = "labels"
    SEPARATORS = "separators"
    EMPHASIS = "emphasis"
    FIRST_PERSON = "first-person"


@dataclass(frozen=True, kw_only=True)
class ListFault:
    """One thing that is wrong with a list."""

    kind: FaultKind
    lines: tuple[int, ...]
    """Where, counted from 1; several for a habit of the whole list."""
    what: Localized
    wrong: str = ""
    """What is written."""
    right: str = ""
    """What should be; empty where only a person can know."""
