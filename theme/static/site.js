// Comforts. Each starts from a data attribute and does nothing where the page has none; all works without them.

function themeToggle(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.theme || (system.matches ? "dark" : "light");
  const show = () => {
    button.textContent = current() === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${button.textContent.toLowerCase()} colours`);
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

document.querySelectorAll("[data-theme-toggle]").forEach(themeToggle);
document.querySelectorAll("[data-copy]").forEach(copyButton);
