"""The history says once what happened between two states, with the date on which it happened."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from export.made import example, folder, plain
from rsfm.cli import main
from rsfm.history import BULK, between, news
from rsfm.model import ChangeKind, EventKind
from rsfm.store import load
from rsfm.store.history import HISTORY, append_history, read_history

DAY = date(2025, 6, 1)


def states(place: Path, before: dict[str, str], after: dict[str, str]):
    one, two = (load(folder(place / name, texts)) for name, texts in (("one", before), ("two", after)))
    assert not one.problems and not two.problems, (one.problems, two.problems)
    return between(one.entries, two.entries, {}, DAY)


def changed(place: Path, old: str, new: str):
    assert old in example()
    return states(place, {"terralens": example()}, {"terralens": example().replace(old, new)})


def test_the_same_state_twice_is_no_event(tmp_path):
    assert states(tmp_path, {"a": plain("a")}, {"a": plain("a")}) == []


def test_the_first_load_is_one_event_and_a_few_papers_are_an_event_each(tmp_path):
    many = {f"p{n}": plain(f"p{n}") for n in range(BULK)}
    (loaded,) = states(tmp_path / "many", {}, many)
    assert (loaded.what, len(loaded.papers), loaded.date) == (ChangeKind.LOADED, BULK, "2025-01-15")
    few = states(tmp_path / "few", {}, {"a": plain("a"), "b": plain("b")})
    assert [(each.what, each.paper_id) for each in few] == [(ChangeKind.ADDED, "a"), (ChangeKind.ADDED, "b")]


@pytest.mark.parametrize(
    ("old", "new", "what", "field"),
    [
        ("pages: 1-20", "pages: 1-21", ChangeKind.CORRECTED, "venue.pages"),
        ("kinds: [model, dataset]", "kinds: [model]", ChangeKind.CORRECTED, "kinds"),
        ("kinds: [model, dataset]", "kinds: [model, dataset, benchmark]", ChangeKind.CHANGED, "kinds"),
        ("  tools: 12 ", "  # ", ChangeKind.CORRECTED, "model.tools"),
        (
            "values: {base: 71.29,",
            "values: {base: 71.3,",
            ChangeKind.CORRECTED,
            "results.dior-r/ap50/official/finetune/oriented-rcnn/rgb-800.values.base",
        ),
        ("revision: 13cc2b71825d", "revision: 13cc2b71825e", ChangeKind.CHANGED, "sources.repo.revision"),
        ("en: A reference when", "en: Of use when", ChangeKind.CHANGED, "prose.applications.en"),
        (
            "weights: {state: announced, size",
            "weights: {state: open, size",
            EventKind.WEIGHTS_RELEASED,
            "variants.large.weights.state",
        ),
    ],
)
def test_a_change_is_named_field_by_field(tmp_path, old, new, what, field):
    (event,) = changed(tmp_path, old, new)
    assert (event.what, event.changes[0].field) == (what, field)
    assert event.date == event.seen.isoformat() == DAY.isoformat()


def test_a_paper_under_a_new_name_is_renamed_and_not_another(tmp_path):
    (event,) = states(tmp_path, {"old": plain("old", title="Same")}, {"new": plain("new", name="Old", title="Same")})
    assert (event.what, event.changes[0].was, event.changes[0].now) == (EventKind.RENAMED, "old", "new")


def test_an_entry_that_could_not_be_read_before_is_not_called_new(tmp_path):
    after = load(folder(tmp_path, {"a": plain("a")}))
    assert between([], after.entries, {}, DAY, unreadable={"a"}) == []


def test_an_event_of_an_entry_keeps_its_date_and_is_news_for_sixty_days(tmp_path):
    new = "events:\n  - {date: 2025-04, what: accepted}\n  - {date: 2024-12-01, what: version}"
    found = {each.what: each for each in changed(tmp_path, "events:", new)}
    assert (found[EventKind.ACCEPTED].date, found[EventKind.ACCEPTED].is_news) == ("2025-04", False)
    assert not found[EventKind.VERSION].is_news
    (event,) = changed(tmp_path / "late", "events:", "events:\n  - {date: 2025-04-02, what: accepted}")
    assert event.is_news


def test_what_an_entry_says_of_weights_is_not_said_twice(tmp_path):
    text = example().replace("weights: {state: announced, size", "weights: {state: open, size")
    text = text.replace("events:", "events:\n  - {date: 2025-05-20, what: weights-released, of: large}")
    events = states(tmp_path, {"terralens": example()}, {"terralens": text})
    assert [(each.what, each.date) for each in events] == [(EventKind.WEIGHTS_RELEASED, "2025-05-20")]


def test_the_file_is_read_back_and_appended_only_with_what_is_new(tmp_path):
    papers = folder(tmp_path / "kept", {"a": plain("a")})
    events = changed(tmp_path, "pages: 1-20", "pages: 1-21")
    assert append_history(papers, events, "c1") == 1
    before = (papers / HISTORY).read_text("utf-8")
    assert append_history(papers, events, "c2") == 0
    assert (papers / HISTORY).read_text("utf-8") == before
    assert read_history(papers).happenings == tuple(events)
    assert read_history(papers).until == "c1"
    assert list(json.loads(before)) == sorted(json.loads(before))


def test_a_broken_line_is_a_problem_of_the_catalog(tmp_path):
    library = load(folder(tmp_path, {"a": plain("a")}, history='{"date": "yesterday"}\n'))
    assert [problem.place.path for problem in library.problems] == ["papers/_history.jsonl"]


def test_news_tells_what_nobody_has_written_down_yet(tmp_path):
    library = load(folder(tmp_path, {"terralens": example(), "a": plain("a", added="2025-03-01")}))
    found = news(library.entries, ())
    assert [(each.what, each.date) for each in found] == [
        (ChangeKind.ADDED, "2025-03-01"),
        (EventKind.WEIGHTS_RELEASED, "2025-02-20"),
        (ChangeKind.ADDED, "2025-01-15"),
        (EventKind.ANNOUNCED, "2025-01"),
    ]


def git(place: Path, *command: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *command], cwd=place, check=True, capture_output=True)  # noqa: S607 -- as the verb does


def test_the_nightly_run_goes_on_from_the_commit_it_last_saw(tmp_path, capsys):
    papers = folder(tmp_path, {"terralens": example(), "a": plain("a")})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    assert main(["--papers", str(papers), "history"]) == 0
    assert len(read_history(papers).happenings) == 2, "both were added"
    assert main(["--papers", str(papers), "history"]) == 0
    assert capsys.readouterr().out == "history: 2 events\nhistory: 0 events\n"
    # Entries change before the history is committed: nothing is lost.
    (papers / "a.yml").write_text(plain("a").replace("year: 2025", "year: 2024"))
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "second", "--date", "2025-07-01T12:00:00Z")
    for _ in range(2):
        assert main(["--papers", str(papers), "history"]) == 0
    (*_, last) = read_history(papers).happenings
    assert (last.what, last.paper_id, last.changes[0].field) == (ChangeKind.CORRECTED, "a", "venue.year")
    assert len(read_history(papers).happenings) == 3


def test_two_folders_can_be_compared_without_git(tmp_path, capsys):
    before = folder(tmp_path / "before", {"a": plain("a")})
    papers = folder(tmp_path / "after", {"a": plain("a"), "b": plain("b")})
    assert main(["--papers", str(papers), "history", "--before", str(before), "--day", "2025-06-01"]) == 0
    assert main(["--papers", str(papers), "history", "--before", str(before)]) == 2
    assert [each.paper_id for each in read_history(papers).happenings] == ["b"]
