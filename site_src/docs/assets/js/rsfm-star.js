// <rsfm-star data-paper-id data-name>: the star that puts a paper among the favourites.

import * as favourites from "./favourites_store.js";

customElements.define("rsfm-star", class extends HTMLElement {
  connectedCallback() {
    this.gone = new AbortController();
    if (!this.firstElementChild) this.append(document.getElementById("star").content.cloneNode(true));
    const button = this.querySelector("button");
    const note = this.querySelector("[data-not-kept]");
    button.setAttribute("aria-label", button.dataset.label.replace("{name}", () => this.dataset.name));
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
