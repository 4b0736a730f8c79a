// <rsfm-explorer>: narrows, sorts and shows the list of all papers. Until something is chosen the static list stays.

import { drawCard, loadCards, loadPapers } from "./cards.js";
import { copyOf, find, findAll, words } from "./elements.js";
import { readChoice, writeChoice } from "./explorer_address.js";
import { countTerms, fits, inOrder } from "./explorer_filter.js";
import { search } from "./search_engine.js";

const STEP = 24; // papers added at a time
const ROWS = 100; // rows of the table added at a time
const PATIENCE = 150; // milliseconds of quiet before a query is asked

customElements.define("rsfm-explorer", class extends HTMLElement {
  /** @type {HTMLFormElement} */ form;
  /** @type {HTMLElement} */ status;
  /** @type {HTMLElement} */ list;
  /** @type {HTMLTableElement} */ table;
  /** @type {HTMLElement} */ more;
  /** The list that is there without scripts. @type {HTMLElement | null} */ still;
  /** A term each. @type {HTMLInputElement[]} */ boxes;
  /** An end of a range each. @type {HTMLInputElement[]} */ numbers;
  /** @type {string[]} */ facets;
  /** @type {string[]} */ ranges;
  /** @type {import("./cards.js").Paper[]} */ papers = [];
  /** @type {Map<string, string>} */ labels;
  view = "";
  turn = 0;
  timer = 0;
  back = () => { this.read(); this.show(); };

  connectedCallback() {
    this.form = find(this, "form", HTMLFormElement);
    this.status = find(this, "[data-status]");
    this.list = find(this, "[data-results]");
    this.table = find(this, "[data-table]", HTMLTableElement);
    this.more = find(this, "[data-more]");
    this.still = document.querySelector("[data-static]");
    this.boxes = findAll(this, "input[type=checkbox][name]", HTMLInputElement);
    this.numbers = findAll(this, "input[data-range]", HTMLInputElement);
    this.facets = [...new Set(this.boxes.map((box) => box.name))];
    this.ranges = [...new Set(this.numbers.map((field) => words(field, "range")))];
    this.labels = new Map(this.boxes.map((box) => [`${box.name}/${box.value}`, words(box, "label")]));
    this.read();
    this.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changed(), event.target instanceof HTMLInputElement && event.target.type === "checkbox" ? 0 : PATIENCE);
    });
    this.form.addEventListener("reset", () => setTimeout(() => this.changed(), 0));
    this.more.addEventListener("click", () => this.showMore(this.turn, false));
    window.addEventListener("popstate", this.back);
    find(this, "details").addEventListener("toggle", () => this.show(), { once: true });
    if (location.search.length > 1) this.show();
  }

  disconnectedCallback() { window.removeEventListener("popstate", this.back); }

  /** The field called `name`. @param {"q" | "sort" | "view"} name */
  field(name) { return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.form.elements.namedItem(name)); }

  /** The boxes that ask for every chosen term of a facet. */
  get everies() { return findAll(this, "input[data-every]", HTMLInputElement); }

  /** Puts what the address says into the fields. */
  read() {
    const { choice, q, sort, view } = readChoice(location.search, this.facets, this.ranges);
    for (const box of this.boxes) box.checked = choice.terms[box.name]?.includes(box.value) ?? false;
    for (const every of this.everies) every.checked = choice.every.includes(words(every, "every"));
    for (const field of this.numbers) {
      const end = choice.ranges[words(field, "range")]?.[field.dataset.end === "least" ? 0 : 1];
      field.value = end && Number.isFinite(end) ? String(end / Number(field.dataset.unit)) : "";
    }
    this.field("q").value = q;
    this.field("sort").value = sort;
    this.field("view").value = view;
  }

  /** What the fields say. */
  state() {
    /** @type {import("./explorer_filter.js").Choice} */
    const choice = { terms: {}, every: [], ranges: {} };
    for (const box of this.boxes) if (box.checked) (choice.terms[box.name] ??= []).push(box.value);
    for (const every of this.everies) if (every.checked) choice.every.push(words(every, "every"));
    for (const field of this.numbers) {
      const value = Number(field.value) * Number(field.dataset.unit);
      if (!field.value || !(value >= 0)) continue;
      const range = choice.ranges[words(field, "range")] ??= [0, Infinity];
      range[field.dataset.end === "least" ? 0 : 1] = value;
    }
    return { choice, q: this.field("q").value.trim(), sort: this.field("sort").value, view: this.field("view").value };
  }

  changed() {
    const query = writeChoice(this.state());
    history.pushState(history.state, "", query ? `?${query}` : location.pathname);
    this.show();
  }

  async show() {
    const turn = ++this.turn;
    const { choice, q, sort, view } = this.state();
    try {
      const everyone = await loadPapers();
      const asked = q ? (await search(q)).numbers.map((number) => everyone[number]).filter(Boolean) : everyone;
      if (turn !== this.turn) return;
      this.papers = inOrder(asked.filter((paper) => fits(paper, choice)), sort);
      for (const facet of this.facets) this.count(facet, countTerms(asked, choice, facet));
    } catch {
      if (turn === this.turn) this.status.textContent = words(this.status, "failed");
      return;
    }
    this.status.textContent = words(this.status, ["none", "one"][this.papers.length] ?? "count", { count: String(this.papers.length) });
    this.view = view;
    const untouched = writeChoice({ choice, q, sort, view }) === "";
    if (this.still) this.still.hidden = !untouched;
    this.list.hidden = untouched || view === "table";
    this.table.hidden = untouched || view !== "table";
    this.more.hidden = true;
    if (!untouched) await this.showMore(turn, true);
  }

  /** Says beside each term how many papers it would leave, and hides those that leave none.
   * @param {string} facet @param {Map<string, number>} counts */
  count(facet, counts) {
    for (const box of this.boxes) {
      if (box.name !== facet) continue;
      const count = counts.get(box.value) ?? 0;
      const line = box.closest("li");
      if (!line) continue;
      find(line, "[data-count]").textContent = String(count);
      line.hidden = count === 0 && !box.checked;
    }
  }

  /** @param {number} turn @param {boolean} anew */
  async showMore(turn, anew) {
    const target = this.view === "table" ? this.table.tBodies[0] : this.list;
    const shown = anew ? 0 : target.childElementCount;
    const next = this.papers.slice(shown, shown + (this.view === "table" ? ROWS : STEP));
    /** @type {DocumentFragment[]} */
    let drawn;
    if (this.view === "table") drawn = next.map((paper) => this.row(paper));
    else {
      const cards = await loadCards(next.map((paper) => paper.paper_id));
      if (turn !== this.turn) return;
      drawn = next.flatMap((paper) => cards.get(paper.paper_id) ?? []).map(drawCard);
    }
    if (anew) target.replaceChildren();
    target.append(...drawn);
    this.more.hidden = target.childElementCount >= this.papers.length;
    if (!anew) target.children[shown]?.querySelector("a")?.focus();
  }

  /** One line of the table. @param {import("./cards.js").Paper} paper */
  row(paper) {
    const copy = copyOf(find(this, "template[data-row]", HTMLTemplateElement));
    for (const cell of findAll(copy, "[data-column]")) {
      const { column = "", unit } = cell.dataset;
      if (cell instanceof HTMLAnchorElement) {
        cell.textContent = paper.name;
        cell.href = new URL(`../papers/${paper.paper_id}/`, location.href.split("?")[0]).href;
      } else if (unit) {
        const range = paper.ranges[column];
        const [least, greatest] = (range ?? []).map((end) => Number((end / Number(unit)).toPrecision(3)));
        cell.textContent = range ? (least === greatest ? String(least) : `${least}–${greatest}`) : words(cell, "missing");
      } else {
        const labels = (paper.facets[column] ?? []).map((term) => this.label(column, term));
        cell.textContent = labels.join(", ") || words(cell, "missing");
      }
    }
    return copy;
  }

  /** @param {string} facet @param {string} term */
  label(facet, term) {
    return this.labels.get(`${facet}/${term}`) ?? term;
  }
});
