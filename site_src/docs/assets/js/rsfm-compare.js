// <rsfm-compare>: two to five papers side by side, from the facts on their own pages; the address says which.

import { loadIndex } from "./cards.js";
import { idsIn, MOST, remember, withAdded } from "./compare_choice.js";
import { comparable, resultsOf } from "./compare_results.js";
import { csvOf } from "./csv.js";
import { localeRoot, presentId } from "./page.js";

/** @type {{name: string[], paper_id: string[]}} */
const NOBODY = { name: [], paper_id: [] }; // where the index could not be loaded

/** @typedef {{id: string, name: string, facts: Map<string, string>, results: import("./compare_results.js").Value[]}} Column */

/** The facts that the page of a paper shows, by their label. @param {string} id @returns {Promise<Column>} */
async function factsOf(id) {
  const answer = await fetch(new URL(`papers/${encodeURIComponent(id)}/`, localeRoot));
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const facts = new Map();
  const put = (label, value) => {
    for (const mark of value.querySelectorAll(".source, .missing, .visually-hidden")) mark.remove();
    const chips = [...value.querySelectorAll(".chip, .keywords a")];
    const text = chips.length > 1 ? chips.map((chip) => chip.textContent.trim()).join(", ") : value.textContent.replace(/\s+/g, " ").trim();
    if (text && !facts.has(label)) facts.set(label, text);
  };
  for (const each of page.querySelectorAll(".strip > div")) put(each.querySelector("dt").textContent.trim(), each.querySelector("dd"));
  for (const row of page.querySelectorAll("table.facts tr")) put(row.querySelector("th").textContent.trim(), row.querySelector("td"));
  return { id, name: page.querySelector("h1").textContent.trim(), facts, results: resultsOf(page) };
}

customElements.define("rsfm-compare", class extends HTMLElement {
  connectedCallback() {
    this.status = this.querySelector("[data-status]");
    this.table = this.querySelector("table");
    this.copies = this.querySelector("[data-copies]");
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.add(event.target.elements.name.value);
      event.target.reset();
    });
    for (const button of this.copies.querySelectorAll("button")) {
      button.addEventListener("click", () => this.copy(button.dataset.as));
    }
    this.hidden = false;
    const ids = withAdded(location.search);
    if (ids) history.replaceState(history.state, "", `?ids=${ids.slice(0, MOST).join(",")}`);
    this.show().then(() => { if (ids && ids.length > MOST) this.status.textContent = this.status.dataset.full; });
    this.offer();
  }

  get ids() { return idsIn(location.search); }

  /** @param {string[]} ids */
  go(ids) {
    history.pushState(history.state, "", ids.length > 0 ? `?ids=${ids.join(",")}` : location.pathname);
    this.show();
  }

  async offer() {
    const { name: names } = await loadIndex().catch(() => NOBODY);
    this.querySelector("datalist").replaceChildren(...names.map((value) => Object.assign(document.createElement("option"), { value })));
  }

  /** @param {string} name of a paper, or its id */
  async add(name) {
    const wanted = name.trim().toLowerCase();
    const { name: names, paper_id: ids } = await loadIndex().catch(() => NOBODY);
    const id = ids.find((each, paper) => names[paper].toLowerCase() === wanted || each === presentId(wanted));
    if (!id) this.status.textContent = this.status.dataset.unknown.replace("{name}", name);
    else if (this.ids.length >= MOST) this.status.textContent = this.status.dataset.full;
    else this.go([...this.ids, id]);
  }

  async show() {
    const ids = this.ids;
    remember(ids);
    this.status.textContent = ids.length > 1 ? "" : this.status.dataset.few;
    const found = await Promise.allSettled(ids.map(factsOf));
    const lost = ids.filter((_, i) => found[i].status === "rejected");
    if (lost.length > 0) this.status.textContent = this.status.dataset.unknown.replace("{name}", lost.join(", "));
    this.columns = found.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    this.table.hidden = this.columns.length === 0;
    this.copies.hidden = this.columns.length === 0;
    this.draw();
  }

  /** Label, values (empty where nobody knows), and whether they differ. */
  rows() {
    const labels = new Set(this.columns.flatMap(({ facts }) => [...facts.keys()]));
    const facts = [...labels].map((label) => ({ label, values: this.columns.map(({ facts: known }) => known.get(label) ?? "") }));
    const results = comparable(this.columns.map((column) => column.results), this.table.dataset);
    const differ = ({ values, isApart }) => !isApart && new Set(values.filter(Boolean)).size > 1;
    return [...facts, ...results].map((row) => ({ ...row, differ: differ(row) }));
  }

  draw() {
    const make = (tag, text, scope) => Object.assign(document.createElement(tag), { textContent: text, ...(scope && { scope }) });
    const head = document.createElement("tr");
    head.append(make("th", "", "col"), ...this.columns.map(({ id, name }) => {
      const cell = make("th", "", "col");
      const link = Object.assign(make("a", name), { href: new URL(`papers/${id}/`, localeRoot).href });
      const away = Object.assign(make("button", "×"), { type: "button", className: "button compare__away" });
      away.setAttribute("aria-label", this.table.dataset.away.replace("{name}", name));
      away.addEventListener("click", () => this.go(this.ids.filter((other) => other !== id)));
      cell.append(link, " ", away);
      return cell;
    }));
    this.table.tHead.replaceChildren(head);
    this.table.tBodies[0].replaceChildren(...this.rows().map(({ label, values, differ }) => {
      const row = document.createElement("tr");
      if (differ) row.className = "compare__differ";
      row.append(make("th", label, "row"), ...values.map((value) => {
        const cell = make("td", value || this.table.dataset.missing);
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
      this.status.textContent = this.status.dataset.copied;
    } catch {
      const area = this.querySelector("textarea");
      Object.assign(area, { value: text, hidden: false });
      area.select();
    }
  }
});

const tex = (/** @type {string} */ cell) => cell.replace(/[\\&%$#_{}~^]/g, (sign) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? `\\${sign}`);
const FORMS = {
  markdown: ([head, ...rows]) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n"),
  csv: csvOf,
  latex: (rows) => [`\\begin{tabular}{l${"l".repeat(rows[0].length - 1)}}`, ...rows.map((row) => `${row.map(tex).join(" & ")} \\\\`), "\\end{tabular}"].join("\n"),
};
