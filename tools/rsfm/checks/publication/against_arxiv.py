"""An entry agrees with what arXiv says of its id: title, first author, DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.identity import folded, goes_by, words
from rsfm.problems import visible


def _titles(draft: Draft) -> list[str]:
    return [title for field in ("title", "other_titles") for _, title in draft.each(field)]


def _is_of(draft: Draft, theirs: str) -> bool:
    """Say whether the title ``theirs`` can be that of the entry's paper."""
    return goes_by(theirs, _titles(draft), [draft.text("name"), *(alias for _, alias in draft.each("aliases"))])


def _untexed(title: str) -> str:
    """Return ``title`` without the commands of TeX that arXiv leaves in it: neither their names nor their braces."""
    return re.sub(r"\\[A-Za-z]+ ?|[\\${}]", "", title)


@rule("RA401")
def the_title_is_that_of_the_arxiv_id(draft: Draft) -> Iterator[Finding]:
    """The snapshot's title goes by a name of the entry, or shares the telling words of one of its titles."""
    snapshot = draft.snapshot
    if snapshot and draft.text("title") and not _is_of(draft, snapshot.title):
        theirs = visible(snapshot.title, 200)
        yield draft.finding("title", arxiv_id=snapshot.arxiv_id, theirs=theirs)


@rule("RA417")
def the_title_is_that_of_the_doi(draft: Draft) -> Iterator[Finding]:
    """Crossref's title goes by a name of the entry, or shares the telling words of one of its titles."""
    publication = draft.publication
    if publication and draft.text("title") and not _is_of(draft, publication.title):
        theirs = visible(publication.title, 200)
        yield draft.finding("doi", theirs=theirs)


@rule("RA402")
def the_title_is_spelled_as_on_arxiv(draft: Draft) -> Iterator[Finding]:
    """The snapshot's title is among the titles of the entry, case and punctuation aside."""
    if (snapshot := draft.snapshot) and draft.text("title"):
        mine = map(folded, _titles(draft))
        theirs = {folded(snapshot.title), folded(_untexed(snapshot.title))}
        if theirs.isdisjoint(mine) and _is_of(draft, snapshot.title):
            spelled = visible(snapshot.title, 200)
            yield draft.finding("title", spelled=spelled)


@rule("RA403")
def the_first_author_is_that_of_the_arxiv_id(draft: Draft) -> Iterator[Finding]:
    """The first author's name shares a word with the snapshot's."""
    authors = draft.each("authors")
    if draft.snapshot and draft.snapshot.authors and authors:
        mine, theirs = words(authors[0][1]), words(draft.snapshot.authors[0])
        written_alike = all(name.isascii() for name in (*mine, *theirs))
        if written_alike and not {w for w in mine if len(w) > 1} & {w for w in theirs if len(w) > 1}:
            first = visible(draft.snapshot.authors[0])
            yield draft.finding(authors[0][0], first=first)


@rule("RA413")
def the_doi_is_the_one_arxiv_knows(draft: Draft) -> Iterator[Finding]:
    """The snapshot's DOI and the entry's are the same."""
    doi, snapshot = draft.text("doi"), draft.snapshot
    if doi and snapshot and snapshot.doi and snapshot.doi.lower() != doi.lower():
        yield draft.finding("doi", doi=visible(snapshot.doi, 100))


@rule("RA414")
def the_paper_was_not_withdrawn(draft: Draft) -> Iterator[Finding]:
    """A paper withdrawn from arXiv, or retracted by its publisher, has a note."""
    if any(path.startswith("note") for path in draft.scalars):
        return
    if draft.publication and draft.publication.retracted:
        yield draft.finding("doi", "retracted")
    if draft.snapshot and draft.snapshot.withdrawn:
        yield draft.finding("arxiv_id", "withdrawn")
