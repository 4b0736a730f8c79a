// The theme's buttons for menu and colours work labels, which need no script; Enter and Space must do what a click does.
document.addEventListener("keydown", (event) => {
  const button = event.target instanceof Element && event.target.closest('label [role="button"]');
  if (!button || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  button.closest("label").click();
});
