// Shows in the results what was asked for, without touching their markup.

import { placesOf } from "./search_marks.js";

const NAME = "found"; // as theme.css calls it

/** Marks what stands in the texts of `list`. @param {Element} list @param {import("./search_marks.js").Mark[]} marks */
export function markFound(list, marks) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = [];
  const texts = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  while (marks.length && texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    const inside = node.parentElement?.closest("[data-field=name]") !== null;
    for (const [from, to] of placesOf(node.data, marks, inside)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}
