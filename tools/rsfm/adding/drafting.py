"""What is known of a new paper becomes the values of an entry; what is not becomes blanks that say what belongs there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from rsfm import ids
from rsfm.adding.named import Named
from rsfm.adding.proposals import Proposals
from rsfm.adding.servers import ServerAnswers
from rsfm.locales import Locale, Localized
from rsfm.model import Entry, Venue, VenueState, Year
from rsfm.model.register import EACH, leaves
from rsfm.model.venues import appeared_in, short_name, venue_in_comment, venue_in_reference
from rsfm.store.new_entry import Blank
from rsfm.store.scalars import YEARS

HEAD = Localized(
    zh="以“# ”开头的行是空白：知道就删去“# ”填写，不知道就留着或删掉。写法见 papers/_example.yml。",
    en="Lines that begin with “# ” are blanks: remove the “# ” and fill in what you know; _example.yml shows how.",
)
_EXAMPLES = {
    "aliases": "",
    "authors": "[Ada Example, 李示例]",
    "links.code": "https://github.com/owner/name",
    "links.project": "https://owner.github.io/name/",
    "links.weights": "https://huggingface.co/owner/name",
    "links.dataset": "https://huggingface.co/datasets/owner/name",
    "code.state": "open",
    "weights.state": "open",
    "model.sensors": "[sentinel-2]",
    "model.gsd": "0.3-30",
    "variants.*.source": "paper#Table 1",
    "relations.builds_on.*.entry": "[]",
    "prose.origin": "person",
    "prose.one_line.zh": "",
    "prose.one_line.en": "",
    "prose.summary.zh": "",
    "prose.summary.en": "",
}
"""Fields that are offered beside those that the form asks for, and what may stand there where the register does not say."""
_IN_ABSTRACT = Localized(zh="摘要里出现的词，请核对", en="words found in the abstract: compare")


def known_values(given: Iterable[Named], answers: ServerAnswers) -> dict[str, Any]:
    """Return the values of an entry that nobody needs to be asked for, by field; what is not known is not in it."""
    values: dict[str, Any] = {one.field: one.value for one in given if not one.field.startswith("links.")}
    source = answers.snapshot or answers.publication
    if source:
        values["title"] = source.title
    if answers.snapshot:
        doi = answers.snapshot.doi or ""
        if ids.is_doi(doi) and not doi.lower().startswith("10.48550/"):
            values.setdefault("doi", doi)
    if venue := _venue(values.get("arxiv_id"), answers):
        values["venue"] = venue
    if links := _links([*given, *answers.links], answers):
        values["links"] = links
    return values


def _venue(arxiv_id: str | None, answers: ServerAnswers) -> Venue | None:
    """Return where the paper appeared, if that is certain; a paper on arXiv is at least a preprint."""
    snapshot, publication = answers.snapshot, answers.publication
    if publication:
        year = int(publication.published[:4])
        name = publication.container or ""
        if name and year in YEARS:
            return appeared_in(short_name(name) or name, year, VenueState.PUBLISHED)
        return None
    certain = snapshot and (venue_in_reference(snapshot.journal_ref or "") or venue_in_comment(snapshot.comment or ""))
    if certain and snapshot and certain.year >= snapshot.published.year:
        return certain
    if not arxiv_id:
        return None
    year = snapshot.published.year if snapshot else ids.arxiv_year(arxiv_id)
    return Venue(name="arXiv", year=Year(year), state=VenueState.PREPRINT)


def _links(found: Iterable[Named], answers: ServerAnswers) -> dict[str, tuple[str, ...]]:
    """Return the addresses by field of ``links``, each once, as GitHub now calls them, without those it does not have."""
    links: dict[str, dict[str, str]] = {}
    for one in found:
        if not one.field.startswith("links."):
            continue
        url = one.value
        if facts := answers.repositories.get(ids.repository_of(url) or ""):
            if not facts.exists:
                continue
            url = f"https://github.com/{facts.moved_to}" if facts.moved_to else url
        links.setdefault(one.field.removeprefix("links."), {}).setdefault(url.casefold(), url)
    return {name: tuple(urls.values()) for name, urls in links.items()}


def with_blanks(
    values: Mapping[str, Any], answers: ServerAnswers, proposals: Proposals, locale: Locale
) -> dict[str, Any]:
    """Return ``values`` with blanks for what readers look for and nobody has told yet."""
    found = {f"model.{name}": getattr(proposals, name) for name in ("modalities", "methods", "tasks")}
    blanks: dict[str, Any] = {}
    for path, field in leaves(Entry).items():
        asked = field.uses.asked and not path.startswith(("defaults.", "venue."))
        if asked or path in _EXAMPLES:
            terms = ", ".join(found.get(path, ()))
            example = f"[{terms}]" if path in found else _EXAMPLES.get(path) or field.uses.example
            about = _IN_ABSTRACT if terms else field.uses.help
            put(blanks, typed_at(path), Blank(example=example, about=about.best(locale)))
    blanks["code"] |= _licence(values, answers, locale)
    if answers.snapshot or answers.publication:
        del blanks["authors"]
    comment = answers.snapshot.comment if answers.snapshot else None
    venue = values.get("venue")
    if isinstance(venue, Venue) and venue.state is VenueState.PREPRINT and comment:
        blanks["note"] = Blank(about=f"arXiv 备注：{comment}" if locale is Locale.ZH else f"arXiv's comment: {comment}")
    return _merged(blanks, values)


def typed_at(path: str) -> str:
    """Return where a field of the register stands in an entry with one variant, where a short form will do."""
    return path.replace(f".{EACH}.entry", "").replace(EACH, "main").removesuffix(".vision")


def put(values: dict[str, Any], path: str, value: Any) -> None:
    """Put ``value`` at a path of an entry; the groups it lies in come into being."""
    *above, last = path.split(".")
    reduce(lambda group, step: group.setdefault(step, {}), above, values)[last] = value


def _licence(values: Mapping[str, Any], answers: ServerAnswers, locale: Locale) -> dict[str, Blank]:
    for url in values.get("links", {}).get("code", ())[:1]:  # the one that is the source called repo
        facts = answers.repositories.get(ids.repository_of(url) or "")
        if facts and facts.licence:
            about = "GitHub 所示的许可证" if locale is Locale.ZH else "the licence that GitHub shows"
            return {"licence": Blank(example=f"{{name: {facts.licence}, proof: repo#LICENSE}}", about=about)}
    return {}


def _merged(blanks: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``values``, and the blanks where they have nothing, groups inside groups too."""
    merged = {**blanks, **values}
    for name, blank in blanks.items():
        value = values.get(name)
        if isinstance(blank, Mapping) and isinstance(value, Mapping):
            merged[name] = _merged(blank, value)
    return merged
