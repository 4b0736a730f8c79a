"""Every fact says where it was read, and every reference leads to a source that is known."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.model.paths import kind_at
from rsfm.model.sources import PAPER, REPO, key_of
from rsfm.problems import visible

_SOURCED = ("variants", "data", "checkpoints")
"""Fields of which each one names its source; of results it is required."""
_COST = ("training", "inference")
_LICENCE = "licence.name"
_REFERENCES = (".source", ".proof")
_SOURCE_OF = "source_of."


@rule("RA463")
def a_fact_says_where_it_was_read(draft: Draft) -> Iterator[Finding]:
    """Variants, data records, check-points, training and licences name their source."""
    elsewhere = _named_elsewhere(draft)
    shared = draft.has("defaults.source")
    for field in (*_SOURCED, "defaults"):
        for part, values in draft.parts.of(field).items():
            known = draft.has(f"{part}.source") or part in elsewhere or (field == "variants" and shared)
            if not known and field != "defaults":
                yield _unsourced(draft, part, "source")
            cost = [name for name in _COST if any(path.startswith(f"{name}.") for path in values)]
            for name in cost:
                if not (draft.has(f"{part}.{name}.source") or f"{part}.{name}" in elsewhere):
                    yield _unsourced(draft, f"{part}.{name}", "source")
    for path in draft.file.values:
        if path.endswith(_LICENCE):
            licence = path.removesuffix(".name")
            if not draft.has(f"{licence}.proof") and licence not in elsewhere:
                yield _unsourced(draft, licence, "proof")


def _named_elsewhere(draft: Draft) -> list[str]:
    return [path.removeprefix(_SOURCE_OF) for path in draft.scalars if path.startswith(_SOURCE_OF)]


def _unsourced(draft: Draft, part: str, name: str) -> Finding:
    return draft.finding(part, part=part, name=name)


@rule("RA464")
def a_reference_names_a_source(draft: Draft) -> Iterator[Finding]:
    """The key of a reference is a source of the entry or one that entries share."""
    repo = [REPO] if draft.has("links.code") or REPO in draft.parts.sources else []
    known = [PAPER, *repo, *draft.parts.sources, *draft.library.sources]
    for path, reference in draft.file.values.items():
        if not path.endswith(_REFERENCES) and not path.startswith(_SOURCE_OF):
            continue
        if (key := key_of(reference)) and key not in known:
            near = "".join(get_close_matches(key, known, n=1, cutoff=0.6))
            said = ("repo-near" if near else "repo") if key == REPO else "near" if near else "absent"
            yield draft.finding(path, said, name=visible(key), near=near, listed=", ".join(known[:12]))


@rule("RA464")
def a_source_has_an_address(draft: Draft) -> Iterator[Finding]:
    """A source that is neither the paper nor its repository says where it is."""
    for name in draft.parts.sources:
        if name not in (PAPER, REPO) and not draft.has(f"sources.{name}.url"):
            yield draft.finding(f"sources.{visible(name)}", "address", name=visible(name))


@rule("RA464")
def a_source_is_of_a_field(draft: Draft) -> Iterator[Finding]:
    """The names in ``source_of`` are paths of fields."""
    for path in _named_elsewhere(draft):
        if kind_at(path.split(".")) is None:
            yield draft.finding(f"source_of.{path}", "field", path=visible(path))
