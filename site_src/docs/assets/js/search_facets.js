// The facets of the search page: what is chosen, and how many papers each choice would leave.

import { loadFacets } from "./search_files.js";

/** @typedef {Record<string, string>} Wanted term by facet */

export class Facets {
  /** @param {HTMLSelectElement[]} selects */
  constructor(selects) {
    this.selects = selects;
  }

  /** @returns {Wanted} */
  get wanted() {
    return Object.fromEntries(this.selects.filter((each) => each.value).map((each) => [each.name, each.value]));
  }

  /** @param {URLSearchParams} asked */
  read(asked) {
    for (const select of this.selects) {
      select.value = asked.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  clear() {
    for (const select of this.selects) select.value = "";
  }

  /** Those of `numbers` that have every wanted term. @param {number[]} numbers @param {Wanted} wanted @returns {Promise<number[]>} */
  async narrow(numbers, wanted) {
    const chosen = Object.entries(wanted);
    if (!chosen.length) return numbers;
    const columns = await loadFacets();
    const tests = chosen.map(([facet, term]) => ({ of: columns[facet]?.of ?? [], at: columns[facet]?.terms.indexOf(term) ?? -1 }));
    return numbers.filter((number) => tests.every(({ of, at }) => of[number]?.includes(at)));
  }

  /** Says beside each choice how many of `numbers` it would leave. @param {number[]} numbers */
  async count(numbers) {
    const columns = await loadFacets();
    const { wanted } = this;
    for (const select of this.selects) {
      const { terms, of } = columns[select.name] ?? { terms: [], of: [] };
      const others = await this.narrow(numbers, Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== select.name)));
      const counts = new Map();
      for (const number of others) for (const at of of[number] ?? []) counts.set(terms[at], (counts.get(terms[at]) ?? 0) + 1);
      for (const option of select.options) if (option.value) label(option, counts.get(option.value) ?? 0);
    }
  }
}

/** @param {HTMLOptionElement} option @param {number} count */
function label(option, count) {
  option.dataset.label ??= option.textContent ?? "";
  option.textContent = `${option.dataset.label} (${count})`;
  option.hidden = count === 0 && !option.selected;
}
