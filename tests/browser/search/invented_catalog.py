"""A catalog of invented papers as rich as a real one, the same for the same seed; texts in both languages."""

from __future__ import annotations

import random
from datetime import date, timedelta

from rsfm.locales import Localized
from rsfm.merge import Catalog, merge
from rsfm.model import (
    ArxivId,
    Entry,
    Links,
    ModelFacts,
    Origin,
    PaperId,
    Prose,
    Provenance,
    Section,
    Snapshot,
    Taxonomy,
    Term,
    TermName,
    Url,
    Venue,
    VenueState,
)

SYLLABLES = ["ter", "ga", "lo", "vis", "mo", "ri", "sat", "kel", "neu", "pra", "do", "fin", "zor", "hal", "qui", "bek"]
FAMILY_NAMES = [
    "Abend",
    "Brunk",
    "Chern",
    "Dovas",
    "Eklund",
    "Färber",
    "Guo",
    "Hansen",
    "Ibarra",
    "Jónsson",
    "Kowalski",
    "Łukasik",
    "Müller",
    "Novák",
    "Ørsted",
    "Zhou",
]
GIVEN_NAMES = [
    "Ada",
    "Ben",
    "Chloé",
    "Dong",
    "Wei",
    "Elif",
    "Farid",
    "Gil",
    "Hana",
    "Xiao-Ming",
    "Ivo",
    "Jun",
    "Kai",
    "Lena",
    "Mio",
    "Nina",
    "Olga",
    "Pavel",
    "Bo",
    "Rui",
]
VENUES = ["CVPR", "ICCV", "ECCV", "NeurIPS", "IEEE TGRS", "arXiv", "ISPRS Journal", "AAAI"]
EN = [
    "An adversarial loss is not necessary here, and results are summarised in tables.",
    "Imagery of many regions is used, and the experiments compare several settings.",
    "The encoder learns representations that transfer to further tasks.",
    "Code will follow; the authors describe the data carefully.",
    "Compared with earlier work the approach scales better in practice.",
]
ZH = [
    "模型从大量影像中学习表征。",
    "实验比较了多种设置。",
    "与以往工作相比更易扩展。",
    "作者仔细描述了数据。",
    "结果汇总在表中。",
]


def invented_catalog(size: int, taxonomy: Taxonomy, seed: int = 7) -> Catalog:
    """Return a catalog of ``size`` papers with the terms of ``taxonomy``."""
    chosen = random.Random(seed)  # noqa: S311 -- the same in every run
    papers = [_invent(number, taxonomy, chosen) for number in range(size)]
    return merge([entry for entry, _ in papers], {said.arxiv_id: said for _, said in papers}, taxonomy)


def _invent(number: int, taxonomy: Taxonomy, chosen: random.Random) -> tuple[Entry, Snapshot]:
    def some(vocabulary: str, most: int) -> dict[str, Term]:
        terms = taxonomy[vocabulary]
        return {each: terms[each] for each in chosen.sample(sorted(terms), chosen.randint(1, most))}

    tasks, methods, modalities, sensors = some("task", 3), some("method", 2), some("modality", 3), some("sensor", 1)
    name = _name(number, chosen)
    (task, *_), (method, *_) = tasks.values(), methods.values()
    arxiv_id = ArxivId(f"{18 + number % 8}{1 + number // 8 % 12:02}.{10000 + number:05}")
    told = [task, method, *modalities.values()]
    zh = "".join((f"{name} 面向{task.label.zh}，采用{method.label.zh}。", *chosen.sample(ZH, 3)))
    en = " ".join((f"{name} addresses {task.label.en} by {method.label.en}.", *chosen.sample(EN, 3)))
    entry = Entry(
        paper_id=PaperId(name.lower().replace("+", "-plus")),
        name=name,
        title=f"{name}: {method.label.en} for {task.label.en}",
        family=TermName(chosen.choice(sorted(taxonomy["family"]))),
        kinds=(TermName(chosen.choice(sorted(taxonomy["kind"]))),),
        venue=Venue(name=chosen.choice(VENUES), year=2018 + number % 8, state=VenueState.PUBLISHED),
        arxiv_id=arxiv_id,
        links=Links(code=(Url(f"https://github.com/invented-{number}/{name}"),)),
        model=ModelFacts(tasks=(*tasks,), methods=(*methods,), modalities=(*modalities,), sensors=(*sensors,)),  # type: ignore[arg-type]
        prose=Prose(
            origin=Origin.PERSON,
            one_line=Section(zh=f"用于{told[0].label.zh}的模型。", en=f"A model for {told[0].label.en}."),
            summary=Section(zh=zh, en=en),
        ),
        note=Localized(en="Invented."),
        added=date(2025, 1, 15),
        verified=date(2025, 2, 1),
    )
    authors = tuple(f"{chosen.choice(GIVEN_NAMES)} {chosen.choice(FAMILY_NAMES)}" for _ in range(chosen.randint(1, 6)))
    said = Snapshot(
        arxiv_id=arxiv_id,
        title=entry.title,
        authors=tuple(dict.fromkeys(authors)),
        published=date(2018, 1, 1) + timedelta(days=number),
        abstract=en,
        provenance=Provenance.FACT_SHEET,
        confirmed=date(2025, 3, 1),
    )
    return entry, said


def _name(number: int, chosen: random.Random) -> str:
    """A name of its own: syllables that spell the number, in camel case, some with a part that others share."""
    first, second, third = number % 16, number // 16 % 16, number // 256
    word = f"{SYLLABLES[first]}{SYLLABLES[second]}".title() + SYLLABLES[third].title()
    return word + chosen.choice(["", "", "MAE", "CLIP", "-GPT", "Net"])
