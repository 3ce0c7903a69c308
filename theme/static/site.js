// Comforts. Each starts from a data attribute and does nothing where the page has none; all works without them.

function themeToggle(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.theme || (system.matches ? "dark" : "light");
  const show = () => {
    button.textContent = current() === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${button.textContent.toLowerCase()} colours`);
    const paper = getComputedStyle(document.body).backgroundColor;
    document.querySelectorAll("meta[name=theme-color]").forEach((meta) => (meta.content = paper));
  };
  const remember = (theme) => {
    try {
      if (theme) localStorage.setItem("newsdigest-theme", theme);
      else localStorage.removeItem("newsdigest-theme");
    } catch {
      // No storage: the choice holds for this page.
    }
  };
  button.addEventListener("click", () => {
    const next = current() === "dark" ? "light" : "dark";
    const isSystem = next === (system.matches ? "dark" : "light");
    if (isSystem) delete root.dataset.theme;
    else root.dataset.theme = next;
    remember(isSystem ? "" : next);
    show();
  });
  system.addEventListener("change", show);
  button.hidden = false;
  show();
}

function copyButton(link) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy the address of ${link.textContent}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  link.after(" ", button);
}

// A slash leads to the field of the search, from every page.
function searchKey(link) {
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type=radio]), select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    event.preventDefault();
    const field = document.querySelector("[data-search] [type=search]");
    if (field) field.focus();
    else location.assign(link.href);
  });
}

document.querySelectorAll("[data-theme-toggle]").forEach(themeToggle);
document.querySelectorAll("[data-copy]").forEach(copyButton);
document.querySelectorAll("[data-search-link]").forEach(searchKey);
