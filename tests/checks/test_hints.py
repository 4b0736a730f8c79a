"""A hint names what to type: the word that was meant, the field's real home, the cause of a syntax error."""

import re

import pytest

from checks.invented import FIELDS, SNAPSHOT, entry, found_in, other

HINTS = {
    "a misspelt field": (entry(extra="titel: x"), "Did you mean title?"),
    "a field of another group": (entry(extra="year: 2025"), "Did you mean venue.year?"),
    "a field by its usual name": (entry(extra="github: x"), "Did you mean links.code?"),
    "a misspelt term": (entry(family="family: visaul"), "Did you mean visual?"),
    "a term in capitals": (entry(kinds="kinds: [Model]"), "Did you mean model?"),
    "a term by its Chinese label": (entry(family="family: 视觉"), "Did you mean visual?"),
    "a term with blanks": (entry(family="family: vision language"), "Did you mean vision-language?"),
    "a truth value for a state": (entry(weights="weights: {state: yes}"), "Did you mean open?"),
    "an id with version": (entry(arxiv_id="arxiv_id: 2410.01768v2"), "no version or address: 2410.01768."),
    "an id within an address": (
        entry(arxiv_id="arxiv_id: arxiv.org/abs/2410.01768?context=cs"),
        "address: 2410.01768.",
    ),
    "an id without its last zero": (entry(arxiv_id="arxiv_id: 2410.0176"), "should it be 2410.01760?"),
    "an address of http": (entry(links="links: {project: 'http://a.org'}"), "Write https:// for http://."),
    "an address for git": (entry(links="links: {code: 'git@github.com:o/r.git'}"), "Write https://github.com/o/r"),
    "an address of ssh": (
        entry(links="links: {code: 'git+ssh://git@github.com/o/r.git'}"),
        "Write https://github.com/o/r",
    ),
    "an address without https": (entry(links="links: {code: github.com/o/r}"), "Write https://github.com/o/r"),
    "an address of http that answers at https": (
        entry(links="links: {project: 'http://hf.co/o/r'}"),
        "Write https://hf.co/o/r",
    ),
    "a full-width stop in English": (entry(note="note: {zh: 好, en: One。 Two，}"), "Type it half-width: . ,"),
    "full-width brackets in English": (entry(note="note: {zh: 好, en: One 【Two】}"), "Type it half-width: [ ]"),
    "a licence by another name": (entry(code="code: {state: open, licence: GPLv3}"), "Did you mean GPL-3.0-only?"),
    "a sensor in Chinese": (entry(model="model: {sensors: [哨兵二号]}"), "Did you mean sentinel-2?"),
    "a number with its unit": (
        entry(model="model: {gsd: 10 m}"),
        "Write the number alone; the field has its unit: 10.",
    ),
    "a number in words": (
        entry(variants="variants: {a: {parameters: 303 million}}"),
        "Write the number alone; the field has its unit: 303M.",
    ),
    "no number at all": (entry(variants="variants: {a: {parameters: billion-scale}}"), "no words such as “large”"),
    "an upper bound": (entry(variants="variants: {a: {parameters: up to 1B}}"), "“Up to” does not say how many"),
    "a number with commas in braces": (
        entry(data="data: [{name: A, count: {images: 2,585}}]"),
        'needs quotes: {count: "2,585"}',
    ),
    "a field of the first form": (
        entry(model="model: {backbone: ViT-L/16}"),
        "Write variants: {vit-l: {backbone: vit-l-16",
    ),
    "a distance of the first form": (entry(model="model: {ground_sampling_distance: [1, 10]}"), "model: {gsd: 0.5-10}"),
    "data of the first form": (entry(model="model: {pretraining_data: [{name: RS5M}]}"), "role: pre-training"),
    "a reference to a line of a file": (
        entry(sources="sources: {card: {url: https://a.org/x}}", source_of="source_of: {model.gsd: Table 3}"),
        "Write it like repo#README.md:L40",
    ),
    "a value with its difference": (
        entry(results="results: [{on: ground-bench, metric: accuracy, how: knn, source: paper, values: {base: +1.2}}]"),
        "differences and ranges are none",
    ),
    "a protocol": (
        entry(results="results: [{on: ground-bench, metric: accuracy, how: fine-tuned, source: paper}]"),
        "Write finetune, peft, frozen",
    ),
    "a name with capitals": (entry(variants="variants: {ViT-L: {backbone: vit-l-16}}"), "Use lower-case letters"),
    "a colon within a title": (entry(title="title: TerraLens: A Model"), 'needs quotes: title: "TerraLens: A Model"'),
    "a full-width colon": (entry(title="title：TerraLens"), "full-width U+FF1A"),
    "curly quotes": (entry(title="title: “TerraLens: A Model”"), "type straight ones"),
    "a colon without blank": (entry(title="title:TerraLens"), "Put a blank after the colon."),
    "half a character as an escape": (entry(name='name: "a \\ud83d b"'), "The escape \\ud83d is no character"),
    "an unknown escape": (entry(name='name: "\\n a\\q"'), "The escape \\q is no character"),
    "a mark as an escape": (entry(authors='authors: ["Jose\\u0301 Example"]'), "instead of an escape."),
    "a mark as typed": (entry(authors="authors: [Jose\u0301 Example]"), "Run rsfm check --fix."),
    "line ends of old Macs": (entry().replace("\n", "\r"), "Save the file with LF line ends."),
    "another control character": (entry(name="name: a\x07"), "Delete it; if the text around it"),
    "an endless address": (
        entry(links=f"links: {{project: 'https://a.org/{'a' * 2048}'}}"),
        "An address has at most 2048 characters",
    ),
    "an endless DOI": (entry(doi=f"doi: 10.1000/{'a' * 255}"), "A DOI has at most 255 characters."),
    "a licence without a name": (entry(code="code: {state: open, licence: {proof: repo}}"), "Add “name: …”"),
}


