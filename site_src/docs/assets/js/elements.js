// What the markup of a page promises to scripts: elements of a kind, and the words that they carry.

/** The first element in `place` that matches `which` and is a `kind`: by default, any element of HTML.
 * @template {Element} [T=HTMLElement] @param {ParentNode} place @param {string} which @param {new () => T} [kind] @returns {T} */
export function find(place, which, kind) {
  const found = place.querySelector(which);
  const wanted = kind ?? HTMLElement;
  if (found instanceof wanted) return /** @type {T} */ (found);
  throw new TypeError(`no ${wanted.name} at ${which}`);
}

/** All elements in `place` that match `which` and are a `kind`.
 * @template {Element} [T=HTMLElement] @param {ParentNode} place @param {string} which @param {new () => T} [kind] @returns {T[]} */
export function findAll(place, which, kind) {
  const wanted = kind ?? HTMLElement;
  return /** @type {T[]} */ ([...place.querySelectorAll(which)].filter((found) => found instanceof wanted));
}

/** The words of the page that `element` carries for scripts, with `values` in their places.
 * @param {HTMLElement} element @param {string} name @param {Record<string, string>} [values] */
export function words(element, name, values = {}) {
  return Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), element.dataset[name] ?? "");
}

/** A copy of what the template `blank` holds. @param {HTMLTemplateElement} blank */
export const copyOf = (blank) => /** @type {DocumentFragment} */ (blank.content.cloneNode(true));
