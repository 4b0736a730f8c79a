// Every script of the site: each import is one element or one behaviour, and every page works before they arrive.
import "./label_keys.js";
import "./remember_locale.js";
import "./rsfm-copy.js";
import "./rsfm-favourites.js";
import "./rsfm-search.js";
import "./rsfm-share.js";
import "./rsfm-star.js";
import "./search_dialog.js";