@pytest.mark.parametrize(("text", "hint"), HINTS.values(), ids=list(HINTS))
def test_a_hint_says_what_to_type(tmp_path, text, hint):
    assert any(hint in problem.hint.en for problem in found_in(tmp_path, {"terralens.yml": text}))


NAMES = {
    # file and name of the paper: the file name that is proposed, and by which rule
    ("Terra Lens!.yaml", "TerraLens"): [("RA032", "terralens.yml")],
    ("New Paper (1).yml", "TerraLens"): [("RA032", "terralens.yml")],
    ("TerraLens.yml", "TerraLens"): [("RA032", "terralens.yml")],
    ("Terra_Lens.yml", "地球透镜"): [("RA032", "terra-lens.yml")],
    ("地球透镜.yml", "地球透镜"): [("RA032", "segearth-ov.yml")],
    ("orbittalk.yml", "Terra-Lens+"): [("RA302", "terra-lens-plus.yml")],
    ("terra-lens.yml", "TerraLens"): [],
}


@pytest.mark.parametrize(("file", "name", "said"), [(*key, said) for key, said in NAMES.items()])
def test_a_wrong_file_name_is_answered_by_one_rule_with_one_name(tmp_path, file, name, said):
    found = [p for p in found_in(tmp_path, {file: entry(name=f"name: {name}")}) if p.code in ("RA032", "RA302")]
    assert [(p.code, re.search(r"[\w-]+\.yml", p.hint.en)[0]) for p in found] == said
    for one in found:
        right = re.search(r"[\w-]+\.yml", one.hint.en)[0]
        again = found_in(tmp_path / "right", {right: entry(name=f"name: {name}")})
        assert not {"RA032", "RA302"} & {p.code for p in again}


def test_a_misspelt_relation_is_answered_with_the_nearest_entry(tmp_path):
    files = {"terralens.yml": entry(), "orbittalk.yml": other(relations="relations: {succeeds: terralense}")}
    assert [p.hint.en for p in found_in(tmp_path, files) if p.code == "RA450"] == ["Did you mean terralens?"]


def test_ten_mistakes_are_reported_in_one_run(tmp_path):
    text = entry(
        name="nmae: TerraLens",
        family="family: visaul",
        venue="venue: {name: CVPR 2023, year: 2023, state: publishd}",
        arxiv_id="arxiv_id: 2410.01768v2",
        doi="doi: https://doi.org/10.1000/x",
        links="links: {code: http://github.com/a/b, project: https://arxiv.org/abs/2410.01768}",
        variants="",
        added="added: 2027-01-01",
        verified="verified: soon",
    )
    found = {problem.code for problem in found_in(tmp_path, {"terralens.yml": text}, SNAPSHOT)}
    wanted = "RA101 RA102 RA105 RA106 RA107 RA109 RA111 RA404 RA410 RA420 RA430 RA506"
    assert set(wanted.split()) <= found


