// <rsfm-copy>: a text and a button that copies it; the text can be selected by hand in any case.

import { copy } from "./clipboard.js";
import { find, words } from "./elements.js";

customElements.define("rsfm-copy", class extends HTMLElement {
  connectedCallback() {
    const [text, button, status] = ["pre", "button", "[role=status]"].map((which) => find(this, which));
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(text.textContent ?? "");
      status.textContent = words(button, copied ? "copied" : "failed");
      if (!copied) getSelection()?.selectAllChildren(text);
    });
  }
});
