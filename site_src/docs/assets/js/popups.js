// Boxes that open below their button: Escape and a click elsewhere close them, and the button has the focus again.

import { find } from "./elements.js";

const OPEN = "details.several[open]";

document.addEventListener("toggle", (event) => {
  const box = event.target instanceof Element && event.target.matches("details.several") && event.target;
  if (!box) return;
  box.classList.remove("several--left");
  box.classList.toggle("several--left", (box.lastElementChild?.getBoundingClientRect().right ?? 0) > document.documentElement.clientWidth);
}, true);

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(OPEN);
  if (!open) return;
  open.removeAttribute("open");
  find(open, "summary").focus();
});

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(OPEN)) if (!event.composedPath().includes(open)) open.removeAttribute("open");
});
