// <rsfm-star data-paper-id>: the star that puts a paper among the favourites.

import * as favourites from "./favourites_store.js";

customElements.define("rsfm-star", class extends HTMLElement {
  connectedCallback() {
    this.gone = new AbortController();
    const button = this.querySelector("button");
    const word = this.querySelector(".star__word");
    const draw = () => {
      const on = favourites.has(this.dataset.paperId);
      button.setAttribute("aria-pressed", String(on));
      word.textContent = on ? word.dataset.on : word.dataset.off;
    };
    button.addEventListener("click", () => favourites.toggle(this.dataset.paperId), { signal: this.gone.signal });
    favourites.onChange(draw, this.gone.signal);
    draw();
    button.hidden = false;
  }

  disconnectedCallback() { this.gone.abort(); }
});
