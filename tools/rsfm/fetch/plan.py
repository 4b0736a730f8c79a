"""What a run of fetching asks, and whom: ids and addresses are proven here, before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rsfm import ids
from rsfm.fetch import arxiv, crossref, github
from rsfm.fetch.arxiv_entry import is_web_address
from rsfm.merge import doi_of
from rsfm.model import Entry, Snapshot
from rsfm.problems import visible
from rsfm.store import Library


class SourceName(StrEnum):
    """A server that knows something of papers."""

    ARXIV = "arxiv"
    CROSSREF = "crossref"
    GITHUB = "github"


@dataclass(frozen=True, kw_only=True)
class Server:
    """Where a source is reached, and how people say that it is elsewhere."""

    name: SourceName
    address: str
    option: str
    """The word before ``-url`` on the command line."""
    variable: str
    """The environment variable with the same meaning."""


SOURCES = (
    Server(name=SourceName.ARXIV, address=arxiv.API_URL, option="api", variable="RSFM_ARXIV_URL"),
    Server(name=SourceName.CROSSREF, address=crossref.API_URL, option="crossref", variable="RSFM_CROSSREF_URL"),
    Server(name=SourceName.GITHUB, address=github.API_URL, option="github", variable="RSFM_GITHUB_URL"),
)


class UnknownKey(Exception):
    """A word that names nothing to ask about."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.shown = visible(word)


class NoTaxonomy(Exception):
    """No entry can be read without the terms it may use."""


def addresses_of(
    given: Mapping[SourceName, str | None], only: Sequence[str] | None, environment: Mapping[str, str]
) -> dict[SourceName, str]:
    """Return the addresses of the sources to ask.

    Where any source is said to be elsewhere, those that are not are left out: a rehearsal against stand-ins never
    reaches the real servers. ``only`` names sources and overrides that. Raises ValueError for an impossible address.
    """
    elsewhere = {source.name: given.get(source.name) or environment.get(source.variable) for source in SOURCES}
    for address in filter(None, elsewhere.values()):
        if not is_web_address(address):
            raise ValueError(f"{visible(address)} is no http address")
    wanted = only or [name for name, address in elsewhere.items() if address] or list(elsewhere)
    return {s.name: (elsewhere[s.name] or s.address).rstrip("/") for s in SOURCES if s.name in wanted}


@dataclass(kw_only=True)
class Plan:
    """What to ask."""

    addresses: Mapping[SourceName, str]
    """The sources that are asked."""
    keys: dict[SourceName, dict[str, Entry | None]] = field(default_factory=lambda: {name: {} for name in SourceName})
    """By source the arXiv ids, DOIs in lower case and ``owner/name`` to ask for, each with its entry if it has one."""
    unreadable: list[str] = field(default_factory=list)
    """Files that hold no readable entry: nobody knows what to ask for them."""

    @property
    def size(self) -> int:
        """How many things are asked about."""
        return sum(len(self.keys[name]) for name in self.addresses)

    def add(self, entry: Entry, snapshot: Snapshot | None = None) -> None:
        """Ask everything there is to ask about an entry; its DOI may be one that arXiv knows."""
        if entry.arxiv_id:
            self.keys[SourceName.ARXIV].setdefault(entry.arxiv_id, entry)
        if doi := doi_of(entry, snapshot):
            self.keys[SourceName.CROSSREF].setdefault(doi.lower(), entry)
        for url in entry.links.code:
            if name := ids.repository_of(url):
                self.keys[SourceName.GITHUB].setdefault(name, entry)


def plan(library: Library, addresses: Mapping[SourceName, str], words: Sequence[str]) -> Plan:
    """Return what to ask: of all entries, or of those that ``words`` name by arXiv id, DOI or paper_id.

    An arXiv id or DOI of no entry is asked too. Raises UnknownKey for a word that is none of these, and NoTaxonomy.
    """
    if not library.taxonomy.get("family"):
        raise NoTaxonomy
    everything = Plan(addresses=addresses)
    for file in library.files:
        if file.entry is None:
            everything.unreadable.append(file.document.path)
        else:
            everything.add(file.entry, library.snapshot_of(file.entry))
    return _only(everything, library, words) if words else everything


def _only(everything: Plan, library: Library, words: Sequence[str]) -> Plan:
    entries: dict[str, Entry] = {entry.paper_id: entry for entry in library.entries}
    chosen = Plan(addresses=everything.addresses)
    for word in words:
        if arxiv_id := ids.arxiv_id_of(word):
            chosen.keys[SourceName.ARXIV][arxiv_id] = everything.keys[SourceName.ARXIV].get(arxiv_id)
        elif doi := ids.doi_of(word):
            chosen.keys[SourceName.CROSSREF][doi.lower()] = everything.keys[SourceName.CROSSREF].get(doi.lower())
        elif word in entries:
            chosen.add(entries[word], library.snapshot_of(entries[word]))
        else:
            raise UnknownKey(word)
    return chosen
