"""The name of an entry's file, now and formerly: what the entry is called for good, and a part of its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm import ids
from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.checks.known import known
from rsfm.checks.letters import HAN
from rsfm.checks.rules import catalog_rule, rule
from rsfm.identity import folded
from rsfm.problems import visible

_WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_OUR_ADDRESSES = known("addresses_of_the_site")


@rule("RA301")
def the_name_is_not_reserved(draft: Draft) -> Iterator[Finding]:
    """Device names of Windows and addresses of the site."""
    if draft.paper_id in _WINDOWS_DEVICES | _OUR_ADDRESSES and not draft.is_example:
        yield draft.finding("", paper_id=draft.paper_id)


@rule("RA302")
def the_file_is_named_after_the_paper(draft: Draft) -> Iterator[Finding]:
    """The paper_id resembles the name, an alias or the title."""
    name = draft.text("name")
    if not name or draft.is_example or HAN.search(name) or not ids.is_paper_id(draft.paper_id):
        return
    mine = draft.paper_id.replace("-", "")
    typed = [text for field in ("name", "aliases", "title", "other_titles") for _, text in draft.each(field)]
    # In a file's name C++ is cpp, and of π-Sat at least the Latin letters remain.
    others = {
        folded(form) for text in typed for form in (text, text.replace("+", "p"), re.sub(r"[^\x00-\x7f]", "", text))
    }
    if not any(other and (mine in other or other in mine) for other in others):
        better = ids.paper_id_from(name) or "segearth-ov"
        yield draft.finding("name", paper_id=draft.paper_id, name=visible(name), better=better)


@catalog_rule("RA456")
def a_former_id_is_of_one_entry(shelf: Shelf) -> Iterator[Finding]:
    """No former paper_id is the paper_id of an entry, or a former one of another."""
    owners: dict[str, str] = {}
    for draft in shelf.drafts:
        for path, former in draft.each("former_ids"):
            owner = former if former in shelf.by_id else owners.setdefault(former, draft.paper_id)
            if owner != draft.paper_id or former == draft.paper_id:
                yield draft.finding(path, former=former, owner=owner)
