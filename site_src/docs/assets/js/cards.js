// Cards of papers in the page's language: their texts come from cards.json, their markup from a template of the page.

import { localeRoot } from "./page.js";

/** @typedef {{paper_id: string, tail: string, name: string, title: string, point: string, point_tag: string,
 *   authors: string, venue: string, family: string, open_code: boolean, open_weights: boolean, general: boolean,
 *   facets: Record<string, string[]>, record: string}} Card `record` is the search engine's name of the paper */

/** @type {Promise<Card[]> | undefined} */
let loading;

/** All cards, newest first; asked for once a page. A failure is not remembered. */
export function loadCards() {
  loading ??= fetch(new URL("cards.json", localeRoot)).then((answer) => {
    if (!answer.ok) throw new Error(`cards.json: ${answer.status}`);
    return answer.json();
  }).catch((error) => { loading = undefined; throw error; });
  return loading;
}

/** Returns a copy of `template` that shows `card`. @param {HTMLTemplateElement} template @param {Card} card */
export function drawCard(template, card) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const element of copy.querySelectorAll("[data-field]")) {
    const field = element.dataset.field;
    if (field === "link") {
      element.href = new URL(card.tail, localeRoot).href;
      element.textContent = card.name;
    } else if (typeof card[field] === "boolean") element.hidden = !card[field];
    else element.textContent = card[field];
    if (field === "point") element.lang = card.point_tag;
  }
  copy.querySelector("rsfm-star").dataset.paperId = card.paper_id;
  const button = copy.querySelector("rsfm-star button");
  button.setAttribute("aria-label", button.dataset.template.replace("{name}", () => card.name));
  copy.querySelector("article").dataset.paperId = card.paper_id;
  return copy;
}
