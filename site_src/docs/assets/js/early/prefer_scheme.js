// Before anything is painted: a reader who never chose gets the scheme that the system prefers. The theme's own script
// does the same only once it has loaded, after a flash of light.
{
  let chosen = null;
  try { chosen = __md_get("__palette"); } catch { /* nothing was chosen */ }
  if (!chosen && matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate";
}
