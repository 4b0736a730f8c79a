// Which papers are compared: those of the address, and those compared last in this tab, for cards that add one.

import { presentId } from "./page.js";

export const MOST = 5; // papers side by side
const KEY = "rsfm:compare:1";

/** @param {string | null} text ids between commas @returns {string[]} */
const listed = (text) => [...new Set((text ?? "").split(",").filter(Boolean).map(presentId))];

/** The papers that the address names. @param {string} search */
export const idsIn = (search) => listed(new URLSearchParams(search).get("ids")).slice(0, MOST);

/** The papers compared last, and with them the one that the address adds; undefined where it adds none.
 * @param {string} search @returns {string[] | undefined} */
export function withAdded(search) {
  const added = new URLSearchParams(search).get("add");
  if (!added) return undefined;
  let last = "";
  try { last = sessionStorage.getItem(KEY) ?? ""; } catch { /* then the comparison begins anew */ }
  return listed(`${last},${added}`);
}

/** Keeps for this tab what is compared. @param {string[]} ids */
export function remember(ids) {
  try { sessionStorage.setItem(KEY, ids.join(",")); } catch { /* then a card begins anew */ }
}
