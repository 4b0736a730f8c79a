// The search on every page: "/" or the search link opens it; an address with ?q= opens it filled in.

import { find, words } from "./elements.js";

const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("search-dialog"));
const inDialog = /** @type {import("./rsfm-search.js").SearchBox | null | undefined} */ (dialog?.querySelector("rsfm-search"));

/** The field of a page that searches itself, and whose address is its own. @returns {HTMLInputElement | null} */
const fieldOfPage = () => document.querySelector("rsfm-search[data-filters] input[type=search], rsfm-explorer:not([hidden]) input[type=search]");

/** Whether the search can be opened here; where it cannot, its link leads to its page. */
const canOpen = () => fieldOfPage() !== null || typeof dialog?.showModal === "function";

async function open() {
  const onPage = fieldOfPage();
  if (onPage) {
    onPage.focus();
    onPage.select();
  } else if (dialog && !dialog.open) {
    const field = find(dialog, "input", HTMLInputElement);
    dialog.showModal();
    field.focus();
    field.select();
    try {
      await import("./rsfm-search.js");
      inDialog?.ask(); // what was typed meanwhile is in the field
    } catch {
      const status = find(dialog, "[data-status]");
      status.textContent = words(status, "failed");
    }
  }
}

/** @param {EventTarget | null} target */
const takesText = (target) => target instanceof HTMLElement
  && (target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=button])"));

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target) || !canOpen()) return;
  event.preventDefault();
  open();
});

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("[data-search-open]") && canOpen()) {
    event.preventDefault();
    open();
  } else if (event.target === dialog || event.target.closest("#search-dialog [data-close]")) dialog?.close();
});

// In a search field the browser's own Escape would only empty the field.
dialog?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  dialog.close();
});

dialog?.addEventListener("close", () => inDialog?.writeAddress?.({}));

const asked = new URLSearchParams(location.search).get("q");
if (asked && inDialog && canOpen() && !document.querySelector("rsfm-search[data-filters], rsfm-explorer")) {
  find(inDialog, "input", HTMLInputElement).value = asked;
  open();
}
