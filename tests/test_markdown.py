"""Text of strangers means nothing in the robot's Markdown, wherever it comes out."""

import re
from datetime import date
from random import Random

import pytest

from intake.bodies import adding, correcting
from invented import ENTRY, papers_folder
from rsfm.forms import Sender, take_in
from rsfm.forms.both_forms import forms_of
from rsfm.markdown import block, inline
from rsfm.store import Library, load

HOSTILE = (
    "@everyone",
    "#1",
    "GH-12",
    "www.evil.example",
    "https://evil.example",
    "![x](y)",
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "<!--",
    "--> <b>x</b>",
    "` @ada `",
    "``` @ada",
    "*x* _y_ ~~z~~",
    "$x$",
    "a|b",
    "ada@evil.example",
    "&#64;ada",
    "\\`@ada",
    "${{ github.token }}",
    "$(id) `id` ; id",
    "::error::x",
    "0123456789abcdef0123456789abcdef01234567",
    "::set-output name=x::y",
)


def outside_code(markdown: str) -> str:
    """Return what of ``markdown`` is not code: fenced blocks first, then spans, matched by the number of backticks."""
    rest = re.sub(r"(?ms)^(`{3,})[a-z]*\n.*?\n\1$", "", markdown)
    return re.sub(r"(?s)(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", "", rest)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_on_a_line_is_code(text: str):
    assert outside_code(inline(text)) == ""
    assert outside_code(inline(f"the word “{text}” is wrong")) == ""


@pytest.mark.parametrize(
    "text", ["the year 2024 is right", "“25”不是年份", "写出 authors，或运行 rsfm fetch。", "a: b"]
)
def test_harmless_text_on_a_line_stays_as_it_is(text: str):
    assert inline(text) == text


@pytest.mark.parametrize("text", [*HOSTILE, "`````\n@ada\n`````", "x\n```\n@ada"])
def test_nothing_ends_a_block_of_code_from_inside(text: str):
    shown = block(text)
    fence = re.match("`+", shown)[0]
    assert all(fence not in line for line in shown.splitlines()[1:-1])
    assert outside_code(shown).strip() == ""


def test_invisible_characters_are_shown_by_number():
    assert inline("a\u202eb") == "` a<U+202E>b `"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    text = ENTRY.format(name="TerraLens", title='"TerraLens: An Invented Model"')
    return load(papers_folder(tmp_path_factory.mktemp("catalog"), {"terralens": text}))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_answer_to_a_new_paper_means_anything_in_the_reply(library: Library, text: str):
    for question in forms_of(library.taxonomy)["add_paper"].questions:
        check_reply(library, adding(library.taxonomy, **{question.id: text}))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_correction_means_anything_in_the_reply(library: Library, text: str):
    answers = {"paper": "terralens", "field": "note.en", "value": "x", "field_2": "venue.name", "value_2": "y"}
    for question in forms_of(library.taxonomy)["correct_paper"].questions:
        check_reply(library, correcting(library.taxonomy, **{**answers, question.id: text}))


def test_no_mutated_answer_raises_or_means_anything_in_the_reply(library: Library):
    dice = Random(7)  # noqa: S311 -- dice of a game
    pieces = [*HOSTILE, "\r\n", "\u202e", "\u200b", "\x00", "中文", "### 标题 · Title\n", "\n\n", "- [x] ", ", ", " · "]
    clean = adding(library.taxonomy), correcting(library.taxonomy, "terralens", field="note.zh", value="中文")
    for _ in range(400):
        body = dice.choice(clean)
        for _ in range(dice.randrange(1, 5)):
            start = dice.randrange(len(body))
            end = start + dice.choice((0, 0, 3, 30))
            body = body[:start] + dice.choice(pieces) * dice.choice((1, 1, 20)) + body[end:]
        check_reply(library, body)


def check_reply(library: Library, body: str) -> None:
    sender = Sender(login="ada", number="1")
    found = take_in(body, library, issue=7, sender=sender, title="@ada", today=date(2026, 11, 21))
    assert len(found.reply) < 65_536
    left = outside_code(found.reply).replace("<!-- rsfm:intake -->", "")
    left = re.sub(r"</?details>|</?summary>|<br>", "", left)
    assert not re.search(r"[@#<$\\|]|://|www\.|\]\(|GH-|::", left), left
    assert re.fullmatch(r"((Add|Correct) [a-z0-9-]+)?", found.title)
    assert re.fullmatch(r"[a-z0-9-]*", found.paper_id)
    assert re.fullmatch(r"([\w.,]+( [\w.,]+)*\n\n)?Closes #7\.\n|", found.description)
