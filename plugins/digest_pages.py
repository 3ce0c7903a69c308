"""Pages: every page that is no hand-written one, rendered only where something on it has changed.

Pelican's seam: a generator of its own. What the pages show is decided in `newsdigest.views`, how in the theme; a page
depends on its view, on the cards of whom it links, on its template with all that this one includes, and on what those
take from Pelican's context. Where all that is as it was for the site that stands, `newsdigest.kept` keeps its file.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, Template, meta
from newsdigest import kept, markup, store, views
from newsdigest.model import Skipped, StoryId
from newsdigest.options import from_settings
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

FORMER = "NEWSDIGEST_FORMER"
"""The environment variable that names the site that stands, whose files no one writes to."""
FOREIGN = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
"""Settings by which code that is not ours may have a hand in the pages."""
ADAPTERS = ("digest_pages.py", "digest_templates.py")
"""That have a hand in the pages."""
UNREAD = "the hand-written page could not be read; the messages of the build say why"
LINKED = re.compile(rb"/[a-z0-9.-]+\.html")
"""In a view or a template: the ends of addresses, some of them of pages that have a preview. What begins with one sign
is found three times as fast as what begins with a choice of words."""


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it is written."""

    text: str
    names: frozenset[str]
    """That it takes from the context."""
    included: tuple[str | None, ...]
    """Other templates; None for one whose name is only known when it is rendered."""


@dataclass(frozen=True, slots=True)
class Form:
    """A template, and what it takes from Pelican's context."""

    template: Template
    context: Mapping[str, object]
    digest: bytes | None
    """Of both, and of the previews of pages that the template itself may link; None where that cannot be told."""


class DigestGenerator(Generator):  # type: ignore[misc]  # Pelican carries no types
    """Writes the pages; needs `context["library"]` and `context["shelf"]`."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Write every page, then the files to download, then what lists the pages for programs."""
        library: views.Library = self.context["library"]
        self.forms: dict[tuple[str, str], Form] = {}
        self.sources: dict[str, Source] = {}
        paths = [page.save_as for page in self.context["pages"]]
        adapters = [Path(__file__).with_name(name).read_bytes() for name in ADAPTERS]
        self.code = b"".join([store.engine_digest(store.VIEWS).encode(), *adapters])
        for bundle in views.articles(library, bodies(library)):
            self.write_bundle(bundle)
        for bundle in views.bundles(library):
            paths += self.write_bundle(bundle)
        shelf: kept.Shelf = self.context["shelf"]
        for path, data in views.downloads(library):
            kept.put(shelf, path, None, partial(bytes, data))
        self.write("robots.txt", "robots.txt")
        if library.base:
            for part in views.sitemaps(library, paths):
                self.write(part.path, part.template, entries=part.entries)
        kept.close_shelf(shelf, Path(self.settings["CACHE_PATH"], kept.FILE))

    def write_bundle(self, bundle: views.Bundle) -> Sequence[str]:
        """Write the pages of a bundle, unless all that they depend on is as it was; give their paths."""
        shelf: kept.Shelf = self.context["shelf"]
        forms = [self.form(bundle.name, f"{template}.html") for template in bundle.templates]
        digest = together(bundle.inputs, *(form.digest for form in forms))
        if digest and (paths := kept.keep(shelf, bundle.name, digest)):
            return paths
        made = []
        for page in bundle.make():
            self.write(page.path, page.template + ".html", digest, view=page.view, body=page.body)
            made.append(page.path)
        if digest:
            kept.note(shelf, bundle.name, digest, made)
        return made

    def write(self, path: str, template: str, digest: bytes | None = None, **shown: object) -> None:
        """Put one file into the site; without a digest of what it is made from, what it shows tells that."""
        form = self.form(path, template)
        context = {**form.context, **shown, "output_file": path}
        if not digest and form.digest:
            told = msgspec.json.encode(shown)
            digest = kept.digest_of(form.digest, path.encode(), told, *linked_cards(self.context["cards"], told))
        kept.put(self.context["shelf"], path, digest, lambda: form.template.render(context).encode())
        signals.content_written.send(os.path.join(self.output_path, path), context=context)  # noqa: PTH118

    def form(self, path: str, template: str) -> Form:
        """Look up a template for a file at this place."""
        # The page for what is not there is shown at any depth, so its links must not depend on where it lies.
        relative = self.settings["RELATIVE_URLS"] and path != views.NOT_FOUND and template.endswith(".html")
        address = path_to_url(get_relative_path(path)) if relative else self.context["SITEURL"]
        if (template, address) not in self.forms:
            sources = closure(self.env, template, self.sources)
            context = {**self.context, "SITEURL": address}
            self.forms[template, address] = form_of(self.env.get_template(template), sources, context, self.code)
        return self.forms[template, address]


def bodies(library: views.Library) -> Callable[[StoryId], str]:
    """Make the HTML of an article's text when it is asked for, linked to the pages of those it names."""
    links = cache(lambda: views.name_links(library.edition, ".."))
    return lambda one: markup.body(library.stories[one], library.analyses[one], links()[one])


