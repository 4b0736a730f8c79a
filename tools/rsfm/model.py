"""What the atlas knows of a paper: entries people curate, what servers answered, and the terms entries may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from rsfm.locales import Locale, Localized

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


class VenueState(StrEnum):
    """How far a paper has come."""

    PREPRINT = "preprint"
    ACCEPTED = "accepted"
    PUBLISHED = "published"


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
class Venue:
    """Where a paper appeared."""

    name: str
    """Short name as the field writes it: ``CVPR``, ``IEEE TGRS``; ``arXiv`` for a preprint."""
    year: int
    """Year of the venue; of the first arXiv version for a preprint."""
    state: VenueState


@dataclass(frozen=True, kw_only=True)
class Links:
    """Addresses that readers follow. arXiv and DOI links are derived from their ids and never typed here."""

    paper: Url | None = None
    """The publisher's page."""
    code: tuple[Url, ...] = ()
    project: tuple[Url, ...] = ()
    weights: tuple[Url, ...] = ()
    dataset: tuple[Url, ...] = ()
    demo: tuple[Url, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Licence:
    """The terms under which a thing is given, with the address that proves it."""

    name: str
    """SPDX identifier where there is one."""
    proof: Url


@dataclass(frozen=True, kw_only=True)
class Release:
    """Whether code or weights can be had, and on what terms."""

    state: Availability = Availability.UNKNOWN
    licence: Licence | None = None


@dataclass(frozen=True, kw_only=True)
class PretrainingData:
    """A data set used for pre-training."""

    name: str
    size: Localized | None = None
    """How much of it, with its unit: ``5 million image–text pairs``."""


@dataclass(frozen=True, kw_only=True)
class ModelFacts:
    """The technical facts by which readers choose a model."""

    modalities: tuple[ModalityTerm, ...] = ()
    sensors: tuple[str, ...] = ()
    """Names of satellites, instruments or programmes: ``Sentinel-2``, ``NAIP``."""
    ground_sampling_distance: tuple[Metres, ...] = ()
    """Ground sampling distances in metres."""
    backbone: Localized | None = None
    parameters: Localized | None = None
    methods: tuple[MethodTerm, ...] = ()
    """Pre-training methods."""
    pretraining: Localized | None = None
    """The pre-training method in the paper's own terms."""
    pretraining_data: tuple[PretrainingData, ...] = ()
    tasks: tuple[TaskTerm, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Keywords:
    """Search words in each language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the keywords in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True)
class Section:
    """A passage of prose in both languages."""

    zh: str | None = None
    en: str | None = None
    origin: Origin | None = None
    """Overrides the origin of the whole prose."""

    @property
    def text(self) -> Localized:
        """The passage without its origin."""
        return Localized(zh=self.zh, en=self.en)


@dataclass(frozen=True, kw_only=True)
class Points:
    """A list of short statements in both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    origin: Origin | None = None
    """Overrides the origin of the whole prose."""

    def get(self, locale: Locale) -> tuple[str, ...]:
        """Return the statements in ``locale``."""
        return self.zh if locale is Locale.ZH else self.en


@dataclass(frozen=True, kw_only=True)
class Method:
    """How the model works, from the question to the details."""

    problem: Section | None = None
    idea: Section | None = None
    framework: Section | None = None
    innovation: Section | None = None
    design: Section | None = None


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Everything about a paper that is told in sentences."""

    origin: Origin
    """Who wrote the sections that do not say otherwise."""
    one_line: Section | None = None
    key_points: Points | None = None
    summary: Section | None = None
    method: Method = field(default_factory=Method)
    highlights: Section | None = None
    applications: Section | None = None


@dataclass(frozen=True, kw_only=True)
class Relations:
    """Other entries of the catalog that this one stands on."""

    builds_on: tuple[PaperId, ...] = ()
    succeeds: tuple[PaperId, ...] = ()
    uses_dataset: tuple[PaperId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One curated file: what people know of one paper. No tool ever rewrites it."""

    paper_id: PaperId
    """The file's name without ``.yml``; not a field of the file."""
    name: str
    """What the field calls it: ``RemoteCLIP``."""
    title: str
    aliases: tuple[str, ...] = ()
    """Other names, former names, names of companion models or data."""
    other_titles: tuple[str, ...] = ()
    """Titles of earlier versions or of the publisher."""
    family: FamilyTerm
    kinds: tuple[KindTerm, ...]
    scope: Scope = Scope.REMOTE_SENSING
    authors: tuple[str, ...] = ()
    """Given where no snapshot has them, or where it has them wrong."""
    venue: Venue
    arxiv_id: ArxivId | None = None
    doi: Doi | None = None
    links: Links = field(default_factory=Links)
    code: Release = field(default_factory=Release)
    weights: Release = field(default_factory=Release)
    model: ModelFacts = field(default_factory=ModelFacts)
    keywords: Keywords = field(default_factory=Keywords)
    relations: Relations = field(default_factory=Relations)
    note: Localized | None = None
    """What a reader should know before citing or using it: renamed, versions that differ, outside the field."""
    prose: Prose | None = None
    added: date
    verified: date
    """When a curator last compared the facts with their sources."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What arXiv said of one paper, as stored; absent fields were not in the source."""

    arxiv_id: ArxivId
    title: str
    authors: tuple[str, ...]
    published: date
    provenance: Provenance
    confirmed: date
    """When the source was last asked and agreed. Stored files keep the day they were written: see ``store.confirmed``."""
    source: str | None = None
    """The address that answers for this paper alone."""
    version: int | None = None
    """The latest version the source knew."""
    updated: date | None = None
    abstract: str | None = None
    comment: str | None = None
    primary_category: str | None = None
    categories: tuple[str, ...] = ()
    doi: str | None = None
    journal_ref: str | None = None
    withdrawn: bool = False
    links: tuple[str, ...] = ()
    """Addresses that arXiv gives for the paper: abstract page, PDF, publisher."""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What Crossref said of a paper that has a DOI and no arXiv id, as stored."""

    doi: Doi
    """In lower case: DOIs are blind to it."""
    title: str
    authors: tuple[str, ...]
    container: str | None = None
    """The journal or proceedings."""
    published: str
    """When it appeared, as exactly as the publisher says: ``2024``, ``2024-03`` or ``2024-03-09``."""
    provenance: Provenance
    confirmed: date
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Repository:
    """What GitHub said of the repository behind a code link, as stored."""

    name: RepositoryName
    """As the link writes it, in lower case."""
    exists: bool = True
    moved_to: str | None = None
    """Its present name, where it was renamed or handed over."""
    archived: bool = False
    licence: str | None = None
    """SPDX identifier; ``None`` where GitHub found none."""
    stars: int | None = None
    """Rounded to two digits (1,234 → 1,200): exact ones would change a hundred files every night."""
    pushed: date | None = None
    """When code last arrived."""
    provenance: Provenance
    confirmed: date
    source: str | None = None


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
