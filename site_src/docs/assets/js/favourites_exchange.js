// Favourites outside this browser: a file that says everything, a link that holds a list, and files with arXiv ids.

import { favouritesOf, isPaperId, kept, listName, VERSION } from "./favourites_data.js";
import { presentId } from "./page.js";

/** @typedef {import("./favourites_data.js").Favourites} Favourites */

const FORMAT = "rsfm-favourites";
const ARXIV_ID = /(?<![\d.])\d{4}\.\d{4,5}(?!\d)/g;
const OWN_ADDRESS = /\/papers\/([a-z0-9-]+)\//g;
export const MOST_BYTES = 5_000_000; // of a file that is read

/** The text of a file with everything that is kept. @param {Favourites} data */
export const fileOf = ({ lists, papers }) => `${JSON.stringify({ format: FORMAT, version: VERSION, lists, papers }, null, 2)}\n`;

/** The address at which another reader sees the papers `ids` as a list. What follows its # stays in browsers.
 * @param {string} page @param {string} name @param {string[]} ids */
export function linkTo(page, name, ids) {
  const link = new URL(page);
  link.search = "";
  // Commas stay readable: nobody can judge a link full of %2C.
  link.hash = `${new URLSearchParams({ list: name })}&papers=${ids.join(",")}`;
  return link.href;
}

/** The list that an address holds. @param {string} hash @returns {{name: string, ids: string[]} | undefined} */
export function listIn(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const ids = [...new Set((said.get("papers") ?? "").split(",").filter(isPaperId).map(presentId))];
  return ids.length > 0 ? { name: listName(said.get("list")), ids } : undefined;
}

/** What a file holds: favourites, how many they are, and the arXiv ids that are not in the catalog.
 * @param {string} text @param {() => Promise<Record<string, string>>} loadArxivIds paper_ids by arXiv id
 * @returns {Promise<{data: Favourites, unknown: string[]}>} */
export async function readFile(text, loadArxivIds) {
  let value;
  try { value = JSON.parse(text); } catch { /* then it is text */ }
  if (value?.format === FORMAT) return { data: favouritesOf(value), unknown: [] };
  const found = new Set([...text.matchAll(OWN_ADDRESS)].map((match) => match[1]).filter(isPaperId));
  const arxivIds = [...new Set(text.match(ARXIV_ID) ?? [])];
  const known = arxivIds.length > 0 ? await loadArxivIds() : {};
  const unknown = arxivIds.filter((id) => !Object.hasOwn(known, id));
  for (const id of arxivIds) if (Object.hasOwn(known, id)) found.add(known[id]);
  if (Array.isArray(value)) for (const id of value) if (isPaperId(id)) found.add(id);
  return { data: favouritesOf({ papers: [...found].map((id) => kept(id)) }), unknown };
}
