// A reader who follows the language switch is taken to that language again at the site's root.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-locale]");
  if (!link) return;
  try { localStorage.setItem("rsfm:locale:1", link.dataset.locale); } catch { /* the link works all the same */ }
});
