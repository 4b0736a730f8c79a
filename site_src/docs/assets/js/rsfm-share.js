// <rsfm-share>: a link to the page itself that becomes a way to give its address away.

import { share } from "./sharing.js";

customElements.define("rsfm-share", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      const url = new URL(location.pathname, location.href).href;
      share({ title: this.dataset.title, url }, this.querySelector("[role=status]"));
    });
  }
});
