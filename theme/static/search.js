// Searches with the index of Pagefind that lies beside the pages. The address remembers the question, so that a search
// can be linked. Without this script, and from a disk, the page leads to the lists that hold everything.

function search(box) {
  const [FEW, SOME, MANY] = [3, 8, 25]; // results at first: names, texts, those of one kind
  const [OPTIONS, AROUND, EXCERPT] = [100, 8, 40]; // names to choose from; words before a match, and in all
  const TELLING = ["title", "speaker", "role", "outlet"]; // what else a result shows is no reason to find it
  const root = box.dataset.root;
  const form = box.querySelector("form");
  const field = form.elements.q;
  const results = box.querySelector("[data-results]");
  const found = box.querySelector("[data-found]");
  const ways = document.querySelector("[data-ways]");
  const kinds = [...form.elements.kind].filter((radio) => radio.value);
  const narrowing = ["source", "person", "tag", "year"];
  const fromDisk = location.protocol === "file:";
  const names = ["q", "kind", ...narrowing, "order"];
  let engine = null;
  let turn = 0;
  let shown = MANY;

  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
  const counted = (number, radio) =>
    `${number.toLocaleString("en")} ${number === 1 ? radio.dataset.one : radio.dataset.many}`;
  const dated = (radio) => radio.dataset.dated !== undefined;
  const { compare } = new Intl.Collator("en");
  const asked = () => Object.fromEntries(names.map((name) => [name, form.elements[name].value.trim()]));

  // --- a result ---

  // Words, with those that were found marked: `hits` are numbers of words, the first of them being `first`.
  function marked(words, hits, first) {
    return words.flatMap((word, n) => {
      const space = n ? " " : "";
      if (!hits.has(first + n)) return [space + word];
      const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
      return [space + before, make("mark", "", core), after];
    });
  }

  // The paragraph where most was found; without any, the first one, to which no fragment leads.
  function passage(data) {
    const places = data.anchors.toSorted((a, b) => a.location - b.location);
    const scores = places.map(() => 0);
    for (const { location, balanced_score } of data.weighted_locations) {
      const n = places.findLastIndex((place) => place.location <= location);
      if (n >= 0 && location < places[n].location + places[n].text.split(/\s+/).length) scores[n] += balanced_score;
    }
    const best = scores.indexOf(Math.max(...scores));
    return { place: places[best], hit: scores[best] > 0 };
  }

  function excerpt(place, hits, length) {
    const words = place.text.split(/\s+/);
    const hit = words.findIndex((_, n) => hits.has(place.location + n));
    const start = words.length > length ? Math.max(0, Math.min(hit - AROUND, words.length - length)) : 0;
    const text = marked(words.slice(start, start + length), hits, place.location + start);
    return [start ? "… " : "", ...text, start + length < words.length ? " …" : ""];
  }

  const link = (path, ...inside) => Object.assign(make("a", "", ...inside), { href: `${root}/${path}` });
  const spans = (...texts) => texts.filter(Boolean).map((text) => make("span", "", text));
  const inLanguage = (element, data) => {
    if (data.meta.lang) element.lang = data.meta.lang;
    element.dir = "auto";
    return element;
  };

  const shapes = {
    article(data, path, hits) {
      const { place, hit } = data.anchors.length ? passage(data) : {};
      const title = link(hit ? `${path}#${place.id}` : path, ...marked(data.meta.title.split(/\s+/), hits, 0));
      const text = place ? [inLanguage(make("p", "search-excerpt", ...excerpt(place, hits, EXCERPT)), data)] : [];
      const from = make("p", "byline", ...spans(data.meta.outlet, data.meta.day));
      return make("article", "row", inLanguage(make("h3", "headline", title), data), from, ...text);
    },
    quotation(data, path, hits) {
      const { place } = passage(data);
      const words = inLanguage(make("p", "", "“", ...excerpt(place, hits, 2 * EXCERPT), "”"), data);
      const speaker = make("span", "speaker", data.meta.speaker || "Unattributed");
      const title = link(`${path}#${place.id}`, data.meta.article);
      const from = make("span", "from", title, ...spans(data.meta.source, data.meta.day));
      return make("figure", "quotation", make("blockquote", "", words), make("figcaption", "", speaker, from));
    },
    name(data, path, hits) {
      const name = link(path, ...marked(data.meta.title.split(/\s+/), hits, 0));
      const role = data.meta.role ? [make("span", "role", data.meta.role)] : [];
      const count = make("p", "count", String(data.count), make("span", "visually-hidden", " articles"));
      return make("div", "entity", make("p", "entity-name", name, ...role), count);
    },
  };

  function entry(data) {
    const [, kind, page] = /^\/(\w+)\/([^~]+)(?:~\d+)?\.html$/.exec(data.raw_url);
    return make("li", "", (shapes[kind] || shapes.name)(data, `${page}.html`, new Set(data.locations)));
  }

  // --- all results ---

  function group(radio, list, data, only) {
    const title = make("h2", "label", counted(list.length, radio));
    title.id = `found-${radio.value}`;
    const entered = make("ol", "", ...data.map(entry));
    const section = make("section", dated(radio) ? "search-texts" : "search-names", title, entered);
    section.setAttribute("aria-labelledby", title.id);
    if (data.length < list.length) {
      const more = make("button", "copy", only ? "Show more" : `Show all ${counted(list.length, radio)}`);
      more.type = "button";
      more.addEventListener("click", async () => {
        if (only) shown += MANY;
        else radio.checked = true;
        await run().catch(giveUp);
        results.querySelectorAll("li a")[only ? data.length : 0]?.focus();
      });
      section.append(make("p", "more", more));
    }
    return section;
  }

  const fits = (row, question, but) =>
    (!question.kind || row.kind === question.kind) &&
    narrowing.every((name) => name === but || !question[name] || row[name].includes(question[name]));

  // Offer what the results can be narrowed down to: the most frequent values, in order of the alphabet.
  function offer(rows, question) {
    for (const name of narrowing) {
      const counts = new Map();
      for (const value of rows.filter((row) => fits(row, question, name)).flatMap((row) => row[name])) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
      const frequent = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || compare(a, b));
      const values = [...new Set([...frequent.slice(0, OPTIONS), question[name]])].filter(Boolean).sort(compare);
      if (name === "year") values.reverse();
      const select = form.elements[name];
      select.replaceChildren(new Option("Any", ""), ...values.map((value) => new Option(value)));
      select.value = question[name];
      select.disabled = !values.length;
    }
  }

  async function run() {
    const mine = ++turn;
    const question = asked();
    const given = new URLSearchParams(Object.entries(question).filter(([, value]) => value));
    history.replaceState(null, "", given.size ? `?${given}` : location.pathname);
    results.setAttribute("aria-busy", "true");
    const { facets, hits, everything } = await (engine ??= load());
    const entries = question.q ? await hits(question.q) : everything;
    const all = entries.filter(({ id }) => facets.has(id)).map(({ id, data }) => ({ ...facets.get(id), data }));
    const asking = ["q", "kind", ...narrowing].some((name) => question[name]);
    const matches = asking ? all.filter((row) => fits(row, question)) : [];
    if (question.order) matches.sort((a, b) => compare(b.day, a.day));
    const ofKind = (radio) => [radio, matches.filter((row) => row.kind === radio.value)];
    const lists = kinds.map(ofKind).filter(([, list]) => list.length);
    const limit = (radio) => (question.kind ? shown : dated(radio) ? SOME : FEW);
    const whole = async ({ data, count }) => ({ ...(await data()), count });
    const first = ([radio, list]) => Promise.all(list.slice(0, limit(radio)).map(whole));
    const texts = await Promise.all(lists.map(first));
    if (mine !== turn) return;
    offer(all, question);
    results.replaceChildren(...lists.map(([radio, list], n) => group(radio, list, texts[n], Boolean(question.kind))));
    results.setAttribute("aria-busy", "false");
    ways.hidden = lists.length > 0;
    const told = lists.map(([radio, list]) => counted(list.length, radio)).join(", ");
    found.textContent = told || (asking ? "Nothing found." : "");
  }

  // The index, and for each of its entries the kind, the day and what it can be narrowed down to.
  async function load() {
    const place = new URL(`${box.dataset.search}/`, document.baseURI);
    const told = fetch(new URL("facets.json", place), { cache: "no-cache" }).then((answer) => answer.json());
    const pagefind = await import(new URL("pagefind.js", place));
    await pagefind.options({ noWorker: true });
    await pagefind.filters(); // it has none of its own: this waits until all is there, or fails
    const { values, rows } = await told;
    const named = Object.keys(values);
    const row = ([kind, day, ...numbers]) => {
      const lists = named.map((name, n) => [name, numbers[n].map((number) => values[name][number])]);
      return { kind, day, count: numbers[named.length], ...Object.fromEntries(lists) };
    };
    const facets = new Map(Object.entries(rows).map(([id, one]) => [id, row(one)]));

    // Without words nothing is looked up in the index, which would be loaded whole: an entry is read as it is.
    const entire = (id) => async () => {
      const answer = await fetch(new URL(`fragment/${id}.pf_fragment`, place));
      const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
      const data = JSON.parse(text.slice(text.indexOf("{")));
      return { ...data, raw_url: data.url, locations: [], weighted_locations: [] };
    };
    const everything = [...facets.keys()].map((id) => ({ id, data: entire(id) }));
    const telling = (hit) => hit.words.length || hit.matchedMetaFields?.some((name) => TELLING.includes(name));
    const hits = async (words) => (await pagefind.search(words.replace(/[“”„]/g, '"'))).results.filter(telling);
    return { facets, hits, everything };
  }

  function giveUp() {
    form.hidden = true;
    results.setAttribute("aria-busy", "false");
    const why = fromDisk ? "From a disk, browsers do not let a page search." : "The search could not be loaded.";
    found.textContent = `${why} The lists below hold everything.`;
    ways.hidden = false;
  }

  // --- typing and keys ---

  let waiting = 0;
  const soon = (pause) => {
    clearTimeout(waiting);
    shown = MANY;
    waiting = setTimeout(() => run().catch(giveUp), pause);
  };
  form.addEventListener("input", (event) => soon(event.target === field ? 150 : 0));
  form.addEventListener("reset", () => soon(0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
  box.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("li a")];
    const at = links.indexOf(event.target);
    if (at < 0 && event.target !== field) return;
    if (event.key === "ArrowDown") (links[at + 1] || event.target).focus();
    else if (event.key === "ArrowUp") (links[at - 1] || field).focus();
    else if (event.key === "Escape") {
      field.value = "";
      field.focus();
      soon(0);
    } else return;
    event.preventDefault();
  });

  if (fromDisk) return giveUp();
  const remembered = new URLSearchParams(location.search);
  for (const name of names) {
    const value = remembered.get(name) || "";
    if (narrowing.includes(name) && value) form.elements[name].append(new Option(value));
    if (value) form.elements[name].value = value;
  }
  ways.hidden = names.some((name) => remembered.get(name));
  requestAnimationFrame(() => setTimeout(() => run().catch(giveUp))); // the page is shown first: the engine is heavy
}

document.querySelectorAll("[data-search]").forEach(search);