def test_an_id_that_is_written_wrongly_still_counts_as_the_same_paper(tmp_path):
    files = {"terralens.yml": entry(), "orbittalk.yml": other(arxiv_id="arxiv_id: arXiv:2410.01768v3")}
    assert {"RA109", "RA320"} <= {problem.code for problem in found_in(tmp_path, files)}


def test_an_old_id_is_the_same_with_its_subject_class_and_without(tmp_path):
    files = {
        "terralens.yml": entry(arxiv_id="arxiv_id: cs/0512034"),
        "orbittalk.yml": other(arxiv_id="arxiv_id: cs.CV/0512034"),
    }
    assert "RA320" in {problem.code for problem in found_in(tmp_path, files)}


def test_a_seed_title_over_another_papers_id_is_found(tmp_path):
    text = entry(title="title: OrbitTalk speaks with satellites about everything", other_titles="", name=FIELDS["name"])
    found = [p for p in found_in(tmp_path, {"terralens.yml": text}, SNAPSHOT) if p.code == "RA401"]
    assert [p.message.en for p in found] == ["arXiv 2410.01768 is titled “TerraLens: An Invented Model of the Ground”"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_merge_conflict_is_named_with_its_line(tmp_path, ending):
    text = entry(family="<<<<<<< HEAD\nfamily: visual\n=======\nfamily: vision-language\n>>>>>>> theirs\n")
    found = found_in(tmp_path, {"terralens.yml": text.replace("\n", ending).encode()})
    assert [(p.code, p.place.line, p.message.en) for p in found] == [
        ("RA010", 3, "a merge conflict is not resolved: <<<<<<<")
    ]


def test_a_row_of_signs_within_a_text_is_no_merge_conflict(tmp_path):
    text = entry(note="note:\n  zh: 标题\n  en: |\n    <<<<<<< A\n    =======\n", title="title: A: B")
    found = found_in(tmp_path, {"terralens.yml": text})
    assert [p.message.en for p in found if "conflict" in p.message.en] == []
    assert "RA010" in {p.code for p in found}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"title": "title: \"TerraLens: it's a model"}, (2, 8)),
        ({"title": "title: 'TerraLens: A Model"}, (2, 8)),
        ({"title": 'title: "TerraLens \\"A\\" Model', "aliases": "aliases: [a, b]\n"}, (2, 8)),
        ({"aliases": 'aliases:\n  - "Terra\n  - Lens\n'}, (4, 5)),
    ],
)
def test_a_quote_that_is_not_closed_is_reported_where_it_opens(tmp_path, changes, place):
    found = found_in(tmp_path, {"terralens.yml": entry(**changes, doi='doi: "10.1000/x"')})
    assert [(p.code, p.place.line, p.place.column, p.message.en) for p in found] == [
        ("RA010", *place, "the quote is not closed")
    ]


@pytest.mark.parametrize(
    "text",
    [
        entry(title='title: "TerraLens:\n  A Model"\n', name="name: Terra: Lens"),
        entry(title='title: "TerraLens"\n', name="name: Terra: Lens"),
        entry(title='title: "TerraLens:\n  A Model"\n', family="family: a: b"),
        entry(title="title: 'TerraLens''s'\n", family="family: a: b"),
    ],
)
def test_another_syntax_error_is_not_blamed_on_a_quote(tmp_path, text):
    found = found_in(tmp_path, {"terralens.yml": text})
    assert [p.code for p in found] == ["RA010"]
    assert "quote is not" not in found[0].message.en


@pytest.mark.parametrize(("typed", "right"), [("２０２５", "2025"), ("2０25", "0"), ("２０１１", "2011")])
def test_full_width_digits_are_told_back_in_full(tmp_path, typed, right):
    text = entry(venue=f"venue: {{name: CVPR, year: {typed}, state: published}}")
    found = [p for p in found_in(tmp_path, {"terralens.yml": text}) if p.code == "RA208"]
    assert [p.hint.en for p in found] == [f"Type the ordinary letter or digit → {right}."]


