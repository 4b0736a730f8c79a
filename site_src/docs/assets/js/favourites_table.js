// Favourites for spreadsheets and texts: what their cards say, and what the reader keeps of them.

import { csvOf } from "./csv.js";
import { localeRoot } from "./page.js";

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {import("./favourites_data.js").Kept} Kept */

const HEAD = ["paper_id", "name", "title", "venue", "authors", "url", "lists", "read", "note"];

/** @param {Card} card */
const addressOf = (card) => new URL(`papers/${card.paper_id}/`, localeRoot).href;

/** Text that Markdown leaves as it is. @param {string} text */
const plain = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** @param {[Card, Kept][]} papers */
export const asCsv = (papers) => csvOf([HEAD, ...papers.map(([card, { lists, read, note }]) => [
  card.paper_id, card.name, card.title, card.venue, card.authors, addressOf(card), lists.join("; "), String(read), note,
])]);

/** A list item for each paper, with its note below. @param {[Card, Kept][]} papers */
export const asMarkdown = (papers) => papers.map(([card, { note }]) => [
  `- [${plain(card.name)}](${addressOf(card)}): ${plain(card.title)} (${plain(card.venue)})\n`,
  note.trim() && `  ${plain(note)}\n`,
].join("")).join("");
