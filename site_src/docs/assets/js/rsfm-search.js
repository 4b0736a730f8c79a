// <rsfm-search>: a query, its facets (with data-filters) and its results; the address always says what is shown.

import { drawCard, loadCards, loadPapers } from "./cards.js";
import { markFound } from "./mark_found.js";
import { fits, search } from "./search_engine.js";

const PATIENCE = 120; // milliseconds of quiet before a query is asked
const STEP = 12; // results added at a time

customElements.define("rsfm-search", class extends HTMLElement {
  connectedCallback() {
    const find = (which) => this.querySelector(which);
    this.input = find("input[type=search]");
    this.status = find("[data-status]");
    this.list = find("[data-results]");
    this.more = find("[data-more]");
    this.facets = [...this.querySelectorAll("[data-facet]")];
    this.turn = 0;
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PATIENCE);
    });
    this.addEventListener("keydown", (event) => this.moveByArrow(event));
    this.more.addEventListener("click", async () => {
      const shown = this.list.childElementCount;
      await this.showMore(this.turn);
      this.list.children[shown]?.querySelector("a").focus();
    });
    for (const facet of this.facets) facet.addEventListener("change", () => this.ask());
    if (this.hasAttribute("data-filters")) this.takeThePage();
  }

  /** On the search page the address is the state: it is read once, and going back restores it. */
  takeThePage() {
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.querySelector("[data-clear]").addEventListener("click", () => {
      for (const facet of this.facets) facet.value = "";
      this.ask();
    });
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    for (const facet of this.facets) {
      facet.value = asked.get(facet.name) ?? "";
      if (facet.selectedIndex < 0) facet.value = "";
    }
    const panel = this.querySelector(".facets");
    panel.open = matchMedia("(min-width: 60em)").matches || this.facets.some((facet) => facet.value);
    panel.hidden = false;
    this.ask();
  }

  /** Asks what the fields say, and shows the answer unless a newer question overtook it. */
  async ask() {
    const turn = ++this.turn;
    const query = this.input.value.trim();
    const wanted = Object.fromEntries(this.facets.filter((f) => f.value).map((f) => [f.name, f.value]));
    this.writeAddress({ q: query, ...wanted });
    if (!query && !this.hasAttribute("data-filters")) {
      await this.show([], this.status.dataset.idle, turn);
      return;
    }
    this.status.textContent = this.status.dataset.loading;
    try {
      const found = await search(query, await loadPapers());
      if (turn !== this.turn) return;
      const fitting = found.filter((paper) => fits(paper, wanted));
      for (const facet of this.facets) this.countChoices(facet, found, wanted);
      const { none, one, count } = this.status.dataset;
      await this.show(fitting, [none, one][fitting.length] ?? count.replace("{count}", String(fitting.length)), turn);
    } catch {
      if (turn === this.turn) await this.show([], this.status.dataset.failed, turn);
    }
  }

  /** @param {import("./cards.js").Paper[]} papers @param {string} words @param {number} turn */
  async show(papers, words, turn) {
    this.papers = papers;
    await this.showMore(turn, true);
    if (turn === this.turn) this.status.textContent = words;
  }

  /** Adds the next papers, or begins anew, unless a newer question came meanwhile. @param {number} turn */
  async showMore(turn, anew = false) {
    const shown = anew ? 0 : this.list.childElementCount;
    const next = this.papers.slice(shown, shown + STEP);
    const cards = await loadCards(next.map((paper) => paper.paper_id));
    if (turn !== this.turn) return;
    if (anew) this.list.replaceChildren();
    this.list.append(...next.map((paper) => drawCard(cards.get(paper.paper_id))));
    this.more.hidden = this.list.childElementCount >= this.papers.length;
    markFound(this.list, this.input.value);
  }

  /** Says beside each choice of a facet how many papers it would leave.
   * @param {HTMLSelectElement} facet @param {import("./cards.js").Paper[]} found @param {Record<string, string>} wanted */
  countChoices(facet, found, wanted) {
    const others = Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== facet.name));
    const terms = found.filter((paper) => fits(paper, others)).flatMap((paper) => paper.facets[facet.name]);
    for (const option of facet.options) {
      if (!option.value) continue;
      option.dataset.label ??= option.textContent;
      const count = terms.filter((term) => term === option.value).length;
      option.textContent = `${option.dataset.label} (${count})`;
      option.hidden = count === 0 && !option.selected;
    }
  }

  /** @param {Record<string, string>} fields */
  writeAddress(fields) {
    const address = new URL(location.href);
    for (const name of ["q", ...this.facets.map((facet) => facet.name)]) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(fields)) if (value) address.searchParams.set(name, value);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /** Arrow keys walk from the query through the results and back. @param {KeyboardEvent} event */
  moveByArrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const stops = [this.input, ...this.list.querySelectorAll("a[data-field=name]")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
});
