// Boxes that open below their button: Escape and a click elsewhere close them, and the button has the focus again.

const OPEN = "details.several[open]";

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(OPEN);
  if (!open) return;
  open.removeAttribute("open");
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(OPEN)) if (!event.composedPath().includes(open)) open.removeAttribute("open");
});
