// Files of the search index: compressed by us, loaded once a page. tools/rsfm/site/search/write.py writes them.

import { root } from "./page.js";

/** @typedef {{at: string, papers: number, cards: number, words: number, block: number, general: number[],
 *   pieces: string[], concepts: [string, string, string, number, ...string[]][], stop: string[], cut: string[]}} Start */

const FOLDER = "search-index/";
/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/** What `read` makes of the file at `path`; a failure is not remembered.
 * @template T @param {string} path @param {(answer: Response) => Promise<T>} read @returns {Promise<T>} */
function load(path, read) {
  if (!asked.has(path)) {
    const ask = () => fetch(new URL(FOLDER + path, root));
    asked.set(path, ask().catch(ask).then((answer) => { // a connection that breaks is tried once more
      if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`);
      return read(new Response(answer.body.pipeThrough(new DecompressionStream("deflate"))));
    }).catch((error) => { asked.delete(path); throw error; }));
  }
  return /** @type {Promise<T>} */ (asked.get(path));
}

/** @returns {Promise<Start>} */
export const loadStart = () => load("start.z", (answer) => answer.json());

/** The table from traditional to simplified characters. @returns {Promise<Map<string, string>>} */
export const loadTraditional = () => load("traditional.z", async (answer) => {
  const all = [...await answer.text()];
  return new Map(all.flatMap((character, i) => (i % 2 ? [] : [[character, all[i + 1]]])));
});

/** @param {number} number @returns {Promise<Uint8Array>} */
export const loadPiece = async (number) => load(`${(await loadStart()).at}/pieces/${number}.z`, async (answer) => new Uint8Array(await answer.arrayBuffer()));

/** Words with the number of papers that have them. @param {number} number @returns {Promise<[string, number][]>} */
export const loadWords = async (number) => load(`${(await loadStart()).at}/words/${number}.z`, async (answer) => {
  const text = await answer.text();
  return text ? text.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), Number(line.slice(line.indexOf(" ")))]) : [];
});

/** The terms of each facet, and of each paper the places of its terms in that list.
 * @returns {Promise<Record<string, {terms: string[], of: number[][]}>>} */
export const loadFacets = async () => load(`${(await loadStart()).at}/facets.z`, (answer) => answer.json());

/** The texts of a paper with their labels, Chinese and English. @param {string} paperId @returns {Promise<[string, string, string][]>} */
export const loadTexts = (paperId) => load(`texts/${paperId}.z`, (answer) => answer.json());

/** The ids of the papers with these numbers. @param {number[]} numbers @returns {Promise<string[]>} */
export async function loadIds(numbers) {
  const { at, block } = await loadStart();
  return Promise.all(numbers.map(async (number) => {
    const ids = await load(`${at}/ids/${Math.floor(number / block)}.z`, async (answer) => (await answer.text()).split("\n"));
    return ids[number % block];
  }));
}
