// Which favourites are shown and in what order, and how a list of elements becomes another without losing the focus.

/** @typedef {import("./favourites_data.js").Kept} Kept */
/** @typedef {{list: string, q: string, state: string, sort: string}} View */

/** The favourites that fit the view, in its order.
 * @param {Kept[]} papers @param {Map<string, import("./cards.js").Card>} cards @param {View} view */
export function shownIn(papers, cards, { list, q, state, sort }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (/** @type {Kept} */ { id, note }) => {
    const { name = id, title = "", point = "", authors = "", venue = "" } = cards.get(id) ?? {};
    return [name, title, point, authors, venue, note].join("\n").toLowerCase();
  };
  const shown = papers.filter((paper) => (!list || paper.lists.includes(list)) && (!state || paper.read === (state === "read"))
    && (words.length === 0 || words.every((word) => text(paper).includes(word))));
  const name = (/** @type {Kept} */ { id }) => cards.get(id)?.name ?? id;
  const year = (/** @type {Kept} */ { id }) => cards.get(id)?.venue.match(/\d{4}$/)?.[0] ?? "";
  if (sort === "name") shown.sort((a, b) => name(a).localeCompare(name(b)));
  if (sort === "year") shown.sort((a, b) => year(b).localeCompare(year(a)));
  if (sort === "oldest") shown.reverse();
  return shown;
}

/** Makes `items` the children of `list`; what stays in its place is not touched. @param {Element} list @param {Element[]} items */
export function arrange(list, items) {
  for (const child of [...list.children]) if (!items.includes(child)) child.remove();
  items.forEach((item, place) => {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
}
