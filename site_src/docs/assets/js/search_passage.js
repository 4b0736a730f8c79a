// Why a paper was found, where its card does not show it: the passage around what was asked.

import { locale } from "./page.js";
import { loadTexts } from "./search_files.js";
import { hasMark, placesOf } from "./search_marks.js";
import { isCjk } from "./search_text.js";

/** @typedef {import("./search_marks.js").Mark} Mark */
/** @typedef {{label: string, text: string}} Passage */

const LENGTH = { cjk: 64, other: 130 }; // characters
const BEFORE = 0.35; // of them stand before what was asked

/** The passage that shows what the texts on the card, `shown`, do not; nothing where they show all.
 * @param {string} paperId @param {Mark[]} marks @param {string[]} shown @returns {Promise<Passage | undefined>} */
export async function passageOf(paperId, marks, shown) {
  const missing = missingIn(marks, shown);
  if (!missing.length) return undefined;
  let best;
  for (const [zh, en, text] of await loadTexts(paperId)) {
    const found = missing.filter((mark) => hasMark(text, mark)).length;
    const worth = found * 2 + (isCjk(text) === (locale === "zh") ? 1 : 0);
    if (found && worth > (best?.worth ?? 0)) best = { worth, label: locale === "zh" ? zh : en, text };
  }
  return best && { label: best.label, text: around(best.text, missing) };
}

/** The marks that none of `texts` shows. @param {Mark[]} marks @param {string[]} texts */
export const missingIn = (marks, texts) => marks.filter((mark) => !texts.some((text) => hasMark(text, mark)));

/** @param {string} text @param {Mark[]} marks */
function around(text, marks) {
  const length = isCjk(text) ? LENGTH.cjk : LENGTH.other;
  if (text.length <= length) return text;
  const places = placesOf(text, marks).sort(([one], [other]) => one - other);
  const at = places.length ? densest(places, length) : 0;
  let from = Math.max(0, Math.min(at - Math.round(length * BEFORE), text.length - length));
  let to = Math.min(text.length, from + length);
  if (from > 0) from = atWord(text, from, at);
  if (to < text.length) to = text.lastIndexOf(" ", to) > at + 20 && !isCjk(text.slice(to - 12, to)) ? text.lastIndexOf(" ", to) : to;
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

/** The place from which most others are near. @param {[number, number][]} places @param {number} length */
function densest(places, length) {
  const near = places.map(([from]) => places.filter(([other]) => other >= from && other < from + length * (1 - BEFORE)).length);
  return places[near.indexOf(Math.max(...near))][0];
}

/** @param {string} text @param {number} from @param {number} limit */
function atWord(text, from, limit) {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < limit && !isCjk(text.slice(from, space)) ? space + 1 : from;
}
