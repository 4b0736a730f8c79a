"""Tables of results in a browser: sorted by any column, narrowed to the models a reader can use, all of it by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import OpenPage
from rsfm.merge import Catalog
from rsfm.model import Availability, Handle
from rsfm.results import Comparison, Table


def _largest(catalog: Catalog, *, mixed: bool = False):
    """Return the name and the first table of a benchmark, the one with most models; ``mixed``: not all are open."""
    found = ((each.name, each.tables[0]) for each in Comparison(catalog).benchmarks.values() if each.tables)
    several = ((name, table) for name, table in found if not mixed or len(_open(catalog, table)) == 2)
    return max(several, key=lambda one: one[1].models)


def _is_open(catalog: Catalog, paper_id: str | None) -> bool:
    return bool(paper_id) and catalog.by_id[paper_id].entry.weights.state is Availability.OPEN


def _open(catalog: Catalog, table: Table) -> set[bool]:
    return {_is_open(catalog, row.measured.paper_id) for row in table.rows}


def test_a_table_is_sorted_by_the_head_of_a_column(open_page: OpenPage, catalog: Catalog):
    name, table = _largest(catalog)
    page = open_page(f"en/benchmarks/{name}/")
    first = page.locator("rsfm-standing table").first
    printed = [f"{row.measured.value:.2f}" for row in table.rows]
    value = first.get_by_role("button", name="Value")
    shown = first.locator("tbody td:nth-child(2)")
    before = [text.split()[0] for text in shown.all_inner_texts()]
    assert sorted(before, key=float) == sorted(printed, key=float)
    value.focus()
    page.keyboard.press("Enter")
    expect(first.locator("th[aria-sort=descending]")).to_have_text("Value")
    page.keyboard.press("Enter")
    expect(first.locator("th[aria-sort=ascending]")).to_have_text("Value")
    assert [text.split()[0] for text in shown.all_inner_texts()] == sorted(printed, key=float)
    first.get_by_role("button", name="Model").click()
    names = [text.casefold() for text in first.locator("tbody th").all_inner_texts()]
    assert names == sorted(names) and first.locator("th[aria-sort]").count() == 1


def test_tables_are_narrowed_to_open_weights_and_a_size(open_page: OpenPage, catalog: Catalog):
    name, table = _largest(catalog, mixed=True)
    page = open_page(f"zh/benchmarks/{name}/")

    rows = page.locator("rsfm-standing table").first.locator("tbody tr")
    assert rows.count() == len(table.rows)
    page.get_by_label("仅权重开放").check()
    expect(rows.locator("visible=true")).to_have_count(
        sum(_is_open(catalog, row.measured.paper_id) for row in table.rows)
    )
    sizes = [
        model.parameters.high
        for row in table.rows
        if _is_open(catalog, row.measured.paper_id)
        and (model := catalog.by_id[row.measured.paper_id].entry.resolved.models.get(Handle(row.measured.variant)))
        and model.parameters
    ]
    page.get_by_label("最少（百万参数）").fill("1")
    expect(rows.locator("visible=true")).to_have_count(len(sizes))
    expect(page.get_by_role("status").filter(has_text="行中的")).to_be_visible()
    page.get_by_role("button", name="清除筛选").click()
    expect(rows.locator("visible=true")).to_have_count(len(table.rows))


def test_papers_are_compared_by_values_of_one_contest_only(open_page: OpenPage, catalog: Catalog):
    table = next(
        table
        for each in Comparison(catalog).benchmarks.values()
        for table in each.tables
        if len({row.measured.paper_id for row in table.rows if row.contest == 1 and row.measured.paper_id}) > 1
    )
    ids = list(dict.fromkeys(row.measured.paper_id for row in table.rows if row.contest == 1 and row.measured.paper_id))
    page = open_page(f"en/compare/?ids={','.join(ids[:2])}")
    label = catalog.benchmarks[Handle(table.key.on)].label.en
    row = page.locator("rsfm-compare tbody tr").filter(has=page.get_by_role("rowheader", name=f"{label} · ")).first
    expect(row.locator("td").nth(1)).not_to_have_class("missing")
    best = {paper_id: next(r for r in table.rows if r.measured.paper_id == paper_id) for paper_id in ids[:2]}
    for place, paper_id in enumerate(ids[:2]):
        expect(row.locator("td").nth(place)).to_contain_text(f"{best[paper_id].measured.value:.4g}"[:4])


def test_values_that_only_look_comparable_are_not_compared(open_page: OpenPage):
    """Whether SatMAE is better than Scale-MAE on AID nobody can say: both values are copies."""
    page = open_page("en/compare/?ids=satmae,scale-mae")
    row = page.locator("rsfm-compare tbody tr").filter(has_text="AID: not comparable")
    expect(row.locator("td")).to_have_text(["copied from another paper"] * 2)
