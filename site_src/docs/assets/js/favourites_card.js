// One favourite on its page: the card, and under it whether it was read, its lists and its note.

import { drawCard } from "./cards.js";
import { copyOf, find, findAll, words } from "./elements.js";
import { inList, withPaper } from "./favourites_changes.js";
import * as favourites from "./favourites_store.js";

/** @typedef {import("./favourites_data.js").Kept} Kept */
const PATIENCE = 600; // milliseconds of quiet before a note is kept

/** The list item of a favourite. @param {HTMLTemplateElement} blank @param {import("./cards.js").Card} card */
export function drawKept(blank, card) {
  const item = /** @type {HTMLElement} */ (drawCard(card).firstElementChild);
  const tools = copyOf(blank);
  for (const named of findAll(tools, "[data-named]")) named.setAttribute("aria-label", words(named, "named", { name: card.name }));
  const read = find(tools, "[data-read]", HTMLInputElement);
  const note = find(tools, "[data-note]", HTMLTextAreaElement);
  read.addEventListener("change", () => favourites.change(withPaper(card.paper_id, { read: read.checked })));
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    const own = favourites.data().papers.find(({ id }) => id === card.paper_id);
    if (own && own.note !== note.value) favourites.change(withPaper(card.paper_id, { note: note.value }));
  };
  note.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, PATIENCE); });
  note.addEventListener("change", keep);
  window.addEventListener("pagehide", keep);
  find(item, "article").append(tools);
  return item;
}

/** Shows what is kept of the paper now. @param {HTMLElement} item @param {Kept} kept @param {string[]} lists */
export function updateKept(item, kept, lists) {
  const note = find(item, "[data-note]", HTMLTextAreaElement);
  const box = find(item, "[data-boxes]");
  find(item, "[data-read]", HTMLInputElement).checked = kept.read;
  find(item, "article").classList.toggle("card--read", kept.read);
  if (document.activeElement !== note) note.value = kept.note;
  find(item, "[data-note-start]").textContent = kept.note.trim().split("\n")[0];
  find(item, "[data-lists]").textContent = kept.lists.join(" · ");
  box.closest("details")?.toggleAttribute("hidden", lists.length === 0);
  const shown = [...box.querySelectorAll("input")].map((each) => each.value);
  if (shown.join("\n") !== lists.join("\n")) box.replaceChildren(...lists.map((name) => drawBox(kept.id, name)));
  for (const each of box.querySelectorAll("input")) each.checked = kept.lists.includes(each.value);
}

/** @param {string} id @param {string} name */
function drawBox(id, name) {
  const [line, label] = ["li", "label"].map((tag) => document.createElement(tag));
  const input = Object.assign(document.createElement("input"), { type: "checkbox", value: name });
  input.addEventListener("change", () => favourites.change(inList(id, name, input.checked)));
  label.append(input, ` ${name}`);
  line.append(label);
  return line;
}
