"""Pages of results: one table for each protocol, ranks that lead to it, and the reason where there is none."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from conftest import PROJECT
from invented import TAXONOMY
from results.invented import BENCHMARKS, entry, harness, rerun, result
from rsfm.export.benchmark_tables import tables_csv
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, merge
from rsfm.model import Handle, Inputs, Protocol, ResultOrigin, Taxonomy, Term
from rsfm.render import Content, Messages, Renderer, SiteFacts
from rsfm.render.explorer import facets_offered
from rsfm.render.facets import facets_of_all
from rsfm.render.pages import PAGE_TYPES
from rsfm.results import Comparison
from rsfm.results.measured import measured_in

MESSAGES = Messages.load(PROJECT / "site_src/messages")
TEMPLATES = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
HEADS = {name: Term(label=Localized.same(name)) for name in ("linear", "unstated", "mlp")}
TASKS = {"scene-classification": Term(label=Localized(zh="场景分类", en="Scenes"))}


def invented() -> Catalog:
    """Three entries on one benchmark: two comparable, one copied; and a harness with a model nobody knows."""
    vocabularies = {**TAXONOMY.vocabularies, Handle("head"): HEADS, Handle("task"): TASKS, Handle("base"): {}}
    knn = {"how": Protocol("knn"), "inputs": Inputs("rgb-224")}
    entries = (
        entry(
            "alder", result({"base": "81.5", "large": "83.0 ± 0.4 (5)"}), result({"base": "70"}, **knn), fieldbench="a"
        ),
        entry(
            "birch",
            result({"base": "82.9"}),
            result({"base": "60", "alder/base": "61"}, origin=ResultOrigin.COPIED, how=Protocol("unstated")),
        ),
        entry("cedar", result({"base": "90"}, split=Handle("tr-20"), head="unstated")),
    )
    rows = harness(rerun("a", "0.5"), rerun("<b>", "0.6"))
    return merge(entries, {}, Taxonomy(vocabularies=vocabularies), benchmarks=BENCHMARKS, harnesses={rows.name: rows})  # type: ignore[arg-type]


def pages_of(catalog: Catalog) -> dict[str, str]:
    content = Content(
        catalog=catalog, site=SiteFacts(site_url="https://example.org/", repo_url="https://example.org/s")
    )
    renderer = Renderer(content, MESSAGES, TEMPLATES, {locale: [] for locale in Locale})
    names = ("benchmarks", "benchmark", "disagreements", "papers", "needs_work")
    return {page.address: page.html for name in names for page in PAGE_TYPES[name].build(renderer)}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(invented())


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_list_has_every_benchmark_by_task_with_its_counts(pages: dict[str, str]) -> None:
    text = text_of(pages["en/benchmarks/"])
    assert "2 benchmarks, 9 values, 4 tables" in text
    assert "Scenes Benchmark What is measured Models Tables Values Meadows Kinds of meadow. 4 4 9 Meadows" in text
    assert "场景分类" in text_of(pages["zh/benchmarks/"])


def test_each_protocol_has_a_table_of_its_own_with_ranks(pages: dict[str, str]) -> None:
    html = pages["en/benchmarks/meadows/"]
    headings = [text_of(each) for each in re.findall(r'<h2 id="[^"]+">.*?</h2>', html)]
    assert headings[:4] == [
        "accuracy (%) · fine-tuned · official",
        "accuracy (%) · nearest neighbours · official",
        "accuracy (%) · linear probe · official",
        "accuracy (%) · fine-tuned · tr-20",
    ]
    text = text_of(html)
    assert "Alder large 83.00 ± 0.40 1st of 3, tied" in text
    assert "Birch base 82.90 1st of 3, tied" in text
    assert "Alder base 81.50 3rd of 3" in text
    assert "No ranks here" in text


def test_a_model_without_an_entry_keeps_its_name_escaped_and_counts(pages: dict[str, str]) -> None:
    html = pages["en/benchmarks/meadows/"]
    assert "<b>" not in html and "&lt;b&gt;" in html
    assert "1st of 2" in text_of(html)


def test_what_is_not_comparable_is_listed_with_its_reason(pages: dict[str, str]) -> None:
    text = text_of(pages["en/benchmarks/meadows/"])
    assert "Not comparable" in text
    assert text.count("copied from another paper") == 2
    assert "引自别的论文" in text_of(pages["zh/benchmarks/meadows/"])


def test_a_benchmark_without_a_table_says_so_first(pages: dict[str, str]) -> None:
    text = text_of(pages["en/benchmarks/dunes/"].partition("<h1>")[2])
    assert text.startswith("Meadows No table yet")


def test_disagreements_name_both_sides_with_their_sources(pages: dict[str, str]) -> None:
    text = text_of(pages["en/disagreements/"])
    assert "2 places" in text
    assert "apart by 31.5" in text and "copied: Birch" in text and "own: authors" in text
    assert "81.5" in text_of(pages["zh/disagreements/"])


def test_a_paper_shows_where_it_stands_and_leads_to_the_others(pages: dict[str, str]) -> None:
    html = pages["en/papers/birch/"]
    assert '<a href="../../../en/benchmarks/meadows/#official-accuracy-finetune">1st of 3, tied</a>' in html
    text = text_of(html)
    assert "copied from another paper" in text
    assert "All values that the paper reports" in text
    assert "第 2 / 2" in text_of(pages["zh/papers/alder/"])


def test_plots_have_a_title_and_no_style_of_their_own(pages: dict[str, str]) -> None:
    html = pages["en/benchmarks/meadows/"]
    plots = re.findall(r'<svg class="plot.*?</svg>', html, re.DOTALL)
    assert plots
    for plot in plots:
        assert 'role="img"' in plot and "<title id=" in plot and "style=" not in plot


def test_the_table_for_machines_begins_as_promised_and_gives_ranks_and_reasons() -> None:
    files = dict(tables_csv(invented()))
    assert set(files) == {"api/v1/tables.csv", "api/v1/benchmarks/meadows.csv"}
    rows = list(csv.DictReader(io.StringIO(files["api/v1/benchmarks/meadows.csv"])))
    assert list(rows[0])[:7] == ["paper_id", "variant", "benchmark", "split", "metric", "value", "protocol"]
    assert len(rows) == len(Comparison(invented()).values) == 9
    first = next(row for row in rows if row["variant"] == "large")
    assert (first["value"], first["rank"], first["of"], first["ties"]) == ("83.0", "1", "3", "yes")
    assert {row["not_comparable"] for row in rows if not row["rank"]} >= {"copied"}
    assert {row["measured_by"] for row in rows} == {"authors", "birch", "fieldbench"}


def test_pages_exist_where_nothing_was_measured() -> None:
    bare = replace(invented(), papers=(), harnesses={})
    content = Content(catalog=bare, site=SiteFacts(site_url="", repo_url="https://example.org/s"))
    renderer = Renderer(content, MESSAGES, TEMPLATES, {locale: [] for locale in Locale})
    found = {
        page.address
        for name in ("benchmarks", "benchmark", "disagreements")
        for page in PAGE_TYPES[name].build(renderer)
    }
    assert {"en/benchmarks/", "zh/benchmarks/dunes/", "en/disagreements/"} <= found


def test_a_value_that_is_not_at_its_line_is_marked_and_listed_after_two_misses(pages: dict[str, str]) -> None:
    catalog = invented()
    mine, theirs = next(v for v in measured_in(catalog) if v.typed == "82.9"), "fieldbench"
    reruns = [v.claim for v in measured_in(catalog) if v.by == theirs]
    marked = pages_of(replace(catalog, misses={mine.claim: 2, reruns[0]: 1}))
    said, listed = "This value was not found at the line of its source", "Values not found at the line of their source"
    assert [said in pages[page] for page in ("en/papers/birch/", f"en/benchmarks/{mine.on}/")] == [False, False]
    assert marked["en/papers/birch/"].count(said) >= 1
    assert said not in marked["en/papers/cedar/"]
    assert marked[f"en/benchmarks/{mine.on}/"].count(said) == 4, (
        "two values, each with a word to point at and one to hear"
    )
    assert (listed in marked["en/needs-work/"], listed in pages["en/needs-work/"]) == (True, False)
    assert "82.9" in marked["en/needs-work/"] and "fieldbench" not in marked["en/needs-work/"]


def test_papers_are_narrowed_by_the_benchmarks_that_their_models_have_values_on() -> None:
    """Whoever measured: alder has values of its own, in birch's paper and of a harness; a harness's others have no entry."""
    catalog = invented()
    terms = {paper_id: terms["benchmark"] for paper_id, terms in facets_of_all(catalog).items()}
    own = {result.on for result in catalog.by_id["alder"].entry.results}
    assert own <= set(terms["alder"]) and all(terms.values())
    options = {name: found for name, _, found, _ in facets_offered(catalog, Locale.EN, lambda key: key)}["benchmark"]
    assert {term: count for term, _, count in options}[next(iter(own))] == len(catalog.papers)
    assert all(label != term for term, label, _ in options if term in catalog.benchmarks and term == "aid")
