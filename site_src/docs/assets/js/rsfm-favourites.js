// <rsfm-favourites data-shards>: the cards of the reader's favourites, and the references to them as files.

import { drawCard, loadCards } from "./cards.js";
import * as favourites from "./favourites_store.js";
import { saveReferences } from "./references.js";

customElements.define("rsfm-favourites", class extends HTMLElement {
  connectedCallback() {
    this.gone = new AbortController();
    this.turn = 0;
    favourites.onChange(() => this.draw(), this.gone.signal);
    this.there = [];
    this.save = this.querySelector("[data-save]");
    for (const button of this.save.querySelectorAll("button")) {
      button.addEventListener("click", () => this.saveAs(button.dataset.ending), { signal: this.gone.signal });
    }
    this.draw();
  }

  disconnectedCallback() { this.gone.abort(); }

  async draw() {
    const turn = ++this.turn;
    const [empty, notKept, failed, list] = ["[data-empty]", "[data-not-kept]", "[data-failed]", "[data-results]"]
      .map((which) => this.querySelector(which));
    const ids = favourites.all();
    empty.hidden = ids.length > 0;
    notKept.hidden = favourites.isKept();
    let cards;
    try {
      cards = await loadCards(ids, Number(this.dataset.shards));
    } catch {
      failed.hidden = false;
      return;
    }
    if (turn !== this.turn) return;
    failed.hidden = true;
    this.there = ids.filter((id) => cards.has(id));
    this.save.hidden = this.there.length === 0;
    list.replaceChildren(...ids.map((id) => (cards.has(id) ? drawCard(cards.get(id)) : this.drawGone(id))));
  }

  /** @param {string} ending */
  async saveAs(ending) {
    const status = this.save.querySelector("[role=status]");
    status.textContent = "";
    try { await saveReferences(this.there, ending); } catch { status.textContent = status.dataset.failed; }
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
