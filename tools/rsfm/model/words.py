"""The words that values are made of: identifiers, and what has a few fixed states."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

PaperId = NewType("PaperId", str)
ArxivId = NewType("ArxivId", str)
Doi = NewType("Doi", str)
Url = NewType("Url", str)
RepositoryName = NewType("RepositoryName", str)
Handle = NewType("Handle", str)
"""The name of a variant, a source, a benchmark, a split …: lower case, digits, hyphens; it becomes part of addresses."""
TermName = NewType("TermName", str)
"""The identifier of a term: words of letters and digits joined by single hyphens or dots; it becomes part of addresses."""
Reference = NewType("Reference", str)
"""Where a fact was read: ``repo#README.md:L40``, ``paper#Table 3``, ``card``, or an address."""
Protocol = NewType("Protocol", str)
"""How a result was obtained: ``finetune``, ``frozen``, ``few-shot-16`` …"""
Inputs = NewType("Inputs", str)
"""What a measured model was shown: ``rgb-224``, ``all-zscore``, ``s1+s2-ms``."""
BandSet = NewType("BandSet", str)
"""What a model takes in where no bands are listed: ``any``, ``rgb`` or how many."""
When = NewType("When", str)
"""A day or a month: ``2024-05-24`` or ``2024-05``."""
Year = NewType("Year", int)
Whole = NewType("Whole", int)
"""A whole number from 1."""
Weight = NewType("Weight", int)


class VenueState(StrEnum):
    """How far a paper has come."""

    PREPRINT = "preprint"
    ACCEPTED = "accepted"
    PUBLISHED = "published"


class VenueKind(StrEnum):
    """What a venue is; a citation needs to know."""

    JOURNAL = "journal"
    CONFERENCE = "conference"


class Availability(StrEnum):
    """Whether readers can have a thing: ``none`` was looked for and does not exist, ``unknown`` was not settled."""

    OPEN = "open"
    ANNOUNCED = "announced"
    NONE = "none"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class CodePart(StrEnum):
    """What a code repository really holds."""

    INFERENCE = "inference"
    FINE_TUNING = "fine-tuning"
    TRAINING = "training"
    DATA = "data"


class DataRole(StrEnum):
    """What a data set is to the paper."""

    INTRODUCED = "introduced"
    PRETRAINING = "pre-training"
    INSTRUCTION_TUNING = "instruction-tuning"
    FINE_TUNING = "fine-tuning"
    EVALUATION = "evaluation"
    PRODUCT = "product"


class EventKind(StrEnum):
    """What happened to a paper, its code, weights or data."""

    ANNOUNCED = "announced"
    ACCEPTED = "accepted"
    CODE_RELEASED = "code-released"
    WEIGHTS_RELEASED = "weights-released"
    WEIGHTS_UPDATED = "weights-updated"
    DATA_RELEASED = "data-released"
    LICENCE_CHANGED = "licence-changed"
    VERSION = "version"
    RENAMED = "renamed"
    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"


class ChangeKind(StrEnum):
    """What happens to entries; with ``EventKind``, which entries themselves speak of, it is the whole vocabulary."""

    LOADED = "loaded"
    """Many entries came at once."""
    ADDED = "added"
    REMOVED = "removed"
    RESULT_ADDED = "result-added"
    PUBLISHED = "published"
    """A preprint appeared in a journal or in proceedings."""
    CORRECTED = "corrected"
    """A fact was replaced by another or taken back."""
    CHANGED = "changed"
    """Something was completed or worded better: kept in the history, and no news."""


class ResultOrigin(StrEnum):
    """Who measured a value."""

    OWN = "own"
    COPIED = "copied"
    RERUN = "rerun"


class Better(StrEnum):
    """Which values of a metric are the better ones."""

    HIGHER = "higher"
    LOWER = "lower"


class CommercialUse(StrEnum):
    """Whether a licence lets a company use a thing."""

    YES = "yes"
    NO = "no"
    ASK = "ask"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Who wrote a section of prose, and whether a person has read it since."""

    PERSON = "person"
    MODEL_REVIEWED = "model-reviewed"
    MODEL_UNREVIEWED = "model-unreviewed"


class Scope(StrEnum):
    """Whether a paper is about the Earth, about other planets, or a general one that the field builds on."""

    REMOTE_SENSING = "remote-sensing"
    PLANETARY = "planetary"
    GENERAL = "general"


class Provenance(StrEnum):
    """Where a snapshot came from."""

    ARXIV_API = "arxiv-api"
    CROSSREF_API = "crossref-api"
    GITHUB_API = "github-api"
    FACT_SHEET = "fact-sheet"
