// Giving an address away: the system's share sheet, else a copied link, else one to copy by hand.

import { copy } from "./clipboard.js";
import { words } from "./elements.js";

/** @param {{url: string, title: string, text?: string}} what @param {HTMLElement} status says what happened: data-copied, data-by-hand */
export async function share(what, status) {
  if (typeof navigator.share === "function") {
    try {
      await navigator.share(what);
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }
  await copyOrShow(what.url, status);
}

/** @param {string} text @param {HTMLElement} status */
export async function copyOrShow(text, status) {
  if (await copy(text)) {
    status.replaceChildren(words(status, "copied"));
    setTimeout(() => status.replaceChildren(), 4000);
    return;
  }
  const field = Object.assign(document.createElement("input"), { value: text, readOnly: true });
  field.setAttribute("aria-label", words(status, "byHand"));
  status.replaceChildren(`${words(status, "byHand")} `, field);
  field.focus();
  field.select();
}
