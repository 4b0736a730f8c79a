// What a reader is told above the results: how the query was understood, and what else may help.

import { locale, localeRoot } from "./page.js";

/** @typedef {import("./search_engine.js").Answer} Answer */

const MOST = 6; // offers of one kind

/** The address of the search page for `query` and facets. @param {string} query @param {Record<string, string>} [wanted] */
export function addressOf(query, wanted = {}) {
  const address = new URL("search/", localeRoot);
  for (const [name, value] of Object.entries({ q: query, ...wanted })) if (value) address.searchParams.set(name, value);
  return address.href;
}

/** Fills `place`, whose data are the sentences. @param {HTMLElement} place @param {Answer} answer @param {string} query @param {Record<string, string>} wanted
 * @param {number} without papers that would be found without the filters */
export function drawNotes(place, answer, query, wanted, without) {
  const lines = answer.notes.map((note) => sentence(place.dataset[note.kind + (note.whole ? "After" : "")] ?? "", { ...note, words: quoted(note.words) }));
  if (answer.filters.length) lines.push(sentence(place.dataset.filters ?? "", { words: joined(answer.filters.map((each) => each.labels[locale])) }));
  const blocks = lines.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  if (without) blocks.push(offers(place.dataset.empty ?? "", [[sentence(place.dataset.without ?? "", { count: without }), addressOf(query)]]));
  else if (answer.numbers.length) {
    const free = answer.offers.filter(({ name }) => !wanted[facetOf(name)] && !answer.filters.some((each) => each.name === name));
    if (free.length) blocks.push(offers(place.dataset.offers ?? "", free.slice(0, MOST).map(({ name, labels }) => [labels[locale], addressOf(query, { ...wanted, [facetOf(name)]: termOf(name) })])));
  } else if (query) {
    const parts = answer.looked.filter(([, count]) => count).map(([unit, count]) => [`${unit.text} (${count})`, addressOf(unit.text)]);
    if (parts.length) blocks.push(offers(place.dataset.try ?? "", parts.slice(0, MOST)));
    blocks.push(offers(place.dataset.browse ?? "", [[place.dataset.families ?? "", new URL("families/", localeRoot).href], [place.dataset.years ?? "", new URL("years/", localeRoot).href]]));
  }
  place.replaceChildren(...blocks);
  place.hidden = !blocks.length;
}

/** @param {string} name of a meaning */
const facetOf = (name) => name.slice(0, name.indexOf(":"));
/** @param {string} name of a meaning */
const termOf = (name) => name.slice(name.indexOf(":") + 1);

/** @param {string} pattern @param {Record<string, any>} values */
const sentence = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

const joined = (/** @type {string[]} */ words) => words.join(locale === "zh" ? "、" : ", ");
const quoted = (/** @type {string[]} */ words) => joined(words.map((word) => `“${word}”`));

/** @param {string} title @param {string[][]} links text and address */
function offers(title, links) {
  const line = Object.assign(document.createElement("p"), { className: "search__offers" });
  line.append(Object.assign(document.createElement("span"), { textContent: title }));
  for (const [text, href] of links) line.append(Object.assign(document.createElement("a"), { className: "search__offer", textContent: text, href }));
  return line;
}
