// How much it counts that a paper has a unit of a query, and where; and the order of papers that follows.

import { PLACE } from "./search_index.js";

/** @typedef {import("./search_index.js").Papers} Papers */
/** @typedef {{score: number, tier: number}} Hit */
/** @typedef {Map<number, Hit>} Hits hits by the number of the paper */

/** What is whole comes before what is begun, and that before what is inside. */
export const TIER = Object.freeze({ NAMED: -1, WHOLE: 0, BEGUN: 1, INSIDE: 2 });

const WORTH = [[PLACE.NAME, 100], [PLACE.TITLE, 60], [PLACE.AUTHOR, 60], [PLACE.FACT, 50], [PLACE.PART, 48], [PLACE.KEYWORD, 30], [PLACE.POINT, 16], [PLACE.PROSE, 6]];
const FACT_OF_A_MEANING = 25; // more than a word among facts: the paper is about it
const REST = 0.2; // what further places add
const BEGUN = 0.4;
const INSIDE = 0.3;
const MANY = 4; // units from which on only the sum counts

const worths = Array.from({ length: 256 }, (_, places) => {
  const all = WORTH.filter(([place]) => places & place).map(([, worth]) => worth);
  return all.length ? all[0] + REST * all.slice(1).reduce((sum, worth) => sum + worth, 0) : 0;
});

/** @param {Hits} hits @param {Papers} papers @param {number} tier @param {(places: number) => number} worthOf */
function note(hits, papers, tier, worthOf) {
  for (const [number, places] of papers) {
    const hit = { score: worthOf(places), tier };
    const known = hits.get(number);
    if (!known || hit.score > known.score) hits.set(number, { score: hit.score, tier: known ? Math.min(known.tier, tier) : tier });
  }
}

/** @param {Hits} hits @param {Papers} papers */
export const noteWhole = (hits, papers) => note(hits, papers, TIER.WHOLE, (places) => worths[places]);
/** @param {Hits} hits @param {Papers} papers */
export const noteMeant = (hits, papers) => note(hits, papers, TIER.WHOLE, (places) => worths[places] + (places & PLACE.FACT ? FACT_OF_A_MEANING : 0));
/** @param {Hits} hits @param {Papers} papers */
export const noteBegun = (hits, papers) => note(hits, papers, TIER.BEGUN, (places) => BEGUN * worths[places]);
/** @param {Hits} hits @param {Papers} papers names that have the word inside */
export const noteInside = (hits, papers) => note(hits, papers, TIER.INSIDE, () => INSIDE * worths[PLACE.NAME]);

/** How much a unit that so many of all papers have tells them apart. @param {number} have @param {number} all */
export const rarity = (have, all) => Math.max(0.3, Math.log2((1 + all) / (1 + have)));

/** The papers that have every unit, best first. @param {Hits[]} units @param {number} all @returns {Hits} */
export function withAll(units, all) {
  const found = new Map();
  if (!units.length) return found;
  const [fewest, ...others] = [...units].sort((one, other) => one.size - other.size);
  const weights = others.map((hits) => rarity(hits.size, all));
  const own = rarity(fewest.size, all);
  for (const [number, hit] of fewest) {
    const rest = others.flatMap((hits) => hits.get(number) ?? []);
    if (rest.length < others.length) continue;
    const score = rest.reduce((sum, other, i) => sum + weights[i] * other.score, own * hit.score);
    const tier = units.length < MANY ? Math.max(hit.tier, ...rest.map((other) => other.tier)) : TIER.WHOLE;
    found.set(number, { score, tier });
  }
  return found;
}

/** The papers that have most of the units, counted by how rare each is. @param {Hits[]} units @param {number} all @param {number} share
 * @returns {Hits} */
export function withMost(units, all, share) {
  const weights = units.map((hits) => rarity(hits.size, all));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Map();
  for (const number of new Set(units.flatMap((hits) => [...hits.keys()]))) {
    let covered = 0;
    let score = 0;
    units.forEach((hits, i) => {
      const hit = hits.get(number);
      if (!hit) return;
      covered += weights[i];
      score += weights[i] ** 2 * hit.score; // the rarest words decide
    });
    if (covered >= share * whole) found.set(number, { score: score * covered / whole, tier: TIER.WHOLE });
  }
  return found;
}

/** Numbers of papers, best first; papers of other fields last, equals by age. @param {Hits} hits @param {Set<number>} general @returns {number[]} */
export function ordered(hits, general) {
  const late = (/** @type {number} */ number, /** @type {Hit} */ hit) => (hit.tier !== TIER.NAMED && general.has(number) ? 1 : 0);
  return [...hits].sort(([one, a], [other, b]) => late(one, a) - late(other, b) || a.tier - b.tier || b.score - a.score || one - other)
    .map(([number]) => number);
}
