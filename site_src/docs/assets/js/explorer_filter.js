// Which papers fit what a reader chose, and what each further choice would leave. No markup here.

/** @typedef {import("./cards.js").Paper} Paper */
/** @typedef {{terms: Record<string, string[]>, every: string[], ranges: Record<string, [number, number]>}} Choice
 *   `terms` are the chosen terms by facet; of a facet in `every` a paper must have all, of others any; `ranges` are the
 *   least and the greatest number that still fit, by facet */

/** Whether `paper` fits `choice`, the facet called `except` aside. @param {Paper} paper @param {Choice} choice */
export function fits(paper, choice, except = "") {
  for (const [facet, chosen] of Object.entries(choice.terms)) {
    if (facet === except || chosen.length === 0) continue;
    const own = paper.facets[facet] ?? [];
    const has = (/** @type {string} */ term) => own.includes(term);
    if (!(choice.every.includes(facet) ? chosen.every(has) : chosen.some(has))) return false;
  }
  for (const [facet, [least, greatest]] of Object.entries(choice.ranges)) {
    if (facet === except) continue;
    const own = paper.ranges[facet];
    // What nobody knows fits no number: unknown is not small.
    if (!own || own[1] < least || own[0] > greatest) return false;
  }
  return true;
}

/** How many papers each term of `facet` would leave, beside what else is chosen.
 * @param {Paper[]} papers @param {Choice} choice @param {string} facet @returns {Map<string, number>} */
export function countTerms(papers, choice, facet) {
  const counts = new Map();
  // Where all terms must be there, another one narrows what is already chosen.
  const except = choice.every.includes(facet) ? "" : facet;
  for (const paper of papers) {
    if (!fits(paper, choice, except)) continue;
    for (const term of paper.facets[facet] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** @type {Record<string, (a: Paper, b: Paper) => number>} */
const BY = {
  name: (a, b) => a.name.localeCompare(b.name, "en", { sensitivity: "base" }),
  venue: (a, b) => (a.facets.venue?.[0] ?? "").localeCompare(b.facets.venue?.[0] ?? ""),
  complete: (a, b) => b.complete - a.complete,
  added: (a, b) => b.added.localeCompare(a.added),
  parameters: (a, b) => (a.ranges.parameters?.[1] ?? Infinity) - (b.ranges.parameters?.[1] ?? Infinity),
};

/** `papers` in the order called `name`; an unknown name leaves the newest first. @param {Paper[]} papers @param {string} name */
export function inOrder(papers, name) {
  return Object.hasOwn(BY, name) ? papers.toSorted(BY[name]) : papers;
}
