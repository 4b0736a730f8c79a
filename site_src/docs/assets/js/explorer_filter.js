// Which papers fit what a reader chose, in what order, and what each further choice would leave. No markup here.

/** @typedef {import("./cards.js").Index} Index */
/** @typedef {{terms: Record<string, string[]>, every: string[], ranges: Record<string, [number, number]>}} Choice
 *   `terms` are the chosen terms by facet; of a facet in `every` a paper must have all, of others any; `ranges` are the
 *   least and the greatest number that still fit, by facet */
/** @typedef {{facet: string, fits: (paper: number) => boolean}} Condition `facet` is the one whose terms are judged
 *   without it: another of its terms would widen the choice. Empty: none is */

/** @param {import("./cards.js").Column | undefined} column @param {string} facet @param {string[]} chosen
 * @param {boolean} every @returns {Condition} */
function ofTerms(column, facet, chosen, every) {
  const wanted = chosen.map((term) => column?.terms.indexOf(term) ?? -1);
  const of = column?.of ?? [];
  if (every) return { facet: "", fits: (paper) => wanted.every((term) => of[paper]?.includes(term)) };
  return { facet, fits: (paper) => of[paper]?.some((term) => wanted.includes(term)) ?? false };
}

/** What nobody knows fits no number: unknown is not small.
 * @param {Index["ranges"][string] | undefined} of @param {[number, number]} ends @returns {Condition} */
const ofRange = (of, [least, greatest]) => ({
  facet: "",
  fits: (paper) => {
    const own = of?.[paper];
    return own ? own[1] >= least && own[0] <= greatest : false;
  },
});

/** Which of the papers `asked` fit, and how many papers each term would leave, by facet and number of the term. One
 * walk: a paper that fails by one facet alone still counts for the other terms of that facet.
 * @param {Index} index @param {number[]} asked @param {Choice} choice
 * @returns {{fitting: number[], counts: Record<string, Uint32Array>}} */
export function narrow({ facets, ranges }, asked, choice) {
  const conditions = [
    ...Object.entries(choice.terms).map(([facet, chosen]) => ofTerms(facets[facet], facet, chosen, choice.every.includes(facet))),
    ...Object.entries(choice.ranges).map(([name, ends]) => ofRange(ranges[name], ends)),
  ];
  const columns = Object.entries(facets).map(([facet, { terms, of }]) => ({ facet, of, count: new Uint32Array(terms.length) }));
  const fitting = [];
  for (const paper of asked) {
    const failed = conditions.filter(({ fits }) => !fits(paper));
    if (failed.length === 0) fitting.push(paper);
    else if (failed.length > 1 || !failed[0].facet) continue;
    for (const { facet, of, count } of columns) {
      if (failed.length === 0 || facet === failed[0].facet) for (const term of of[paper]) count[term] += 1;
    }
  }
  return { fitting, counts: Object.fromEntries(columns.map(({ facet, count }) => [facet, count])) };
}

const words = new Intl.Collator("en", { sensitivity: "base" });

/** How two papers are ordered, by the name of the order. @type {Record<string, (index: Index) => (a: number, b: number) => number>} */
const BY = {
  name: ({ name }) => (a, b) => words.compare(name[a], name[b]),
  venue: ({ facets: { venue } }) => (a, b) => words.compare(venue.terms[venue.of[a][0]] ?? "", venue.terms[venue.of[b][0]] ?? ""),
  complete: ({ complete }) => (a, b) => complete[b] - complete[a],
  added: ({ added }) => (a, b) => Number(added[b] > added[a]) - Number(added[b] < added[a]),
  parameters: ({ ranges: { parameters } }) => (a, b) => (parameters[a] || LAST)[1] - (parameters[b] || LAST)[1],
};
const LAST = [0, Number.MAX_VALUE]; // what nobody knows comes last

/** `papers` in the order called `name`; an unknown name leaves them as they are.
 * @param {Index} index @param {number[]} papers @param {string} name */
export function inOrder(index, papers, name) {
  return Object.hasOwn(BY, name) ? papers.toSorted(BY[name](index)) : papers;
}
