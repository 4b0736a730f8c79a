// How a query is cut into words. tools/rsfm/site/search_text.py cuts the catalog by the same rule.

const CJK = "\\u3400-\\u9fff\\uf900-\\ufaff\\u3040-\\u30ff\\uac00-\\ud7af\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const IS_CJK = new RegExp(`^[${CJK}]`, "u");

/** Compatibility forms, accents and case are gone. @param {string} text */
export const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

/** The words that must all be found: pairs of CJK characters, other words whole. @param {string} query @returns {string[]} */
export function wordsToAsk(query) {
  const found = new Set();
  for (const run of fold(query).match(RUN) ?? []) {
    const characters = [...run];
    if (IS_CJK.test(run) && characters.length > 1) {
      for (let i = 0; i + 1 < characters.length; i += 1) found.add(characters[i] + characters[i + 1]);
    } else found.add(run);
  }
  return [...found];
}
