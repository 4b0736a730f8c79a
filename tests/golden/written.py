"""One invented catalog in every format that is written, each as its file in ``tests/golden/files`` has it.

``PYTHONPATH=tests python -m golden.written`` writes these files anew: read the difference before it is committed.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from checks.invented import BENCHMARKS, SNAPSHOT, SOURCES, TODAY, entry, found_in, other
from fetch.invented import few_terms
from invented import PROJECT
from rsfm.checks import formats
from rsfm.cli import main
from rsfm.cli.links_output import link_problem, links_json, links_markdown
from rsfm.discover import Candidate, Findings
from rsfm.discover.report import to_json, to_markdown
from rsfm.discover.scoring import Evidence, Score
from rsfm.export import EXPORTS
from rsfm.github import proposal
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.problems import Place, Problem
from rsfm.render import Content, Messages, Renderer, SiteFacts, all_pages, menu_of
from rsfm.render.shards import arxiv_index, card_shards, papers_index
from rsfm.site.sitemap import sitemap
from rsfm.store import load
from rsfm.store.links import Answer, LinkState
from rsfm.store.new_entry import Blank, entry_text
from rsfm.store.snapshots import write_snapshot

FILES = Path(__file__).parent / "files"
SITE = "https://atlas.example/"
TOO_LONG = {"api/v1/schema.json"}
"""Made from the register of fields, as long as that, and proved by a validator: tests/export."""
NAMED = {"terralens", "orbittalk", "text", "vit-b-16", "vit-l-14", "rgb"}
HISTORY = (
    {"date": "2025-11-01", "name": "TerraLens", "paper_id": "terralens", "seen": "2025-11-01", "what": "added"},
    {"date": "2025-11-02", "name": "OrbitTalk", "paper_id": "orbittalk", "seen": "2025-11-02", "what": "added"},
)


def written(place: Path) -> dict[str, str]:
    """Return the text of every golden file by its path; ``place`` is an empty folder."""
    papers = papers_in(place)
    catalog = load(papers).catalog()
    return {
        **dict(exported(catalog)),
        **dict(drawn(catalog)),
        **dict(reported(place)),
        **dict(printed(papers)),
        "papers/_arxiv/2410.01768.json": (papers / "_arxiv/2410.01768.json").read_text("utf-8"),
    }


def papers_in(place: Path) -> Path:
    papers = place / "papers"
    (papers / "_arxiv").mkdir(parents=True)
    beside = {"_taxonomy.yml": few_terms(*NAMED), "_benchmarks.yml": BENCHMARKS, "_sources.yml": SOURCES}
    entries = {"terralens.yml": entry(), "orbittalk.yml": other()}
    history = "".join(json.dumps(each, sort_keys=True) + "\n" for each in HISTORY)
    for name, text in {**beside, **entries, "_history.jsonl": history}.items():
        (papers / name).write_text(text, encoding="utf-8")
    (papers / "_arxiv/2410.01768.json").write_text(json.dumps(SNAPSHOT), encoding="utf-8")
    library = load(papers)
    assert library.problems == (), [problem.text(None) for problem in library.problems]
    write_snapshot(papers, replace(library.snapshots[SNAPSHOT["arxiv_id"]], comment="An invented comment"))
    return papers


def exported(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The first file of each export."""
    for path, export in EXPORTS.items():
        if path not in TOO_LONG:
            yield path, dict(export.files(catalog, SITE))[path]


