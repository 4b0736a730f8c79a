// <rsfm-copy>: a text and a button that copies it; the text can be selected by hand in any case.

import { copy } from "./clipboard.js";

customElements.define("rsfm-copy", class extends HTMLElement {
  connectedCallback() {
    const [text, button, status] = ["pre", "button", "[role=status]"].map((which) => this.querySelector(which));
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy(text.textContent);
      status.textContent = copied ? button.dataset.copied : button.dataset.failed;
      if (!copied) getSelection()?.selectAllChildren(text);
    });
  }
});
