// Asking Pagefind: which papers hold every word of a query, best first.

import { loadCards } from "./cards.js";
import { root } from "./page.js";
import { fold, wordsToAsk } from "./search_text.js";

/** @typedef {import("./cards.js").Paper} Paper */

const LOOKED_AT = 48; // hits whose title and point are compared with the query as well

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
 * The papers that hold every word of `query`, best first; all papers for an empty query.
 * @param {string} query as typed @param {Paper[]} papers @returns {Promise<Paper[]>}
 */
export async function search(query, papers) {
  const words = wordsToAsk(query);
  if (words.length === 0) return query.trim() ? [] : papers;
  const engine = await pagefind();
  const [all, ...each] = await Promise.all([words.join(" "), ...(words.length > 1 ? words : [])].map((text) => engine.search(text)));
  // Pagefind overlooks a word that it finds nowhere, so the words are also asked one by one.
  const found = each.map((answer) => new Set(answer.results.map((hit) => hit.id)));
  const byRecord = new Map(papers.map((paper) => [paper.record, paper]));
  const hits = all.results.filter((hit) => found.every((ids) => ids.has(hit.id)))
    .map((hit) => byRecord.get(hit.id)).filter((paper) => paper !== undefined);
  const wanted = fold(query.trim());
  const byName = ranked(hits, (paper) => rank(paper, wanted));
  const first = byName.slice(0, LOOKED_AT);
  const cards = await loadCards(first.map((paper) => paper.paper_id));
  return [...ranked(first, (paper) => rank(paper, wanted, cards.get(paper.paper_id))), ...byName.slice(LOOKED_AT)];
}

/** @param {Paper[]} papers @param {(paper: Paper) => number} rankOf @returns {Paper[]} of equal rank in their order */
const ranked = (papers, rankOf) => papers.map((paper) => ({ paper, rank: rankOf(paper) }))
  .sort((one, other) => one.rank - other.rank).map(({ paper }) => paper);

/** A paper of that very name comes first, then names that begin so, titles, and the point; other fields' papers last.
 * @param {Paper} paper @param {string} wanted the folded query @param {{title: string, point: string}} [told] */
function rank(paper, wanted, told = { title: "", point: "" }) {
  const name = fold(paper.name);
  const where = [name === wanted, name.startsWith(wanted), fold(told.title).includes(wanted), fold(told.point).includes(wanted), true];
  return where.indexOf(true) + (paper.general && name !== wanted ? where.length : 0);
}

/** Whether `paper` has every wanted term. @param {Paper} paper @param {Record<string, string>} wanted term by facet */
export const fits = (paper, wanted) => Object.entries(wanted).every(([facet, term]) => paper.facets[facet]?.includes(term));
