// <rsfm-explorer>: narrows, sorts and shows the list of all papers. Until something is chosen the static list stays.

import { drawCard, loadCards, loadIndex } from "./cards.js";
import { readChoice, writeChoice } from "./explorer_address.js";
import { inOrder, narrow } from "./explorer_filter.js";
import { drawOptions, showCounts } from "./explorer_options.js";
import { drawRow } from "./explorer_table.js";

const STEP = 12; // papers added at a time: each is a file to ask for, and a click answers at once
const ROWS = 100; // rows of the table added at a time
const PATIENCE = 150; // milliseconds of quiet before a query is asked

/** @typedef {HTMLInputElement & {dataset: Record<string, string>}} Field */

customElements.define("rsfm-explorer", class extends HTMLElement {
  /** @type {HTMLFormElement} */ form;
  /** @type {HTMLElement} */ status;
  /** @type {HTMLElement} */ list;
  /** @type {HTMLTableElement} */ table;
  /** @type {HTMLButtonElement} */ more;
  /** @type {HTMLElement} */ chosen;
  /** The list that came with the page. @type {HTMLElement | null} */ still;
  /** Boxes by which all terms of a facet are asked for. @type {Field[]} */ everies;
  /** @type {Field[]} */ numbers;
  /** @type {string[]} */ facets;
  /** @type {string[]} */ ranges;
  /** @type {() => void} */ back;
  /** The drawing of the options, once it has begun. @type {Promise<void> | undefined} */ drawn;
  /** @type {import("./explorer_options.js").Options} */ options = new Map();
  /** @type {import("./cards.js").Index} */ index;
  /** What fits, in the order that is shown. @type {number[]} */ papers = [];
  view = "";
  turn = 0;
  timer = 0;

  connectedCallback() {
    const find = (/** @type {string} */ which) => /** @type {any} */ (this.querySelector(which));
    const all = (/** @type {string} */ which) => /** @type {any[]} */ ([...this.querySelectorAll(which)]);
    this.form = find("form");
    this.status = find("[data-status]");
    this.list = find("[data-results]");
    this.table = find("[data-table]");
    this.more = find("[data-more]");
    this.chosen = find("[data-chosen]");
    this.still = document.querySelector("[data-static]");
    this.everies = all("input[data-every]");
    this.numbers = all("input[data-range]");
    this.facets = all("[data-facet]").map(({ dataset }) => dataset.facet);
    this.ranges = [...new Set(this.numbers.map(({ dataset }) => dataset.range))];
    this.read();
    this.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => {
      clearTimeout(this.timer);
      const { type } = /** @type {Field} */ (event.target);
      this.timer = setTimeout(() => this.changed(), type === "search" || type === "number" ? PATIENCE : 0);
    });
    this.form.addEventListener("reset", () => setTimeout(() => this.changed(), 0));
    this.more.addEventListener("click", () => this.showMore());
    window.addEventListener("popstate", this.back = () => { this.read(); this.show(); });
    const filters = find("details");
    filters.addEventListener("toggle", () => this.show(), { once: true });
    filters.open = location.hash === "#filters";
    if (location.search.length > 1) this.show();
  }

  disconnectedCallback() { window.removeEventListener("popstate", this.back); }

  /** Puts what the address says into the fields. */
  read() {
    const { choice, q, sort, view } = readChoice(location.search, this.facets, this.ranges);
    for (const [facet, own] of this.options) {
      for (const [term, { box }] of own) box.checked = choice.terms[facet]?.includes(term) ?? false;
    }
    for (const every of this.everies) every.checked = choice.every.includes(every.dataset.every);
    for (const field of this.numbers) {
      const end = choice.ranges[field.dataset.range]?.[field.dataset.end === "least" ? 0 : 1];
      field.value = end && Number.isFinite(end) ? String(end / Number(field.dataset.unit)) : "";
    }
    for (const [name, value] of Object.entries({ q, sort, view })) this.field(name).value = value;
  }

  /** @param {string} name */
  field(name) { return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name)); }

  /** What the fields say; terms that are not drawn yet are those of the address. */
  state() {
    /** @type {import("./explorer_filter.js").Choice} */
    const choice = { terms: {}, every: this.everies.filter(({ checked }) => checked).map(({ dataset }) => dataset.every), ranges: {} };
    if (this.options.size === 0) choice.terms = readChoice(location.search, this.facets, []).choice.terms;
    for (const [facet, own] of this.options) {
      const terms = [...own].filter(([, { box }]) => box.checked).map(([term]) => term);
      if (terms.length > 0) choice.terms[facet] = terms;
    }
    for (const field of this.numbers) {
      const value = Number(field.value) * Number(field.dataset.unit);
      if (!field.value || !(value >= 0)) continue;
      const range = choice.ranges[field.dataset.range] ??= [0, Infinity];
      range[field.dataset.end === "least" ? 0 : 1] = value;
    }
    const [q, sort, view] = ["q", "sort", "view"].map((name) => this.field(name).value.trim());
    return { choice, q, sort, view };
  }

  changed() {
    const query = writeChoice(this.state());
    history.pushState(history.state, "", query ? `?${query}` : location.pathname);
    this.show();
  }

  /** The index of all papers, once the terms to choose from are drawn too. */
  async load() {
    this.drawn ??= drawOptions(this).then((options) => { this.options = options; this.read(); });
    this.drawn.catch(() => { this.drawn = undefined; });
    const [index] = await Promise.all([loadIndex(), this.drawn]);
    return index;
  }

  async show() {
    const turn = ++this.turn;
    const { q, sort, view } = this.state();
    try {
      const index = await this.load();
      const asked = await found(q, index);
      if (turn !== this.turn) return;
      const { choice } = this.state();
      const untouched = writeChoice({ choice, q, sort, view }) === "";
      const { fitting, counts } = narrow(index, asked, choice);
      const papers = inOrder(index, fitting, sort);
      const first = untouched ? [] : await this.draw(index, papers, view, 0);
      if (turn !== this.turn) return;
      // All at once: what is there stays until the other can take its place, so that nothing below jumps.
      Object.assign(this, { index, papers, view });
      showCounts(this.options, index, counts);
      this.showChosen();
      const { none = "", one = "", count = "" } = this.status.dataset;
      this.status.textContent = [none, one][papers.length] ?? count.replace("{count}", String(papers.length));
      if (this.still) this.still.hidden = !untouched;
      this.list.hidden = untouched || view === "table";
      this.table.hidden = untouched || view !== "table";
      this.target.replaceChildren(...first);
      this.more.hidden = untouched || first.length >= papers.length;
    } catch {
      if (turn === this.turn) this.status.textContent = this.status.dataset.failed ?? "";
    }
  }

  /** What papers are shown in. */
  get target() { return this.view === "table" ? this.table.tBodies[0] : this.list; }

  /** Names every term and every end that is chosen, with the filters closed too; a click takes it away. */
  showChosen() {
    const terms = [...this.options.values()].flatMap((own) => [...own.values()]).filter(({ box }) => box.checked)
      .map(({ box, full }) => ({ full, drop: () => { box.checked = false; } }));
    const ends = this.numbers.filter(({ value }) => value)
      .map((field) => ({ full: field.dataset.said.replace("{value}", field.value), drop: () => { field.value = ""; } }));
    this.chosen.replaceChildren(...[...terms, ...ends].map(({ full, drop }) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: `${full} ×` });
      button.setAttribute("aria-label", (this.chosen.dataset.away ?? "").replace("{name}", () => full));
      button.addEventListener("click", () => {
        drop();
        this.changed();
        this.querySelector("summary")?.focus();
      });
      return button;
    }));
  }

  async showMore() {
    const { index, papers, target, turn, view } = this;
    const shown = target.childElementCount;
    const drawn = await this.draw(index, papers, view, shown).catch(() => undefined);
    if (turn !== this.turn) return;
    if (!drawn) { this.status.textContent = this.status.dataset.failed ?? ""; return; }
    target.append(...drawn);
    this.more.hidden = target.childElementCount >= papers.length;
    /** @type {HTMLElement | null | undefined} */ (target.children[shown]?.querySelector("a"))?.focus();
  }

  /** The next papers after those that are shown.
   * @param {import("./cards.js").Index} index @param {number[]} papers @param {string} view @param {number} shown */
  async draw(index, papers, view, shown) {
    const next = papers.slice(shown, shown + (view === "table" ? ROWS : STEP));
    if (view === "table") {
      const blank = /** @type {HTMLTemplateElement} */ (this.querySelector("template[data-row]"));
      return next.map((paper) => drawRow(blank, index, paper, (facet, term) => this.options.get(facet)?.get(term)?.label ?? term));
    }
    return [...(await loadCards(next.map((paper) => index.paper_id[paper]), index.shards)).values()].map(drawCard);
  }
});

/** The papers that a query finds, best first; all where there is none. The search is asked for when it is needed.
 * @param {string} q @param {import("./cards.js").Index} index */
async function found(q, index) {
  if (!q) return index.paper_id.map((_, paper) => paper);
  const { search } = await import("./search_engine.js");
  return (await search(q)).numbers.filter((paper) => paper < index.paper_id.length);
}
