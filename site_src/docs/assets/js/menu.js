// The menu of a narrow page: a button opens it and gives it the focus; Escape, a click elsewhere or walking out of it
// close it. On a wide page the menu is always there, and without scripts too.

const button = /** @type {HTMLButtonElement} */ (document.querySelector(".menu-button"));
const menu = document.getElementById("menu");

const isOpen = () => button.getAttribute("aria-expanded") === "true";

/** @param {boolean} open */
function set(open) {
  button.setAttribute("aria-expanded", String(open));
  menu.toggleAttribute("data-open", open);
}

button.addEventListener("click", () => {
  set(!isOpen());
  if (isOpen()) menu.querySelector("a").focus();
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
  if (event.relatedTarget && event.relatedTarget !== button && !menu.contains(event.relatedTarget)) set(false);
});
