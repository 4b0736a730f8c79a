// A query of which few papers have all: what is nowhere is left out, runs of Chinese are cut, the rarest words count most.

import { partsOf } from "./search_parts.js";
import { TIER, rarity, withAll, withMost } from "./search_rank.js";
import { hitsOf } from "./search_units.js";

/** @typedef {import("./search_plan.js").Unit} Unit */
/** @typedef {import("./search_rank.js").Hits} Hits */
/** @typedef {{unit: Unit, hits: Hits}} Asked */

const SHARE = 0.4; // of what was asked, counted by rarity
const NAMED = 4; // words that a note names
const ENOUGH = 5; // papers
const LONG = 4; // units

/** @param {import("./search_plan.js").Plan} plan @param {Asked[]} asked @param {number} whole papers that have all
 * @param {import("./search_files.js").Start} start */
export async function loosened(plan, asked, whole, start) {
  const { parts, cut } = await inParts(asked, start);
  const missing = parts.filter(({ hits }) => !hits.size);
  const some = parts.filter(({ hits }) => hits.size);
  // With papers that have all, only a run that was cut or a question is asked more loosely.
  if (!some.length || (whole && !cut.length && !(plan.question && asked.length >= LONG))) return undefined;
  /** @type {import("./search_engine.js").Note[]} */
  const notes = [];
  if (missing.length) notes.push({ kind: "nowhere", words: missing.map(({ unit }) => unit.text) });
  if (cut.length) notes.push({ kind: "parts", words: some.map(({ unit }) => unit.text) });
  const long = plan.question && some.length >= LONG; // what has all words by chance is no better an answer
  const hits = long ? new Map() : withAll(some.map((each) => each.hits), start.papers);
  if (some.length > 1 && (hits.size === 0 || (hits.size < ENOUGH && (plan.question || cut.length)))) {
    const tier = hits.size ? TIER.BEGUN : TIER.WHOLE;
    for (const [number, hit] of withMost(some.map((each) => each.hits), start.papers, SHARE)) {
      if (!hits.has(number)) hits.set(number, { ...hit, tier });
    }
    const rare = [...some].sort((one, other) => rarity(other.hits.size, start.papers) - rarity(one.hits.size, start.papers));
    notes.push({ kind: "rarest", words: rare.slice(0, Math.min(NAMED, Math.max(1, some.length - 1))).map(({ unit }) => unit.text) });
  }
  return { hits, notes, units: some.map(({ unit }) => unit), instead: long };
}

/** The units with every run that hardly any paper has cut into its parts. @param {Asked[]} asked @param {import("./search_files.js").Start} start */
async function inParts(asked, start) {
  const parts = [];
  const cut = [];
  for (const each of asked) {
    const units = each.unit.kind === "run" && each.hits.size < ENOUGH ? await partsOf(each.unit, start) : [each.unit];
    if (units.length === 1 && units[0].text === each.unit.text) {
      parts.push(each);
      continue;
    }
    cut.push(each.unit);
    parts.push(...await Promise.all(units.map(async (unit) => ({ unit, hits: await hitsOf(unit) }))));
  }
  return { parts, cut };
}