def drawn(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What a paper's page has for machines, and what the site's scripts read."""
    content = Content(catalog=catalog, site=SiteFacts(site_url=SITE, repo_url="https://example.org/source"))
    messages = Messages.load(PROJECT / "site_src/messages")
    folders = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
    renderer = Renderer(content, messages, folders, menu_of([], messages))
    page = next(page for page in all_pages(renderer) if page.address == "en/papers/terralens/")
    yield page.twin, page.markdown
    said = re.findall(r'<meta [^>]*>|<script type="application/ld\+json">.*?</script>', page.html, re.DOTALL)
    yield "en/papers/terralens/head.html", "\n".join(each for each in said if "Security" not in each) + "\n"
    yield "sitemap.xml", sitemap(SITE, ["zh/papers/terralens/", "en/papers/terralens/"])
    yield "data/papers.json", papers_index(renderer)
    yield "data/arxiv.json", arxiv_index(renderer)
    yield "data/zh/0.json", dict(card_shards(renderer))["data/zh/0.json"]


def reported(place: Path) -> Iterator[tuple[str, str]]:
    """Problems of an entry, links that are dead, papers to look at, and the pull request of the night."""
    problems = found_in(place / "faulty", {"terralens.yml": entry(added="added: soon", kinds="kinds: [modell]")})
    yield "check/en.txt", formats.as_text(problems, Locale.EN)
    yield "check/zh.txt", formats.as_text(problems, Locale.ZH)
    yield "check/problems.json", formats.as_json(problems, Locale.EN)
    yield "check/problems.sarif", formats.as_sarif(problems, Locale.EN)
    yield "check/annotations.txt", formats.as_annotations(problems, Locale.EN)
    yield "check/summary.md", formats.as_summary(problems, Locale.EN, "the last line")
    url, days = "https://example.org/gone", tuple(date(2025, 5, day) for day in (1, 2, 3))
    state = LinkState(answer=Answer.DEAD, since=days[0], reason="HTTP 404", failed=days)
    where = Place(path="papers/terralens.yml", line=12)
    dead = link_problem(url, state, where, "links.code")
    assert isinstance(dead, Problem)
    yield "links/report.md", links_markdown([dead], "1 address visited", Locale.EN)
    yield "links/report.json", links_json({url: state}, {url: (where, "links.code")}, {"dead": 1}) + "\n"
    new = {"name": "TerraLens", "title": "TerraLens: Sees, and Tells", "kinds": ["model"], "added": TODAY}
    yield "papers/new.yml", entry_text({**new, "family": Blank(example="visual", about="what it is")}, ["A draft."])
    yield from discovered(place)
    changes = [{"key": "2410.01768", "field": "comment", "old": None, "new": "Accepted | at `X`"}]
    yield "pull_request.md", proposal.to_markdown({"changes": changes, "withdrawn": ["2411.02345"]})


def discovered(place: Path) -> Iterator[tuple[str, str]]:
    library = load(place / "papers")
    found = Score(
        remote_sensing=(Evidence(phrase="remote sensing", points=8, in_title=True),),
        foundation_model=(Evidence(phrase="foundation model", points=8, in_title=False),),
        application=(),
        elsewhere=(),
        terms=("modality.optical",),
    )
    candidate = Candidate(snapshot=next(iter(library.snapshots.values())), kinds=("model",), score=found)
    findings = Findings(candidates=(candidate,), known=2, rejected=1, below=3)
    yield "discovery/report.md", to_markdown(findings, library.taxonomy, Locale.EN)
    yield "discovery/report.json", to_json(findings)


def printed(papers: Path) -> Iterator[tuple[str, str]]:
    """What the verbs print that people and programs read on."""
    for name, *arguments in (
        ("print/list.txt", "list"),
        ("print/list.jsonl", "list", "--format", "json"),
        ("print/list.csv", "list", "--format", "csv"),
        ("print/compare.txt", "compare", "terralens", "orbittalk"),
        ("awesome.md", "export", "awesome", "--site-url", SITE),
        ("changes.md", "export", "changelog", "--language", "en"),
    ):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            assert main(["--papers", str(papers), *arguments]) == 0
        yield name, said.getvalue()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        fresh = written(Path(folder))
    shutil.rmtree(FILES, ignore_errors=True)
    for name, text in fresh.items():
        file = FILES / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    sys.exit(0)
