// What a query asks for, unit by unit: meanings, people, words, runs of Chinese; and which words are filters.

import { papersWith } from "./search_index.js";
import { stem, tokensOf } from "./search_text.js";

/** @typedef {import("./search_files.js").Start} Start */
/** @typedef {import("./search_text.js").Token} Token */
/** @typedef {{name: string, labels: {zh: string, en: string}, facet: boolean, spellings: string[]}} Meaning */
/** @typedef {{kind: "word" | "run" | "meaning" | "person", text: string, from: number, to: number, meanings: Meaning[],
 *   keys: string[]}} Unit `from` and `to` are its tokens; `keys` of a person or a meaning are asked as they are */
/** @typedef {{units: Unit[], filters: Meaning[], tokens: Token[], question: boolean}} Plan */

const MOST_WORDS = 14; // of one meaning: the full names of journals are long
const PERSON = { fewest: 2, most: 4, tokens: 8 }; // longer queries are not looked through for people
const CHINESE_NAME = /^.{2,4}$/u;
const STATES = new Set(["weights:open", "code:open"]);
const QUESTION = new Set("which what who how where when why can does is are".split(" "));

const PARTICLES = "的了吗呢吧";
const ASKING = /哪|什么|如何|怎|有没有|吗/;

/** @type {WeakMap<Start, Map<string, Meaning[]>>} */
const spelt = new WeakMap();

/** Every meaning by each of its spellings. @param {Start} start @returns {Map<string, Meaning[]>} */
export function meaningsOf(start) {
  let known = spelt.get(start);
  if (!known) {
    known = new Map();
    for (const [name, zh, en, facet, ...spellings] of start.concepts) {
      const meaning = { name, labels: { zh, en }, facet: facet === 1, spellings };
      for (const each of spellings) known.set(each, [...(known.get(each) ?? []), meaning]);
    }
    spelt.set(start, known);
  }
  return known;
}

/** @param {string} folded @param {Start} start @returns {Promise<Plan>} */
export async function planOf(folded, start) {
  const meanings = meaningsOf(start);
  const { rest, filters } = withoutStates(folded, meanings);
  const asking = ASKING.test(folded);
  const cut = new RegExp(start.cut.filter((each) => each.length > 1 || PARTICLES.includes(each)).join("|"), "gu");
  const about = asking ? tokensOf(rest.replace(cut, " ")) : [];
  const tokens = about.length ? about : tokensOf(rest);
  const people = await peopleIn(tokens);
  const units = [];
  const stop = new Set(start.stop);
  const dropped = [];
  for (let i = 0; i < tokens.length;) {
    const unit = longest(tokens, i, meanings, people) ?? single(tokens, i);
    if (unit.kind === "word" && stop.has(unit.text)) dropped.push(unit);
    else units.push(unit);
    i = unit.to;
  }
  const states = units.filter((unit) => unit.meanings.some((meaning) => STATES.has(meaning.name)));
  filters.push(...states.flatMap((unit) => unit.meanings.filter((meaning) => STATES.has(meaning.name))));
  const others = units.filter((unit) => !states.includes(unit));
  const named = filters.length ? others.filter((unit) => unit.meanings.some((meaning) => meaning.facet)) : [];
  filters.push(...named.flatMap((unit) => unit.meanings.find((meaning) => meaning.facet) ?? []));
  const asked = others.filter((unit) => !named.includes(unit));
  return {
    units: asked.length || filters.length ? asked : dropped,
    filters: [...new Set(filters)],
    tokens,
    question: asking || dropped.some((unit) => QUESTION.has(unit.text)),
  };
}

/** Takes out what says in Chinese that code or weights are open. @param {string} folded @param {Map<string, Meaning[]>} meanings */
function withoutStates(folded, meanings) {
  const filters = [];
  let rest = folded;
  const ways = [...meanings].filter(([spelling, [meaning]]) => STATES.has(meaning.name) && /[^\x00-\x7f]/.test(spelling))
    .sort(([one], [other]) => other.length - one.length);
  for (const [spelling, [meaning]] of ways) {
    if (!rest.includes(spelling)) continue;
    rest = rest.replace(spelling, " ");
    filters.push(meaning);
  }
  return { rest, filters };
}

/** The people whom neighbouring words name, by the first and the last of them. @param {Token[]} tokens @returns {Promise<Map<string, string>>} */
async function peopleIn(tokens) {
  const found = new Map();
  if (tokens.length > PERSON.tokens) return found;
  const asked = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (tokens[from].cjk && CHINESE_NAME.test(tokens[from].text)) asked.push([from, from + 1]);
    for (let to = from + PERSON.fewest; to <= Math.min(tokens.length, from + PERSON.most); to += 1) {
      if (tokens.slice(from, to).every((token) => !token.cjk && !/\d/.test(token.text))) asked.push([from, to]);
    }
  }
  await Promise.all(asked.map(async ([from, to]) => {
    const key = `@${tokens.slice(from, to).map((token) => token.text).join("")}`;
    if ((await papersWith(key)).size) found.set(`${from}-${to}`, key);
  }));
  return found;
}

/** The meaning or the person that most tokens from `i` on name.
 * @param {Token[]} tokens @param {number} i @param {Map<string, Meaning[]>} meanings @param {Map<string, string>} people @returns {Unit | undefined} */
function longest(tokens, i, meanings, people) {
  for (let to = Math.min(tokens.length, i + MOST_WORDS); to > i; to -= 1) {
    const text = tokens.slice(i, to).map((token) => token.text).join(" ");
    const person = people.get(`${i}-${to}`);
    if (person) return { kind: "person", text, from: i, to, meanings: [], keys: [person] };
    const known = meanings.get(tokens.slice(i, to).map((token) => stem(token.text)).join(" "));
    if (known) return { kind: "meaning", text, from: i, to, meanings: known, keys: known.map((each) => `=${each.name}`) };
  }
  return undefined;
}

/** @param {Token[]} tokens @param {number} i @returns {Unit} */
export const single = (tokens, i) => ({ kind: tokens[i].cjk ? "run" : "word", text: tokens[i].text, from: i, to: i + 1, meanings: [], keys: [] });
