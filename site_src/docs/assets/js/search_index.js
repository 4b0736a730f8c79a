// Which papers have a key, and where in them it stands: bits of a byte, as tools/rsfm/site/search/fields.py names them.

import { loadPiece, loadStart } from "./search_files.js";

/** @typedef {Map<number, number>} Papers places by the number of the paper; newer papers have smaller numbers */
/** @typedef {{names: string[], from: number[], bytes: Uint8Array}} Piece */

export const PLACE = Object.freeze({ PROSE: 1, POINT: 2, KEYWORD: 4, PART: 8, FACT: 16, AUTHOR: 32, TITLE: 64, NAME: 128 });

const LAST = "\uffff";
/** @type {Map<number, Promise<Piece>>} */
const opened = new Map();

/** The number of the piece that `key` would be in. @param {string[]} firsts @param {string} key */
function pieceOf(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** @param {number} number @returns {Promise<Piece>} */
function open(number) {
  if (!opened.has(number)) opened.set(number, loadPiece(number).then(cut).catch((error) => { opened.delete(number); throw error; }));
  return /** @type {Promise<Piece>} */ (opened.get(number));
}

/** @param {Uint8Array} bytes @returns {Piece} */
function cut(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const names = new TextDecoder().decode(bytes.subarray(4, 4 + length)).split("\n");
  const place = { at: 4 + length };
  const lengths = names.map(() => numberAt(bytes, place));
  const from = [place.at];
  for (const each of lengths) from.push(from[from.length - 1] + each);
  return { names, from, bytes };
}

/** Seven bits a byte, lowest first. @param {Uint8Array} bytes @param {{at: number}} place */
function numberAt(bytes, place) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[place.at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

/** @param {Piece} piece @param {number} i @returns {Papers} */
function papersAt({ from, bytes }, i) {
  const papers = new Map();
  const place = { at: from[i] };
  for (let number = -1; place.at < from[i + 1];) {
    const value = numberAt(bytes, place);
    number += Math.floor(value / 2);
    papers.set(number, value % 2 ? bytes[place.at++] : PLACE.PROSE);
  }
  return papers;
}

/** The papers with exactly this key. @param {string} key @returns {Promise<Papers>} */
export async function papersWith(key) {
  const { pieces } = await loadStart();
  if (!pieces.length) return new Map();
  const piece = await open(pieceOf(pieces, key));
  const i = pieceOf(piece.names, key);
  return piece.names[i] === key ? papersAt(piece, i) : new Map();
}

/** The keys that begin with `beginning`, with their papers; nothing where they lie in more than `most` pieces.
 * @param {string} beginning @param {number} most @returns {Promise<[string, Papers][] | null>} */
export async function keysFrom(beginning, most) {
  const { pieces } = await loadStart();
  if (!pieces.length) return [];
  const first = pieceOf(pieces, beginning);
  const last = pieceOf(pieces, beginning + LAST);
  if (last - first >= most) return null;
  const found = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => open(first + i)));
  return found.flatMap((piece) => piece.names.flatMap((name, i) => (name.startsWith(beginning) ? [[name, papersAt(piece, i)]] : [])));
}
