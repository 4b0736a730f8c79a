// <rsfm-compare>: two to five papers side by side, from the facts on their own pages; the address says which.

import { loadIndex } from "./cards.js";
import { idsIn, MOST, remember, withAdded } from "./compare_choice.js";
import { comparable, resultsOf } from "./compare_results.js";
import { csvOf } from "./csv.js";
import { find, findAll, words } from "./elements.js";
import { locale, localeRoot, presentId } from "./page.js";

/** @type {{name: string[], paper_id: string[]}} */
const NOBODY = { name: [], paper_id: [] }; // where the index could not be loaded

const COMMA = locale === "zh" ? "、" : ", ";

/** @typedef {{id: string, name: string, facts: Map<string, string>, results: import("./compare_results.js").Value[]}} Column */

/** @param {Element} element */
const said = (element) => (element.textContent ?? "").trim();

class Nowhere extends Error {} // there is no such page; any other error is of the network

/** @param {URL} address @returns {Promise<Document>} */
async function pageAt(address) {
  const answer = await fetch(address);
  if (answer.status === 404) throw new Nowhere(address.href);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** The facts that the page of a paper shows, by their label. @param {string} id @returns {Promise<Column>} */
async function factsOf(id) {
  const address = new URL(`papers/${encodeURIComponent(id)}/`, localeRoot);
  const page = await pageAt(address);
  const all = page.querySelector("[data-all-results]")?.getAttribute("href"); // where there are more than fit on it
  const results = resultsOf(all ? await pageAt(new URL(all, address)) : page);
  const facts = new Map();
  const put = (/** @type {string} */ label, /** @type {HTMLElement} */ value) => {
    for (const mark of value.querySelectorAll(".source, .missing, .visually-hidden")) mark.remove();
    const chips = [...value.querySelectorAll(".chip, .keywords a")];
    const text = chips.length > 1 ? chips.map(said).join(COMMA) : said(value).replace(/\s+/g, " ");
    if (text && !facts.has(label)) facts.set(label, text);
  };
  for (const each of page.querySelectorAll(".strip > div")) put(said(find(each, "dt")), find(each, "dd"));
  for (const row of page.querySelectorAll("table.facts tr")) put(said(find(row, "th")), find(row, "td"));
  return { id, name: said(find(page, "h1")), facts, results };
}

/** The only paper that has `name` as another name, such as that of one of its models: its number, else -1. @param {string} name */
async function calledSo(name) {
  const found = await import("./search_engine.js").then((engine) => engine.calledSo(name)).catch(() => []);
  return found.length === 1 ? found[0] : -1;
}

/** A new element with its text and its properties.
 * @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {string} text @param {Partial<HTMLElementTagNameMap[Tag]>} [properties] */
const make = (tag, text, properties) => Object.assign(document.createElement(tag), { textContent: text }, properties);

customElements.define("rsfm-compare", class extends HTMLElement {
  /** @type {HTMLElement} */ status;
  /** @type {HTMLTableElement} */ table;
  /** @type {HTMLElement} */ copies;
  /** @type {Column[]} */ columns = [];

  connectedCallback() {
    this.status = find(this, "[data-status]");
    this.table = find(this, "table", HTMLTableElement);
    this.copies = find(this, "[data-copies]");
    const form = find(this, "form", HTMLFormElement);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.add(find(form, "[name=name]", HTMLInputElement).value);
      form.reset();
    });
    for (const button of findAll(this.copies, "button")) {
      button.addEventListener("click", () => this.copy(button.dataset.as ?? ""));
    }
    this.hidden = false;
    const ids = withAdded(location.search);
    if (ids) history.replaceState(history.state, "", `?ids=${ids.slice(0, MOST).join(",")}`);
    this.show().then(() => { if (ids && ids.length > MOST) this.status.textContent = words(this.status, "full"); });
    this.offer();
  }

  get ids() { return idsIn(location.search); }

  /** @param {string[]} ids */
  go(ids) {
    history.pushState(history.state, "", ids.length > 0 ? `?ids=${ids.join(",")}` : location.pathname);
    return this.show();
  }

  async offer() {
    const { name: names } = await loadIndex().catch(() => NOBODY);
    find(this, "datalist").replaceChildren(...names.map((value) => Object.assign(document.createElement("option"), { value })));
  }

  /** @param {string} name of a paper, or its id */
  async add(name) {
    const wanted = name.trim().toLowerCase();
    const index = await loadIndex().catch(() => undefined);
    if (!index) {
      this.status.textContent = words(this.status, "failed");
      return;
    }
    const { name: names, paper_id: ids } = index;
    const known = ids.find((each, paper) => names[paper].toLowerCase() === wanted || each === presentId(wanted));
    const id = known ?? ids[await calledSo(wanted)];
    if (!id) this.status.textContent = words(this.status, "unknown", { name });
    else if (this.ids.length >= MOST) this.status.textContent = words(this.status, "full");
    else {
      await this.go([...this.ids, id]);
      if (!known) this.status.textContent = words(this.status, "within", { name: name.trim(), paper: names[ids.indexOf(id)] });
    }
  }

  async show() {
    const ids = this.ids;
    remember(ids);
    this.status.textContent = ids.length > 1 ? "" : words(this.status, "few");
    const found = await Promise.allSettled(ids.map(factsOf));
    const faults = found.map((each) => (each.status === "rejected" ? each.reason : undefined));
    const lost = ids.filter((_, i) => faults[i] instanceof Nowhere);
    if (lost.length > 0) this.status.textContent = words(this.status, "unknown", { name: lost.join(COMMA) });
    if (faults.some((fault) => fault && !(fault instanceof Nowhere))) this.status.textContent = words(this.status, "failed");
    this.columns = found.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    this.table.hidden = this.columns.length === 0;
    this.copies.hidden = this.columns.length === 0;
    this.draw();
  }

  /** Label, values (empty where nobody knows), and whether they differ. */
  rows() {
    const labels = new Set(this.columns.flatMap(({ facts }) => [...facts.keys()]));
    const facts = [...labels].map((label) => ({ label, values: this.columns.map(({ facts: known }) => known.get(label) ?? ""), isApart: false }));
    const results = comparable(this.columns.map((column) => column.results), this.table.dataset);
    return [...facts, ...results].map((row) => ({ ...row, differ: !row.isApart && new Set(row.values.filter(Boolean)).size > 1 }));
  }

  draw() {
    const head = document.createElement("tr");
    head.append(make("th", "", { scope: "col" }), ...this.columns.map(({ id, name }) => {
      const cell = make("th", "", { scope: "col" });
      const link = make("a", name, { href: new URL(`papers/${id}/`, localeRoot).href });
      const away = make("button", "×", { type: "button", className: "button compare__away" });
      away.setAttribute("aria-label", words(this.table, "away", { name }));
      away.addEventListener("click", () => this.go(this.ids.filter((other) => other !== id)));
      cell.append(link, " ", away);
      return cell;
    }));
    find(this.table, "thead").replaceChildren(head);
    this.table.tBodies[0].replaceChildren(...this.rows().map(({ label, values, differ }) => {
      const row = document.createElement("tr");
      if (differ) row.className = "compare__differ";
      row.append(make("th", label, { scope: "row" }), ...values.map((value) => {
        const cell = make("td", value || words(this.table, "missing"));
        if (!value) cell.className = "missing";
        return cell;
      }));
      return row;
    }));
  }

  /** @param {string} form */
  async copy(form) {
    const lines = [["", ...this.columns.map(({ name }) => name)], ...this.rows().map(({ label, values }) => [label, ...values])];
    const text = FORMS[form](lines);
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = words(this.status, "copied");
    } catch {
      const area = find(this, "textarea", HTMLTextAreaElement);
      Object.assign(area, { value: text, hidden: false });
      area.select();
    }
  }
});

const tex = (/** @type {string} */ cell) => cell.replace(/[\\&%$#_{}~^]/g, (sign) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? `\\${sign}`);
/** Rows of cells, the head first, as text. @type {Record<string, (rows: string[][]) => string>} */
const FORMS = {
  markdown: ([head, ...rows]) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n"),
  csv: csvOf,
  latex: (rows) => [`\\begin{tabular}{l${"l".repeat(rows[0].length - 1)}}`, ...rows.map((row) => `${row.map(tex).join(" & ")} \\\\`), "\\end{tabular}"].join("\n"),
};
