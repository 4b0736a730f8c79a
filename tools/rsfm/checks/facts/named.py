"""What is named inside an entry is there: variants, and what an event or a check-point is of."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.checks.rules import catalog_rule, rule
from rsfm.identity import folded
from rsfm.locales import Localized

_SHOWN = 12
_VARIANT = Localized(zh="变体", en="variant")
_OF_EVENTS = Localized(zh="变体、微调权重或数据集", en="variant, check-point or data set")


@rule("RA462")
def what_a_value_is_of_is_there(draft: Draft) -> Iterator[Finding]:
    """The key of a value is a variant, ``entry/variant`` or a term of base."""
    known = (*draft.parts.variants, *draft.library.taxonomy.get("base", {}))
    for path, key in draft.parts.measured:
        if key not in known and "/" not in key:
            yield _absent(draft, path, key, draft.parts.variants)


@rule("RA462")
def the_variants_of_a_checkpoint_are_there(draft: Draft) -> Iterator[Finding]:
    """A check-point was tuned from variants of the entry."""
    for part, values in draft.parts.of("checkpoints").items():
        for path, name in values.items():
            if path.startswith("variants") and name not in draft.parts.variants:
                yield _absent(draft, f"{part}.{path}", name, draft.parts.variants)


@rule("RA462")
def what_an_event_is_of_is_there(draft: Draft) -> Iterator[Finding]:
    """An event is of a variant, a check-point or a data set of the entry."""
    tuned = [values.get("tuned_for", "") for values in draft.parts.of("checkpoints").values()]
    data = [values.get("name", "") for values in draft.parts.of("data").values()]
    known = [*draft.parts.variants, *tuned, *data]
    for part, values in draft.parts.of("events").items():
        if (name := values.get("of")) and name not in known:
            yield _absent(draft, f"{part}.of", name, known, _OF_EVENTS)


def _absent(
    draft: Draft, path: str, name: str, known: tuple[str, ...] | list[str], what: Localized = _VARIANT
) -> Finding:
    near = "".join(get_close_matches(name[:60], known, n=1, cutoff=0.6))
    said = "near" if near else "listed" if known else "none"
    return draft.finding(path, said, what=what, name=name, near=near, listed=", ".join(known[:_SHOWN]))


@catalog_rule("RA462")
def the_variant_of_another_entry_is_there(shelf: Shelf) -> Iterator[Finding]:
    """In ``entry/variant`` the entry has that variant, where it lists any."""
    for draft in shelf.drafts:
        for path, key in draft.parts.measured:
            paper_id, separator, name = key.partition("/")
            other = shelf.by_id.get(paper_id) if separator else None
            if other and other.parts.variants and name not in other.parts.variants:
                yield _absent(draft, path, key, [f"{paper_id}/{v}" for v in other.parts.variants])


@rule("RA466")
def a_variants_name_says_what_differs(draft: Draft) -> Iterator[Finding]:
    """No variant is called after its backbone alone where another has the same one."""
    backbones = {
        part: values["backbone.vision"]
        for part, values in draft.parts.of("variants").items()
        if "backbone.vision" in values
    }
    taken = [*backbones.values()]
    for part, backbone in backbones.items():
        name = part.partition(".")[2]
        if taken.count(backbone) > 1 and folded(name) == folded(backbone):
            yield draft.finding(part, name=name)
