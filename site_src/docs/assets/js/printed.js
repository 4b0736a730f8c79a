// What a printed page says of itself: the day on which it was printed. Its address is there without scripts.
window.addEventListener("beforeprint", () => {
  const place = document.querySelector("[data-printed]");
  if (place) place.textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
});
