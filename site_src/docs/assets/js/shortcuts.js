// Keys for readers who know them; “?” shows which there are. One box on that sheet turns the single letters off.

import { find, findAll } from "./elements.js";
import { localeRoot } from "./page.js";

const KEY = "rsfm:shortcuts:1";
/** @type {Record<string, string>} */
const PLACES = { h: "", p: "papers/", b: "browse/", f: "favourites/", c: "compare/", n: "news/", s: "start/", i: "pictures/" };
const PATIENCE = 1500; // milliseconds between g and the letter of a place
let wentAt = -Infinity;

function off() { try { return localStorage.getItem(KEY) === "off"; } catch { return false; } }

/** Follows the link or presses the button. @param {string} which */
function press(which) {
  const found = document.querySelector(which);
  if (!(found instanceof HTMLElement)) return false;
  found.click();
  return true;
}

/** Gives the next card in that direction the focus. @param {number} step */
function walk(step) {
  const links = findAll(document, "main .card__name a, main a.card").filter((link) => link.checkVisibility());
  const at = links.findIndex((link) => link.closest(".card")?.contains(document.activeElement));
  const next = links[Math.min(Math.max(at + step, 0), links.length - 1)];
  next?.focus();
  return Boolean(next);
}

/** The star of the card that has the focus, else that of the page. */
function star() {
  const found = document.activeElement?.closest(".card")?.querySelector("rsfm-star button") ?? document.querySelector(".toolbar rsfm-star button");
  if (!(found instanceof HTMLElement)) return false;
  found.click();
  return true;
}

/** What each key does, and whether there was something to do. @type {Record<string, () => boolean>} */
const KEYS = {
  "?": () => { showSheet(); return true; },
  j: () => walk(1),
  k: () => walk(-1),
  s: star,
  y: () => press("#cite ~ rsfm-copy button"),
  "[": () => press(".neighbours [rel=prev], .pager [rel=prev]"),
  "]": () => press(".neighbours [rel=next], .pager [rel=next]"),
  l: () => press(".switch-locale"),
  d: () => press(".scheme-button"),
};

document.addEventListener("keydown", (event) => {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))) return;
  if (document.querySelector("dialog[open]") || (off() && event.key !== "?")) return;
  const went = event.timeStamp - wentAt < PATIENCE;
  wentAt = event.key === "g" ? event.timeStamp : -Infinity;
  if (went && Object.hasOwn(PLACES, event.key)) location.href = new URL(PLACES[event.key], localeRoot).href;
  else if (!Object.hasOwn(KEYS, event.key) || !KEYS[event.key]()) return;
  event.preventDefault();
});

/** The page of shortcuts, in a box over this one. */
async function showSheet() {
  const before = document.activeElement;
  const url = new URL("shortcuts/", localeRoot);
  let page;
  try {
    page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  } catch { location.href = url.href; return; }
  const dialog = Object.assign(document.createElement("dialog"), { className: "sheet md-typeset" });
  dialog.append(...[...find(page, "[data-sheet]").children].map((each) => document.adoptNode(each)));
  dialog.setAttribute("aria-labelledby", find(dialog, "h1").id = "shortcuts");
  const box = find(dialog, "[data-letters]");
  box.hidden = false;
  const field = find(box, "input", HTMLInputElement);
  field.checked = !off();
  field.addEventListener("change", () => { try { localStorage.setItem(KEY, field.checked ? "on" : "off"); } catch { /* then only now */ } });
  const close = find(dialog, "[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); if (before instanceof HTMLElement) before.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}
