// References to several papers in one file, put together from those that the site has for each paper.

import { root } from "./page.js";

/** What stands between two references, and what kind of text they are. @type {Record<string, [string, string]>} */
const FORMS = { bib: ["\n", "application/x-bibtex"], ris: ["\r\n", "application/x-research-info-systems"] };

/** The references to `paperIds` in the form of `ending`, in that order. @param {string[]} paperIds @param {string} ending */
async function referencesTo(paperIds, ending) {
  const texts = await Promise.all(paperIds.map(async (paperId) => {
    const answer = await fetch(new URL(`cite/${paperId}.${ending}`, root));
    if (!answer.ok) throw new Error(`cite/${paperId}.${ending}: ${answer.status}`);
    return answer.text();
  }));
  return texts.join(FORMS[ending][0]);
}

/** Lets the reader save the references to `paperIds`. @param {string[]} paperIds @param {string} ending */
export async function saveReferences(paperIds, ending) {
  saveText(await referencesTo(paperIds, ending), ending, FORMS[ending][1]);
}

/** Lets the reader save a text. @param {string} text @param {string} ending of the file @param {string} kind of text */
export function saveText(text, ending, kind) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  link.download = `rsfm-atlas.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it later than they are told to
}