def together(*parts: bytes | None) -> bytes | None:
    """Make one digest of several; none where one is not known."""
    known = [part for part in parts if part]
    return kept.digest_of(*known) if len(known) == len(parts) else None


def cards_by_end(previews: views.Previews) -> Mapping[bytes, bytes]:
    """Encode previews, each by the end of the address of its page; several pages may have one end."""
    found: defaultdict[bytes, bytes] = defaultdict(bytes)
    for path, card in {**previews.names, **previews.titles}.items():
        found[f"/{path.rpartition('/')[2]}".encode()] += msgspec.json.encode(card)
    return found


def linked_cards(cards: Mapping[bytes, bytes], told: bytes) -> list[bytes]:
    """Give the previews of the pages that stand in this, by the ends of their addresses; rather one too many."""
    return [cards[end] for end in sorted(cards.keys() & LINKED.findall(told))]


def form_of(template: Template, sources: Sequence[Source], context: Mapping[str, Any], code: bytes) -> Form:
    """Find out what a template, and all that it includes, takes from the context."""
    names = sorted({name for source in sources for name in source.names if name in context})
    taken = {name: context[name] for name in names}
    told = {name: value for name, value in taken.items() if name != "previews"}
    texts = [source.text.encode() for source in sources]
    try:
        linked = linked_cards(context["cards"], b"".join(texts))
        digest: bytes | None = kept.digest_of(code, *texts, msgspec.json.encode(told), *linked)
    except TypeError:  # a template of the owner's that takes what cannot be written down
        digest = None
    if any(None in source.included for source in sources):
        digest = None
    return Form(template, taken, digest)


def closure(env: Environment, template: str, known: dict[str, Source]) -> list[Source]:
    """Give the sources of a template and of all that it includes, each read once."""
    found, waiting = {}, [template]
    while waiting:
        name = waiting.pop()
        if name not in found:
            if name not in known:
                known[name] = source_of(env, name)
            found[name] = known[name]
            waiting += [one for one in known[name].included if one]
    return list(found.values())


def source_of(env: Environment, name: str) -> Source:
    """Read a template without rendering it."""
    text = env.loader.get_source(env, name)[0] if env.loader else ""
    tree = env.parse(text)
    included = tuple(meta.find_referenced_templates(tree))
    return Source(text, frozenset(meta.find_undeclared_variables(tree)), included)


def former_site(settings: Mapping[str, Any]) -> Path | None:
    """Give the site whose pages may be kept; none where code that is not ours may have a hand in them."""
    place = os.environ.get(FORMER)
    names = [getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]]
    foreign = [name for name in names if not name.startswith("digest_")]
    return Path(place) if place and not foreign and not any(settings[name] for name in FOREIGN) else None


def open_site(generator: ArticlesGenerator) -> None:
    """Look everything up once, and give templates what stands on every page."""
    options, _ = from_settings(generator.settings)
    settings, context = generator.settings, generator.context
    library = views.open_library(context["edition"], options, settings["SITEURL"], settings["SITENAME"])
    previews, masthead = views.all_previews(library), views.masthead(library)
    context["library"] = library
    context["masthead"] = masthead
    context["saved"] = masthead.saved
    context["main_feed"] = replace(masthead.feed, stories=()) if masthead.feed else None
    context["previews"] = partial(views.previews_on, previews)
    context["cards"] = cards_by_end(previews)
    context["base_url"] = library.base
    # Pelican looks through all articles for each tag and category, even where it writes no pages of them.
    generator.tags, generator.categories, generator.authors = {}, [], []
    notes = Path(settings["CACHE_PATH"], kept.FILE)
    context["shelf"] = kept.open_shelf(Path(settings["OUTPUT_PATH"]), former_site(settings), notes)


def show_pages(generator: PagesGenerator) -> None:
    """Give hand-written pages the same kind of head as the others, and every foot the way to them.

    Those that Pelican could not read stand on the build report; its message says what is wrong with them.
    """
    library: views.Library = generator.context["library"]
    failed = sorted(path for path, made in generator.context["generated_content"].items() if made is None)
    skipped = (*library.edition.skipped, *(Skipped(path, UNREAD) for path in failed))
    generator.context["library"] = replace(library, edition=replace(library.edition, skipped=skipped))
    kinds = (f"{status}{kind}" for status in ("", "hidden_", "draft_") for kind in ("pages", "translations"))
    for page in chain.from_iterable(getattr(generator, kind) for kind in kinds):
        title = unescape(page.title)  # Pelican's HTML reader leaves the title as it stands between its tags
        page.view = views.plain_page(library, page.save_as, title, page.metadata.get("description", ""))
    generator.context["written"] = [(page.url, page.view.meta.title) for page in generator.context["pages"]]


def digest_generator(pelican: object) -> type[Generator]:  # noqa: ARG001  # Pelican's signature
    """Name the generator."""
    return DigestGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(open_site)
    signals.page_generator_finalized.connect(show_pages)
    signals.get_generators.connect(digest_generator)
