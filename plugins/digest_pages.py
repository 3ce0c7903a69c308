"""Pages: every page that is no hand-written one, rendered only where something on it has changed.

Pelican's seam: a generator of its own. What the pages show is decided in `newsdigest.views`, how in the theme; a page
depends on its view, on the cards of whom it links, on its template with all that this one includes, and on what those
take from Pelican's context. Where all that is as it was for the site that stands, `newsdigest.kept` keeps its file.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from newsdigest import kept, views
from newsdigest.bodies import Bodies
from newsdigest.model import Skipped
from newsdigest.options import from_settings
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

FORMER = "NEWSDIGEST_FORMER"
"""The environment variable that names the site that stands, whose files no one writes to."""
KINDS = [f"{status}{kind}" for status in ("", "hidden_", "draft_") for kind in ("pages", "translations")]
"""Of hand-written pages, as Pelican calls them."""
UNREAD = "the hand-written page could not be read; the messages of the build say why"


class DigestGenerator(Generator):  # type: ignore[misc]  # Pelican carries no types
    """Writes the pages; needs `context["library"]`, `["bodies"]`, `["templates"]`, `["cards"]`, `["shelf"]`."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002  # Pelican's signature
        """Write every page, then the files to download, then what lists the pages for programs."""
        library: views.Library = self.context["library"]
        self.forms: dict[tuple[str, str], Any] = {}
        paths = [page.save_as for page in self.context["pages"]]
        for bundle in views.articles(library, self.context["bodies"].of):
            self.write_bundle(bundle)
        for bundle in views.lists(library):
            paths += self.write_bundle(bundle)
        named = {bundle.name: self.write_bundle(bundle) for bundle in views.entities(library)}
        paths += chain.from_iterable(named[views.entity_path(entity)] for entity in library.entities.values())
        for path, data in views.downloads(library):
            kept.put(self.context["shelf"], path, None, partial(bytes, data))
        self.write("robots.txt", "robots.txt")
        if library.base:
            for part in views.sitemaps(library, paths):
                self.write(part.path, part.template, entries=part.entries)
        kept.close_shelf(self.context["shelf"], Path(self.settings["CACHE_PATH"], kept.FILE))
        self.context["templates"].close()

    def write_bundle(self, bundle: views.Bundle) -> Sequence[str]:
        """Write the pages of a bundle, unless all that they depend on is as it was; give their paths."""
        shelf: kept.Shelf = self.context["shelf"]
        forms = [self.form(bundle.name, f"{template}.html") for template in bundle.templates]
        digest = kept.together(bundle.inputs, *(form.digest for form in forms))
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
            digest = kept.digest_of(form.digest, path.encode(), told, *kept.linked(self.context["cards"], told))
        kept.put(self.context["shelf"], path, digest, lambda: self.env.get_template(template).render(context).encode())
        signals.content_written.send(os.path.join(self.output_path, path), context=context)  # noqa: PTH118

    def form(self, path: str, template: str) -> Any:
        """Look up a template for a file at this place."""
        # The page for what is not there is shown at any depth, so its links must not depend on where it lies.
        relative = self.settings["RELATIVE_URLS"] and path != views.NOT_FOUND and template.endswith(".html")
        address = path_to_url(get_relative_path(path)) if relative else self.context["SITEURL"]
        if (template, address) not in self.forms:
            context = {**self.context, "SITEURL": address}
            self.forms[template, address] = self.context["templates"].form(template, context)
        return self.forms[template, address]


def open_site(generator: ArticlesGenerator) -> None:
    """Look everything up once, and give templates what stands on every page."""
    options, _ = from_settings(generator.settings)
    settings, context = generator.settings, generator.context
    library = views.open_library(context["edition"], options, settings["SITEURL"], settings["SITENAME"])
    previews, masthead = views.all_previews(library), views.masthead(library)
    context["library"] = library
    context["bodies"] = Bodies(library, Path(settings["CACHE_PATH"]))
    context["masthead"] = masthead
    context["saved"] = masthead.saved
    context["main_feed"] = replace(masthead.feed, stories=()) if masthead.feed else None
    context["previews"] = partial(views.previews_on, previews)
    context["cards"] = kept.by_end({**previews.names, **previews.titles})
    context["base_url"] = library.base
    # Pelican looks through all articles for each tag and category, even where it writes no pages of them.
    generator.tags, generator.categories, generator.authors = {}, [], []
    place = os.environ.get(FORMER) if context["templates"].ours else None
    notes = Path(settings["CACHE_PATH"], kept.FILE)
    context["shelf"] = kept.open_shelf(Path(settings["OUTPUT_PATH"]), Path(place) if place else None, notes)


def show_pages(generator: PagesGenerator) -> None:
    """Give hand-written pages the same kind of head as the others, and every foot the way to them.

    Those that Pelican could not read stand on the build report; its message says what is wrong with them.
    """
    library: views.Library = generator.context["library"]
    failed = sorted(path for path, made in generator.context["generated_content"].items() if made is None)
    skipped = (*library.edition.skipped, *(Skipped(path, UNREAD) for path in failed))
    generator.context["library"] = replace(library, edition=replace(library.edition, skipped=skipped))
    for page in chain.from_iterable(getattr(generator, kind) for kind in KINDS):
        title = unescape(page.title)  # Pelican's HTML reader leaves the title as it stands between its tags
        page.view = views.plain_page(library, page.save_as, title, page.metadata.get("description", ""))
    generator.context["written"] = tuple((page.url, page.view.meta.title) for page in generator.context["pages"])


def digest_generator(pelican: object) -> type[Generator]:  # noqa: ARG001  # Pelican's signature
    """Name the generator."""
    return DigestGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(open_site)
    signals.page_generator_finalized.connect(show_pages)
    signals.get_generators.connect(digest_generator)
