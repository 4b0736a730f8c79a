// A word that no paper has, and one that differs from it by a typing error.

import { corrections } from "./search_spelling.js";

/** @typedef {import("./search_plan.js").Plan} Plan */
/** @typedef {import("./search_rank.js").Hits} Hits */

const HARDLY = 2; // papers
const STRONG = 20; // a score that prose alone does not reach

/** The query with the first word replaced that is nowhere but one error away from a word that is somewhere.
 * @param {string} folded @param {Plan} plan @param {Hits[]} hits of each unit @returns {Promise<{text: string, from: string, to: string} | undefined>} */
export async function corrected(folded, plan, hits) {
  for (const [i, unit] of plan.units.entries()) {
    if (unit.kind !== "word" || !isRare(hits[i])) continue;
    const [to] = await corrections(unit.text);
    if (to) return { text: replaced(folded, unit.text, to), from: unit.text, to };
  }
  return undefined;
}

/** @param {Hits} hits */
const isRare = (hits) => hits.size <= HARDLY && [...hits.values()].every((hit) => hit.score < STRONG);

/** @param {string} folded @param {string} from @param {string} to */
function replaced(folded, from, to) {
  const at = folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${from}(?![\\p{L}\\p{N}])`, "u"));
  return at < 0 ? to : folded.slice(0, at) + to + folded.slice(at + from.length);
}
