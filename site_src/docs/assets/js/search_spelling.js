// One typing error in a word, and how a word that is begun may end. tools/rsfm/site/search/spelling.py writes the lists.

import { loadStart, loadWords } from "./search_files.js";
import { shardOf } from "./shard.js";

const SHORTEST = 5;

/** The lists in which a word with one error in it may stand. @param {string} word */
const listsOf = (word) => [word.slice(0, 2), `${word[0]}-${word.slice(-2)}`, `-${word.slice(-3)}`];

/** @param {string} key @returns {Promise<[string, number][]>} */
const listWith = async (key) => loadWords(shardOf(key, (await loadStart()).words));

/** The words of the catalog that differ from `word` by one error, those of most papers first. @param {string} word */
export async function corrections(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return [];
  const lists = await Promise.all(listsOf(word).map(listWith));
  const near = new Map(lists.flat().filter(([other]) => other !== word && differByOne(word, other)));
  return [...near].sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1)).map(([other]) => other);
}

/** The commonest words that begin with `beginning`. @param {string} beginning @param {number} most */
export async function endingsOf(beginning, most) {
  const words = (await listWith(beginning.slice(0, 2))).filter(([word]) => word.startsWith(beginning) && word !== beginning);
  return words.sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1)).slice(0, most).map(([word]) => word);
}

/** Whether one letter too many, too few, wrong, or two in the wrong order is all that differs. @param {string} one @param {string} other */
export function differByOne(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let begin = 0;
  while (begin < one.length && one[begin] === other[begin]) begin += 1;
  const rest = (/** @type {string} */ text, /** @type {number} */ skip) => text.slice(begin + skip);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[begin] === other[begin + 1] && one[begin + 1] === other[begin] && rest(one, 2) === rest(other, 2));
}
