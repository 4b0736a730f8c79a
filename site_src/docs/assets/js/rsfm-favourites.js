// <rsfm-favourites>: the cards of the reader's favourites.

import { drawCard, loadCards } from "./cards.js";
import * as favourites from "./favourites_store.js";

customElements.define("rsfm-favourites", class extends HTMLElement {
  connectedCallback() {
    this.gone = new AbortController();
    favourites.onChange(() => this.draw(), this.gone.signal);
    this.draw();
  }

  disconnectedCallback() { this.gone.abort(); }

  async draw() {
    const [empty, notKept, failed, list] = ["[data-empty]", "[data-not-kept]", "[data-failed]", "[data-results]"]
      .map((which) => this.querySelector(which));
    let cards;
    try {
      cards = new Map((await loadCards()).map((card) => [card.paper_id, card]));
    } catch {
      failed.hidden = false;
      return;
    }
    const ids = favourites.all();
    failed.hidden = true;
    empty.hidden = ids.length > 0;
    notKept.hidden = favourites.isKept();
    list.replaceChildren(...ids.map((id) => (cards.has(id)
      ? drawCard(this.querySelector("[data-card]"), cards.get(id))
      : this.drawGone(id))));
  }

  /** A paper that has left the catalog is still the reader's to remove. @param {string} paperId */
  drawGone(paperId) {
    const copy = this.querySelector("[data-gone]").content.cloneNode(true);
    const words = copy.querySelector("[data-text]");
    words.textContent = words.dataset.text.replace("{paper_id}", paperId);
    copy.querySelector("button").addEventListener("click", () => favourites.toggle(paperId));
    return copy;
  }
});
