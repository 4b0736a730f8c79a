// Where the current page is: its locale, and the addresses of the site's root and of the locale's folder.

/** @type {"zh" | "en"} */
export const locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** The root of the site, whatever folder it is published under. */
export const root = new URL("../../", import.meta.url);

/** The folder of the page's locale. */
export const localeRoot = new URL(`${locale}/`, root);
