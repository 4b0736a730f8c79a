// Where the current page is: its locale, and the addresses of the site's root and of the locale's folder.

/** @type {"zh" | "en"} */
export const locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** The root of the site, whatever folder it is published under. */
export const root = new URL("../../", import.meta.url);

/** Papers that were renamed: the present paper_id by the former one. @type {Record<string, string>} */
const renamed = JSON.parse(document.querySelector("meta[name=rsfm-renamed]")?.getAttribute("content") ?? "{}");

/** What the paper is called today. @param {string} paperId */
export const presentId = (paperId) => (Object.hasOwn(renamed, paperId) ? renamed[paperId] : paperId);

/** The folder of the page's locale. */
export const localeRoot = new URL(`${locale}/`, root);
