// What the page of favourites does with files and links.

import { find, words } from "./elements.js";
import { merged } from "./favourites_changes.js";
import { favouritesOf, kept } from "./favourites_data.js";
import { fileOf, linkTo, listIn, MOST_BYTES, readFile } from "./favourites_exchange.js";
import * as favourites from "./favourites_store.js";
import { asCsv, asMarkdown } from "./favourites_table.js";
import { root } from "./page.js";
import { saveReferences, saveText } from "./references.js";
import { share } from "./sharing.js";

/** @typedef {import("./rsfm-favourites.js").FavouritesPage} Page */

/** Saves a file with everything that is kept. */
function keep() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([fileOf(favourites.data())], { type: "application/json" }));
  link.download = "rsfm-favourites.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
export { keep as export, take as import };

/** Saves the papers that are shown as a table or a list. @param {Page} page @param {string} ending */
async function table(page, ending) {
  const { loadCards } = await import("./cards.js");
  const cards = await loadCards(page.there, Number(page.dataset.shards));
  const papers = favourites.data().papers;
  /** @type {[import("./cards.js").Card, import("./favourites_data.js").Kept][]} */
  const shown = [...cards].map(([id, card]) => [card, papers.find((paper) => paper.id === id) ?? kept(id)]);
  if (ending === "csv") saveText(`\ufeff${asCsv(shown)}`, ending, "text/csv"); // Excel takes it for UTF-8 by the mark
  else saveText(asMarkdown(shown), ending, "text/markdown");
}

/** Saves the references to the papers that are shown. @param {Page} page @param {Event} event */
async function references(page, event) {
  const { ending } = /** @type {HTMLElement} */ (event.target).dataset;
  const status = find(page, "[data-save-status]");
  status.textContent = "";
  if (!ending) return;
  try { await (ending === "bib" || ending === "ris" ? saveReferences(page.there, ending) : table(page, ending)); } catch { status.textContent = words(status, "notSaved"); }
}
export { references as save };

/** Gives away the papers that are shown. @param {Page} page */
export async function link(page) {
  const title = page.view.list || words(page, "title");
  await share({ url: linkTo(location.href.split("#")[0], page.view.list, page.shown ?? favourites.all()), title }, find(page, "[data-link-status]"));
}

/** Reads the file that was chosen, into the list that is shown. @param {Page} page @param {Event} event */
async function take(page, event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const file = field.files?.[0];
  if (!file) return;
  try {
    if (file.size > MOST_BYTES) throw new Error("too large");
    const { data, unknown } = await readFile(await file.text(), async () => (await fetch(new URL("data/arxiv.json", root))).json());
    const list = page.view.list;
    const before = favourites.all();
    const fresh = data.papers.filter(({ id }) => !before.includes(id)).length;
    const into = list ? { ...data, papers: data.papers.map((paper) => ({ ...paper, lists: [...paper.lists, list] })) } : data;
    if (data.papers.length + data.lists.length > 0) favourites.change(merged(favouritesOf(into)));
    const values = { added: String(fresh), known: String(data.papers.length - fresh), unknown: unknown.slice(0, 20).join(", ") };
    page.say(unknown.length > 0 ? "importedSome" : data.papers.length > 0 ? "imported" : "importedNone", values);
  } catch { page.say("importFailed"); }
  field.value = "";
  page.heading.focus();
}

/** Shows the list that the address holds, for the reader to keep or not. @param {Page} page */
export async function showShared(page) {
  const found = listIn(location.hash);
  const box = find(page, "[data-shared]");
  box.hidden = !found;
  if (!found) return;
  const { loadCards, drawCard } = await import("./cards.js");
  const title = find(box, "h2");
  title.textContent = found.name ? words(title, "named", { name: found.name }) : words(title, "unnamed");
  const close = () => {
    history.replaceState(history.state, "", location.pathname + location.search);
    box.hidden = true;
  };
  find(box, "[data-keep]").onclick = () => {
    const name = found.name || words(box, "name");
    const papers = found.ids.map((id) => ({ ...kept(id, new Date().toISOString().slice(0, 10)), lists: [name] }));
    favourites.change(merged(favouritesOf({ lists: [name], papers })));
    close();
    page.select(name);
    page.say("keptList", { name });
  };
  find(box, "[data-close]").onclick = () => { close(); page.heading.focus(); };
  const cards = await loadCards(found.ids, Number(page.dataset.shards)).catch(() => undefined);
  const known = found.ids.flatMap((id) => cards?.get(id) ?? []);
  find(box, "[data-count]").textContent = words(box, "count", { count: String(known.length) });
  find(box, "[data-shared-cards]").replaceChildren(...known.map(drawCard));
  title.focus();
}
