// <rsfm-favourites data-shards>: the reader's favourites, in lists, with what may be done to them.

import { listName } from "./favourites_data.js";
import { renamed, withList } from "./favourites_changes.js";
import * as favourites from "./favourites_store.js";
import { arrange, shownIn } from "./favourites_view.js";

customElements.define("rsfm-favourites", class extends HTMLElement {
  connectedCallback() {
    const find = (/** @type {string} */ which) => this.querySelector(which);
    [this.own, this.list, this.status, this.undo, this.heading, this.names, this.empty] = ["[data-own]", "[data-results]", "[data-status]", "[data-undo]", "[data-heading]", "[data-names]", "[data-empty]"].map(find);
    this.view = { list: "", q: "", state: "", sort: "" };
    this.items = new Map();
    this.called = new Map();
    this.before = favourites.data();
    this.turn = 0;
    this.gone = new AbortController();
    const { signal } = this.gone;
    favourites.onChange(() => this.draw(), signal);
    find("[data-view]").addEventListener("input", (event) => {
      this.view[event.target.name] = event.target.value;
      this.draw();
    }, { signal });
    this.undo.addEventListener("click", () => { favourites.undo(); this.say("undone"); if (this.undo.hidden) this.heading.focus(); }, { signal });
    for (const form of this.querySelectorAll("form")) form.addEventListener("submit", (event) => { event.preventDefault(); this.submitted(form); }, { signal });
    find("[data-delete]").addEventListener("click", () => this.rename(""), { signal });
    find("[data-edit]").addEventListener("toggle", () => { find("[data-rename]").elements.name.value = this.view.list; }, { signal });
    // What is done with files and links is asked for when something is to be done.
    const exchange = () => import("./favourites_actions.js");
    for (const which of ["export", "link", "import", "save"]) {
      find(`[data-${which}]`).addEventListener(which === "import" ? "change" : "click", async (event) => {
        try { (await exchange())[which](this, event); } catch { this.say("notLoaded"); }
      }, { signal });
    }
    find("[data-import-first]").addEventListener("click", () => find("[data-import]").click(), { signal });
    find("[data-import-again]").addEventListener("click", () => find("[data-import]").click(), { signal });
    const linked = async () => { if (location.hash.includes("papers=")) (await exchange()).showShared(this); };
    window.addEventListener("hashchange", linked, { signal });
    linked();
    this.draw();
  }

  disconnectedCallback() { this.gone.abort(); }

  /** Says a sentence of the page. @param {string} name @param {Record<string, string>} [values] */
  say(name, values = {}) {
    this.status.textContent = Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), this.status.dataset[name]);
  }

  /** @param {HTMLFormElement} form */
  submitted(form) {
    const name = listName(form.elements.name?.value);
    form.closest("details")?.removeAttribute("open");
    if (!name) return;
    if (form.matches("[data-rename]")) this.rename(name);
    else favourites.change(withList(name));
    form.reset();
    this.select(name);
  }

  /** Another name for the list that is shown; with none it goes, and its papers stay. @param {string} name */
  rename(name) {
    const was = this.view.list;
    this.view.list = name;
    favourites.change(renamed(was, name));
    if (name) return;
    this.say("deleted", { name: was });
    this.names.firstElementChild?.focus();
  }

  /** @param {string} name of a list; empty for all */
  select(name) {
    this.view.list = name;
    this.draw();
    this.names.querySelector("[aria-pressed=true]")?.focus();
  }

  async draw() {
    const turn = ++this.turn;
    const data = favourites.data();
    const nothing = data.papers.length === 0 && data.lists.length === 0;
    this.empty.hidden = !nothing;
    this.own.hidden = nothing;
    this.querySelector("[data-not-kept]").hidden = favourites.isKept();
    this.undo.hidden = !favourites.canUndo();
    this.drawNames(data);
    const failed = this.querySelector("[data-failed]");
    let cards = new Map();
    if (data.papers.length > 0) {
      try {
        [this.cards, this.kept] = await Promise.all([import("./cards.js"), import("./favourites_card.js")]);
        cards = await this.cards.loadCards(data.papers.map(({ id }) => id), Number(this.dataset.shards));
        failed.hidden = true;
      } catch {
        failed.hidden = false;
        return;
      }
    }
    if (turn === this.turn) this.drawCards(data, cards);
  }

  /** @param {import("./favourites_data.js").Favourites} data */
  drawNames(data) {
    if (!data.lists.includes(this.view.list)) this.view.list = "";
    const focused = this.names.contains(document.activeElement);
    this.names.replaceChildren(...["", ...data.lists].map((name) => {
      const count = data.papers.filter((paper) => !name || paper.lists.includes(name)).length;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: `${name || this.names.dataset.all} (${count})` });
      button.setAttribute("aria-pressed", String(name === this.view.list));
      button.addEventListener("click", () => this.select(name));
      return button;
    }));
    if (focused) this.names.querySelector("[aria-pressed=true]").focus();
    this.querySelector("[data-edit]").hidden = !this.view.list;
    this.heading.textContent = this.view.list || this.names.dataset.all;
  }

  /** @param {import("./favourites_data.js").Favourites} data @param {Map<string, import("./cards.js").Card>} cards */
  drawCards(data, cards) {
    const shown = shownIn(data.papers, cards, this.view);
    this.shown = shown.map(({ id }) => id);
    this.there = this.shown.filter((id) => cards.has(id));
    this.querySelector("[data-save]").hidden = this.there.length === 0;
    const focused = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    for (const [id, { name }] of cards) this.called.set(id, name);
    const items = shown.map((paper) => {
      if (!this.items.has(paper.id)) this.items.set(paper.id, cards.has(paper.id) ? this.kept.drawKept(this.querySelector("[data-tools]"), cards.get(paper.id)) : this.drawGone(paper.id));
      const item = this.items.get(paper.id);
      if (cards.has(paper.id)) this.kept.updateKept(item, paper, data.lists);
      return item;
    });
    arrange(this.list, items);
    this.querySelector("[data-none]").hidden = items.length > 0 || data.papers.length === 0;
    const away = this.before.papers.filter(({ id }) => !data.papers.some((paper) => paper.id === id));
    this.before = data;
    for (const { id } of away) this.items.delete(id);
    if (away.length === 1) this.say("removed", { name: this.called.get(away[0].id) ?? away[0].id });
    if (focused < 0 || this.list.contains(document.activeElement)) return;
    const next = items[Math.min(focused, items.length - 1)]?.querySelector("rsfm-star button, button");
    (next ?? (this.own.hidden ? this.empty : this.heading)).focus();
  }

  /** A paper that has left the catalog is still the reader's to remove. @param {string} paperId */
  drawGone(paperId) {
    const item = this.querySelector("[data-gone]").content.cloneNode(true).firstElementChild;
    const words = item.querySelector("[data-text]");
    words.textContent = words.dataset.text.replace("{paper_id}", paperId);
    const button = item.querySelector("button");
    button.setAttribute("aria-label", `${button.textContent} ${paperId}`);
    button.addEventListener("click", () => favourites.toggle(paperId));
    return item;
  }
});
