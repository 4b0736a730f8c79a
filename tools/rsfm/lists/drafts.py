"""What an item of a list says of a paper that the catalog does not have, as the text of an entry to be completed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from rsfm import ids
from rsfm.adding.drafting import HEAD, with_blanks
from rsfm.adding.proposals import propose
from rsfm.adding.servers import ServerAnswers
from rsfm.export.json_schema import REFERENCE
from rsfm.fetch.crossref_text import plain as without_formulas
from rsfm.identity import name_before_colon, words
from rsfm.lists.claims import claim_of, family_of
from rsfm.lists.inline import unglued
from rsfm.lists.recognised import Recognised
from rsfm.locales import Locale, Localized
from rsfm.model import Taxonomy, Venue, VenueState, Year
from rsfm.model.venue_text import venue_of_text
from rsfm.model.venues import appeared_in, short_name
from rsfm.store.new_entry import Blank, entry_text

_FIELDS = ("paper", "code", "project", "weights", "dataset", "demo")
_ABOUT_NAME = Localized(zh="大家怎么叫它", en="what people call it")
_FEW_WORDS = 6


def draft(known: Recognised, taxonomy: Taxonomy, source: str, today: date, locale: Locale) -> tuple[str, str]:
    """Return the paper_id and the text of a draft; ``source`` says where the item stands.

    What the list does not say, and what it says without being believed, is a blank. A draft is not yet valid where
    the family, the kinds or the venue is one.
    """
    item, snapshot = known.item, known.snapshot
    typed = item.title.text if item.title else ""
    title = re.sub(r"(?<=[A-Za-z0-9]):(?=[A-Z])", ": ", unglued(typed))
    title = without_formulas(title) if "$" in title else title
    # What arXiv calls the paper of the link is right, whatever stands over the link.
    title = snapshot.title if snapshot else title
    name = (item.name if item.in_table else "") or name_before_colon(title) or item.name
    proposals = propose(title, (snapshot.abstract if snapshot else "") or "", taxonomy)
    stated = family_of(item.section.text, taxonomy) if item.section else None
    links = {field: tuple(dict.fromkeys(known.values.get(f"links.{field}", ()))) for field in _FIELDS}
    if known.arxiv_id or known.values.get("doi"):
        links["paper"] = links["paper"][:1]
    values: dict[str, Any] = {
        "name": name or Blank(about=_ABOUT_NAME.best(locale)),
        "title": title or Blank(),
        "family": stated or proposals.family or Blank(about=", ".join(taxonomy["family"])),
        "kinds": list(proposals.kinds) or Blank(about=", ".join(taxonomy["kind"])),
        "venue": _venue(known) or {"name": Blank(), "year": Blank(), "state": Blank()},
        "arxiv_id": known.arxiv_id,
        "doi": next(iter(known.values.get("doi", ())), ""),
        "links": {field: urls[0] if field == "paper" and urls else urls for field, urls in links.items() if urls},
        "added": today,
        "verified": today,
    }
    answers = ServerAnswers(snapshot=snapshot)
    present = {field: value for field, value in values.items() if value}
    text = entry_text(with_blanks(present, answers, proposals, locale), [REFERENCE, source, HEAD.best(locale)])
    return ids.paper_id_from(name) or ids.paper_id_from(
        " ".join(words(title)[:_FEW_WORDS])
    ) or f"line-{item.line}", text


def _venue(known: Recognised) -> Venue | None:
    """Return the stated venue, if it is possible for the arXiv id; a paper on arXiv is at least a preprint."""
    claim = claim_of(known.item)
    submitted = ids.arxiv_year(known.arxiv_id) if known.arxiv_id else None
    written = venue_of_text(known.item.claim) if known.item.in_table else None
    says_more = written and (written.name.casefold() != "arxiv" or written.workshop or written.track)
    if written and says_more and written.year >= (submitted or 0) - 1:
        return replace(written, name=short_name(written.name) or written.name)
    if claim.is_known and claim.venue != "arXiv" and claim.year and claim.year >= (submitted or 0) - 1:
        return appeared_in(claim.venue, claim.year, VenueState.PUBLISHED)
    return Venue(name="arXiv", year=Year(submitted), state=VenueState.PREPRINT) if submitted else None
