// How a query is cut into words. tools/rsfm/site/search_text.py cuts the catalog by the same rule.

const CJK = "\\u3400-\\u9fff\\uf900-\\ufaff\\u3040-\\u30ff\\uac00-\\ud7af\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]`, "u");

/** Compatibility forms, accents and case are gone. @param {string} text */
export const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

const ADDRESS = /(?:https?:\/\/)?(?:www\.|dx\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|doi\.org\/)|\b(?:arxiv|doi):\s*/gi;
const VERSION = /(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?/gi;

/** CJK characters by their numbers in ASCII. @param {string[]} characters */
const spelt = (characters) => `c${characters.map((c) => c.codePointAt(0).toString(16).padStart(5, "0")).join("")}`;

/** The pieces of text that must all be found: pairs of CJK characters, other words whole, of an arXiv or DOI address its id. @param {string} query @returns {string[]} */
export function piecesOf(query) {
  const found = new Set();
  const bare = query.replace(ADDRESS, " ").replace(VERSION, "$1");
  for (const run of fold(bare).match(RUN) ?? []) {
    const characters = [...run];
    const pairs = Math.max(1, characters.length - 1);
    if (IS_CJK.test(run)) for (let i = 0; i < pairs; i += 1) found.add(characters.slice(i, i + 2).join(""));
    else found.add(run);
  }
  return [...found];
}

/** The same as the words of the index. @param {string} query @returns {string[]} */
export const wordsToAsk = (query) => piecesOf(query).map((piece) => (IS_CJK.test(piece) ? spelt([...piece]) : piece));
