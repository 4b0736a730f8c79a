"""What people curate of a paper: one entry, and the groups of fields in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rsfm.locales import Localized
from rsfm.model.prose import Keywords, Prose
from rsfm.model.words import (
    ArxivId,
    Availability,
    Doi,
    FamilyTerm,
    KindTerm,
    MethodTerm,
    Metres,
    ModalityTerm,
    PaperId,
    Scope,
    TaskTerm,
    Url,
    VenueKind,
    VenueState,
)


@dataclass(frozen=True, kw_only=True)
class Venue:
    """Where a paper appeared."""

    name: str
    """Short name as the field writes it: ``CVPR``, ``IEEE TGRS``; ``arXiv`` for a preprint."""
    year: int
    """Year of the venue; of the first arXiv version for a preprint."""
    state: VenueState
    kind: VenueKind | None = None
    """Journal or conference; absent for a preprint."""


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
