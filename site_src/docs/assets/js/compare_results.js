// Results of several papers side by side: only values of one contest are, of others the reason is said.

import { findAll } from "./elements.js";

/** @typedef {{on: string, label: string, contest: string, value: string, why: string}} Value */

/** The text of an element, without the breaks of its markup. @param {Node | null} node */
const said = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The values on a page of a paper, with the contest that each is part of, or why it is part of none.
 * @param {Document} page @returns {Value[]} */
export function resultsOf(page) {
  return findAll(page, "table[data-standing] tbody").flatMap((group) => {
    const rows = [...group.children];
    const [where, metric, protocol] = rows[0].children;
    const on = said(where.firstElementChild);
    const split = (where.textContent ?? "").slice((where.firstElementChild?.textContent ?? "").length); // " (test)"
    const label = `${[on, said(metric), said(protocol.firstChild)].join(" · ")}${split}`;
    const table = where.querySelector("a")?.getAttribute("href")?.split("/benchmarks/")[1];
    return rows.map((row) => {
      const [variant, value, rank] = [3, 4, 5].map((place) => said(row.children[place]));
      const number = row.getAttribute("data-contest");
      return {
        on,
        label,
        contest: number ? `${table}/${number}` : "",
        value: variant ? `${value} (${variant})` : value,
        why: number ? "" : rank,
      };
    });
  });
}

/** A row for each contest in which several of the papers are, then one for each benchmark that they only seem to share.
 * @param {Value[][]} columns @param {DOMStringMap} words @returns {{label: string, values: string[], isApart: boolean}[]} */
export function comparable(columns, words) {
  /** @param {(value: Value) => string} key */
  const shared = (key) => [...new Set(columns.flat().map(key).filter(Boolean))]
    .filter((name) => columns.filter((column) => column.some((value) => key(value) === name)).length > 1);
  const contests = shared((value) => value.contest).map((contest) => ({
    isApart: false,
    label: columns.flat().find((value) => value.contest === contest)?.label ?? "",
    on: columns.flat().find((value) => value.contest === contest)?.on,
    values: columns.map((column) => column.filter((value) => value.contest === contest).map(({ value }) => value).join("; ")),
  }));
  const apart = shared((value) => value.on).filter((on) => !contests.some((each) => each.on === on)).map((on) => ({
    isApart: true,
    label: (words.notComparable ?? "").replace("{on}", on),
    values: columns.map((column) => [...new Set(column.filter((value) => value.on === on).map(({ why }) => (why && why !== "–" ? why : words.conditions)))].join("; ")),
  }));
  return [...contests, ...apart];
}
