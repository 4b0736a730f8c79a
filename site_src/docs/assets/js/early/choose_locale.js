// The root of the site: goes on to the language the reader chose last time, else to the one the browser prefers.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("rsfm:locale:1"); } catch { /* a preference is not worth an error */ }
  const wanted = [chosen, ...(navigator.languages ?? [navigator.language])];
  const locale = wanted.map((tag) => String(tag ?? "").slice(0, 2).toLowerCase()).find((tag) => tag === "zh" || tag === "en");
  location.replace(`${locale ?? "en"}/${location.search}${location.hash}`);
})();
