// Filters the ledger of quotations by speaker, source and words. The data come with the first use, as a script, so that
// it works from a disk too; the address remembers the question. Without this script the pages list all quotations.

function filterQuotes(form) {
  const SHOWN = 100;
  const FIELDS = ["speaker", "source", "words"];
  const root = form.dataset.root;
  const matches = document.querySelector("[data-matches]");
  const unfiltered = document.querySelector("[data-unfiltered]");
  const found = form.querySelector("[data-found]");
  let quotes = null;
  let asking = false;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, "\"").toLowerCase();
  const words = (text) => fold(text).split(/\s+/).filter(Boolean);
  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
  const link = (path, className, ...inside) => {
    const element = make("a", className, ...inside);
    element.href = `${root}/${path}`;
    return element;
  };

  function entry(quote) {
    const text = make("p", "", `“${quote.text}”`);
    text.lang = quote.lang;
    text.dir = "auto";
    const speaker = quote.speakerPath
      ? link(quote.speakerPath, "speaker", quote.speaker)
      : make("span", "speaker", quote.speaker || "Unattributed");
    const how = make("span", "how", ...(quote.cue ? [make("span", "cue", `“${quote.cue}”`), ", "] : []), quote.how);
    const day = make("time", "", quote.day);
    day.dateTime = quote.iso;
    const sign = make("span", "", "¶");
    sign.setAttribute("aria-hidden", "true");
    const number = make("span", "number-of", sign, make("span", "visually-hidden", "paragraph "), `${quote.paragraph}`);
    const title = make("span", "", quote.title);
    title.lang = quote.lang;
    title.dir = "auto";
    const to = link(quote.path, "", title, " ", number);
    const outlet = quote.outlet ? [make("span", "", quote.outlet)] : [];
    const from = make("span", "from", to, ...outlet, make("span", "", day));
    const caption = make("figcaption", "", speaker, how, from);
    return make("figure", "quotation", make("blockquote", "", text), caption);
  }

  function suggest(id, values) {
    const distinct = [...new Set(values.filter(Boolean))].sort((a, b) => a.localeCompare(b, "en"));
    document.getElementById(id).replaceChildren(...distinct.map((value) => new Option(value, value)));
  }

  function show() {
    if (!quotes) return;
    const wanted = FIELDS.map((name) => words(form.elements[name].value));
    const active = wanted.some((list) => list.length);
    const all = active ? quotes.filter((q) => wanted.every((list, n) => list.every((w) => q.keys[n].includes(w)))) : [];
    matches.replaceChildren(...all.slice(0, SHOWN).map(entry));
    matches.hidden = !active;
    unfiltered.hidden = active;
    const rest = all.length > SHOWN ? `, the newest ${SHOWN} shown` : "";
    const asked = new URLSearchParams(FIELDS.map((name) => [name, form.elements[name].value]).filter(([, v]) => v));
    history.replaceState(null, "", active ? `#${asked}` : location.pathname + location.search);
    found.textContent = active ? `${all.length} of ${quotes.length} quotations${rest}` : "";
  }

  window.showQuotations = (rows) => {
    quotes = rows.map(
      ([text, speaker, speakerPath, cue, how, path, paragraph, title, outlet, iso, day, lang]) => ({
        text, speaker, speakerPath, cue, how, path, paragraph, title, outlet, iso, day, lang,
        keys: [fold(speaker || ""), fold(`${outlet || ""} ${title}`), fold(text)],
      }),
    );
    suggest("filter-speakers", quotes.map((quote) => quote.speaker));
    suggest("filter-sources", quotes.map((quote) => quote.outlet));
    show();
  };

  function load() {
    if (asking) return;
    asking = true;
    const script = document.createElement("script");
    script.src = form.dataset.filter;
    script.addEventListener("error", () => (found.textContent = "The quotations could not be loaded."));
    document.head.append(script);
  }

  form.addEventListener("focusin", load);
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  const asked = new URLSearchParams(location.hash.slice(1));
  FIELDS.forEach((name) => (form.elements[name].value = asked.get(name) || form.elements[name].value));
  if (FIELDS.some((name) => form.elements[name].value)) load();
}

document.querySelectorAll("[data-filter]").forEach(filterQuotes);
