"""Asks the servers about one paper that is not in the catalog yet, without storing anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rsfm import ids
from rsfm.adding.named import Named, named
from rsfm.fetch import arxiv, crossref, github
from rsfm.fetch.faults import Refusal
from rsfm.fetch.plan import SourceName
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId, Doi, Publication, Repository, RepositoryName, Snapshot

_ADDRESS = re.compile(
    r"(?:https?://|(?<![\w./@])(?:github\.com|huggingface\.co|hf\.co)/)[^\s<>\"'{}|\\^`，。；）]+", re.IGNORECASE
)
_MOST_REPOSITORIES = 3


@dataclass(kw_only=True)
class ServerAnswers:
    """What the servers said; where one said nothing of use, why."""

    snapshot: Snapshot | None = None
    publication: Publication | None = None
    repositories: dict[str, Repository] = field(default_factory=dict)
    """By ``owner/name`` in lower case."""
    missing: list[str] = field(default_factory=list)
    """Ids that a server answered it does not have."""
    refused: dict[str, Refusal] = field(default_factory=dict)
    """By what was asked."""

    def take(self, found: Iterable[tuple[str, Snapshot | Publication | Repository | Refusal | None]]) -> None:
        """Keep what a server answered."""
        for key, answer in found:
            match answer:
                case Snapshot():
                    self.snapshot = answer
                case Publication():
                    self.publication = answer
                case Repository():
                    self.repositories[key] = answer
                case None:
                    self.missing.append(key)
                case _:
                    self.refused[key] = answer

    @property
    def links(self) -> tuple[Named, ...]:
        """What the addresses in arXiv's comment and abstract name, each once, in that order."""
        said = f"{self.snapshot.comment or ''}\n{self.snapshot.abstract or ''}" if self.snapshot else ""
        return links_in(said)


def links_in(text: str) -> tuple[Named, ...]:
    """Return what the addresses in a text lead to: code, weights, data, demos and project pages, nothing else."""
    found = (named(_trimmed(match)) for match in _ADDRESS.findall(text))
    return tuple(
        dict.fromkeys(one for one in found if one and one.field.startswith("links.") and one.field != "links.paper")
    )


def ask(
    given: Iterable[Named], addresses: Mapping[SourceName, str], transport: Callable[[], Transport], token: str | None
) -> ServerAnswers:
    """Ask arXiv about an arXiv id, Crossref about a DOI without one, and GitHub about the code of both.

    ``transport`` makes a new one for each server: the pause that one of them wants is not owed to another.
    """
    values = {one.field: one.value for one in given}
    answers = ServerAnswers()
    if arxiv_id := values.get("arxiv_id"):
        if url := addresses.get(SourceName.ARXIV):
            answers.take(arxiv.ask_for_all(transport(), url, [ArxivId(arxiv_id)]))
    elif (doi := values.get("doi")) and (url := addresses.get(SourceName.CROSSREF)):
        answers.take(crossref.ask_for_all(transport(), url, [Doi(doi.lower())]))
    if (url := addresses.get(SourceName.GITHUB)) and not answers.missing:
        code = [one.value for one in (*given, *answers.links) if one.field == "links.code"]
        names = dict.fromkeys(RepositoryName(name) for one in code if (name := ids.repository_of(one)))
        answers.take(github.ask_for_all(transport(), url, list(names)[:_MOST_REPOSITORIES], token))
    return answers


def _trimmed(url: str) -> str:
    """Return ``url`` without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?*]}'\"”’")
    return _trimmed(url[:-1]) if url.endswith(")") and "(" not in url else url
