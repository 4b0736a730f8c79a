// How a query is cut, folded and stemmed. tools/rsfm/site/search/text.py does the same with the catalog.

const CJK = "\\u3400-\\u9fff\\uf900-\\ufaff\\u3040-\\u30ff\\uac00-\\ud7af\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
const IS_CJK = new RegExp(`[${CJK}]`, "u");
const TEX = /\\(?:["'`^~=.]|[uvHcdbkrt](?=[\s{]))\s*\{?\\?([A-Za-z])\}?/g;
const BRACES = /[{}]|\\(?=[A-Za-z])/g;
/** @type {Record<string, string>} */
const SPECIAL = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i" };

/** @typedef {{text: string, cjk: boolean, at: number, end: number}} Token a run of CJK characters, or a word */

/** Without accents (of TeX either), compatibility forms and capitals; `table` makes traditional characters simplified.
 * @param {string} text @param {Map<string, string>} [table] */
export function fold(text, table) {
  const plain = text.includes("\\") ? text.replace(TEX, "$1").replace(BRACES, "") : text;
  const folded = plain.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[øłđðþæœßı]/g, (c) => SPECIAL[c]);
  return table ? Array.from(folded, (c) => table.get(c) ?? c).join("") : folded;
}

/** @param {string} text */
export const isCjk = (text) => IS_CJK.test(text);

/** The runs and words of folded text, in order. @param {string} folded @returns {Token[]} */
export const tokensOf = (folded) => Array.from(folded.matchAll(RUN), (match) => (
  { text: match[0], cjk: isCjk(match[0]), at: match.index, end: match.index + match[0].length }
));

/** A word without the ending of a plain plural. @param {string} word */
export function stem(word) {
  if (word.length < 4 || !/^[\x00-\x7f]*[^sui]s$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:sses|xes|ches|shes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The overlapping pairs of a CJK run; of a single character itself. @param {string} run */
export function pairsOf(run) {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => characters[i] + character))];
}

/** A name as it is compared as a whole: SkySense-O, SkySense O and skysenseo are one. @param {string} folded */
export const nameOf = (folded) => tokensOf(folded.replaceAll("+", "plus")).map((token) => token.text).join("");
