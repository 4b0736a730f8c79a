// What every page needs; an element that is on few pages is asked for where it stands. All pages work before scripts
// arrive.
import "./menu.js";
import "./printed.js";
import "./remember_locale.js";
import "./rsfm-star.js";
import "./scheme.js";
import "./search_dialog.js";
import "./shortcuts.js";

const wanted = { "details.several": "popups", "rsfm-compare": "rsfm-compare", "rsfm-copy": "rsfm-copy", "rsfm-explorer": "rsfm-explorer", "rsfm-favourites": "rsfm-favourites", "rsfm-search[data-filters]": "rsfm-search", "rsfm-share": "rsfm-share", "rsfm-standing": "rsfm-standing" };
for (const [selector, name] of Object.entries(wanted)) if (document.querySelector(selector)) import(`./${name}.js`);
