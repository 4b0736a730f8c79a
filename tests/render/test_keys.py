"""A page whose key is the same is the same page, whatever else was edited: what a build may leave as it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from invented import PROJECT
from rsfm.export.references import citations
from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.model import Availability, Entry, PaperId, Related, Relations
from rsfm.render import PAGE_TYPES, Content, Messages, Page, Renderer, SiteFacts, menu_of
from rsfm.store import Library

MESSAGES = Messages.load(PROJECT / "site_src/messages")
KEYED = ("papers", "all_papers", "families", "years", "collections", "benchmark")
SITE = SiteFacts(site_url="https://atlas.example.org/", repo_url="https://github.com/example/atlas")
ROUNDS = 8
EDITS = 3
"""So many entries are edited at once."""


def pages_of(catalog: Catalog) -> dict[str, Page]:
    content = Content(
        catalog=catalog,
        site=SITE,
        citations={paper.paper_id: citations(paper) for paper in catalog.papers},
        outside=b"the same code, templates and words",
    )
    renderer = Renderer(content, MESSAGES, [PROJECT / "site_src/templates"], menu_of([], MESSAGES))
    return {page.address: page for name in KEYED for page in PAGE_TYPES[name].build(renderer)}


def renamed(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, name=f"{entry.name}-X")


def retitled(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, title=f"{entry.title} Again")


def moved(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    return replace(entry, venue=chosen.choice(others).venue)


def by_others(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    return replace(entry, authors=chosen.choice(others).authors)


def standing_on(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    on = tuple(Related(entry=other.paper_id) for other in chosen.sample(others, 2) if other is not entry)
    return replace(entry, relations=replace(entry.relations, builds_on=on))


def alone(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, relations=Relations())


def measured(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    some = [other.results for other in others if other.results]
    return replace(entry, results=chosen.choice(some))


def unmeasured(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, results=())


def of_other_terms(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    return replace(entry, model=chosen.choice(others).model)


def of_other_family(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    return replace(entry, family=chosen.choice(others).family)


def closed(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, code=replace(entry.code, state=Availability.NONE), weights=replace(entry.weights, size=None))


def noted(entry: Entry, _: random.Random, __: list[Entry]) -> Entry:
    return replace(entry, note=Localized(zh="新的说明。", en="A new note."))


def of_other_variants(entry: Entry, chosen: random.Random, others: list[Entry]) -> Entry:
    return replace(entry, variants=chosen.choice(others).variants, data=chosen.choice(others).data, results=())


Edit = Callable[[Entry, random.Random, list[Entry]], Entry]
ALL: tuple[Edit, ...] = (
    renamed,
    retitled,
    moved,
    by_others,
    standing_on,
    alone,
    measured,
    unmeasured,
    of_other_terms,
    of_other_family,
    closed,
    noted,
    of_other_variants,
)


@pytest.fixture(scope="module")
def some(real_library: Library) -> Library:
    """A part of the real catalog, in which entries name each other and have results."""
    told = sorted(real_library.files, key=lambda file: -len(file.entry.results) if file.entry else 0)
    return replace(real_library, files=tuple(told[:60] + told[300:340]))


def with_entries(library: Library, entries: list[Entry]) -> Catalog:
    """Return the catalog of ``entries``, in which none names one that is not there."""
    there = {entry.paper_id for entry in entries}
    files = []
    for entry in entries:
        stated = {
            each.name: tuple(one for one in getattr(entry.relations, each.name) if one.entry in there)
            for each in fields(Relations)
        }
        files.append(replace(library.files[0], entry=replace(entry, relations=Relations(**stated))))
    return replace(library, files=tuple(files)).catalog()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_same_key_is_the_same_page(some: Library, number: int):
    chosen = random.Random(number)  # noqa: S311 -- the same edits in every run
    entries = [entry for entry in some.entries if entry]
    before = pages_of(with_entries(some, entries))
    edited = list(entries)
    applied = []
    for place in chosen.sample(range(len(entries)), EDITS):
        edit = chosen.choice(ALL)
        applied.append((edit.__name__, entries[place].paper_id))
        edited[place] = edit(entries[place], chosen, entries)
    if number % 2:
        edited[0] = replace(edited[0], paper_id=PaperId(f"{edited[0].paper_id}-moved"))
        del edited[chosen.randrange(1, len(edited))]
    after = pages_of(with_entries(some, edited))
    kept = [page for page in after.values() if page.address in before and before[page.address].key() == page.key()]
    assert all(page.key() for page in after.values())
    if len(after) == len(before):  # the foot of every page counts papers
        assert len(kept) > len(after) / 2, "most pages are made again"
    differing = [
        page.address
        for page in kept
        if page.html != before[page.address].html or page.markdown != before[page.address].markdown
    ]
    assert differing == [], applied


def test_without_what_lies_outside_no_page_has_a_key(some: Library):
    catalog = with_entries(some, [entry for entry in some.entries if entry][:3])
    renderer = Renderer(
        Content(catalog=catalog, site=SITE), MESSAGES, [PROJECT / "site_src/templates"], menu_of([], MESSAGES)
    )
    assert {page.key() for page in PAGE_TYPES["papers"].build(renderer)} == {b""}
