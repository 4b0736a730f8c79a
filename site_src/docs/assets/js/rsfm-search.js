// <rsfm-search>: a query, its facets (with data-filters) and its results; the address always says what is shown.

import { drawCard, loadCards } from "./cards.js";
import { search } from "./search_engine.js";

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
    this.more.addEventListener("click", () => this.showMore());
    for (const facet of this.facets) facet.addEventListener("change", () => this.ask());
    if (this.hasAttribute("data-filters")) this.takeThePage();
  }

  /** On the search page the address is the state: it is read once, and going back restores it. */
  takeThePage() {
    this.querySelector(".facets").hidden = false;
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
    this.ask();
  }

  /** Asks what the fields say, and shows the answer unless a newer question overtook it. */
  async ask() {
    const turn = ++this.turn;
    const query = this.input.value.trim();
    const wanted = Object.fromEntries(this.facets.filter((f) => f.value).map((f) => [f.name, f.value]));
    this.writeAddress({ q: query, ...wanted });
    if (!query && !this.hasAttribute("data-filters")) {
      this.show([], this.status.dataset.idle);
      return;
    }
    try {
      const [{ hits, counts }, cards] = await Promise.all([search(query, wanted), loadCards()]);
      if (turn !== this.turn) return;
      this.cards = cards;
      this.countFacets(counts);
      const { none, one, count } = this.status.dataset;
      this.show(hits, [none, one][hits.length] ?? count.replace("{count}", String(hits.length)));
    } catch (error) {
      if (turn === this.turn) this.show([], this.status.dataset.failed);
    }
  }

  /** @param {import("./search_engine.js").Hit[]} hits @param {string} words */
  show(hits, words) {
    this.hits = hits;
    this.status.textContent = words;
    this.list.replaceChildren();
    return this.showMore();
  }

  async showMore() {
    const turn = this.turn;
    const next = this.hits.slice(this.list.childElementCount, this.list.childElementCount + STEP);
    const template = this.querySelector("template[data-card]");
    const found = await Promise.all(next.map((hit) => hit.data()));
    if (turn !== this.turn) return;
    this.list.append(...found.filter((each) => Object.hasOwn(this.cards, each.raw_url))
      .map((each) => drawCard(template, this.cards[each.raw_url])));
    this.more.hidden = this.list.childElementCount >= this.hits.length;
  }

  /** Says beside each choice how many papers it would leave. @param {Record<string, Record<string, number>>} counts */
  countFacets(counts) {
    for (const facet of this.facets) {
      for (const option of facet.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.textContent;
        const count = counts?.[facet.name]?.[option.value] ?? 0;
        option.textContent = `${option.dataset.label} (${count})`;
        option.hidden = count === 0 && option.value !== facet.value;
      }
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
    const stops = [this.input, ...this.list.querySelectorAll("a[data-field=link]")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
});
