// The papers that have one unit of a query.

import { PLACE, keysFrom, papersWith } from "./search_index.js";
import { noteBegun, noteInside, noteMeant, noteWhole } from "./search_rank.js";
import { endingsOf } from "./search_spelling.js";
import { pairsOf, stem } from "./search_text.js";

/** @typedef {import("./search_plan.js").Unit} Unit */
/** @typedef {import("./search_rank.js").Hits} Hits */
/** @typedef {import("./search_index.js").Papers} Papers */

const SHORTEST = { begun: 3, inside: 2 };
const ENOUGH = 24; // papers with the whole word; then beginnings are not worth as much to load
const PIECES = { words: 2, names: 2 };
const ENDINGS = 8;

/** @param {Unit} unit @returns {Promise<Hits>} */
export async function hitsOf(unit) {
  const hits = new Map();
  const asked = await Promise.all(unit.keys.map(papersWith));
  for (const papers of asked) (unit.kind === "meaning" ? noteMeant : noteWhole)(hits, papers);
  if (unit.kind === "run" || (unit.kind === "meaning" && !/[ -~]/.test(unit.text))) noteWhole(hits, await papersWithRun(unit.text));
  else if (unit.kind === "word" || (unit.kind === "meaning" && !unit.text.includes(" "))) await noteWord(hits, unit.text);
  return hits;
}

/** The papers that have all pairs of a run in one place. @param {string} run @returns {Promise<Papers>} */
export async function papersWithRun(run) {
  const characters = [...run];
  if (characters.length === 1) return beginningWith(run);
  const [first, ...others] = (await Promise.all(pairsOf(run).map(papersWith))).sort((one, other) => one.size - other.size);
  const found = new Map();
  for (const [number, places] of first) {
    const common = others.reduce((left, papers) => left & (papers.get(number) ?? 0), places);
    if (common) found.set(number, common);
  }
  return found;
}

/** @param {string} character @returns {Promise<Papers>} */
async function beginningWith(character) {
  const found = new Map();
  for (const [, papers] of await keysFrom(character, Infinity) ?? []) {
    for (const [number, places] of papers) found.set(number, (found.get(number) ?? 0) | places);
  }
  return found;
}

/** @param {Hits} hits @param {string} word */
async function noteWord(hits, word) {
  const [whole, typed, ends, near] = await Promise.all([
    papersWith(stem(word)),
    stem(word) === word ? undefined : papersWith(word),
    word.length >= SHORTEST.inside ? keysFrom(`~${word}`, PIECES.names) : [],
    word.length >= SHORTEST.begun ? keysFrom(word, PIECES.words) : [],
  ]);
  noteWhole(hits, typed ? withoutPeople(whole) : whole);
  if (typed) noteWhole(hits, typed);
  for (const [, papers] of ends ?? []) {
    // An ending that is a word of the name stands under NAME, one inside a word under PART.
    noteBegun(hits, new Map([...papers].filter(([, places]) => places & PLACE.NAME)));
    noteInside(hits, new Map([...papers].filter(([, places]) => !(places & PLACE.NAME))));
  }
  const begun = near ?? (whole.size < ENOUGH ? await commonest(word) : []);
  for (const [, papers] of begun) noteBegun(hits, papers);
}

/** Names of people have no plurals: whoever asks for Roberts does not mean Robert. @param {Papers} papers @returns {Papers} */
const withoutPeople = (papers) => new Map([...papers].map(([number, places]) => /** @type {[number, number]} */ ([number, places & ~PLACE.AUTHOR])).filter(([, places]) => places));

/** The commonest words that `word` begins, of which there are too many to load. @param {string} word @returns {Promise<[string, Papers][]>} */
const commonest = async (word) => Promise.all((await endingsOf(word, ENDINGS)).map(async (each) => [each, await papersWith(stem(each))]));
