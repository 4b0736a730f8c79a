"""What has one right reading is read so, however clumsily it was typed; nothing is lost, and nothing asked twice."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from intake.bodies import adding, correcting
from invented import ENTRY, papers_folder
from rsfm.forms import Outcome, Sender, take_in, wanted_arxiv_id
from rsfm.store import Library, load

PAIR = "model: {pretraining: {zh: 四层网络, en: four layers}}\nadded:"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    text = ENTRY.format(name="TerraLens", title='"TerraLens: An Invented Model"').replace("added:", PAIR)
    return load(papers_folder(tmp_path_factory.mktemp("catalog"), {"terralens": f'arxiv_id: "2501.00010"\n{text}'}))


def outcome(library: Library, body: str) -> Outcome:
    return take_in(body, library, issue=7, sender=Sender(login="ada", number="1"), title="", today=date(2026, 6, 1))


HEADINGS: dict[str, Callable[[str], str]] = {
    "one level up": lambda body: body.replace("### ", "## "),
    "in English": lambda body: re.sub(r"(?m)^### .* · ", "### ", body),
    "in Chinese": lambda body: re.sub(r"(?m)^(### .*) · .*", r"\1", body),
    "closed": lambda body: re.sub(r"(?m)^(### .*)", r"\1 ###", body),
    "indented": lambda body: body.replace("### ", "  ### "),
    "in capitals": lambda body: re.sub(r"(?m)^### .*", lambda found: found[0].upper(), body),
    "in another order": lambda body: "### " + "\n\n### ".join(reversed(body.removeprefix("### ").split("\n\n### "))),
    "with another bullet": lambda body: body.replace("- [x]", "* [ X ]"),
}


@pytest.mark.parametrize("change", HEADINGS.values(), ids=HEADINGS)
def test_a_heading_is_known_by_what_it_says(library: Library, change: Callable[[str], str]):
    plain = adding(library.taxonomy)
    assert outcome(library, change(plain)).text == outcome(library, plain).text != ""


def test_a_line_of_a_remark_that_is_also_half_a_heading_is_a_remark(library: Library):
    body = adding(library.taxonomy, remarks="## Code\nhttps://github.com/other/other")
    assert outcome(library, body).text == outcome(library, adding(library.taxonomy)).text


@pytest.mark.parametrize("piece", ["#", " ", "# ", " #", "### Title", "[", "<http://", "zh: "])
def test_no_long_line_takes_long(library: Library, piece: str):
    hostile = piece * (60_000 // len(piece)) + "x"
    taken = outcome(library, adding(library.taxonomy, title=f"### {hostile}", remarks=hostile))
    assert taken.paper_id == "" and "**Title** — the answer has" in taken.reply


READ_AS = {
    # the answers, and a line of the entry
    "full-width digits": ({"year": "２０２５", "arxiv": "２５０１．０００１１"}, 'arxiv_id: "2501.00011"'),
    "a year with its word": ({"year": "2025 年"}, "  year: 2025"),
    "blanks of the web": (
        {"title": "TerraFox:\u00a0An\u200b Invented Model\ufeff"},
        'title: "TerraFox: An Invented Model"',
    ),
    "labels for terms": ({"family": "视觉", "kinds": "模型, Dataset"}, "kinds: [model, dataset]"),
    "an address between brackets": ({"code": "<https://github.com/a/b>"}, "  code: https://github.com/a/b"),
    "a link of Markdown": ({"code": "[Code](https://github.com/a/b)"}, "  code: https://github.com/a/b"),
    "an address for git": ({"code": "git@github.com:a/b.git"}, "  code: https://github.com/a/b"),
    "addresses on a line": ({"code": "github.com/a/b，https://github.com/a/c"}, "    - https://github.com/a/c"),
    "authors on a line": ({"authors": "李示例、王样本；Ada Example"}, "  - 王样本"),
    "a venue with its year": ({"venue": "CVPR 2025"}, "  name: CVPR"),
    "a state in capitals": ({"venue": "CVPR", "state": "Accepted"}, "  state: accepted"),
    "accents in the name": ({"name": "TérraFox"}, "name: TérraFox"),
}


@pytest.mark.parametrize(("changes", "line"), READ_AS.values(), ids=READ_AS)
def test_what_has_one_right_reading_is_read_so(library: Library, changes: dict[str, str], line: str):
    found = outcome(library, adding(library.taxonomy, **changes))
    assert found.paper_id == "terrafox", found.reply
    assert line in found.text.splitlines()


@pytest.mark.parametrize("nothing", ["None", "n/a", "无", "暂无", "-", "no response"])
def test_a_word_for_nothing_is_no_answer(library: Library, nothing: str):
    without = outcome(library, adding(library.taxonomy, code=""))
    assert outcome(library, adding(library.taxonomy, code=nothing)).text == without.text != ""
    assert "**Title** — this is not answered" in outcome(library, adding(library.taxonomy, title=nothing)).reply


@pytest.mark.parametrize(
    "typed",
    ["２５０１．０００１１", "hf.co/papers/2501.00011", "10.48550/arXiv.2501.00011", "arxiv.org/abs/2501.00011v2?x=y"],
)
def test_arxiv_is_asked_about_the_id_that_the_entry_will_have(library: Library, typed: str):
    body = adding(library.taxonomy, arxiv=typed)
    assert wanted_arxiv_id(body, library) == "2501.00011"
    assert 'arxiv_id: "2501.00011"' in outcome(library, body).text


def test_a_correction_may_say_none_and_keeps_the_words_around_an_address(library: Library):
    none = correcting(library.taxonomy, "terralens", field="code.state", value="None")
    assert "code:\n  state: none\n" in outcome(library, none).text
    note = correcting(library.taxonomy, "terralens", field="note.en", value="See [the page](https://a.org) of it.")
    assert "it holds HTML or Markdown markup" in outcome(library, note).reply
    link = correcting(library.taxonomy, "terralens", field="links.project", value="[page](https://a.org/x)")
    assert "  project: https://a.org/x\n" in outcome(library, link).text


SAID = {
    "words among addresses": (
        {"code": "code: https://github.com/a/b"},
        "- **Code** — ` “code: https://github.com/a/b” is not a public https address `<br>"
        "` Write the address alone, several as a list: https://github.com/a/b `",
    ),
    "a DOI for an arXiv id": (
        {"arxiv": "doi.org/10.1000/x"},
        "This is a DOI; it goes into “DOI”: 10.1000/x.",
    ),
    "an arXiv id for a DOI": (
        {"doi": "2501.00012", "arxiv": ""},
        "This is an arXiv id; it goes into “arXiv id”: 2501.00012.",
    ),
    "no id": (
        {"arxiv": ""},
        "**Title** — there is no “arXiv id”, “DOI” or “Publisher's page”<br>",
    ),
    "no id, in Chinese": ({"arxiv": "", "language": "中文"}, "**标题** — 没有“arXiv 编号”、“DOI”或“出版社页面”<br>"),
    "the id of an entry": (
        {"arxiv": "2501.00010"},
        "papers/terralens.yml has the same arXiv id<br>If it is the same paper, use the form for corrections;",
    ),
    "a reserved name": ({"name": "Search"}, "**Name** — search is a reserved name<br>Add a word to the name"),
}


@pytest.mark.parametrize(("changes", "said"), SAID.values(), ids=SAID)
def test_what_is_wrong_is_said_in_the_words_of_the_form(library: Library, changes: dict[str, str], said: str):
    assert said in outcome(library, adding(library.taxonomy, **changes)).reply


def test_an_id_that_cannot_be_read_is_complained_of_once(library: Library):
    reply = outcome(library, adding(library.taxonomy, arxiv="<b>2501.00011</b>")).reply
    assert [line[:12] for line in reply.splitlines() if line.startswith("- ")] == ["- **arXiv id"]


def test_a_tick_at_another_sentence_is_no_consent(library: Library):
    body = re.sub(r"- \[x\] .*", "- [x] I agree to nothing", adding(library.taxonomy))
    assert "**Licence** — the box is not ticked" in outcome(library, body).reply


@pytest.mark.parametrize("other", ["add", "correct"])
def test_two_forms_in_one_issue_are_one_complaint(library: Library, other: str):
    taxonomy = library.taxonomy
    second = adding(taxonomy) if other == "add" else correcting(taxonomy, "terralens", field="venue.year", value="2024")
    found = outcome(library, f"{adding(taxonomy)}\n\n{second}")
    assert found.paper_id == "" and "- there are two forms in here<br>Keep one of them" in found.reply
    assert "1 thing needs mending" in found.reply


@pytest.mark.parametrize("paper", ["TERRALENS", "terralens: an invented model", "arXiv:2501.00010v3"])
def test_an_entry_is_named_by_its_name_title_or_id(library: Library, paper: str):
    found = outcome(
        library, correcting(library.taxonomy, paper, field="model.tasks", value="目标检测、Image captioning")
    )
    assert "tasks: [object-detection, image-captioning]" in found.text


def test_no_language_of_a_text_is_lost_by_a_correction(library: Library):
    def corrected(value: str) -> Outcome:
        return outcome(library, correcting(library.taxonomy, "terralens", field="model.pretraining", value=value))

    assert "Write two lines: zh: … and en: …" in corrected("five layers").reply
    found = corrected("zh：五层网络\nEN: five layers")
    assert 'model: {pretraining: {zh: "五层网络", en: "five layers"}}' in found.text


@pytest.mark.parametrize("field", ["links.code", "venue.name", "authors", "note.en", "model.tasks", "code.state"])
def test_a_field_that_has_no_languages_gets_none(library: Library, field: str):
    found = outcome(library, correcting(library.taxonomy, "terralens", field=field, value="zh: 甲\nen: b"))
    assert found.reply and not re.search(rf"{field.rpartition('.')[2]}:\n +zh:", found.text)
