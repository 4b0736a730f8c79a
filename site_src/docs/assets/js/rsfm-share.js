// <rsfm-share data-title data-text>: a menu of ways to give the page's address away, with its QR code drawn here.

import { find } from "./elements.js";
import { copyOrShow, share } from "./sharing.js";

const QUIET = 4; // light modules that a code needs around it

customElements.define("rsfm-share", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const status = find(this, "[role=status]");
    const { title = "", text = "" } = this.dataset;
    const url = new URL(location.pathname, location.href).href;
    const sheet = find(this, "[data-sheet]");
    sheet.hidden = typeof navigator.share !== "function";
    sheet.addEventListener("click", () => share({ title, text: text || title, url }, status));
    find(this, "[data-copy]").addEventListener("click", () => copyOrShow(url, status));
    find(this, "[data-copy-titled]").addEventListener("click", () => copyOrShow(`${title} – ${url}`, status));
    find(this, "[data-mail]", HTMLAnchorElement).href = `mailto:?${new URLSearchParams({ subject: title, body: `${text}\n\n${url}` }).toString().replaceAll("+", "%20")}`;
    // WeChat's own browser has a menu of its own that sends the page on, and nothing else that does.
    find(this, "[data-wechat]").hidden = !/MicroMessenger/i.test(navigator.userAgent);
    find(this, "details").addEventListener("toggle", () => this.draw(url), { once: true });
  }

  /** @param {string} url */
  async draw(url) {
    const { qrCode } = await import("./qr.js");
    const rows = qrCode(url);
    const figure = find(this, "figure");
    figure.hidden = !rows;
    if (!rows) return;
    const picture = find(figure, "svg", SVGElement);
    const size = rows.length + 2 * QUIET;
    picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
    const dots = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
    find(picture, "path", SVGElement).setAttribute("d", dots.join(""));
  }
});
