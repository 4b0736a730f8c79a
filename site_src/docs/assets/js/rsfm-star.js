// <rsfm-star data-paper-id data-name>: the star that puts a paper among the favourites, and on a card the way to compare it.

import { copyOf, find, words } from "./elements.js";
import * as favourites from "./favourites_store.js";
import { localeRoot } from "./page.js";

customElements.define("rsfm-star", class extends HTMLElement {
  gone = new AbortController();

  connectedCallback() {
    this.gone = new AbortController();
    if (!this.firstElementChild) this.append(copyOf(find(document, "#star", HTMLTemplateElement)));
    const button = find(this, "button");
    const note = find(this, "[data-not-kept]");
    const { paperId = "", name = "" } = this.dataset;
    button.setAttribute("aria-label", words(button, "label", { name }));
    const compare = this.querySelector("[data-compare]");
    if (!(compare instanceof HTMLAnchorElement) || !this.closest(".card")) compare?.remove();
    else {
      compare.href = new URL(`compare/?add=${paperId}`, localeRoot).href;
      compare.setAttribute("aria-label", words(compare, "label", { name }));
    }
    const draw = () => {
      button.setAttribute("aria-pressed", String(favourites.has(paperId)));
    };
    button.addEventListener("click", () => {
      favourites.toggle(paperId);
      if (favourites.isKept()) return;
      note.setAttribute("role", "alert");
      note.textContent = words(note, "notKept");
    }, { signal: this.gone.signal });
    favourites.onChange(draw, this.gone.signal);
    draw();
  }

  disconnectedCallback() { this.gone.abort(); }
});
