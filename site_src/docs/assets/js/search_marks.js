// Where in a text stands what was asked.

import { fold, isCjk, pairsOf, stem } from "./search_text.js";

/** @typedef {import("./search_plan.js").Unit} Unit */
/** @typedef {{ways: string[], every: boolean, inside: boolean, pairs: string[]}} Mark the ways in which one unit may stand in a
 *   text, of the names of a person `every` one; `inside` names too; failing that, by the pairs of a run of Chinese */

const JOINERS = /[-\u2010-\u2015\u2212/_]/g;
const SHORT = 3; // letters; words so short are marked whole only
const PLURAL = /^s?(?![a-z0-9])/;

/** @param {Unit} unit @returns {Mark} */
function markOf(unit) {
  if (unit.kind === "person") return { ways: unit.text.split(" "), every: true, inside: false, pairs: [] };
  const ways = new Set(unit.meanings.flatMap((meaning) => meaning.spellings));
  ways.add(unit.kind === "word" ? stem(unit.text) : unit.text);
  return { ways: [...ways].filter(Boolean).sort((one, other) => other.length - one.length), every: false, inside: true, pairs: unit.kind === "run" ? pairsOf(unit.text) : [] };
}

/** @param {Unit[]} units @returns {Mark[]} */
export const marksOf = (units) => units.map(markOf);

/** Whether something of `mark` stands in `text`. @param {string} text @param {Mark} mark */
export const hasMark = (text, mark) => placesOf(text, [mark]).length > 0;

/** Where something of `marks` stands in `text`: from and to, in its own characters. A run of Chinese that is not there
 * whole is marked by its pairs. @param {string} text @param {Mark[]} marks @param {boolean} [inside] whether names are looked into
 * @returns {[number, number][]} */
export function placesOf(text, marks, inside = false) {
  const { folded, origin } = foldedWithOrigin(text);
  const found = [];
  for (const mark of marks) {
    const each = mark.ways.map((way) => placesIn(folded, way, inside && mark.inside));
    if (mark.every && mark.ways.some((way, i) => way.length > 1 && each[i].length === 0)) continue; // one letter is an initial
    const own = each.flat();
    found.push(...own.length ? own : mark.pairs.flatMap((pair) => placesIn(folded, pair, false)));
  }
  return found.map(([from, to]) => [origin[from], origin[to - 1] + 1]);
}

/** @param {string} text */
function foldedWithOrigin(text) {
  const origin = [];
  let folded = "";
  for (let i = 0; i < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    const plain = fold(character).replace(JOINERS, " ");
    for (let k = 0; k < plain.length; k += 1) origin.push(i + Math.min(k, character.length - 1));
    folded += plain;
    i += character.length;
  }
  return { folded, origin };
}

/** @param {string} folded @param {string} way @param {boolean} inside */
function placesIn(folded, way, inside) {
  const found = [];
  const latin = !isCjk(way);
  for (let at = folded.indexOf(way); at >= 0; at = folded.indexOf(way, at + 1)) {
    const end = at + way.length;
    const begins = !latin || inside || at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]) || isCjk(folded[at - 1]);
    const ends = !latin || inside || way.length > SHORT || PLURAL.test(folded.slice(end, end + 2)) || isCjk(folded[end] ?? "");
    if (begins && ends) found.push([at, end]);
  }
  return found;
}
