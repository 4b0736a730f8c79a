// What a reader chose, as the address of the page says it: shared, kept, and gone back to.

const RANGE = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/;

/** The choice that `search` says. @param {string} search @param {string[]} facets @param {string[]} ranges */
export function readChoice(search, facets, ranges) {
  const asked = new URLSearchParams(search);
  /** @type {import("./explorer_filter.js").Choice} */
  const choice = { terms: {}, every: asked.getAll("every").filter((name) => facets.includes(name)), ranges: {} };
  for (const facet of facets) {
    const terms = asked.getAll(facet);
    if (terms.length > 0) choice.terms[facet] = terms;
  }
  for (const name of ranges) {
    const found = RANGE.exec(asked.get(name) ?? "");
    if (found && (found[1] || found[2])) choice.ranges[name] = [Number(found[1] ?? 0), Number(found[2] ?? Infinity)];
  }
  return { choice, q: asked.get("q") ?? "", sort: asked.get("sort") ?? "", view: asked.get("view") ?? "" };
}

/** The query that says so. @param {ReturnType<typeof readChoice>} state */
export function writeChoice({ choice, q, sort, view }) {
  const said = new URLSearchParams();
  if (q) said.set("q", q);
  for (const [facet, terms] of Object.entries(choice.terms)) for (const term of terms) said.append(facet, term);
  for (const facet of choice.every) if (choice.terms[facet]?.length > 1) said.append("every", facet);
  for (const [name, [least, greatest]] of Object.entries(choice.ranges)) {
    said.set(name, `${least || ""}-${Number.isFinite(greatest) ? greatest : ""}`);
  }
  if (sort) said.set("sort", sort);
  if (view) said.set("view", view);
  return said.toString();
}
