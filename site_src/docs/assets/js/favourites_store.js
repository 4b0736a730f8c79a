// The reader's favourites: paper_ids, newest first, kept in this browser and the same in all its tabs.

const KEY = "rsfm:favourites:1";
const PAPER_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const changes = new EventTarget();

/** What could not be stored; null while storage works. @type {string[] | null} */
let unsaved = null;

/** @returns {string[]} */
function stored() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((id) => typeof id === "string" && PAPER_ID.test(id)) : [];
  } catch { return []; }
}

/** Favourites as paper_ids, newest first. @returns {string[]} */
export const all = () => unsaved ?? stored();

/** @param {string} paperId */
export const has = (paperId) => all().includes(paperId);

/** Whether favourites outlive the page. */
export const isKept = () => unsaved === null && !document.documentElement.dataset.storage;

/** Adds the paper, or takes it out. @param {string} paperId */
export function toggle(paperId) {
  const others = all().filter((id) => id !== paperId);
  const next = has(paperId) ? others : [paperId, ...others];
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
    unsaved = null;
  } catch { unsaved = next; }
  changes.dispatchEvent(new Event("change"));
}

/** Calls `listener` after every change, here or in another tab, until `signal` aborts.
 * @param {() => void} listener @param {AbortSignal} signal */
export const onChange = (listener, signal) => changes.addEventListener("change", listener, { signal });

window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) changes.dispatchEvent(new Event("change"));
});
