// Copying text where the browser allows it.

/** Copies `text` and says whether it worked. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { return copyOldWay(text); }
}

/** What browsers inside apps still allow while a finger is on a button, WeChat's among them. @param {string} text */
function copyOldWay(text) {
  const before = document.activeElement;
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  document.body.append(area);
  area.select();
  let copied = false;
  try { copied = document.execCommand("copy"); } catch { /* then it is not copied */ }
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
