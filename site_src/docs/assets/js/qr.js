// A text as a QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 20, which is 666 bytes.

import { shieldedBytes } from "./qr_correction.js";

const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]; // by version
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]; // bytes a block
/** @type {((x: number, y: number) => number)[]} */
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Modules of `version` that hold data and correction. @param {number} version */
function room(version) {
  const ways = Math.floor(version / 7) + 2;
  const marks = version < 2 ? 0 : (25 * ways - 10) * ways - 55 + (version < 7 ? 0 : 36);
  return (16 * version + 128) * version + 64 - marks;
}

/** Rows of dark and light modules; undefined where the text is too long. @param {string} text @returns {boolean[][] | undefined} */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  const capacity = (/** @type {number} */ version) => Math.floor(room(version) / 8) - BLOCKS[version] * CORRECTION[version];
  const lengthBits = (/** @type {number} */ version) => (version < 10 ? 8 : 16);
  const version = BLOCKS.findIndex((_, each) => each > 0 && 4 + lengthBits(each) + 8 * bytes.length <= 8 * capacity(each));
  if (version < 0) return undefined;
  /** @type {number[]} */
  const bits = [];
  const put = (/** @type {number} */ value, /** @type {number} */ length) => { for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1); };
  put(4, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, 8 * capacity(version) - bits.length));
  put(0, -bits.length & 7);
  for (let filler = 0xec; bits.length < 8 * capacity(version); filler ^= 0xec ^ 0x11) put(filler, 8);
  const data = Uint8Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => 2 * byte + bit, 0));
  return drawn(version, shieldedBytes(data, BLOCKS[version], CORRECTION[version]));
}

/** @param {number} version @param {number[]} bytes */
function drawn(version, bytes) {
  const size = 4 * version + 17;
  /** @type {(boolean | undefined)[][]} */
  const grid = Array.from({ length: size }, () => Array(size).fill(undefined));
  drawMarks(grid, version);
  /** @type {[number, number][]} where data goes */
  const free = [];
  for (let pair = size - 1; pair > 0; pair -= 2) {
    const right = pair > 6 ? pair : pair - 1; // the ruler has a column of its own
    for (let i = 0; i < size; i++) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - i : i;
        if (grid[y][x] === undefined) free.push([x, y]);
      }
    }
  }
  const candidates = MASKS.map((mask, number) => {
    const copy = grid.map((row) => [...row]);
    free.forEach(([x, y], i) => { copy[y][x] = Boolean(((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) !== (mask(x, y) === 0); });
    drawFormat(copy, number);
    return /** @type {boolean[][]} */ (copy);
  });
  const costs = candidates.map(penalty);
  return candidates[costs.indexOf(Math.min(...costs))];
}

/** What every code of a version has: corners, rulers, guides, its number. @param {(boolean | undefined)[][]} grid @param {number} version */
function drawMarks(grid, version) {
  const size = grid.length;
  for (let i = 0; i < size; i++) grid[6][i] = grid[i][6] = i % 2 === 0;
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (grid[cy + dy] && cx + dx >= 0 && cx + dx < size) grid[cy + dy][cx + dx] = ring !== 2 && ring !== 4;
      }
    }
  }
  const ways = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.floor((8 * version + 3 * ways + 5) / (4 * ways - 4)) * 2;
  const at = Array.from({ length: ways }, (_, i) => (i === 0 ? 6 : size - 7 - step * (ways - 1 - i)));
  for (const cy of at) {
    for (const cx of at) {
      if ((cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6)) continue;
      for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) grid[cy + dy][cx + dx] = Math.max(Math.abs(dx), Math.abs(dy)) !== 1;
    }
  }
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let i = 0; i < 18; i++) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      grid[b][a] = grid[a][b] = ((bits >>> i) & 1) === 1;
    }
  }
  drawFormat(grid, 0); // keeps its place free of data
}

/** Correction M, which is 0, and the mask. @param {(boolean | undefined)[][]} grid @param {number} mask */
function drawFormat(grid, mask) {
  const size = grid.length;
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (/** @type {number} */ i) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 8; i++) grid[i < 6 ? i : i + 1][8] = bit(i);
  grid[8][7] = bit(8);
  for (let i = 9; i < 15; i++) grid[8][14 - i] = bit(i);
  for (let i = 0; i < 8; i++) grid[8][size - 1 - i] = bit(i);
  for (let i = 8; i < 15; i++) grid[size - 15 + i][8] = bit(i);
  grid[size - 8][8] = true;
}

/** How hard a code is to read. @param {boolean[][]} grid */
function penalty(grid) {
  const size = grid.length;
  let cost = 0;
  for (const lines of [grid, grid.map((_, x) => grid.map((row) => row[x]))]) {
    for (const line of lines) {
      const text = line.map(Number).join("");
      for (const run of text.match(/0+|1+/g) ?? []) if (run.length >= 5) cost += run.length - 2;
      for (let i = 0; i + 11 <= size; i++) if (["10111010000", "00001011101"].includes(text.slice(i, i + 11))) cost += 40;
    }
  }
  for (let y = 1; y < size; y++) for (let x = 1; x < size; x++) if (grid[y][x] === grid[y - 1][x] && grid[y][x] === grid[y][x - 1] && grid[y][x] === grid[y - 1][x - 1]) cost += 3;
  const dark = grid.flat().filter(Boolean).length / (size * size);
  return cost + 10 * Math.floor(Math.abs(20 * dark - 10));
}
