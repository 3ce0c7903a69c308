// Runs before the first paint, so that a remembered choice shows without a flash.
(() => {
  try {
    const chosen = localStorage.getItem("newsdigest-theme");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch {
    // No storage: the system's setting holds.
  }
})();
