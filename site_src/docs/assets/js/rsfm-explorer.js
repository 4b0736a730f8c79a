// <rsfm-explorer>: narrows, sorts and shows the list of all papers. Until something is chosen the static list stays.

import { drawCard, loadCards, loadPapers } from "./cards.js";
import { readChoice, writeChoice } from "./explorer_address.js";
import { countTerms, fits, inOrder } from "./explorer_filter.js";
import { search } from "./search_engine.js";

const STEP = 24; // papers added at a time
const ROWS = 100; // rows of the table added at a time
const PATIENCE = 150; // milliseconds of quiet before a query is asked

customElements.define("rsfm-explorer", class extends HTMLElement {
  connectedCallback() {
    const find = (/** @type {string} */ which) => this.querySelector(which);
    this.form = find("form");
    this.status = find("[data-status]");
    this.list = find("[data-results]");
    this.table = find("[data-table]");
    this.more = find("[data-more]");
    this.still = document.querySelector("[data-static]");
    this.boxes = [...this.querySelectorAll("input[type=checkbox][name]")];
    this.numbers = [...this.querySelectorAll("input[data-range]")];
    this.facets = [...new Set(this.boxes.map((box) => box.name))];
    this.ranges = [...new Set(this.numbers.map((field) => field.dataset.range))];
    this.turn = 0;
    this.read();
    this.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changed(), event.target.type === "checkbox" ? 0 : PATIENCE);
    });
    this.form.addEventListener("reset", () => setTimeout(() => this.changed(), 0));
    this.more.addEventListener("click", () => this.showMore());
    this.chosen = find("[data-chosen]");
    window.addEventListener("popstate", this.back = () => { this.read(); this.show(); });
    this.querySelector("details").addEventListener("toggle", () => this.show(), { once: true });
    if (location.search.length > 1) this.show();
  }

  disconnectedCallback() { window.removeEventListener("popstate", this.back); }

  /** Puts what the address says into the fields. */
  read() {
    const { choice, q, sort, view } = readChoice(location.search, this.facets, this.ranges);
    for (const box of this.boxes) box.checked = choice.terms[box.name]?.includes(box.value) ?? false;
    for (const every of this.querySelectorAll("input[data-every]")) every.checked = choice.every.includes(every.dataset.every);
    for (const field of this.numbers) {
      const end = choice.ranges[field.dataset.range]?.[field.dataset.end === "least" ? 0 : 1];
      field.value = end && Number.isFinite(end) ? String(end / Number(field.dataset.unit)) : "";
    }
    this.form.elements.q.value = q;
    this.form.elements.sort.value = sort;
    this.form.elements.view.value = view;
  }

  /** What the fields say. */
  state() {
    /** @type {import("./explorer_filter.js").Choice} */
    const choice = { terms: {}, every: [], ranges: {} };
    for (const box of this.boxes) if (box.checked) (choice.terms[box.name] ??= []).push(box.value);
    for (const every of this.querySelectorAll("input[data-every]:checked")) choice.every.push(every.dataset.every);
    for (const field of this.numbers) {
      const value = Number(field.value) * Number(field.dataset.unit);
      if (!field.value || !(value >= 0)) continue;
      const range = choice.ranges[field.dataset.range] ??= [0, Infinity];
      range[field.dataset.end === "least" ? 0 : 1] = value;
    }
    const { q, sort, view } = this.form.elements;
    return { choice, q: q.value.trim(), sort: sort.value, view: view.value };
  }

  changed() {
    const query = writeChoice(this.state());
    history.pushState(history.state, "", query ? `?${query}` : location.pathname);
    this.show();
  }

  async show() {
    const turn = ++this.turn;
    const { choice, q, sort, view } = this.state();
    const untouched = writeChoice({ choice, q, sort, view }) === "";
    let asked, papers, first;
    try {
      const everyone = await loadPapers();
      asked = q ? (await search(q)).numbers.map((number) => everyone[number]).filter(Boolean) : everyone;
      papers = inOrder(asked.filter((paper) => fits(paper, choice)), sort);
      first = untouched ? [] : await this.draw(papers, view, 0);
    } catch {
      if (turn === this.turn) this.status.textContent = this.status.dataset.failed;
      return;
    }
    if (turn !== this.turn) return;
    // All at once: what is there stays until the other can take its place, so that nothing below jumps.
    this.papers = papers;
    this.view = view;
    for (const facet of this.facets) this.count(facet, countTerms(asked, choice, facet));
    const { none, one, count } = this.status.dataset;
    this.status.textContent = [none, one][papers.length] ?? count.replace("{count}", String(papers.length));
    if (this.still) this.still.hidden = !untouched;
    this.list.hidden = untouched || view === "table";
    this.table.hidden = untouched || view !== "table";
    this.target.replaceChildren(...first);
    this.more.hidden = untouched || first.length >= papers.length;
  }

  /** What papers are shown in. */
  get target() { return this.view === "table" ? this.table.tBodies[0] : this.list; }

  /** Says beside each term how many papers it would leave, and hides those that leave none.
   * @param {string} facet @param {Map<string, number>} counts */
  count(facet, counts) {
    for (const box of this.boxes) {
      if (box.name !== facet) continue;
      const count = counts.get(box.value) ?? 0;
      const line = box.closest("li");
      line.querySelector("[data-count]").textContent = String(count);
      line.hidden = count === 0 && !box.checked;
    }
  }

  async showMore() {
    const { turn, target } = this;
    const shown = target.childElementCount;
    const drawn = await this.draw(this.papers, this.view, shown);
    if (turn !== this.turn) return;
    target.append(...drawn);
    this.more.hidden = target.childElementCount >= this.papers.length;
    target.children[shown]?.querySelector("a")?.focus();
  }

  /** The next papers after those that are shown.
   * @param {import("./explorer_filter.js").Paper[]} papers @param {string} view @param {number} shown */
  async draw(papers, view, shown) {
    if (view === "table") return papers.slice(shown, shown + ROWS).map((paper) => this.row(paper));
    const next = papers.slice(shown, shown + STEP).map((paper) => paper.paper_id);
    const cards = await loadCards(next);
    return next.filter((paper_id) => cards.has(paper_id)).map((paper_id) => drawCard(cards.get(paper_id)));
  }

  /** One line of the table. @param {import("./explorer_filter.js").Paper} paper */
  row(paper) {
    const copy = this.querySelector("template[data-row]").content.cloneNode(true);
    for (const cell of copy.querySelectorAll("[data-column]")) {
      const { column, unit } = cell.dataset;
      if (column === "name") {
        cell.textContent = paper.name;
        cell.href = new URL(`../papers/${paper.paper_id}/`, location.href.split("?")[0]).href;
      } else if (unit) {
        const range = paper.ranges[column];
        const [least, greatest] = (range ?? []).map((end) => Number((end / Number(unit)).toPrecision(3)));
        cell.textContent = range ? (least === greatest ? String(least) : `${least}–${greatest}`) : cell.dataset.missing;
      } else {
        const labels = (paper.facets[column] ?? []).map((term) => this.label(column, term));
        cell.textContent = labels.join(", ") || cell.dataset.missing;
      }
    }
    return copy;
  }

  /** @param {string} facet @param {string} term */
  label(facet, term) {
    this.labels ??= new Map(this.boxes.map((box) => [`${box.name}/${box.value}`, box.dataset.label]));
    return this.labels.get(`${facet}/${term}`) ?? term;
  }
});
