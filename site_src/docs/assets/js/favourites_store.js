// The reader's favourites, newest first, kept in this browser and the same in all its tabs.

import { favouritesOf, toggled, VERSION } from "./favourites_data.js";

/** @typedef {import("./favourites_data.js").Favourites} Favourites */

const KEY = "rsfm:favourites:2";
const FIRST_KEY = "rsfm:favourites:1"; // a bare list of paper_ids, as the first version of the site kept it
const ASIDE_KEY = "rsfm:favourites:aside"; // what could not be read, kept for whoever can
const STEPS = 30; // that can be undone
const changes = new EventTarget();

/** @param {string | null} text @returns {any} */
function parsed(text) {
  try { return JSON.parse(text ?? "null"); } catch { return undefined; }
}

/** @type {{text: string | null, first: string | null, data: Favourites} | undefined} */
let last;

/** What is kept; null where it cannot be read. @returns {Favourites | null} */
function stored() {
  let text, first;
  try { text = localStorage.getItem(KEY); first = localStorage.getItem(FIRST_KEY); } catch { return null; }
  if (last?.text !== text || last.first !== first) {
    const now = parsed(text);
    // A page of the first version that is still open, or comes from a cache, adds to its own list.
    const before = favouritesOf(parsed(first)).papers;
    const papers = Array.isArray(now?.papers) ? now.papers : [];
    last = { text, first, data: favouritesOf({ ...now, papers: [...before.filter(({ id }) => !papers.some((/** @type {any} */ each) => each?.id === id)), ...papers] }) };
  }
  return last.data;
}

/** @param {Favourites} data */
function write(data) {
  const text = localStorage.getItem(KEY);
  const version = parsed(text)?.version;
  if (text !== null && !(version <= VERSION)) localStorage.setItem(ASIDE_KEY, text);
  localStorage.setItem(KEY, JSON.stringify(data));
  localStorage.removeItem(FIRST_KEY);
}

/** Whether the browser lets this site read and keep anything. */
function works() {
  try {
    localStorage.setItem("rsfm:probe", "1");
    localStorage.removeItem("rsfm:probe");
    return stored() !== null;
  } catch { return false; }
}

/** What could not be stored; null while storage works. @type {Favourites | null} */
let unsaved = works() ? null : stored() ?? favouritesOf(null);

/** States before each change of this page, the latest last. @type {Favourites[]} */
let steps = [];

/** Everything that is kept. @returns {Favourites} */
export const data = () => unsaved ?? stored() ?? favouritesOf(null);

/** Favourites as paper_ids, newest first. */
export const all = () => data().papers.map(({ id }) => id);

/** @param {string} paperId */
export const has = (paperId) => data().papers.some(({ id }) => id === paperId);

/** Whether favourites outlive the page. */
export const isKept = () => unsaved === null;

/** @param {Favourites} next */
function keep(next) {
  try {
    write(next);
    if (unsaved !== null) unsaved = works() ? null : next;
  } catch { unsaved = next; }
  changes.dispatchEvent(new Event("change"));
}

/** Keeps what `how` makes of the favourites. @param {(data: Favourites) => Favourites} how */
export function change(how) {
  const before = data();
  steps = [...steps, before].slice(-STEPS);
  keep(favouritesOf(how(before)));
}

/** Takes the last change of this page back. */
export function undo() {
  const before = steps.pop();
  if (before) keep(before);
}

/** Whether there is a change to take back. */
export const canUndo = () => steps.length > 0;

/** Adds the paper, or takes it out. @param {string} paperId */
export const toggle = (paperId) => change((before) => toggled(before, paperId, new Date().toISOString().slice(0, 10)));

/** Calls `listener` after every change, here or in another tab, until `signal` aborts.
 * @param {() => void} listener @param {AbortSignal} signal */
export const onChange = (listener, signal) => changes.addEventListener("change", listener, { signal });

window.addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== FIRST_KEY && event.key !== null) return;
  steps = []; // taking back here would undo what was done there
  changes.dispatchEvent(new Event("change"));
});
