// <rsfm-star data-paper-id data-name>: the star that puts a paper among the favourites, and on a card the way to compare it.

import * as favourites from "./favourites_store.js";
import { localeRoot } from "./page.js";

customElements.define("rsfm-star", class extends HTMLElement {
  connectedCallback() {
    this.gone = new AbortController();
    if (!this.firstElementChild) this.append(document.getElementById("star").content.cloneNode(true));
    const button = this.querySelector("button");
    const note = this.querySelector("[data-not-kept]");
    button.setAttribute("aria-label", button.dataset.label.replace("{name}", () => this.dataset.name));
    const compare = this.querySelector("[data-compare]");
    if (!this.closest(".card")) compare?.remove();
    else if (compare) {
      compare.href = new URL(`compare/?add=${this.dataset.paperId}`, localeRoot).href;
      compare.setAttribute("aria-label", compare.dataset.label.replace("{name}", () => this.dataset.name));
    }
    const draw = () => {
      button.setAttribute("aria-pressed", String(favourites.has(this.dataset.paperId)));
    };
    button.addEventListener("click", () => {
      favourites.toggle(this.dataset.paperId);
      if (favourites.isKept()) return;
      note.setAttribute("role", "alert");
      note.textContent = note.dataset.notKept;
    }, { signal: this.gone.signal });
    favourites.onChange(draw, this.gone.signal);
    draw();
  }

  disconnectedCallback() { this.gone.abort(); }
});
