// The switch between light and dark: one button, so that the focus stays on it. early/scheme.js chose the first scheme.

import { find, words } from "./elements.js";

const KEY = "rsfm:scheme:1";
const page = document.documentElement;
const button = find(document, ".scheme-button");

const isDark = () => page.dataset.mdColorScheme === "slate";

/** @param {boolean} dark */
function show(dark) {
  page.dataset.mdColorScheme = dark ? "slate" : "default";
  button.title = words(button, dark ? "light" : "dark");
  button.setAttribute("aria-label", button.title);
}

show(isDark());
button.hidden = false;
button.addEventListener("click", () => {
  show(!isDark());
  try { localStorage.setItem(KEY, isDark() ? "dark" : "light"); } catch { /* it lasts as long as the page */ }
});

// What is chosen in another tab holds here too.
addEventListener("storage", (event) => {
  if (event.key === KEY && (event.newValue === "dark" || event.newValue === "light")) show(event.newValue === "dark");
});
