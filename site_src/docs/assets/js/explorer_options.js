// What the explorer offers to choose from: the terms of each facet, drawn when they are first wanted, with how many
// papers each would leave.

import { loadTerms } from "./cards.js";

/** @typedef {{box: HTMLInputElement, label: string, full: string, line: HTMLElement, count: HTMLElement}} Option
 *   `full` names the facet too */
/** @typedef {Map<string, Map<string, Option>>} Options by facet and term */

/** Draws the terms of every facet from the blank of the page.
 * @param {HTMLElement} explorer @returns {Promise<Options>} */
export async function drawOptions(explorer) {
  const blank = /** @type {HTMLTemplateElement} */ (explorer.querySelector("template[data-option]"));
  /** @type {Options} */
  const options = new Map();
  const offered = await loadTerms();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (explorer.querySelectorAll("[data-facet]"))) {
    const { facet = "", label: named = "" } = place.dataset;
    const terms = offered[facet] ?? [];
    const drawn = terms.map(([term, label]) => drawOption(blank, facet, term, label, named + label));
    place.querySelector("ul")?.append(...drawn.map(({ line }) => line));
    options.set(facet, new Map(drawn.map((option) => [option.box.value, option])));
  }
  return options;
}

/** @param {HTMLTemplateElement} blank @param {string} facet @param {string} term @param {string} label
 * @param {string} full @returns {Option} */
function drawOption(blank, facet, term, label, full) {
  const line = /** @type {HTMLElement} */ (blank.content.firstElementChild?.cloneNode(true));
  const box = /** @type {HTMLInputElement} */ (line.querySelector("input"));
  const count = /** @type {HTMLElement} */ (line.querySelector("[data-count]"));
  box.name = facet;
  box.value = term;
  box.after(` ${label} `);
  return { box, label, full, line, count };
}

/** Says beside each term how many papers it would leave, and hides those that leave none.
 * @param {Options} options @param {import("./cards.js").Index} index @param {Record<string, Uint32Array>} counts */
export function showCounts(options, index, counts) {
  for (const [facet, own] of options) {
    const number = new Map(index.facets[facet]?.terms.map((term, place) => [term, place]));
    for (const [term, { box, line, count }] of own) {
      const left = counts[facet]?.[number.get(term) ?? -1] ?? 0;
      const said = String(left);
      if (count.textContent !== said) count.textContent = said;
      line.hidden = left === 0 && !box.checked;
    }
  }
}
