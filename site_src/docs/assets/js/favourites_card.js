// One favourite on its page: the card, and under it whether it was read, its lists and its note.

import { drawCard } from "./cards.js";
import { inList, withPaper } from "./favourites_changes.js";
import * as favourites from "./favourites_store.js";

/** @typedef {import("./favourites_data.js").Kept} Kept */
const PATIENCE = 600; // milliseconds of quiet before a note is kept

/** The list item of a favourite. @param {HTMLTemplateElement} blank @param {import("./cards.js").Card} card */
export function drawKept(blank, card) {
  const item = /** @type {HTMLElement} */ (drawCard(card).firstElementChild);
  const tools = /** @type {DocumentFragment} */ (blank.content.cloneNode(true));
  for (const named of tools.querySelectorAll("[data-named]")) named.setAttribute("aria-label", named.dataset.named.replace("{name}", () => card.name));
  const [read, note] = ["[data-read]", "[data-note]"].map((which) => tools.querySelector(which));
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
  item.querySelector("article").append(tools);
  return item;
}

/** Shows what is kept of the paper now. @param {HTMLElement} item @param {Kept} kept @param {string[]} lists */
export function updateKept(item, kept, lists) {
  const [read, note, box, said, start] = ["[data-read]", "[data-note]", "[data-boxes]", "[data-lists]", "[data-note-start]"].map((which) => item.querySelector(which));
  read.checked = kept.read;
  item.firstElementChild.classList.toggle("card--read", kept.read);
  if (document.activeElement !== note) note.value = kept.note;
  start.textContent = kept.note.trim().split("\n")[0];
  said.textContent = kept.lists.join(" · ");
  box.closest("details").hidden = lists.length === 0;
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
