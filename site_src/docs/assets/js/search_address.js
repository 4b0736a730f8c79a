// What somebody pasted: an address, an arXiv id or a DOI. tools/rsfm/site/search/addresses.py cuts the catalog's alike.

const ARXIV_AT = /^(?:arxiv\.org|export\.arxiv\.org|alphaxiv\.org|huggingface\.co\/papers|hf\.co\/papers|ar5iv\.(?:labs\.)?(?:arxiv\.)?org)\/(?:(?:abs|pdf|html|format)\/)?/;
const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/;
const DOI = /^(?:doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+?)[.,;]?$/;
const ADDRESS = /^(?:[a-z+]+:\/\/\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+|[\w.-]+\/[\w.-]+)$/;
const SURELY = /^<?(?:[a-z+]+:\/\/|git@|(?:[a-z0-9-]+\.)+[a-z]{2,}\/)\S+$/;
const HUB = /^(?:github\.com|gitlab\.com|gitee\.com|huggingface\.co|hf\.co|modelscope\.cn)\/(?:(?:datasets|models|spaces)\/)?/;

/** The keys under which the paper of a pasted address lies, best first; none where it is no address. @param {string} query @returns {string[]} */
export function addressKeys(query) {
  const typed = query.trim().replace(/^<|>$/g, "").toLowerCase();
  const bare = typed.replace(/^arxiv:\s*/, "").replace(/^(?:git@([a-z.]+):)/, "$1/").replace(/^[a-z+]+:\/\/(?:www\.|dx\.)?/, "")
    .replace(/^hf\.co\//, "huggingface.co/").split("#")[0].replace(/(?:\.git)?[/?]*$/, "");
  const id = bare.split("?")[0].replace(ARXIV_AT, "").match(ARXIV_ID)?.[1];
  if (id) return [id, `10.48550/arxiv.${id}`];
  const doi = decoded(bare).match(DOI)?.[1];
  if (doi) return [doi, doi.replace(/^10\.48550\/arxiv\.(.*?)(?:v\d+)?$/, "$1")];
  if (!ADDRESS.test(typed) && !ADDRESS.test(bare)) return [];
  return [bare, ...shorter(bare.split("?")[0])];
}

/** Of what is surely an address or an id, the steps that may be a name, last first: none of an id. What only looks so, such
 * as image/text, is `undefined`. @param {string} query @returns {string[] | undefined} */
export function lastSteps(query) {
  const keys = addressKeys(query);
  if (!keys.length) return undefined;
  if (ARXIV_ID.test(keys[0]) || DOI.test(keys[0])) return [];
  if (!SURELY.test(query.trim().toLowerCase())) return undefined;
  return keys[0].split("?")[0].split("/").slice(1).reverse().map(decoded);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address, each of the folders above, and owner/name of what lies on a hub. @param {string} address */
function* shorter(address) {
  const inHub = address.replace(HUB, "");
  const steps = address.split("/");
  for (let length = steps.length; length > 0; length -= 1) yield steps.slice(0, length).join("/").replace(/\.git$/, "");
  if (inHub !== address || steps.length === 2) yield inHub.split("/").slice(0, 2).join("/").replace(/\.git$/, "");
}
