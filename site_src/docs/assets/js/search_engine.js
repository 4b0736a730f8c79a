// Asking Pagefind: every word of the query must be found, and every facet must fit.

import { root } from "./page.js";
import { wordsToAsk } from "./search_text.js";

/** @typedef {{id: string, data: () => Promise<{raw_url: string}>}} Hit */

/** @type {Promise<any> | undefined} */
let loading;

async function pagefind() {
  loading ??= import(new URL("pagefind/pagefind.js", root).href).then(async (engine) => {
    await engine.options({ ranking: { termSimilarity: 2 } });
    await engine.init();
    return engine;
  }).catch((error) => { loading = undefined; throw error; });
  return loading;
}

/**
 * @param {string} query as typed
 * @param {Record<string, string>} facets wanted term by facet
 * @returns {Promise<{hits: Hit[], counts: Record<string, Record<string, number>>}>} best first; newest first without a query
 */
export async function search(query, facets) {
  const engine = await pagefind();
  const words = wordsToAsk(query);
  const options = { filters: facets, ...(words.length ? {} : { sort: { newness: "desc" } }) };
  const [all, ...each] = await Promise.all(
    [words.length ? words.join(" ") : null, ...(words.length > 1 ? words : [])].map((text) => engine.search(text, options)),
  );
  // Pagefind overlooks a word that it finds nowhere, so the words are also asked one by one.
  const found = each.map((answer) => new Set(answer.results.map((hit) => hit.id)));
  const hits = all.results.filter((hit) => found.every((ids) => ids.has(hit.id)));
  return { hits: words.length === 0 && query.trim() ? [] : hits, counts: all.filters };
}
