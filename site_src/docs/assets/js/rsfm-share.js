// <rsfm-share>: a link to the page itself that becomes the system's share sheet, else a copied link, else one to copy.

import { copy } from "./clipboard.js";

customElements.define("rsfm-share", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const link = this.querySelector("a");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.share(new URL(location.pathname, location.href).href);
    });
  }

  /** @param {string} url */
  async share(url) {
    const status = this.querySelector("[role=status]");
    if (typeof navigator.share === "function") {
      try {
        await navigator.share({ title: this.dataset.title, url });
        return;
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return;
      }
    }
    if (await copy(url)) {
      status.replaceChildren(status.dataset.copied);
      setTimeout(() => status.replaceChildren(), 4000);
      return;
    }
    const field = Object.assign(document.createElement("input"), { value: url, readOnly: true });
    field.setAttribute("aria-label", status.dataset.byHand);
    status.replaceChildren(`${status.dataset.byHand} `, field);
    field.focus();
    field.select();
  }
});
