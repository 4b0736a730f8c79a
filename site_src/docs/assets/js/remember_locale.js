// A reader who follows the language switch keeps query and place, and is taken to that language again at the root.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-locale]");
  if (!(link instanceof HTMLAnchorElement)) return;
  link.search = location.search;
  link.hash = location.hash;
  try { localStorage.setItem("rsfm:locale:1", link.dataset.locale ?? ""); } catch { /* the link works all the same */ }
});
