// <rsfm-search>: a query, its facets (with data-filters) and its results; the address always says what is shown.

import { find, findAll, words } from "./elements.js";
import { search } from "./search_engine.js";
import { Facets } from "./search_facets.js";
import { ResultList } from "./search_list.js";
import { marksOf } from "./search_marks.js";
import { addressOf, drawNotes } from "./search_notes.js";

const PATIENCE = 60; // milliseconds of quiet before a query is asked

export class SearchBox extends HTMLElement {
  /** @type {HTMLInputElement} */ input;
  /** @type {HTMLElement} */ status;
  /** @type {HTMLElement} */ notes;
  /** The way to all results; only the dialog has it. @type {HTMLAnchorElement | null} */ all;
  /** @type {Facets} */ facets;
  /** @type {ResultList} */ results;
  turn = 0;
  timer = 0;

  connectedCallback() {
    this.input = find(this, "input[type=search]", HTMLInputElement);
    this.status = find(this, "[data-status]");
    this.notes = find(this, "[data-notes]");
    this.all = this.querySelector("a[data-all]");
    this.facets = new Facets(findAll(this, "[data-facet]", HTMLSelectElement));
    this.results = new ResultList(find(this, "[data-results]"), find(this, "[data-more]"), find(this, "template[data-why]", HTMLTemplateElement));
    this.turn = 0;
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PATIENCE);
    });
    this.addEventListener("keydown", (event) => this.moveByArrow(event));
    this.results.more.addEventListener("click", () => this.results.showMore());
    for (const facet of this.facets.selects) facet.addEventListener("change", () => this.ask());
    if (this.hasAttribute("data-filters")) this.takeThePage();
  }

  /** On the search page the address is the state: it is read once, and going back restores it. */
  takeThePage() {
    find(this, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    find(this, "[data-clear]").addEventListener("click", () => {
      this.facets.clear();
      this.ask();
    });
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    this.facets.read(asked);
    const panel = find(this, ".facets", HTMLDetailsElement);
    panel.open = matchMedia("(min-width: 60em)").matches || Object.keys(this.facets.wanted).length > 0;
    panel.dataset.ready = "";
    this.ask();
  }

  /** Asks what the fields say, and shows the answer unless a newer question overtook it. */
  async ask() {
    this.turn += 1;
    const { turn } = this;
    const query = this.input.value.trim();
    const { wanted } = this.facets;
    this.writeAddress({ q: query, ...wanted });
    if (!query && !this.hasAttribute("data-filters")) {
      await this.results.show([], []);
      this.say(words(this.status, "idle"), 0, query);
      this.notes.hidden = true;
      return;
    }
    this.status.textContent = words(this.status, "loading");
    try {
      const answer = await search(query);
      const fitting = await this.facets.narrow(answer.numbers, wanted);
      if (turn !== this.turn) return;
      const without = fitting.length ? 0 : answer.numbers.length;
      await this.results.show(fitting, marksOf(answer.units));
      if (turn !== this.turn) return;
      drawNotes(this.notes, answer, query, wanted, without);
      const said = ["none", "one"][fitting.length] ?? "count";
      this.say(words(this.status, said, { count: String(fitting.length) }), fitting.length, query);
      this.setAttribute("data-answered", "");
      if (this.facets.selects.length) await this.facets.count(answer.numbers);
    } catch {
      if (turn !== this.turn) return;
      await this.results.show([], []);
      this.notes.hidden = true;
      this.say(words(this.status, "failed"), 0, query);
    }
  }

  /** @param {string} said @param {number} count @param {string} query */
  say(said, count, query) {
    this.status.textContent = said;
    if (!this.all) return;
    this.all.hidden = count === 0;
    this.all.href = addressOf(query);
    this.all.textContent = words(this.all, "words", { count: String(count) });
  }

  /** @param {Record<string, string>} fields */
  writeAddress(fields) {
    const address = new URL(location.href);
    for (const name of ["q", ...this.facets.selects.map((facet) => facet.name)]) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(fields)) if (value) address.searchParams.set(name, value);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /** Arrow keys walk from the query through the results and back. @param {KeyboardEvent} event */
  moveByArrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const stops = [this.input, ...findAll(this.results.list, "a[data-field=name]")];
    const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define("rsfm-search", SearchBox);
