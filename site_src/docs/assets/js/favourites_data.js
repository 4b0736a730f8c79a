// What is kept of a reader's favourites, and how anything else becomes that: version 1 was a bare list of paper_ids.

/** @typedef {{id: string, at: string, lists: string[], note: string, read: boolean}} Kept */
/** @typedef {{version: number, lists: string[], papers: Kept[], bin: Kept[]}} Favourites */

import { presentId } from "./page.js";

export const VERSION = 2;
const PAPER_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu; // nothing that hides in a name, or turns it round
const MOST = { id: 100, name: 80, note: 10_000, lists: 200, papers: 10_000, bin: 50 };

/** @param {unknown} value */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} id */
export const isPaperId = (id) => typeof id === "string" && id.length <= MOST.id && PAPER_ID.test(id);

/** The name of a list as it is kept; empty where nothing is left of it. @param {unknown} name */
export function listName(name) {
  if (typeof name !== "string") return "";
  return [...name.slice(0, 4 * MOST.name).normalize("NFC").replace(UNSEEN, " ").replace(/\s+/g, " ").trim()].slice(0, MOST.name).join("");
}

/** @param {unknown} names */
const listNames = (names) => [...new Set(listOf(names).map(listName).filter(Boolean))].slice(0, MOST.lists);

/** @param {string} id @returns {Kept} */
export const kept = (id, at = "") => ({ id, at, lists: [], note: "", read: false });

/** @param {unknown} values @returns {Kept[]} */
function papersOf(values) {
  /** @type {Map<string, Kept>} */
  const found = new Map();
  for (const value of listOf(values)) {
    const { id: kept, at, lists, note, read } = typeof value === "string" ? { id: value } : value ?? {};
    if (!isPaperId(kept)) continue;
    const id = presentId(kept);
    // Starred by its former name and by its present one: nothing that was said of either is lost.
    const twin = found.get(id);
    found.set(id, {
      id,
      at: twin?.at || (typeof at === "string" && DAY.test(at) ? at : ""),
      lists: listNames([...(twin?.lists ?? []), ...listOf(lists)]),
      note: [...new Set([twin?.note, typeof note === "string" ? note : ""])].filter(Boolean).join("\n\n").slice(0, MOST.note),
      read: twin?.read || read === true,
    });
  }
  return [...found.values()];
}

/** Anything at all as favourites: what cannot be understood is left out. @param {any} value @returns {Favourites} */
export function favouritesOf(value) {
  const papers = papersOf(Array.isArray(value) ? value : value?.papers).slice(0, MOST.papers);
  const bin = papersOf(value?.bin).slice(0, MOST.bin);
  const lists = listNames([...listOf(value?.lists), ...papers.flatMap((paper) => paper.lists)]);
  const known = (/** @type {Kept} */ paper) => ({ ...paper, lists: paper.lists.filter((name) => lists.includes(name)) });
  return { version: VERSION, lists, papers: papers.map(known), bin: bin.map(known) };
}

/** Adds the paper, or takes it out; one that comes back has its note and lists again.
 * @param {Favourites} data @param {string} id @param {string} today @returns {Favourites} */
export function toggled(data, id, today) {
  const there = data.papers.find((paper) => paper.id === id);
  const others = data.papers.filter((paper) => paper.id !== id);
  const bin = data.bin.filter((paper) => paper.id !== id);
  if (there) return { ...data, papers: others, bin: [there, ...bin].slice(0, MOST.bin) };
  const before = data.bin.find((paper) => paper.id === id);
  const back = before && { ...before, at: today, lists: before.lists.filter((name) => data.lists.includes(name)) };
  return { ...data, papers: [back ?? kept(id, today), ...others], bin };
}
