"""Ids that arXiv has given out, and where they are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rsfm import ids
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule

_OLD_ARXIV_UNTIL = 200704


@rule("RA411")
def arxiv_has_given_out_the_id(draft: Draft) -> Iterator[Finding]:
    """The month in the id is possible for its form."""
    arxiv_id = draft.text("arxiv_id")
    if not arxiv_id:
        return
    tail = arxiv_id.rpartition("/")[2]
    month = ids.arxiv_year(arxiv_id) * 100 + int(tail[2:4])
    old = "/" in arxiv_id
    now = draft.today + timedelta(days=1)
    if old == (month < _OLD_ARXIV_UNTIL) and month <= now.year * 100 + now.month and int(tail[5 if not old else 4 :]):
        return
    yield draft.finding("arxiv_id", arxiv_id=arxiv_id)


@rule("RA506")
def the_doi_is_not_arxivs(draft: Draft) -> Iterator[Finding]:
    """``doi`` is the publisher's."""
    doi = draft.text("doi")
    if doi.lower().startswith("10.48550/"):
        found = ids.arxiv_id_of(doi[len("10.48550/arXiv.") :]) or "…"
        yield draft.finding("doi", "arxiv-doi", found=found)
