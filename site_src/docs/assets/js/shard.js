// Which of several files a thing lies in. tools/rsfm/render/shards.py and the search index follow the same rule.

/** The FNV-1a hash of `name` among `count`. @param {string} name @param {number} count */
export function shardOf(name, count) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value % count;
}
