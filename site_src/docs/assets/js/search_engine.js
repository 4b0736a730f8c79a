// Answers a query: the papers, best first, and what a reader should know of how they were found.

import { addressKeys, lastSteps } from "./search_address.js";
import { loadStart, loadTraditional } from "./search_files.js";
import { keysFrom, papersWith } from "./search_index.js";
import { loosened } from "./search_loosely.js";
import { planOf } from "./search_plan.js";
import { TIER, noteBegun, noteWhole, ordered, withAll } from "./search_rank.js";
import { corrected } from "./search_correct.js";
import { fold, isCjk, nameOf, stem, tokensOf } from "./search_text.js";
import { hitsOf } from "./search_units.js";

/** @typedef {import("./search_plan.js").Unit} Unit */
/** @typedef {import("./search_plan.js").Meaning} Meaning */
/** @typedef {import("./search_rank.js").Hits} Hits */
/** @typedef {{kind: "corrected" | "nowhere" | "parts" | "rarest" | "unknown", words: string[], from?: string, whole?: number}} Note
 *   `whole` papers, which come first, have all that was asked */
/** @typedef {{numbers: number[], notes: Note[], filters: Meaning[], offers: Meaning[], units: Unit[], looked: [Unit, number][]}} Answer
 *   `filters` were understood and applied, `offers` might be; `units` is what was found, `looked` how many papers each
 *   unit of the query has */

const TITLE = 3; // words; no shorter title is a paper's
export const FEW = 5; // papers; with fewer, a query is answered more loosely as well

/** @param {string} query as typed @returns {Promise<Answer>} */
export async function search(query) {
  const [start, table] = await Promise.all([loadStart(), isCjk(query) ? loadTraditional() : undefined]);
  const nothing = { numbers: [], notes: [], filters: [], offers: [], units: [], looked: [] };
  if (!query.trim()) return { ...nothing, numbers: Array.from({ length: start.papers }, (_, i) => i) };
  const pasted = await withAddress(query);
  if (pasted.length) return { ...nothing, numbers: pasted };
  const steps = lastSteps(query);
  if (steps) return { ...nothing, numbers: await namedIn(steps), notes: [{ kind: "unknown", words: [query.trim()] }] };
  const folded = fold(query, table);
  const [plan, named, titled] = await Promise.all([planOf(folded, start), withName(folded), withTitle(folded)]);
  const [asked, kept] = await Promise.all([unitsOf(plan), withFilters(plan.filters)]);
  const better = named.size || titled.size ? undefined : await corrected(folded, plan, asked.map(({ hits }) => hits));
  if (better) {
    const answer = await search(better.text);
    if (answer.numbers.length) return { ...answer, notes: [{ kind: "corrected", from: better.from, words: [better.to] }, ...answer.notes] };
  }
  const all = withAll(asked.map(({ hits }) => hits), start.papers);
  for (const [number, hit] of named) if (hit.tier === TIER.NAMED || !all.has(number)) all.set(number, hit);
  for (const [number, hit] of titled) all.set(number, hit);
  if (plan.units.length && plan.units.every((unit) => unit.kind === "person")) for (const hit of all.values()) hit.tier = TIER.NAMED;
  const general = new Set(start.general);
  const within = (/** @type {number[]} */ numbers) => (kept ? numbers.filter((number) => kept.has(number)) : numbers);
  let whole = within(plan.units.length ? ordered(all, general) : [...(kept ?? [])].sort((one, other) => one - other));
  const loose = plan.units.length && whole.length < FEW && !named.size && !titled.size ? await loosened(plan, asked, whole.length, start) : undefined;
  if (loose?.instead) {
    whole = [];
    all.clear();
  }
  const further = loose ? within(ordered(loose.hits, general)).filter((number) => !all.has(number)) : [];
  const notes = loose && (further.length || !whole.length) ? loose.notes.map((note) => ({ ...note, whole: whole.length })) : [];
  return {
    numbers: [...whole, ...further],
    notes,
    filters: plan.filters,
    offers: plan.units.flatMap((unit) => unit.meanings.filter((meaning) => meaning.facet).slice(0, 1)),
    units: further.length && loose ? [...plan.units, ...loose.units] : plan.units,
    looked: asked.map(({ unit, hits }) => [unit, hits.size]),
  };
}

/** The paper at a pasted address. @param {string} query */
async function withAddress(query) {
  for (const key of addressKeys(query)) {
    const papers = await papersWith(`#${key}`);
    if (papers.size) return [...papers.keys()];
  }
  return [];
}

/** The papers of exactly that title. @param {string} folded @returns {Promise<Hits>} */
async function withTitle(folded) {
  const hits = new Map();
  if (tokensOf(folded).length < TITLE) return hits;
  noteWhole(hits, await papersWith(`^${nameOf(folded)}`));
  for (const hit of hits.values()) hit.tier = TIER.NAMED;
  return hits;
}

/** The papers of which a step of an unknown address is the name: of a fork, or of another hub. @param {string[]} steps */
async function namedIn(steps) {
  for (const step of steps) {
    const papers = nameOf(fold(step)).length < 2 ? new Map() : await papersWith(`!${nameOf(fold(step))}`);
    if (papers.size) return [...papers.keys()];
  }
  return [];
}

/** The papers that are called exactly so, by their name or by another one. @param {string} name @returns {Promise<number[]>} */
export async function calledSo(name) {
  const hits = await withName(fold(name, isCjk(name) ? await loadTraditional() : undefined));
  return [...hits].filter(([, hit]) => hit.tier === TIER.NAMED).map(([number]) => number);
}

/** The papers of exactly that name, and those whose name begins so. @param {string} folded @returns {Promise<Hits>} */
async function withName(folded) {
  const hits = new Map();
  const name = nameOf(folded);
  if (name.length < 2) return hits;
  const plain = nameOf(folded.replaceAll("+", " "));
  if (plain !== name && plain && !(await papersWith(`!${name}`)).size) return withName(plain);
  for (const [key, papers] of await keysFrom(`!${name}`, 2) ?? []) {
    if (key === `!${name}`) {
      noteWhole(hits, papers);
      for (const number of papers.keys()) hits.get(number).tier = TIER.NAMED;
    } else noteBegun(hits, papers);
  }
  return hits;
}

/** The papers that every filter leaves. @param {Meaning[]} filters @returns {Promise<Set<number> | undefined>} */
async function withFilters(filters) {
  if (!filters.length) return undefined;
  const each = await Promise.all(filters.map(({ name }) => papersWith(`=${name}`)));
  const stated = each.map((papers) => new Set([...papers].filter(([, places]) => places & 16).map(([number]) => number)));
  return stated.reduce((left, right) => new Set([...left].filter((number) => right.has(number))));
}

/** The hits of each unit; neighbours that are written as one are both found. @param {import("./search_plan.js").Plan} plan */
async function unitsOf({ units, tokens }) {
  const asked = await Promise.all(units.map(async (unit) => ({ unit, hits: await hitsOf(unit) })));
  await Promise.all(asked.slice(1).map(async (right, i) => {
    const left = asked[i];
    if (left.unit.to !== right.unit.from || right.unit.to - right.unit.from > 1 || left.unit.to - left.unit.from > 1) return;
    const [one, other] = [tokens[left.unit.from], tokens[right.unit.from]];
    if (one.cjk || other.cjk) return;
    const papers = await papersWith(one.text + stem(other.text));
    noteWhole(left.hits, papers);
    noteWhole(right.hits, papers);
  }));
  return asked;
}
