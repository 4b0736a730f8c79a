// Asking Pagefind: which papers hold every word of a query, best first.

import { root } from "./page.js";
import { fold, wordsToAsk } from "./search_text.js";

/** @typedef {import("./cards.js").Card} Card */

/** @type {Promise<any> | undefined} */
let loading;

function pagefind() {
  loading ??= import(new URL("pagefind/pagefind.js", root).href).then(async (engine) => {
    await engine.init();
    return engine;
  }).catch((error) => { loading = undefined; throw error; });
  return loading;
}

/**
 * The cards that hold every word of `query`, best first; all cards for an empty query.
 * @param {string} query as typed @param {Card[]} cards @returns {Promise<Card[]>}
 */
export async function search(query, cards) {
  const words = wordsToAsk(query);
  if (words.length === 0) return query.trim() ? [] : cards;
  const engine = await pagefind();
  const [all, ...each] = await Promise.all([words.join(" "), ...(words.length > 1 ? words : [])].map((text) => engine.search(text)));
  // Pagefind overlooks a word that it finds nowhere, so the words are also asked one by one.
  const found = each.map((answer) => new Set(answer.results.map((hit) => hit.id)));
  const byRecord = new Map(cards.map((card) => [card.record, card]));
  const hits = all.results.filter((hit) => found.every((ids) => ids.has(hit.id)))
    .map((hit) => byRecord.get(hit.id)).filter((card) => card !== undefined);
  const wanted = fold(query.trim());
  return hits.map((card, place) => ({ card, rank: rank(card, wanted), place }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place).map(({ card }) => card);
}

/** A paper of that very name comes first, then names that begin so, titles, and the point; other fields' papers last.
 * @param {Card} card @param {string} wanted the folded query */
function rank(card, wanted) {
  const name = fold(card.name);
  const where = [name === wanted, name.startsWith(wanted), fold(card.title).includes(wanted), fold(card.point).includes(wanted), true];
  return where.indexOf(true) + (card.general && name !== wanted ? where.length : 0);
}

/** Whether `card` has every wanted term. @param {Card} card @param {Record<string, string>} wanted term by facet */
export const fits = (card, wanted) => Object.entries(wanted).every(([facet, term]) => card.facets[facet]?.includes(term));
