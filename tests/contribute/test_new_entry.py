"""A new entry is typed so that it reads back as it was given, and never takes another one's place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from invented import papers_folder
from rsfm.locales import Localized
from rsfm.model import Availability, CodeRelease, Entry, Quantity, VenueState
from rsfm.store import load, read_entry
from rsfm.store.new_entry import Blank, create_entry, entry_text

NEEDED = {
    "name": "TerraFox",
    "title": "TerraFox: An Invented Model",
    "family": "visual",
    "kinds": ["model"],
    "venue": {"name": "arXiv", "year": 2025, "state": VenueState.PREPRINT},
    "added": date(2026, 1, 2),
    "verified": date(2026, 1, 2),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers_folder(tmp_path_factory.mktemp("catalog"), {})


def entry_of(papers: Path, text: str) -> Entry:
    file = read_entry("papers/terrafox.yml", text.encode(), load(papers).taxonomy)
    assert file.entry, [problem.message.en for problem in file.problems]
    return file.entry


def test_fields_come_in_the_order_of_the_model_whatever_the_order_given() -> None:
    assert entry_text(dict(reversed(NEEDED.items())) | {"arxiv_id": "2501.00010"}) == (
        'name: TerraFox\ntitle: "TerraFox: An Invented Model"\nfamily: visual\nkinds: [model]\n'
        'venue:\n  name: arXiv\n  year: 2025\n  state: preprint\narxiv_id: "2501.00010"\n'
        "added: 2026-01-02\nverified: 2026-01-02\n"
    )


def test_a_blank_is_a_comment_and_a_group_of_blanks_is_one_too(papers: Path) -> None:
    blanks = {
        "links": {"code": Blank(example="https://…", about="where the code is")},
        "prose": {"origin": Blank(example="person"), "one_line": {"zh": Blank(), "en": Blank()}},
    }
    text = entry_text(NEEDED | blanks, head=["one\nline"])
    assert text.startswith("# one line\nname:")
    assert "\n# links:\n#   code: https://…  # where the code is\n" in text
    assert "\n# prose:\n#   origin: person\n#   one_line:\n#     zh:\n#     en:\n" in text
    assert entry_of(papers, text).prose is None
    mixed = entry_text(NEEDED | {"links": {"code": Blank(example="https://…"), "project": "https://a.example.org/"}})
    assert "\nlinks:\n  # code: https://…\n  project: https://a.example.org/\n" in mixed


ODD_TEXTS = [
    "no",
    "2410.07160",
    "12:30",
    "~",
    "null",
    "a: b",
    "a #b",
    "#1",
    "- x",
    "'",
    '"quoted" \\ back',
    "{a}",
    "[b, c]",
    "*star",
    "&anchor",
    "!tag",
    "%x",
    "@at",
    "`tick",
    "? q",
    ": x",
    "x:",
    "a,b",
    "遥感：模型",
    "“curly”",
    "tab\tinside",
    "nul\x00",
    "line\u2028break",
    "\u202eright to left",
    "emoji 🛰️",
    "two\nlines",
    "three\n\n  indented",
    "ends with space \nand goes on",
    "---",
    "...",
    "=",
    "<<",
    "a\x85b",
    "1e3",
    "0x1F",
]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_every_text_is_read_back_as_it_was_given(papers: Path, text: str) -> None:
    typed = entry_text(
        NEEDED | {"name": text, "aliases": [text, "Other"], "other_titles": [text], "note": Localized(zh=text, en="x")}
    )
    found = read_entry("papers/terrafox.yml", typed.encode(), load(papers).taxonomy)
    meant = "\n".join(line.rstrip() for line in text.split("\n"))
    assert {found.values.get(path) for path in ("name", "aliases.0", "other_titles", "note.zh")} == {meant}, typed


def test_random_texts_are_read_back(papers: Path) -> None:
    dice = Random(7)  # noqa: S311 -- dice of a game
    alphabet = "ab 1:#-'\"\\{}[],&*!|>%@`?~\n\t=<.遥é\u2028\ufeff"
    taxonomy = load(papers).taxonomy
    for _ in range(400):
        text = "".join(dice.choices(alphabet, k=dice.randrange(1, 12)))
        if text.strip():
            typed = entry_text(NEEDED | {"name": text})
            found = read_entry("papers/terrafox.yml", typed.encode(), taxonomy).values.get("name")
            assert found == "\n".join(line.rstrip() for line in text.strip().split("\n")).strip(), repr(text)


def test_a_lone_surrogate_is_shown_as_lost() -> None:
    assert '"x\ufffd"' in entry_text(NEEDED | {"name": "x\udcff"})


def test_values_of_the_model_are_typed_too(papers: Path) -> None:
    text = entry_text(NEEDED | {"code": CodeRelease(state=Availability.OPEN), "note": Localized.same("seen")})
    assert entry_of(papers, text).code.state is Availability.OPEN
    assert "\ncode:\n  state: open\n" in text
    assert "\nnote: seen\n" in text
    rows = {
        "variants": {"base": {"parameters": "~300M", "bands": {"sentinel-2": ["B2", "B3"]}}},
        "data": [{"name": "Sky-1M", "count": {"images": "1M"}, "gsd": "0.3-30"}],
    }
    found = entry_of(papers, entry_text(NEEDED | rows))
    assert found.data[0].count == {"images": Quantity(low=10**6, high=10**6)}
    assert found.variants["base"].parameters == Quantity(low=3 * 10**8, high=3 * 10**8, about=True)


def test_an_unknown_field_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="titel"):
        entry_text(NEEDED | {"titel": "x"})


def test_a_new_entry_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    assert create_entry(tmp_path, "fox", "a: 1\n").read_text(encoding="utf-8") == "a: 1\n"
    with pytest.raises(FileExistsError):
        create_entry(tmp_path, "fox", "b: 2\n")
    (tmp_path / "ghost.yml").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create_entry(tmp_path, "ghost", "b: 2\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fox.yml", "ghost.yml"]
    assert (tmp_path / "fox.yml").read_text(encoding="utf-8") == "a: 1\n"
