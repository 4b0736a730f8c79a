// What a reader may do to favourites besides adding and removing; each change is a function from one state to the next.

import { listName } from "./favourites_data.js";

/** @typedef {import("./favourites_data.js").Favourites} Favourites */
/** @typedef {import("./favourites_data.js").Kept} Kept */

/** @param {string} id @param {Partial<Kept>} what @returns {(data: Favourites) => Favourites} */
export const withPaper = (id, what) => (data) => ({
  ...data,
  papers: data.papers.map((paper) => (paper.id === id ? { ...paper, ...what } : paper)),
});

/** @param {string} id @param {string} list @param {boolean} there @returns {(data: Favourites) => Favourites} */
export const inList = (id, list, there) => (data) => ({
  ...data,
  papers: data.papers.map((paper) => {
    if (paper.id !== id) return paper;
    const others = paper.lists.filter((name) => name !== list);
    return { ...paper, lists: there ? [...others, list] : others };
  }),
});

/** @param {string} name @returns {(data: Favourites) => Favourites} */
export const withList = (name) => (data) => ({ ...data, lists: [...new Set([...data.lists, listName(name)])] });

/** Another name for a list; with that of an existing one, or an empty one, it becomes that one, or goes.
 * @param {string} was @param {string} name @returns {(data: Favourites) => Favourites} */
export const renamed = (was, name) => (data) => {
  const change = (/** @type {string[]} */ names) => [...new Set(names.map((each) => (each === was ? listName(name) : each)))].filter(Boolean);
  return { ...data, lists: change(data.lists), papers: data.papers.map((paper) => ({ ...paper, lists: change(paper.lists) })) };
};

/** Both together: nothing that either says of a paper is lost.
 * @param {Favourites} more @returns {(data: Favourites) => Favourites} */
export const merged = (more) => (data) => {
  const own = new Map(data.papers.map((paper) => [paper.id, paper]));
  const added = more.papers.filter(({ id }) => !own.has(id));
  for (const paper of more.papers) {
    const mine = own.get(paper.id);
    if (!mine) continue;
    const notes = mine.note.includes(paper.note) ? [mine.note] : paper.note.includes(mine.note) ? [paper.note] : [mine.note, paper.note];
    const at = [mine.at, paper.at].filter(Boolean).sort()[0] ?? "";
    own.set(paper.id, { id: paper.id, at, lists: [...new Set([...mine.lists, ...paper.lists])], note: notes.join("\n\n"), read: mine.read || paper.read });
  }
  return { ...data, lists: [...new Set([...data.lists, ...more.lists])], papers: [...added, ...own.values()] };
};
