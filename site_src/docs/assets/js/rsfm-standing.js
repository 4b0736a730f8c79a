// <rsfm-standing>: the tables of a benchmark, sorted by the head of a column and narrowed to the models a reader can use.

import { find, words } from "./elements.js";

/** The number a cell begins with; none sorts last. @param {string} text */
const number = (text) => Number.parseFloat(text.replace(/[^\d.+-]*/, ""));

/** @param {HTMLTableRowElement} row @param {number} column */
const text = (row, column) => row.cells[column].textContent?.trim() ?? "";

customElements.define("rsfm-standing", class extends HTMLElement {
  /** What narrows the tables; short ones have none. @type {HTMLFormElement | null} */
  form = null;
  /** @type {HTMLTableElement[]} */
  tables = [];

  connectedCallback() {
    this.form = this.querySelector("form");
    this.tables = [...this.querySelectorAll("table")];
    for (const table of this.tables) for (const head of table.rows[0].cells) if (head.dataset.sort) this.offer(head);
    if (!this.form) return;
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.narrow());
    this.form.addEventListener("reset", () => setTimeout(() => this.narrow(), 0));
  }

  /** Makes the head of a column a button. @param {HTMLTableCellElement} head */
  offer(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "standing__sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => this.sort(head));
    head.append(button);
  }

  /** @param {HTMLTableCellElement} head */
  sort(head) {
    const body = /** @type {HTMLTableElement} */ (head.closest("table")).tBodies[0];
    const turned = head.ariaSort === head.dataset.sort;
    const first = head.dataset.sort ?? "";
    const way = turned ? (first === "ascending" ? "descending" : "ascending") : first;
    for (const other of head.parentElement?.children ?? []) other.ariaSort = null;
    head.ariaSort = way;
    const sign = way === "ascending" ? 1 : -1;
    const column = head.cellIndex;
    const isText = "text" in head.dataset;
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = [...body.rows].map((row) => {
      const said = row.cells[column].dataset.value ?? text(row, column);
      return { row, said, size: isText ? 0 : number(said) };
    });
    const isKnown = (/** @type {{said: string, size: number}} */ one) => Number(isText ? one.said !== "" : !Number.isNaN(one.size));
    rows.sort((a, b) => (isKnown(b) - isKnown(a)) || sign * (isText ? compare(a.said, b.said) : a.size - b.size || 0));
    body.append(...rows.map(({ row }) => row));
  }

  /** Hides the rows that do not fit what is chosen. */
  narrow() {
    if (!this.form) return;
    const asked = new FormData(this.form);
    const [least, most] = ["least", "most"].map((end) => Number(asked.get(end) || NaN) * 1e6);
    let [shown, all] = [0, 0];
    for (const table of this.tables) {
      for (const row of table.tBodies[0].rows) {
        const size = Number(row.dataset.parameters ?? NaN);
        row.hidden = (asked.get("family") && row.dataset.family !== asked.get("family"))
          || (asked.has("open") && !("open" in row.dataset))
          || (!Number.isNaN(least) && !(size >= least)) || (!Number.isNaN(most) && !(size <= most));
        all += 1;
        shown += row.hidden ? 0 : 1;
      }
    }
    const status = find(this, "[role=status]");
    status.textContent = words(status, "said", { shown: String(shown), all: String(all) });
  }
});
