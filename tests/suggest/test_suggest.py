"""What an author is shown below the lines of a pull request, and what becomes of the entry when it is accepted."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from fetch.invented import paper
from fetch.stand_in import Answer, StandIn
from invented import papers_folder, snapshot
from rsfm.checks import RULES
from rsfm.checks.mend import mended
from rsfm.github.changed_entries import ChangedEntry
from rsfm.github.right_answers import DISAGREEMENT
from rsfm.github.suggestions import MOST, comments_on
from rsfm.store import load
from rsfm.store.snapshots import ARXIV
from suggest.conftest import KNOWN, Contribution, contribution, entry, forge, server, suggested
from test_markdown import HOSTILE, outside_code

__all__ = ["contribution", "forge", "server"]

WRONG = entry(
    title='"TerraLens: an invented models of the ground"',
    venue="venue: {name: arXiv, year: 2026, state: preprint}",
    extra="doi: https://doi.org/10.1000/a%2Fb  \naliases: [no, nox] \nauthors:\n  - Cy Wrong\n  - Di Wrong\n",
)


def test_the_rules_it_counts_on_exist():
    assert RULES.keys() >= DISAGREEMENT


def test_an_entry_without_a_fault_is_left_in_peace(contribution: Contribution):
    contribution.offer({"terralens.yml": entry()})
    assert contribution.suggest() == (0, {})


def test_a_title_spelled_otherwise_than_on_arxiv_takes_one_click(contribution: Contribution):
    contribution.offer({"terralens.yml": entry(title='"TerraLens: An Invented Model of a Ground"')})
    (comment,) = contribution.said()
    assert (comment["path"], comment["line"]) == ("papers/terralens.yml", 2)
    assert suggested(comment["body"]) == [f'title: "{KNOWN.title}"']
    assert "arXiv has it as" in comment["body"] and "arXiv 上写作" in comment["body"]
    contribution.accept([comment])
    assert contribution.said() == []


def test_whoever_accepts_everything_has_a_clean_entry(contribution: Contribution):
    contribution.offer({"terralens.yml": WRONG})
    rounds = 0
    while contribution.accept(contribution.said()):
        rounds += 1
    assert rounds == 2, "the fields are put in order when nothing else is left"
    text = (contribution.papers / "terralens.yml").read_text("utf-8")
    assert text == entry(
        family='aliases: ["no", nox]\nfamily: visual',
        extra="doi: 10.1000/a/b\n",
    )


def test_each_suggestion_can_be_accepted_without_the_others(contribution: Contribution):
    contribution.offer({"terralens.yml": WRONG})
    comments = contribution.said()
    for number, comment in enumerate(comments):
        (contribution.papers / "terralens.yml").write_text(WRONG, encoding="utf-8")
        contribution.accept([comment])
        bodies = [other["body"] for other in contribution.said()]
        assert comment["body"] not in bodies
        left = [suggested(other["body"]) for other in comments[:number] + comments[number + 1 :]]
        assert all(lines in map(suggested, bodies) for lines in left)


def test_edits_of_one_line_are_one_suggestion_that_names_both(contribution: Contribution):
    contribution.offer(
        {"terralens.yml": entry(extra="links: {code: http://github.com/a/b/, project: https://a.github.io/c#d}  \n")}
    )
    (comment,) = contribution.said()
    assert suggested(comment["body"]) == ["links: {code: https://github.com/a/b, project: https://a.github.io/c}"]
    assert len(set(re.findall(r"RA\d{3}", comment["body"]))) == 3


def test_wrong_authors_go_as_a_whole_where_the_title_proves_the_id(contribution: Contribution):
    contribution.offer({"terralens.yml": entry(extra="authors:\n- Cy Wrong\n- Di Wrong\n")})
    (comment,) = contribution.said()
    assert (comment["start_line"], comment["line"], suggested(comment["body"])) == (7, 9, [])


def test_a_title_over_another_papers_id_is_said_and_nothing_of_that_paper_is_suggested(contribution: Contribution):
    text = entry(
        title="OrbitTalk speaks with whales",
        kinds="kinds: model\nauthors: [Cy Wrong]",
        venue="venue: {name: arXiv, year: 2026, state: preprint}",
    )
    contribution.offer({"terralens.yml": text})
    (comment,) = contribution.said()
    assert comment["line"] == 2 and suggested(comment["body"]) is None
    assert KNOWN.title in comment["body"] and "RA401" in comment["body"]


def test_an_id_that_arxiv_does_not_have_is_said_on_its_line(contribution: Contribution):
    contribution.offer({"terralens.yml": entry().replace(KNOWN.arxiv_id, "2501.90099")})
    (comment,) = contribution.said()
    assert comment["line"] == 6 and "arXiv does not have this id" in comment["body"]


def test_a_year_of_which_the_author_must_judge_is_no_suggestion(contribution: Contribution):
    contribution.offer({"terralens.yml": entry(venue="venue: {name: CVPR, year: 2023, state: published}")})
    (comment,) = contribution.said()
    assert comment["line"] == 5 and suggested(comment["body"]) is None


def test_a_spelling_of_arxiv_that_the_rules_would_not_take_is_said_but_not_suggested(contribution: Contribution):
    contribution.server.papers[KNOWN.arxiv_id] = KNOWN.but(title=r"TerraLens: An Invented $\mathcal{M}$odel of Ground")
    contribution.offer({"terralens.yml": entry()})
    (comment,) = contribution.said()
    assert "RA402" in comment["body"] and suggested(comment["body"]) is None


def test_a_snapshot_that_the_fork_brings_along_is_not_believed(contribution: Contribution):
    title = "OrbitTalk speaks with whales"
    ARXIV.write(contribution.papers, snapshot(KNOWN.arxiv_id, title=title))
    contribution.offer({"terralens.yml": entry(title=title)})
    (comment,) = contribution.said()
    assert "RA401" in comment["body"]


def test_arxiv_is_asked_once_for_all_papers_that_are_new_and_for_no_other(contribution: Contribution):
    here = {"2501.90002": "orbittalk", KNOWN.arxiv_id: "terralens", "2501.90098": "unknown"}
    ARXIV.write(contribution.forge.papers, snapshot("2501.90002", title=KNOWN.title))
    contribution.forge.commit("Learn")
    contribution.offer({f"{name}.yml": entry().replace(KNOWN.arxiv_id, key) for key, name in here.items()})
    contribution.said()
    assert [request.ids for request in contribution.server.requests] == [["2501.90001", "2501.90098"]]


def test_where_arxiv_does_not_answer_the_rest_is_suggested(contribution: Contribution, server: StandIn):
    server.always = lambda *_: Answer(status=503)
    contribution.offer({"terralens.yml": WRONG})
    bodies = [comment["body"] for comment in contribution.said()]
    assert len([body for body in bodies if suggested(body)]) == 2
    assert not any("RA402" in body or "does not have" in body for body in bodies)


LONG = "# one\n" * 12
"""Lines that keep two changes apart."""


def test_only_lines_of_the_difference_get_suggestions(contribution: Contribution):
    old = entry(extra=f"doi: 10.1000/a \n{LONG}")
    contribution.forge.papers.joinpath("terralens.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    contribution.offer({"terralens.yml": old.replace("2025-02-01", "2025-02-02 ")})
    (comment,) = contribution.said()
    assert suggested(comment["body"]) == ["verified: 2025-02-02"]


def test_an_id_that_now_leads_elsewhere_is_said_where_the_change_is(contribution: Contribution):
    old = entry(title="OrbitTalk speaks with whales", family=f"{LONG}family: visual").replace(
        KNOWN.arxiv_id, "2501.90098"
    )
    contribution.forge.papers.joinpath("terralens.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    contribution.offer({"terralens.yml": old.replace("2501.90098", KNOWN.arxiv_id)})
    (comment,) = contribution.said()
    assert "RA401" in comment["body"]
    assert old.splitlines()[comment["line"] - 1] == 'arxiv_id: "2501.90098"'


def test_a_disagreement_that_was_there_before_is_not_the_authors(contribution: Contribution):
    old = entry(title="OrbitTalk speaks with whales")
    contribution.forge.papers.joinpath("terralens.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    contribution.offer({"terralens.yml": old.replace("kinds: model", "kinds: [model]")})
    assert contribution.said() == []


def test_a_wrong_id_in_the_place_of_another_wrong_one_is_said(tmp_path: Path):
    old = entry(title="OrbitTalk speaks with whales")
    new = old.replace(KNOWN.arxiv_id, "2501.90098").encode()
    theirs = [snapshot(KNOWN.arxiv_id, title=KNOWN.title), snapshot("2501.90098", title="Birds of the Northern Sea")]
    library = load(papers_folder(tmp_path, {"terralens": old}))
    library = replace(library, snapshots={one.arxiv_id: one for one in theirs})
    (comment,) = comments_on(ChangedEntry(path="papers/terralens.yml", data=new, hunks=(range(1, 99),)), library)
    assert "RA401" in comment.body and "Northern Sea" in comment.body


def test_of_very_many_a_few_are_shown_errors_first_and_the_rest_is_counted(contribution: Contribution):
    notes = "".join(f"# note {number} \n#\n" for number in range(250))
    contribution.offer({"terralens.yml": entry(extra=notes + "links: {code: https://www.github.com/a/b}\n")})
    code, review = contribution.suggest()
    assert code == 0 and len(review["comments"]) == MOST
    assert "170 more not shown" in review["body"] and "另有 170 处" in review["body"]
    assert any("RA501" in comment["body"] for comment in review["comments"])


def test_what_a_line_holds_is_suggested_exactly_or_not_at_all(contribution: Contribution):
    contribution.offer(
        {"terralens.yml": entry(extra="# a\u200bb\nnote: {zh: a\u200bb, en: 'no'} \naliases: [a, b] \n")}
    )
    lines = [suggested(comment["body"]) for comment in contribution.said()]
    assert ["aliases: [a, b]"] in lines
    assert not any("U+200B" in str(line) for line in lines)


def test_windows_line_ends_do_not_get_into_a_suggestion(contribution: Contribution):
    contribution.offer({"terralens.yml": WRONG.replace("\n", "\r\n")})
    comments = contribution.said()
    assert [comment["line"] for comment in comments] == [2, 5, 7, 8, 11]
    assert not any("\r" in comment["body"] or "U+000D" in comment["body"] for comment in comments)


@pytest.mark.parametrize("text", [*HOSTILE, "```` @ada", "```suggestion"])
def test_text_of_a_fork_means_nothing_below_its_lines(tmp_path: Path, text: str):
    typed = json.dumps(text, ensure_ascii=False)
    hostile = entry(
        extra=f"note: {{en: {typed}, zh: 一}} \nvenue_: {typed} \nlinks: {{code: {typed}}}\n# {text} \n",
        name=f"name: {typed} ",
    )
    theirs = snapshot(KNOWN.arxiv_id, title=f"TerraLens: An Invented Model {text}")
    library = replace(load(papers_folder(tmp_path, {})), snapshots={theirs.arxiv_id: theirs})
    changed = ChangedEntry(path="papers/terralens.yml", data=hostile.encode(), hunks=(range(1, 99),))
    comments = list(comments_on(changed, library))
    assert comments
    for comment in comments:
        mark, _, rest = comment.body.partition("\n")
        assert re.fullmatch(r"<!-- rsfm:suggest [0-9a-f]{16} -->", mark)
        left = outside_code(rest)
        assert not re.search(r"[@#<$\\|`]|://|www\.|\]\(|GH-|::", left), left


def test_suggestions_agree_with_what_fix_does(contribution: Contribution):
    text = entry(
        extra="links:\n  code: git@github.com:a/b.git\n  project: [http://a.github.io/x, 'https://b.github.io/?utm_source=y']\n"
    )
    contribution.offer({"terralens.yml": text})
    contribution.forge.papers.joinpath("terralens.yml").write_text(text, encoding="utf-8")
    library = load(contribution.forge.papers)
    (file,) = (one for one in library.files if one.document.path.endswith("terralens.yml"))
    right = mended(library, file)
    contribution.forge.papers.joinpath("terralens.yml").unlink()
    assert contribution.accept(contribution.said())
    assert (contribution.papers / "terralens.yml").read_text("utf-8") == right


def test_several_entries_are_told_apart(contribution: Contribution):
    contribution.server.papers["2501.90005"] = paper(5)
    contribution.offer({"terralens.yml": entry(name="name: TerraLens "), "orbittalk.yml": entry(name="name: Orbit ")})
    assert [c["path"] for c in contribution.said()] == ["papers/orbittalk.yml", "papers/terralens.yml"]
