// What somebody pasted: an address, an arXiv id or a DOI. tools/rsfm/site/search/addresses.py cuts the catalog's alike.

const ARXIV_AT = /^(?:arxiv\.org|export\.arxiv\.org|alphaxiv\.org|huggingface\.co\/papers|hf\.co\/papers|ar5iv\.(?:labs\.)?(?:arxiv\.)?org)\/(?:(?:abs|pdf|html|format)\/)?/;
const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/;
const DOI = /^(?:doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+?)[.,;]?$/;
const ADDRESS = /^(?:[a-z+]+:\/\/\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+|[\w.-]+\/[\w.-]+)$/;
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
