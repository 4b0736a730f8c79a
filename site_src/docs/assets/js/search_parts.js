// A run of Chinese that is nowhere whole: its parts, which are.

import { papersWith } from "./search_index.js";
import { meaningsOf, single } from "./search_plan.js";
import { papersWithRun } from "./search_units.js";

/** @typedef {import("./search_plan.js").Unit} Unit */

const LONGEST = 14; // characters of a meaning
const SHORTEST = 2;

/** The parts of the run `unit`: cut at words of questions, at meanings, and where two neighbours are rarest.
 * @param {Unit} unit @param {import("./search_files.js").Start} start @returns {Promise<Unit[]>} */
export async function partsOf(unit, start) {
  const meanings = meaningsOf(start);
  const cut = new RegExp(start.cut.join("|"), "u");
  const pieces = unit.text.split(cut).filter(Boolean);
  const found = [];
  for (const piece of pieces) found.push(...await partsOfPiece(piece, meanings));
  const whole = found.filter((part) => part.kind === "meaning" || [...part.text].length >= SHORTEST);
  return (whole.length ? whole : found).map((part) => ({ ...part, from: unit.from, to: unit.to }));
}

/** @param {string} piece @param {Map<string, import("./search_plan.js").Meaning[]>} meanings @returns {Promise<Unit[]>} */
async function partsOfPiece(piece, meanings) {
  const characters = [...piece];
  /** @type {Unit[]} */
  const found = [];
  let rest = "";
  for (let i = 0; i < characters.length;) {
    const meant = longestAt(characters, i, meanings);
    if (!meant) {
      rest += characters[i];
      i += 1;
      continue;
    }
    if (rest) found.push(...await knownParts(rest));
    rest = "";
    found.push({ kind: "meaning", text: meant.text, from: 0, to: 0, meanings: meant.known, keys: meant.known.map((each) => `=${each.name}`) });
    i += [...meant.text].length;
  }
  if (rest) found.push(...await knownParts(rest));
  return found;
}

/** @param {string[]} characters @param {number} i @param {Map<string, import("./search_plan.js").Meaning[]>} meanings */
function longestAt(characters, i, meanings) {
  for (let length = Math.min(LONGEST, characters.length - i); length >= SHORTEST; length -= 1) {
    const text = characters.slice(i, i + length).join("");
    const known = meanings.get(text);
    if (known) return { text, known };
  }
  return undefined;
}

/** The parts of `run` that papers have, as long as possible. @param {string} run @returns {Promise<Unit[]>} */
async function knownParts(run) {
  const characters = [...run];
  if (characters.length <= SHORTEST || (await papersWithRun(run)).size) return [single([{ text: run, cjk: true, at: 0, end: 0 }], 0)];
  const counts = await Promise.all(characters.slice(1).map(async (character, i) => (await papersWith(characters[i] + character)).size));
  const at = counts.indexOf(Math.min(...counts)) + 1;
  return [...await knownParts(characters.slice(0, at).join("")), ...await knownParts(characters.slice(at).join(""))];
}

