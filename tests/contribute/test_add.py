"""``rsfm add`` fills in what can be known, asks for the rest, refuses what is there, and leaves a valid entry or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from contribute.conftest import Said, files
from fetch.invented import InventedPaper, crossref_work, github_repository
from fetch.stand_in import Answer, StandIn
from rsfm.checks import check
from rsfm.locales import Locale
from rsfm.model import Entry, VenueKind, VenueState
from rsfm.problems import Severity
from rsfm.store import load
from rsfm.store.files import only_writer

Run = Callable[..., Said]
TODAY = date(2025, 5, 6)
FOX = InventedPaper(
    arxiv_id="2503.90042",
    title="FoxNet: A Vision-Language Foundation Model that Counts Foxes",
    authors=("Ada Example", "Bo Beispiel"),
    summary="We present FoxNet, a model for SAR and optical images with image captioning. We construct a dataset of "
    "foxes. Code is at https://github.com/invented/FoxNet, weights at https://huggingface.co/invented/FoxNet.",
    comment="Accepted by CVPR 2025. Project page: http://invented.github.io/foxnet/",
)
NAMELESS = FOX.but(
    arxiv_id="2503.90043", title="Counting Foxes from Space", summary="We propose VulpesNet.", comment=None
)
OFFLINE = (
    "--offline",
    "--title",
    "Owls: A Model",
    "--family",
    "visual",
    "--kind",
    "model",
    "--venue",
    "CVPR",
    "--year",
    "2024",
)


@pytest.fixture(autouse=True)
def fox(server: StandIn) -> None:
    server.papers |= {one.arxiv_id: one for one in (FOX, NAMELESS)}
    server.repositories["invented/foxnet"] = github_repository("invented/FoxNet")


def entry(papers: Path, paper_id: str) -> Entry:
    library = load(papers)
    (found,) = [one for one in library.entries if one.paper_id == paper_id]
    return found


def errors(papers: Path) -> list[str]:
    return [p.text(Locale.EN) for p in check(load(papers), TODAY) if p.severity is Severity.ERROR]


def test_everything_that_can_be_known_is_filled_in(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", "https://arxiv.org/pdf/2503.90042v3.pdf", "--yes")
    assert done.code == 0, done.err
    found = entry(papers, "foxnet")
    assert (found.name, found.title, found.arxiv_id) == ("FoxNet", FOX.title, FOX.arxiv_id)
    assert (found.venue.name, found.venue.year, found.venue.state) == ("CVPR", 2025, VenueState.ACCEPTED)
    assert found.venue.kind is VenueKind.CONFERENCE
    assert (found.family, found.kinds) == ("vision-language", ("model", "dataset"))
    assert found.links.code == ("https://github.com/invented/FoxNet",)
    assert found.links.weights == ("https://huggingface.co/invented/FoxNet",)
    assert found.links.project == ("https://invented.github.io/foxnet/",)
    assert found.authors == ()
    assert {str(found.added), str(found.verified)} == {"2025-05-06"}
    assert errors(papers) == []


def test_blanks_say_what_belongs_there_and_what_the_abstract_suggests(papers: Path, rsfm: Run) -> None:
    rsfm("add", FOX.arxiv_id, "--yes")
    text = (papers / "foxnet.yml").read_text(encoding="utf-8")
    assert "#   modalities: [optical, sar, text]  # words found in the abstract: compare\n" in text
    assert "proof: repo#LICENSE}  # the licence that GitHub shows\n" in text
    assert "# prose:\n#   origin: person" in text
    assert "#     backbone: vit-l-16  # A term of the backbone vocabulary: vit-l-16.\n" in text
    assert "#   one_line:\n#     zh:" in text and "#   summary:\n#     zh:" in text


def test_what_the_servers_said_is_stored_with_the_entry(papers: Path, rsfm: Run) -> None:
    before = files(papers)
    done = rsfm("add", FOX.arxiv_id, "--yes")
    assert files(papers) - before == {"foxnet.yml", "_arxiv/2503.90042.json", "_github/invented_foxnet.json"}
    assert [line for line in done.out.splitlines() if "rsfm" in line] == [
        f"  rsfm check {papers / 'foxnet.yml'}",
        "  rsfm serve",
    ]
    assert load(papers).catalog().by_id["foxnet"].authors == FOX.authors


def test_questions_have_defaults_and_are_repeated_until_the_answer_can_be_used(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", FOX.arxiv_id, answers="\nvision-langage\n视觉\n2 model\n")
    assert done.code == 0, done.err
    assert "Did you mean vision-language?" in done.err
    assert (entry(papers, "foxnet").family, entry(papers, "foxnet").kinds) == ("visual", ("dataset", "model"))


def test_a_list_of_terms_is_shown_once_however_often_the_question_is_repeated(rsfm: Run) -> None:
    done = rsfm("add", FOX.arxiv_id, answers="\n8\n9\n\n\n")
    assert done.code == 0 and done.err.count("2 visual ") == 1 and done.err.count("Family [") == 3, done.err


def test_no_input_at_all_is_nobody_to_ask(papers: Path, rsfm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("io.StringIO", lambda *_: None)
    assert rsfm("add", NAMELESS.arxiv_id).code == 2
    assert rsfm("add", FOX.arxiv_id, "--yes").code == 0


def test_a_person_who_interrupts_leaves_nothing(papers: Path, rsfm: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = files(papers)
    monkeypatch.setattr("contribute.conftest.Terminal.readline", interrupted)
    done = rsfm("add", FOX.arxiv_id, answers="\n")
    assert (done.code, files(papers)) == (1, before)
    assert done.err.endswith("\nrsfm: interrupted; nothing was written\n")


def test_a_name_that_another_file_has_is_said(papers: Path, rsfm: Run) -> None:
    assert rsfm("add", FOX.arxiv_id, "--yes").code == 0
    again = ("add", NAMELESS.arxiv_id, "--name", "FoxNet", "--family", "visual", "--kind", "model")
    assert "still needed: --paper-id; foxnet.yml exists" in rsfm(*again).err
    assert "foxnet.yml exists\nName of the file" in rsfm(*again[:4], answers="vulpes\nvisual\nmodel\n").err


@pytest.mark.parametrize("answers", ["", "\n", "\nvisual\n"])
def test_a_person_who_goes_away_leaves_nothing(papers: Path, rsfm: Run, answers: str) -> None:
    before = files(papers)
    done = rsfm("add", FOX.arxiv_id, answers=answers)
    assert (done.code, files(papers)) == (1, before)
    assert "nothing was written" in done.err


def test_without_a_person_everything_missing_is_named_at_once(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", NAMELESS.arxiv_id)
    assert done.code == 2
    assert "--name VulpesNet  --paper-id  --family  --kind" in done.err
    assert rsfm("add", NAMELESS.arxiv_id, "--name", "Vulpes", "--family", "visual", "--kind", "model").code == 0
    assert entry(papers, "vulpes").venue.state is VenueState.PREPRINT


@pytest.mark.parametrize(
    ("arguments", "shared"),
    [
        (["2501.90001"], "the same arXiv id 2501.90001"),
        (["https://arxiv.org/abs/2501.90001v7"], "the same arXiv id 2501.90001"),
        (["https://huggingface.co/papers/2501.90001"], "the same arXiv id 2501.90001"),
        (["10.48550/arXiv.2501.90001"], "the same arXiv id 2501.90001"),
        (["https://dx.doi.org/10.1000/INVENTED.1"], "the same DOI 10.1000/invented.1"),
        (["http://www.github.com/Invented/One.git"], "the same address https://github.com/invented/one"),
        (["--title", "counting sheep over glaciers – a tale of 1 satellites"], "the same title Counting Sheep"),
        (["--title", "Counting Sheeps over Glaciers: A Tale of 1 Satellites"], "nearly the same title Counting"),
    ],
)
def test_what_the_catalog_has_is_refused_and_shown(
    papers: Path, server: StandIn, rsfm: Run, arguments: list[str], shared: str
) -> None:
    before = files(papers)
    done = rsfm("add", *arguments, "--yes")
    assert (done.code, files(papers), server.requests) == (1, before, [])
    assert f"papers/invented-2501-90001.yml has {shared}" in done.err


def test_a_paper_is_recognised_by_what_arxiv_says_of_it(papers: Path, server: StandIn, rsfm: Run) -> None:
    server.papers["2503.90044"] = FOX.but(arxiv_id="2503.90044", doi="10.1000/Invented.1")
    assert "the same DOI" in rsfm("add", "2503.90044", "--yes").err


def test_two_papers_may_share_a_repository_if_somebody_says_so(rsfm: Run, server: StandIn) -> None:
    server.repositories["invented/one"] = github_repository("invented/one")
    arguments = ("add", FOX.arxiv_id, "https://github.com/invented/one", "--yes")
    assert rsfm(*arguments).code == 1
    assert rsfm(*arguments, "--anyway").code == 0


def test_a_doi_is_asked_of_crossref(papers: Path, server: StandIn, rsfm: Run) -> None:
    server.works["10.1000/owl"] = crossref_work(
        "10.1000/owl", 9, **{"container-title": ["IEEE Transactions on Geoscience and Remote Sensing"]}
    )
    done = rsfm("add", "https://doi.org/10.1000/owl", "--name", "Owl", "--family", "visual", "--kind", "model")
    assert done.code == 0, done.err
    found = entry(papers, "owl")
    assert (found.doi, found.venue.name, found.venue.year) == ("10.1000/owl", "IEEE TGRS", 2024)
    assert found.venue.state is VenueState.PUBLISHED
    assert "_crossref/10.1000_owl.json" in files(papers)


def test_it_works_without_network(papers: Path, server: StandIn, rsfm: Run) -> None:
    done = rsfm("add", "2403.90099", *OFFLINE, "--author", "Ada Example", "--author", "李示例")
    assert (done.code, server.requests) == (0, []), done.err
    assert entry(papers, "owls").authors == ("Ada Example", "李示例")
    assert errors(papers) == []


def test_a_paper_that_nothing_leads_to_is_refused_with_what_to_type(papers: Path, server: StandIn, rsfm: Run) -> None:
    before = files(papers)
    done = rsfm("add", *OFFLINE, "--author", "Ada Example", "--yes")
    assert (done.code, server.requests, files(papers)) == (1, [], before)
    assert "rsfm add https://… --title …" in done.err
    done = rsfm("add", "https://owls.github.io/model/", *OFFLINE, "--author", "Ada Example", "--yes")
    assert done.code == 0, done.err
    assert entry(papers, "owls").links.project == ("https://owls.github.io/model/",)


def test_a_repository_alone_needs_only_a_title(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", "github.com/invented/FoxNet/tree/main", *OFFLINE[1:])
    assert done.code == 0, done.err
    assert entry(papers, "owls").links.code == ("https://github.com/invented/FoxNet",)


def test_a_person_is_asked_which_paper_a_repository_belongs_to(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", "github.com/invented/FoxNet", answers=f"2503.9042\n{FOX.arxiv_id}\n\nvisual\nmodel\n")
    assert done.code == 0, done.err
    assert "should it be 2503.90420?" in done.err
    assert entry(papers, "foxnet").arxiv_id == FOX.arxiv_id


def test_a_renamed_repository_is_called_by_its_new_name(papers: Path, server: StandIn, rsfm: Run) -> None:
    server.faults = [
        None,
        lambda *_: Answer(b"", 301, {"Location": f"{server.github_url}/repos/invented/vulpes"}),
        None,
    ]
    server.repositories["invented/vulpes"] = github_repository("Invented/Vulpes")
    assert rsfm("add", FOX.arxiv_id, "--yes").code == 0
    assert entry(papers, "foxnet").links.code == ("https://github.com/Invented/Vulpes",)


def test_a_server_that_fails_is_named_and_a_title_goes_on_without_it(papers: Path, server: StandIn, rsfm: Run) -> None:
    server.always = lambda *_: Answer(b"", 500)
    before = files(papers)
    done = rsfm("add", FOX.arxiv_id, "--yes")
    assert (done.code, files(papers)) == (1, before)
    assert "HTTP 500" in done.err
    assert rsfm("add", FOX.arxiv_id, "--yes", "--title", FOX.title).code == 0


def test_an_id_that_arxiv_does_not_have_is_refused(papers: Path, rsfm: Run) -> None:
    done = rsfm("add", "2503.99999", "--yes")
    assert done.code == 1
    assert "does not have 2503.99999" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "no arXiv id, DOI or address"),
        (["2410.0716"], "should it be 2410.07160?"),
        (["javascript:alert(1)"], "no arXiv id"),
        (["2503.90042", "2503.90043"], "one paper at a time"),
        (["2503.90042", "--family", "visul"], "Did you mean visual?"),
        (["2503.90042", "--yes", "--year", "31"], "write four digits"),
        (["2503.90042", "--yes", "--paper-id", "Fox Net"], "lower-case letters"),
        (["2503.90042", "--yes", "--paper-id", "invented-2501-90001"], "exists: choose another"),
        ([], "--title"),
    ],
)
def test_what_cannot_be_understood_ends_with_two_and_a_hint(
    papers: Path, rsfm: Run, words: list[str], said: str
) -> None:
    before = files(papers)
    done = rsfm("add", *words)
    assert (done.code, files(papers)) == (2, before)
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["--title", "FoxNet\u202e: A Model"],
        ["--title", "The Wrong Title of Another Paper: Nothing in Common"],
        ["--title", FOX.title, "--author", "Zoe Wrong"],
        ["--title", FOX.title, "--venue", "CVPR", "--year", "2020"],
    ],
)
def test_an_entry_that_would_break_a_rule_is_not_written(papers: Path, rsfm: Run, words: list[str]) -> None:
    before = files(papers)
    done = rsfm("add", FOX.arxiv_id, "--yes", *words)
    assert (done.code, files(papers)) == (1, before)
    assert "error:" in done.err


def test_a_dry_run_prints_the_entry_and_writes_nothing(papers: Path, rsfm: Run) -> None:
    before = files(papers)
    done = rsfm("add", FOX.arxiv_id, "--yes", "--dry-run")
    assert (done.code, files(papers)) == (0, before)
    assert "\nname: FoxNet\n" in done.out


def test_a_disk_that_refuses_leaves_nothing_half_written(
    papers: Path, rsfm: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(papers)
    monkeypatch.setattr("os.link", full)
    done = rsfm("add", FOX.arxiv_id, "--yes")
    assert (done.code, files(papers)) == (2, before)
    assert "No space left" in done.err


def test_two_writers_do_not_meet(papers: Path, rsfm: Run) -> None:
    with only_writer(papers):
        done = rsfm("add", FOX.arxiv_id, "--yes")
    assert (done.code, "another rsfm" in done.err) == (2, True)


def test_messages_and_comments_come_in_chinese_too(papers: Path, rsfm: Run) -> None:
    assert "已写入" in rsfm("add", FOX.arxiv_id, "--yes", "--locale", "zh").out
    assert "以“# ”开头的行是空白" in (papers / "foxnet.yml").read_text(encoding="utf-8")
    assert "图谱里已有" in rsfm("add", FOX.arxiv_id, "--yes", "--locale", "zh").err
