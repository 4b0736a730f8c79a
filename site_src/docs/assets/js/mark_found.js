// Shows in the results what was asked for, without touching their markup.

import { fold, piecesOf } from "./search_text.js";

const NAME = "found"; // as theme.css calls it

/** Marks what of `query` stands in the texts of `list`. @param {Element} list @param {string} query */
export function markFound(list, query) {
  if (!globalThis.CSS?.highlights) return;
  const pieces = piecesOf(query);
  const ranges = [];
  const texts = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  while (pieces.length && texts.nextNode()) ranges.push(...rangesIn(texts.currentNode, pieces));
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

/** @param {Node} node @param {string[]} pieces */
function* rangesIn(node, pieces) {
  const characters = [...node.data].map(fold);
  const starts = [];
  let offset = 0;
  for (const [place, character] of [...node.data].entries()) {
    for (let i = 0; i < characters[place].length; i += 1) starts.push([offset, offset + character.length]);
    offset += character.length;
  }
  const folded = characters.join("");
  for (const piece of pieces) {
    for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
      const range = new Range();
      range.setStart(node, starts[at][0]);
      range.setEnd(node, starts[at + piece.length - 1][1]);
      yield range;
    }
  }
}
