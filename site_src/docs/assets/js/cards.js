// Papers as scripts know them: a lean index of all for the explorer, and cards in shards, loaded when they are shown.
// tools/rsfm/render/shards.py writes both by the same rule.

import { copyOf, find, findAll } from "./elements.js";
import { locale, localeRoot, root } from "./page.js";
import { loadStart } from "./search_files.js";
import { shardOf } from "./shard.js";

/** @typedef {{name: string, title: string, point: string, point_tag: string, authors: string, venue: string, family: string,
 *   open_code: boolean, open_weights: boolean, general: boolean}} CardInShard */
/** @typedef {CardInShard & {paper_id: string}} Card */
/** @typedef {{terms: string[], of: number[][]}} Column the terms of a facet, and which of them each paper has
 *  @typedef {{shards: number, paper_id: string[], name: string[], added: string[], complete: number[], facets: Record<string, Column>,
 *   ranges: Record<string, ([number, number] | 0)[]>}} Index what is known of every paper, column by column: a paper is a
 *   number, a range that nobody knows is 0 */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/** The JSON at `path`, asked for once a page; a failure is not remembered. @param {string} path @returns {Promise<any>} */
function load(path) {
  if (!asked.has(path)) {
    asked.set(path, fetch(new URL(path, root)).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    }).catch((error) => { asked.delete(path); throw error; }));
  }
  return /** @type {Promise<any>} */ (asked.get(path));
}

/** All papers, newest first, as the search numbers them. @returns {Promise<Index>} */
export const loadIndex = () => load("data/papers.json");

/** The terms that the explorer offers of each facet with their labels, those of most papers first.
 * @returns {Promise<Record<string, [term: string, label: string][]>>} */
export const loadTerms = () => load(`data/${locale}/terms.json`);

/** The cards of `paperIds`; those of papers that left the catalog are not in it.
 * @param {string[]} paperIds @param {number} [shards] known where the index is not needed
 * @returns {Promise<Map<string, Card>>} */
export async function loadCards(paperIds, shards) {
  if (paperIds.length === 0) return new Map();
  const count = shards ?? (await loadStart()).cards;
  const found = await Promise.all(paperIds.map(async (paper_id) => {
    /** @type {Record<string, CardInShard>} */
    const shard = await load(`data/${locale}/${shardOf(paper_id, count)}.json`);
    return Object.hasOwn(shard, paper_id) ? [{ paper_id, ...shard[paper_id] }] : [];
  }));
  return new Map(found.flat().map((card) => [card.paper_id, card]));
}

const AFTER_NAME = /^(\s*[:：—]\s*|\s*--+\s*|\s+[-–]\s+|$)/;

/** The title without the name that it begins with, which stands above it; may be empty.
 * rsfm.render.page follows the same rule. @param {string} name @param {string} title */
export function titleBeside(name, title) {
  const rest = title.slice(name.length);
  const between = title.slice(0, name.length).toLowerCase() === name.toLowerCase() && AFTER_NAME.exec(rest);
  if (!between) return title;
  const said = rest.slice(between[0].length);
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

/** Returns the markup of `card`, from the blank that every page holds. @param {Card} card */
export function drawCard(card) {
  const copy = copyOf(find(document, "#card", HTMLTemplateElement));
  for (const element of findAll(copy, "[data-field]")) {
    const field = /** @type {keyof Card} */ (element.dataset.field);
    const value = card[field];
    if (typeof value === "boolean") element.hidden = !value;
    else element.textContent = value;
    if (element instanceof HTMLAnchorElement && field === "name") element.href = new URL(`papers/${card.paper_id}/`, localeRoot).href;
    if (field === "point") element.lang = card.point_tag;
    if (field === "title") {
      element.textContent = titleBeside(card.name, card.title);
      element.hidden = !element.textContent;
      element.lang = /[\u3400-\u9fff]/.test(card.title) ? "zh-Hans" : "en";
    }
  }
  Object.assign(find(copy, "rsfm-star").dataset, { paperId: card.paper_id, name: card.name });
  find(copy, "article").dataset.paperId = card.paper_id;
  return copy;
}
