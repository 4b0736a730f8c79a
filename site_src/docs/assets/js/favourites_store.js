// The reader's favourites: paper_ids, newest first, kept in this browser and the same in all its tabs.

const KEY = "rsfm:favourites:1";
const PAPER_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const changes = new EventTarget();

/** What is kept; null where it cannot be read. @returns {string[] | null} */
function stored() {
  let text;
  try { text = localStorage.getItem(KEY); } catch { return null; }
  try {
    const value = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((id) => typeof id === "string" && PAPER_ID.test(id)) : [];
  } catch { return []; }
}

/** Whether the browser lets this site read and keep anything. */
function works() {
  try {
    localStorage.setItem("rsfm:probe", "1");
    localStorage.removeItem("rsfm:probe");
    return stored() !== null;
  } catch { return false; }
}

/** What could not be stored; null while storage works. @type {string[] | null} */
let unsaved = works() ? null : stored() ?? [];

/** Favourites as paper_ids, newest first. @returns {string[]} */
export const all = () => unsaved ?? stored() ?? [];

/** @param {string} paperId */
export const has = (paperId) => all().includes(paperId);

/** Whether favourites outlive the page. */
export const isKept = () => unsaved === null;

/** Adds the paper, or takes it out. @param {string} paperId */
export function toggle(paperId) {
  const others = all().filter((id) => id !== paperId);
  const next = has(paperId) ? others : [paperId, ...others];
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
    if (unsaved !== null) unsaved = works() ? null : next;
  } catch { unsaved = next; }
  changes.dispatchEvent(new Event("change"));
}

/** Calls `listener` after every change, here or in another tab, until `signal` aborts.
 * @param {() => void} listener @param {AbortSignal} signal */
export const onChange = (listener, signal) => changes.addEventListener("change", listener, { signal });

window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) changes.dispatchEvent(new Event("change"));
});
