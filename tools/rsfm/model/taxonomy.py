"""The controlled vocabularies as data: what ``papers/_taxonomy.yml`` holds, and what else entries may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rsfm.locales import Localized
from rsfm.model.quantities import Quantity
from rsfm.model.words import ArxivId, CommercialUse, Handle, TermName, Url


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One word of a vocabulary."""

    label: Localized
    definition: Localized = field(default_factory=Localized)
    """What it means, in a sentence."""
    aliases: tuple[str, ...] = ()
    """Other names, in any language: the search knows them, and a hint leads from them to the term."""
    link: Url | None = None
    """Where it is described: a licence's text, a model's page."""
    arxiv_id: ArxivId | None = None
    """The paper of a model outside the field."""
    parameters: Quantity | None = None
    """The usual number of parameters of a backbone: shown as such where no source has a number."""
    commercial: CommercialUse | None = None
    """Whether a licence allows commercial use."""
    snippet: str | None = None
    """How a package loads a model, with ``{name}`` for what an entry says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taxonomy(Mapping[str, dict[str, Term]]):
    """Terms by identifier, by vocabulary, in the order a reader should see them."""

    table_form: ClassVar[str] = "vocabularies"

    vocabularies: dict[Handle, dict[TermName, Term]] = field(default_factory=dict)

    def __getitem__(self, vocabulary: str) -> dict[str, Term]:
        return self.vocabularies[Handle(vocabulary)]  # type: ignore[return-value]

    def __iter__(self) -> Iterator[str]:
        return iter(self.vocabularies)

    def __len__(self) -> int:
        return len(self.vocabularies)
