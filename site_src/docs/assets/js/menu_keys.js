// The theme's menu button is a label; Enter and Space work it as they would a button.
document.addEventListener("keydown", (event) => {
  const label = event.target instanceof Element && event.target.closest('label[role="button"]');
  if (!label || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  label.click();
});
