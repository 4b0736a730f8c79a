// One paper as a row of the explorer's table.

import { localeRoot } from "./page.js";

/** The row of `paper`. @param {HTMLTemplateElement} blank @param {import("./cards.js").Index} index @param {number} paper
 * @param {(facet: string, term: string) => string} label */
export function drawRow(blank, index, paper, label) {
  const copy = /** @type {DocumentFragment} */ (blank.content.cloneNode(true));
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-column]"))) {
    const { column = "", unit, missing = "" } = cell.dataset;
    if (column === "name") {
      cell.textContent = index.name[paper];
      /** @type {HTMLAnchorElement} */ (cell).href = new URL(`papers/${index.paper_id[paper]}/`, localeRoot).href;
    } else if (unit) cell.textContent = rangeIn(index.ranges[column]?.[paper], Number(unit)) || missing;
    else {
      const { terms = [], of = [] } = index.facets[column] ?? {};
      cell.textContent = (of[paper] ?? []).map((term) => label(column, terms[term])).join(", ") || missing;
    }
  }
  return copy;
}

/** @param {[number, number] | 0 | undefined} range @param {number} unit */
function rangeIn(range, unit) {
  const [least, greatest] = (range || []).map((end) => Number((end / unit).toPrecision(3)));
  if (least === undefined) return "";
  return least === greatest ? String(least) : `${least}–${greatest}`;
}
