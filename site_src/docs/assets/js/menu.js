// The menu of a narrow page: a button opens it and gives it the focus; Escape, a click elsewhere or walking out of it
// close it. On a wide page the menu is always there, and without scripts too.

import { find } from "./elements.js";

const button = find(document, ".menu-button");
const menu = find(document, "#menu");

const isOpen = () => button.getAttribute("aria-expanded") === "true";

/** @param {boolean} open */
function set(open) {
  button.setAttribute("aria-expanded", String(open));
  menu.toggleAttribute("data-open", open);
}

button.addEventListener("click", () => {
  set(!isOpen());
  if (isOpen()) find(menu, "a").focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOpen()) return;
  event.preventDefault();
  set(false);
  button.focus();
});

document.addEventListener("click", (event) => {
  if (isOpen() && !event.composedPath().some((each) => each === menu || each === button)) set(false);
});

menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget instanceof Node && event.relatedTarget !== button && !menu.contains(event.relatedTarget)) set(false);
});
