// Shows who or what a link leads to, on hover, focus and touch. The cards lie in the page, in a template; a link has one
// when a card stands for its address. Without this script the links just work. Escape closes; a card stays while the
// pointer is on it. With a finger the first touch of a name shows the card and the second one follows; a headline
// follows at once.

function previews(template) {
  const SHOW = 350;
  const HIDE = 250;
  const EDGE = 8;
  const main = document.querySelector("main");
  const address = (href) => new URL(href, document.baseURI).href.split("#")[0];
  const path = (card) => address(`${template.dataset.previews}/${card.dataset.of}`);
  const cards = new Map([...template.content.children].map((card) => [path(card), card]));
  const box = document.createElement("div");
  let shown = null;
  let touched = null;
  let timer = 0;

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const linkAt = (target) => {
    const link = target.closest("a[href]");
    return link && !link.hasAttribute("data-no-preview") && cards.has(address(link.getAttribute("href"))) ? link : null;
  };

  function place(link) {
    const line = link.getClientRects()[0] || link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - box.offsetWidth - EDGE;
    const below = line.bottom + EDGE;
    const above = line.top - box.offsetHeight - EDGE;
    box.style.left = `${Math.max(EDGE, Math.min(line.left, room)) + scrollX}px`;
    box.style.top = `${(below + box.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY}px`;
  }

  function close() {
    clearTimeout(timer);
    box.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  }

  function show(link) {
    close();
    box.replaceChildren(cards.get(address(link.getAttribute("href"))).cloneNode(true));
    box.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", box.id);
    shown = link;
  }

  main.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link && link !== shown) later(() => show(link), SHOW);
    else if (link || box.contains(event.target)) clearTimeout(timer);
  });
  main.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && !shown?.matches(":focus-visible")) later(close, HIDE);
  });
  main.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible")) later(() => show(link), SHOW);
  });
  main.addEventListener("focusout", close);
  main.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (link && link === touched && link !== shown && !link.closest("h1, h2, h3, h4")) {
      event.preventDefault();
      show(link);
    }
    touched = null;
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch" ? linkAt(event.target) : null;
    if (touched !== shown && !box.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("resize", close);

  box.className = "preview";
  box.id = "preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  main.append(box);
}

document.querySelectorAll("[data-previews]").forEach(previews);
