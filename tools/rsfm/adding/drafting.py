"""What is known of a new paper becomes the values of an entry; what is not becomes blanks that say what belongs there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rsfm import ids
from rsfm.adding.named import Named
from rsfm.adding.proposals import Proposals
from rsfm.adding.servers import ServerAnswers
from rsfm.locales import Locale, Localized
from rsfm.model import Venue, VenueState, Year
from rsfm.model.venues import appeared_in, short_name, venue_in_comment, venue_in_reference
from rsfm.store.new_entry import Blank
from rsfm.store.scalars import YEARS

HEAD = Localized(
    zh="以“# ”开头的行是空白：知道就删去“# ”填写，不知道就留着或删掉。写法见 papers/_example.yml。",
    en="Lines that begin with “# ” are blanks: remove the “# ” and fill in what you know; _example.yml shows how.",
)


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

    def blank(example: str, zh: str, en: str) -> Blank:
        return Blank(example=example, about=zh if locale is Locale.ZH else en)

    def listed(terms: Iterable[str]) -> Blank:
        found = ", ".join(terms)
        about = (
            ("摘要里出现的词，请核对", "words found in the abstract: compare")
            if found
            else ("见词表", "see _taxonomy.yml")
        )
        return blank(f"[{found}]", *about)

    text = {"zh": Blank(), "en": Blank()}
    state = "open、announced、none 或 unknown", "open, announced, none or unknown"
    blanks: dict[str, Any] = {
        "aliases": blank("", "别名、曾用名、配套模型或数据的名称", "other or former names, companion models or data"),
        "doi": blank("10.1109/TGRS.2024.3390838", "出版社的 DOI", "the publisher's"),
        "links": {
            "code": blank("https://github.com/owner/name", "代码", "the code"),
            "project": blank("https://owner.github.io/name/", "项目主页", "the project page"),
            "weights": blank("https://huggingface.co/owner/name", "权重", "the weights"),
            "dataset": blank("https://huggingface.co/datasets/owner/name", "数据", "the data"),
        },
        "code": {"state": blank("open", *state)} | _licence(values, answers, locale),
        "weights": {"state": blank("open", *state)},
        "model": {
            "modalities": listed(proposals.modalities),
            "sensors": blank("[sentinel-2]", "卫星或传感器", "satellites or instruments"),
            "gsd": blank("0.3-30", "地面采样间隔，米", "ground sampling distance in metres"),
            "methods": listed(proposals.methods),
            "tasks": listed(proposals.tasks),
        },
        "variants": {
            "main": {
                "backbone": blank("vit-l-16", "骨干网络，见词表", "the architecture: see _taxonomy.yml"),
                "parameters": blank("303M", "参数量", "how many"),
                "source": blank("paper#Table 1", "在哪里读到的", "where that was read"),
            }
        },
        "relations": {"builds_on": blank("[]", "本图谱中的条目名", "paper_ids of this catalog")},
        "prose": {
            "origin": blank("person", "谁写的", "who wrote it: person, model-reviewed or model-unreviewed"),
            "one_line": text,
            "summary": text,
        },
    }
    if answers.snapshot is None and answers.publication is None:
        blanks["authors"] = blank("[Ada Example, 李示例]", "全部作者，按顺序", "all of them, in order")
    comment = answers.snapshot.comment if answers.snapshot else None
    venue = values.get("venue")
    if isinstance(venue, Venue) and venue.state is VenueState.PREPRINT and comment:
        blanks["note"] = blank("", f"arXiv 备注：{comment}", f"arXiv's comment: {comment}")
    return _merged(blanks, values)


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
