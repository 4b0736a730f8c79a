// Before anything is painted: the scheme that the reader chose, else the one that the system prefers; and a mark for
// the styles that scripts run at all.
{
  const page = document.documentElement;
  let chosen = null;
  try { chosen = localStorage.getItem("rsfm:scheme:1"); } catch { /* a preference is not worth an error */ }
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  page.dataset.mdColorScheme = dark ? "slate" : "default";
  page.classList.add("js");
}
