// Reed-Solomon correction over the field with 256 elements, as QR codes use it.

/** @param {number} a @param {number} b */
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = ((product << 1) ^ ((product >>> 7) * 0x11d)) ^ (((b >>> i) & 1) * a);
  return product;
}

/** The polynomial by which bytes are divided. @param {number} degree */
function divisor(degree) {
  const found = Array(degree).fill(0);
  found[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    for (let j = 0; j < degree; j++) found[j] = times(found[j], root) ^ (found[j + 1] ?? 0);
  }
  return found;
}

/** @param {Uint8Array} bytes @param {number[]} by */
function remainder(bytes, by) {
  const rest = Array(by.length).fill(0);
  for (const byte of bytes) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    by.forEach((each, i) => { rest[i] ^= times(each, factor); });
  }
  return rest;
}

/** The bytes in `blocks` with `correction` bytes each, interleaved. @param {Uint8Array} data @param {number} blocks @param {number} correction */
export function shieldedBytes(data, blocks, correction) {
  const by = divisor(correction);
  const short = Math.floor(data.length / blocks);
  const longer = data.length % blocks;
  const cut = Array.from({ length: blocks }, (_, i) => {
    const start = i * short + Math.max(0, i - (blocks - longer));
    return data.slice(start, start + short + (i >= blocks - longer ? 1 : 0));
  });
  const found = [];
  for (let i = 0; i <= short; i++) for (const block of cut) if (i < block.length) found.push(block[i]);
  const rests = cut.map((block) => remainder(block, by));
  for (let i = 0; i < correction; i++) for (const rest of rests) found.push(rest[i]);
  return found;
}
