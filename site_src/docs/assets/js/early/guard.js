// Runs before the theme: makes browser storage something that can be relied on, whatever state it is in.
// The theme reads one JSON value per setting and stops working where storage throws, is absent or holds nonsense.
(() => {
  /** @returns {Storage} a storage that forgets everything when the page is left */
  const inMemory = () => {
    const values = new Map();
    return /** @type {Storage} */ ({
      get length() { return values.size; },
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(String(key)) ?? null,
      setItem: (key, value) => { values.set(String(key), String(value)); },
      removeItem: (key) => { values.delete(String(key)); },
      clear: () => { values.clear(); },
    });
  };

  /** @param {string} key @param {string | null} text */
  const isUsable = (key, text) => {
    let value;
    try { value = JSON.parse(text ?? "null"); } catch { return false; }
    if (!key.endsWith(".__palette")) return true;
    const colours = value?.color;
    return Number.isInteger(value?.index) && value.index >= 0 && value.index < 2
      && typeof colours === "object" && colours !== null
      && Object.values(colours).every((colour) => typeof colour === "string");
  };

  for (const name of ["localStorage", "sessionStorage"]) {
    let storage = null;
    try {
      storage = window[name];
      const theme = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.includes(".__"));
      storage.getItem("rsfm");
      for (const key of theme) if (!isUsable(key, storage.getItem(key))) storage.removeItem(key);
    } catch { storage = null; }
    try {
      storage?.setItem("rsfm:probe", "1");
      storage?.removeItem("rsfm:probe");
    } catch { document.documentElement.dataset.storage = "full"; }
    if (storage) continue;
    document.documentElement.dataset.storage = "memory";
    Object.defineProperty(window, name, { value: inMemory(), configurable: true });
  }
})();
