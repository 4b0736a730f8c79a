"""The words that values are made of: identifiers, states, and the controlled vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from rsfm.locales import Localized

PaperId = NewType("PaperId", str)
ArxivId = NewType("ArxivId", str)
Doi = NewType("Doi", str)
Url = NewType("Url", str)
RepositoryName = NewType("RepositoryName", str)
FamilyTerm = NewType("FamilyTerm", str)
KindTerm = NewType("KindTerm", str)
ModalityTerm = NewType("ModalityTerm", str)
TaskTerm = NewType("TaskTerm", str)
MethodTerm = NewType("MethodTerm", str)
Metres = NewType("Metres", float)
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


class Origin(StrEnum):
    """Who wrote a section of prose, and whether a person has read it since."""

    PERSON = "person"
    MODEL_REVIEWED = "model-reviewed"
    MODEL_UNREVIEWED = "model-unreviewed"


class Scope(StrEnum):
    """Whether a paper is about remote sensing, or a general one that the field builds on."""

    REMOTE_SENSING = "remote-sensing"
    GENERAL = "general"


class Provenance(StrEnum):
    """Where a snapshot came from."""

    ARXIV_API = "arxiv-api"
    CROSSREF_API = "crossref-api"
    GITHUB_API = "github-api"
    FACT_SHEET = "fact-sheet"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One word of the controlled vocabulary."""

    label: Localized
    definition: Localized


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """The controlled vocabulary: terms by identifier, in the order a reader should see them."""

    family: dict[str, Term]
    kind: dict[str, Term]
    modality: dict[str, Term]
    task: dict[str, Term]
    method: dict[str, Term]
