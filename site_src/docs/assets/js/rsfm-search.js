// <rsfm-search>: a query, its facets (with data-filters) and its results; the address always says what is shown.

import { search } from "./search_engine.js";
import { Facets } from "./search_facets.js";
import { ResultList } from "./search_list.js";
import { marksOf } from "./search_marks.js";
import { addressOf, drawNotes } from "./search_notes.js";

const PATIENCE = 60; // milliseconds of quiet before a query is asked

customElements.define("rsfm-search", class extends HTMLElement {
  connectedCallback() {
    const find = (/** @type {string} */ which) => /** @type {any} */ (this.querySelector(which));
    this.input = find("input[type=search]");
    this.status = find("[data-status]");
    this.notes = find("[data-notes]");
    this.all = find("[data-all]");
    this.facets = new Facets([...this.querySelectorAll("[data-facet]")].map((each) => /** @type {HTMLSelectElement} */ (each)));
    this.results = new ResultList(find("[data-results]"), find("[data-more]"), find("template[data-why]"));
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
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.querySelector("[data-clear]").addEventListener("click", () => {
      this.facets.clear();
      this.ask();
    });
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    this.facets.read(asked);
    const panel = /** @type {HTMLDetailsElement} */ (this.querySelector(".facets"));
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
      this.say(this.status.dataset.idle, 0, query);
      this.notes.hidden = true;
      return;
    }
    this.status.textContent = this.status.dataset.loading;
    try {
      const answer = await search(query);
      const fitting = await this.facets.narrow(answer.numbers, wanted);
      if (turn !== this.turn) return;
      const without = fitting.length ? 0 : answer.numbers.length;
      await this.results.show(fitting, marksOf(answer.units));
      if (turn !== this.turn) return;
      drawNotes(this.notes, answer, query, wanted, without);
      const { none, one, count } = this.status.dataset;
      this.say([none, one][fitting.length] ?? count.replace("{count}", String(fitting.length)), fitting.length, query);
      this.setAttribute("data-answered", "");
      if (this.facets.selects.length) await this.facets.count(answer.numbers);
    } catch {
      if (turn !== this.turn) return;
      await this.results.show([], []);
      this.notes.hidden = true;
      this.say(this.status.dataset.failed, 0, query);
    }
  }

  /** @param {string} words @param {number} count @param {string} query */
  say(words, count, query) {
    this.status.textContent = words;
    if (!this.all) return;
    this.all.hidden = count === 0;
    this.all.href = addressOf(query);
    this.all.textContent = this.all.dataset.words.replace("{count}", String(count));
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
    const stops = [this.input, ...this.results.list.querySelectorAll("a[data-field=name]")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
});