@pytest.mark.parametrize(
    ("text", "language"),
    [("地球を説明するモデル", "Japanese"), ("这里只有中文", "Chinese"), ("Das ist der Satz und das Ende", "German")],
)
def test_the_language_that_is_wrong_is_named(tmp_path, text, language):
    note = f"note: {{zh: 好, en: {text}}}"
    found = [p for p in found_in(tmp_path, {"terralens.yml": entry(note=note)}) if p.code == "RA221"]
    assert [p.message.en for p in found] == [f"{language} in an en field"]


def test_a_byte_that_is_not_utf_8_is_found_by_its_character(tmp_path):
    text = entry().replace("视觉语言模型", "视觉语言\udcff模型").encode("utf-8", "surrogateescape")
    line = text[: text.index(b"\xff")].decode()
    found = found_in(tmp_path, {"terralens.yml": text})
    where = [(p.code, p.place.line, p.place.column) for p in found]
    assert where == [("RA002", line.count("\n") + 1, len(line) - line.rfind("\n"))]


@pytest.mark.parametrize("typed", ["scope:general", "scope：general", "scope general"])
def test_a_line_without_a_colon_is_reported_where_it_stands(tmp_path, typed):
    text = entry(family=f"{typed}\n{FIELDS['family']}")
    found = found_in(tmp_path, {"terralens.yml": text})
    assert [(p.code, p.place.line, p.place.column) for p in found] == [("RA010", 3, 1)]


def test_the_tex_that_arxiv_leaves_in_a_title_is_no_other_spelling(tmp_path):
    snapshot = {**SNAPSHOT, "title": r"TerraLens: A $10\times$ Faster \textit{Model}"}
    text = entry(title='title: "TerraLens: A 10× Faster Model"')
    assert "RA402" not in {p.code for p in found_in(tmp_path, {"terralens.yml": text}, snapshot)}


def test_a_command_of_tex_in_double_quotes_is_named(tmp_path):
    text = entry(title='title: "TerraLens: An $\\alpha$ Model"')
    found = [p for p in found_in(tmp_path, {"terralens.yml": text}) if p.code == "RA202"]
    assert [p.hint.en for p in found] == [r"In double quotes \a is an escape: use single quotes, or type \\a."]


def test_an_id_of_the_future_says_nothing_of_the_year(tmp_path):
    codes = {p.code for p in found_in(tmp_path, {"terralens.yml": entry(arxiv_id='arxiv_id: "2812.01001"')})}
    assert "RA411" in codes
    assert "RA404" not in codes


@pytest.mark.parametrize(("file", "name"), [("cpp-sat", "C++Sat"), ("pi-sat", "π-Sat")])
def test_a_file_is_named_in_ascii(tmp_path, file, name):
    text = entry(name=f"name: {name}", title="title: An Invented Model of the Ground", aliases="")
    assert "RA302" not in {p.code for p in found_in(tmp_path, {f"{file}.yml": text})}


def test_relations_of_two_kinds_make_one_circle(tmp_path):
    files = {
        "terralens.yml": entry(relations="relations: {builds_on: orbittalk}"),
        "orbittalk.yml": other(relations="relations: {succeeds: terralens}"),
    }
    found = [(p.place.path, p.field) for p in found_in(tmp_path, files) if p.code == "RA452"]
    assert found == [("papers/orbittalk.yml", "relations.succeeds"), ("papers/terralens.yml", "relations.builds_on")]


@pytest.mark.parametrize(
    ("typed", "term"), [("RGB", "optical"), ("光学", "optical"), ("LiDAR", "lidar"), ("合成孔径雷达", "sar")]
)
def test_a_part_of_a_label_leads_to_the_term(tmp_path, typed, term):
    found = found_in(tmp_path, {"terralens.yml": entry(model=f"model: {{modalities: [{typed}, text]}}")})
    hints = [p.hint.en for p in found if p.code == "RA106"]
    assert [hint.partition("?")[0] for hint in hints] == [f"Did you mean {term}"]


def test_a_directive_is_to_be_deleted(tmp_path):
    found = found_in(tmp_path, {"terralens.yml": "%YAML 1.2\n---\n" + entry()})
    assert [(p.code, "Delete the line" in p.hint.en) for p in found] == [("RA012", True)]


def test_two_papers_that_share_a_repository_are_to_state_their_relation(tmp_path):
    files = {"terralens.yml": entry(), "orbittalk.yml": other(links=FIELDS["links"])}
    hints = {p.hint.en for p in found_in(tmp_path, files) if p.code == "RA325"}
    assert [("relations" in hint) for hint in hints] == [True]
