// The list of results: cards, a few at a time, each with why it was found.

import { drawCard, loadCards } from "./cards.js";
import { markFound } from "./mark_found.js";
import { loadIds } from "./search_files.js";
import { missingIn, passageOf } from "./search_passage.js";

/** @typedef {import("./search_marks.js").Mark} Mark */

const STEP = 12; // results added at a time
const FIRST = 6; // of them are shown before the others have come

export class ResultList {
  /** @param {HTMLElement} list @param {HTMLElement} more @param {HTMLTemplateElement} why */
  constructor(list, more, why) {
    this.list = list;
    this.more = more;
    this.why = why;
    this.numbers = /** @type {number[]} */ ([]);
    this.marks = /** @type {Mark[]} */ ([]);
    this.turn = 0;
  }

  /** Shows the first of `numbers`, unless others are shown meanwhile. @param {number[]} numbers @param {Mark[]} marks */
  async show(numbers, marks) {
    this.turn += 1;
    const { turn } = this;
    const cards = await this.cardsOf(numbers.slice(0, FIRST));
    if (turn !== this.turn) return;
    Object.assign(this, { numbers, marks });
    // Whoever walks through the results stays in them when later ones arrive.
    const walked = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    this.list.replaceChildren();
    this.append(cards);
    if (walked >= 0) this.list.children[Math.min(walked, cards.length - 1)]?.querySelector("a")?.focus();
    const others = numbers.slice(FIRST, STEP);
    if (others.length) this.cardsOf(others).then((more) => { if (turn === this.turn) this.append(more); }, () => {}); // "show more" asks again
  }

  async showMore() {
    const { turn } = this;
    const shown = this.list.childElementCount;
    const cards = await this.cardsOf(this.numbers.slice(shown, shown + STEP));
    if (turn !== this.turn) return;
    this.append(cards);
    this.list.children[shown]?.querySelector("a")?.focus();
  }

  /** @param {number[]} numbers */
  async cardsOf(numbers) {
    if (!numbers.length) return [];
    const ids = await loadIds(numbers);
    const cards = await loadCards(ids);
    return ids.map((id) => cards.get(id)).filter((card) => card !== undefined);
  }

  /** @param {import("./cards.js").Card[]} cards */
  append(cards) {
    const drawn = cards.map((card) => ({ card, item: /** @type {Element} */ (drawCard(card).firstElementChild) }));
    for (const { card, item } of drawn) this.addWhy(card, item);
    this.list.append(...drawn.map(({ item }) => item));
    this.more.hidden = this.list.childElementCount >= this.numbers.length;
    markFound(this.list, this.marks);
  }

  /** Adds the passage that says why, in a place kept free for it. @param {import("./cards.js").Card} card @param {Element} item */
  addWhy(card, item) {
    const shown = [card.name, card.point, card.venue, card.family];
    if (!this.list.closest("dialog")) shown.push(card.title, card.authors); // the dialog has no room for them
    if (!missingIn(this.marks, shown).length) return;
    const line = /** @type {HTMLElement} */ (/** @type {Element} */ (this.why.content.firstElementChild).cloneNode(true));
    item.querySelector(".card__point")?.after(line);
    passageOf(card.paper_id, this.marks, shown).then((passage) => {
      if (!passage) return;
      const [where, text] = line.children;
      where.textContent = passage.label;
      text.textContent = passage.text;
      markFound(this.list, this.marks);
    }).catch(() => {}); // the result stands without its passage
  }
}
