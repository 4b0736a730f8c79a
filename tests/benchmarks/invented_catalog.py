"""A catalog of any size for measuring: as long as real ones, in both languages, and the same for the same seed.

Every paper has the fields of a real entry and sentences of all of them, mixed; names, ids and addresses are its own.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rsfm import model
from rsfm.model.register import fields_of

PAPERS = Path(__file__).parents[2] / "papers"
SECTIONS = ("summary", "highlights", "applications")
_SENTENCES = re.compile(r"(?<=[.。；])\s*(?=\S)")
_SYLLABLES = ["terra", "geo", "sat", "vis", "lang", "sky", "rem", "scan", "spec", "aero", "eco", "hydro"]

Entry = dict[str, Any]


def write_catalog(papers: Path, size: int, seed: int = 7, texts: Path | None = None) -> Path:
    """Write ``size`` invented papers into the folder ``papers``; with ``texts`` those are real files to choose from."""
    papers.mkdir(parents=True)
    (papers / "_arxiv").mkdir()
    for name in ("_taxonomy.yml", "_sources.yml"):
        shutil.copy(PAPERS / name, papers)
    # The entries that benchmarks name are not there.
    benchmarks = (PAPERS / "_benchmarks.yml").read_text("utf-8")
    (papers / "_benchmarks.yml").write_text(re.sub(r"(?m)^  entry: .*\n", "", benchmarks), "utf-8")
    if texts:
        for file in sorted(file for file in texts.glob("*.yml") if not file.name.startswith("_"))[:size]:
            shutil.copy(file, papers)
        shutil.copytree(texts / "_arxiv", papers / "_arxiv", dirs_exist_ok=True)
        return papers
    originals = Originals.of(PAPERS)
    chosen = random.Random(seed)  # noqa: S311 -- the same catalog in every run
    for number in range(size):
        made = invent(originals, number, chosen)
        entry = {
            field: made[field] for field in fields_of(model.Entry) if field in made
        }  # in the order of a real entry
        paper_id = entry["name"].lower()
        text = yaml.dump(entry, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
        (papers / f"{paper_id}.yml").write_text(text, "utf-8")
        snapshot = json.dumps(snapshot_of(entry, originals, chosen), ensure_ascii=False, indent=2, sort_keys=True)
        (papers / f"_arxiv/{entry['arxiv_id']}.json").write_text(snapshot + "\n", "utf-8")
    return papers


@dataclass(frozen=True, kw_only=True)
class Originals:
    """The real entries, and what of them is mixed: taken apart once for all invented papers."""

    entries: list[Entry]
    words: list[str]
    """Of their titles."""
    terms: dict[str, list[str]]
    """By field of the model's facts."""
    sentences: dict[tuple[str, str], list[list[str]]]
    """Of each entry that has the section, by section and locale."""

    @classmethod
    def of(cls, papers: Path) -> Originals:
        """Read the entries in the folder ``papers``."""
        # The loader makes nothing but strings, lists and mappings.
        files = sorted(papers.glob("[a-z]*.yml"))
        entries = [yaml.load(file.read_text("utf-8"), yaml.CBaseLoader) for file in files]  # noqa: S506
        return cls(
            entries=entries,
            words=sorted({word for each in entries for word in each["title"].partition(": ")[2].split()}),
            terms={
                field: sorted({term for each in entries for term in listed(each.get("model", {}).get(field, []))})
                for field in ("modalities", "tasks", "methods")
            },
            sentences={
                (section, locale): [
                    _SENTENCES.split(each["prose"][section][locale].strip())
                    for each in entries
                    if section in each["prose"]
                ]
                for section in SECTIONS
                for locale in ("zh", "en")
            },
        )

    def mixed(self, section: str, locale: str, chosen: random.Random) -> str:
        """Return sentences of real sections, each from another paper, in the number of one of them."""
        texts = self.sentences[section, locale]
        length = len(chosen.choice(texts))
        return ("" if locale == "zh" else " ").join(chosen.choice(chosen.choice(texts)) for _ in range(length))


def invent(originals: Originals, number: int, chosen: random.Random) -> Entry:
    """Return an entry of the usual length."""
    entry = deepcopy(originals.entries[number % len(originals.entries)])
    for field in ("doi", "aliases", "other_titles", "relations", "links", "authors"):
        entry.pop(field, None)
    word = "".join(chosen.choices(_SYLLABLES, k=2)).title()
    entry["name"] = f"{word}{number}"
    entry["title"] = f"{entry['name']}: {' '.join(chosen.sample(originals.words, 8))}"
    entry["venue"] = {"name": "arXiv", "year": str(2018 + number % 8), "state": "preprint"}
    entry["arxiv_id"] = f"{18 + number % 8}{1 + number // 8 % 12:02}.{10000 + number:05}"
    # Facts read in the repository need one.
    entry["code"] = {"state": "open" if "repo" in str(entry) else chosen.choice(["open", "none", "unknown"])}
    entry["weights"] = {"state": chosen.choice(["none", "unknown"])}
    if entry["code"]["state"] == "open":
        entry["links"] = {"code": f"https://github.com/invented-{number}/{entry['name']}"}
    # Other entries are not there, and weights that lead somewhere would contradict those of the entry.
    entry["data"] = [each for each in entry.get("data", []) if "entry" not in each]
    entry["results"] = [each for each in entry.get("results", []) if "/" not in "".join(each.get("values", ()))]
    for variant in (entry.get("defaults", {}), *entry.get("variants", {}).values()):
        for field in ("hub", "weights", "base_entries"):
            variant.pop(field, None)
    facts = entry.setdefault("model", {})
    for field, pool in originals.terms.items():
        facts[field] = chosen.sample(pool, min(len(pool), chosen.randint(1, 4)))
    for section in SECTIONS:
        entry["prose"][section] = {locale: originals.mixed(section, locale, chosen) for locale in ("zh", "en")}
    return entry


def listed(value: str | list[str]) -> list[str]:
    """One term may stand without brackets."""
    return [value] if isinstance(value, str) else value


def snapshot_of(entry: Entry, originals: Originals, chosen: random.Random) -> dict[str, object]:
    """Return what arXiv would say of ``entry``, with an abstract of the usual length."""
    arxiv_id = entry["arxiv_id"]
    day = f"20{arxiv_id[:2]}-{arxiv_id[2:4]}-{chosen.randint(1, 28):02}"
    return {
        "arxiv_id": arxiv_id,
        "title": entry["title"],
        "authors": [f"Ada{chosen.randrange(900)} Example{chosen.randrange(900)}" for _ in range(chosen.randint(2, 9))],
        "published": day,
        "updated": day,
        "version": 1,
        "abstract": originals.mixed("summary", "en", chosen) + " " + originals.mixed("highlights", "en", chosen),
        "categories": ["cs.CV"],
        "primary_category": "cs.CV",
        "provenance": "arxiv-api",
        "confirmed": "2026-11-01",
    }
