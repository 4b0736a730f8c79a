// <rsfm-favourites data-shards>: the reader's favourites, in lists, with what may be done to them.

import { copyOf, find, words } from "./elements.js";
import { listName } from "./favourites_data.js";
import { renamed, withList } from "./favourites_changes.js";
import * as favourites from "./favourites_store.js";
import { arrange, shownIn } from "./favourites_view.js";

export class FavouritesPage extends HTMLElement {
  /** @type {HTMLElement} */ own;
  /** @type {HTMLElement} */ list;
  /** @type {HTMLElement} */ status;
  /** @type {HTMLElement} */ undo;
  /** @type {HTMLElement} */ heading;
  /** @type {HTMLElement} */ names;
  /** @type {HTMLElement} */ empty;
  /** @type {import("./favourites_view.js").View} */
  view = { list: "", q: "", state: "", sort: "" };
  /** The papers that are shown, those that left the catalog too. @type {string[]} */
  shown = [];
  /** Those of them that are in the catalog. @type {string[]} */
  there = [];
  /** What stands in the list, by paper_id. @type {Map<string, HTMLElement>} */
  items = new Map();
  /** Names of papers by paper_id. @type {Map<string, string>} */
  called = new Map();
  former = favourites.data();
  turn = 0;
  gone = new AbortController();

  connectedCallback() {
    [this.own, this.list, this.status, this.undo, this.heading, this.names, this.empty] = ["[data-own]", "[data-results]", "[data-status]", "[data-undo]", "[data-heading]", "[data-names]", "[data-empty]"].map((which) => find(this, which));
    this.gone = new AbortController();
    const { signal } = this.gone;
    favourites.onChange(() => this.draw(), signal);
    find(this, "[data-view]").addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      this.view = { ...this.view, [target.name]: target.value };
      this.draw();
    }, { signal });
    this.undo.addEventListener("click", () => { favourites.undo(); this.say("undone"); if (this.undo.hidden) this.heading.focus(); }, { signal });
    for (const form of this.querySelectorAll("form")) form.addEventListener("submit", (event) => { event.preventDefault(); this.submitted(form); }, { signal });
    find(this, "[data-delete]").addEventListener("click", () => this.rename(""), { signal });
    find(this, "[data-edit]").addEventListener("toggle", () => { find(this, "[data-rename] [name=name]", HTMLInputElement).value = this.view.list; }, { signal });
    // What is done with files and links is asked for when something is to be done.
    const exchange = () => import("./favourites_actions.js");
    for (const which of /** @type {const} */ (["export", "link", "import", "save"])) {
      find(this, `[data-${which}]`).addEventListener(which === "import" ? "change" : "click", async (event) => {
        try { (await exchange())[which](this, event); } catch { this.say("notLoaded"); }
      }, { signal });
    }
    for (const which of ["[data-import-first]", "[data-import-again]"]) {
      find(this, which).addEventListener("click", () => find(this, "[data-import]").click(), { signal });
    }
    const linked = async () => { if (location.hash.includes("papers=")) (await exchange()).showShared(this); };
    window.addEventListener("hashchange", linked, { signal });
    linked();
    this.draw();
  }

  disconnectedCallback() { this.gone.abort(); }

  /** Says a sentence of the page. @param {string} name @param {Record<string, string>} [values] */
  say(name, values = {}) {
    this.status.textContent = words(this.status, name, values);
  }

  /** @param {HTMLFormElement} form */
  submitted(form) {
    const name = listName(new FormData(form).get("name"));
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
    this.names.querySelector("button")?.focus();
  }

  /** @param {string} name of a list; empty for all */
  select(name) {
    this.view.list = name;
    this.draw();
    find(this.names, "[aria-pressed=true]").focus();
  }

  async draw() {
    const turn = ++this.turn;
    const data = favourites.data();
    const nothing = data.papers.length === 0 && data.lists.length === 0;
    this.empty.hidden = !nothing;
    this.own.hidden = nothing;
    find(this, "[data-not-kept]").hidden = favourites.isKept();
    this.undo.hidden = !favourites.canUndo();
    this.drawNames(data);
    const failed = find(this, "[data-failed]");
    /** @type {Map<string, import("./cards.js").Card>} */
    let cards = new Map();
    if (data.papers.length > 0) {
      try {
        const [{ loadCards }, kept] = await Promise.all([import("./cards.js"), import("./favourites_card.js")]);
        this.kept = kept;
        cards = await loadCards(data.papers.map(({ id }) => id), Number(this.dataset.shards));
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
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: `${name || words(this.names, "all")} (${count})` });
      button.setAttribute("aria-pressed", String(name === this.view.list));
      button.addEventListener("click", () => this.select(name));
      return button;
    }));
    if (focused) find(this.names, "[aria-pressed=true]").focus();
    find(this, "[data-edit]").hidden = !this.view.list;
    this.heading.textContent = this.view.list || words(this.names, "all");
  }

  /** @param {import("./favourites_data.js").Favourites} data @param {Map<string, import("./cards.js").Card>} cards */
  drawCards(data, cards) {
    const shown = shownIn(data.papers, cards, this.view);
    this.shown = shown.map(({ id }) => id);
    this.there = this.shown.filter((id) => cards.has(id));
    find(this, "[data-save]").hidden = this.there.length === 0;
    const focused = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    for (const [id, { name }] of cards) this.called.set(id, name);
    const items = shown.map((paper) => {
      const card = cards.get(paper.id);
      const item = this.items.get(paper.id) ?? (card && this.kept ? this.kept.drawKept(find(this, "[data-tools]", HTMLTemplateElement), card) : this.drawGone(paper.id));
      this.items.set(paper.id, item);
      if (card) this.kept?.updateKept(item, paper, data.lists);
      return item;
    });
    arrange(this.list, items);
    find(this, "[data-none]").hidden = items.length > 0 || data.papers.length === 0;
    const away = this.former.papers.filter(({ id }) => !data.papers.some((paper) => paper.id === id));
    this.former = data;
    for (const { id } of away) this.items.delete(id);
    if (away.length === 1) this.say("removed", { name: this.called.get(away[0].id) ?? away[0].id });
    if (focused < 0 || this.list.contains(document.activeElement)) return;
    const next = items[Math.min(focused, items.length - 1)]?.querySelector("button");
    (next ?? (this.own.hidden ? this.empty : this.heading)).focus();
  }

  /** A paper that has left the catalog is still the reader's to remove. @param {string} paperId */
  drawGone(paperId) {
    const item = find(copyOf(find(this, "[data-gone]", HTMLTemplateElement)), "li");
    const text = find(item, "[data-text]");
    text.textContent = words(text, "text", { paper_id: paperId });
    const button = find(item, "button");
    button.setAttribute("aria-label", `${button.textContent} ${paperId}`);
    button.addEventListener("click", () => favourites.toggle(paperId));
    return item;
  }
}

customElements.define("rsfm-favourites", FavouritesPage);
