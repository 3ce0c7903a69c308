"""Pages: every page that is no article, and the view that each article's template shows.

Pelican's seam: a generator of its own. What the pages show is decided in `newsdigest.views`, how in the theme.
"""

from __future__ import annotations

from functools import partial
from html import unescape
from pathlib import Path

from newsdigest import views
from newsdigest.options import from_settings
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.writers import Writer


class DigestGenerator(Generator):  # type: ignore[misc]  # Pelican carries no types
    """Writes the pages; needs `context["library"]`."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page, then the files to download, then what lists the pages for programs."""
        library: views.Library = self.context["library"]
        paths = [page.save_as for page in self.context["pages"]]
        for page in views.pages(library):
            paths.append(page.path)
            # The page for what is not there is shown at any depth, so its links must not depend on where it lies.
            relative = self.settings["RELATIVE_URLS"] and page.path != views.NOT_FOUND
            self.write(writer, page.path, page.template + ".html", relative=relative, view=page.view)
        for path, data in views.downloads(library):
            place = Path(self.output_path) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        self.write(writer, "robots.txt", "robots.txt")
        if library.base:
            for part in views.sitemaps(library, paths):
                self.write(writer, part.path, part.template, entries=part.entries)

    def write(self, writer: Writer, path: str, template: str, *, relative: bool = False, **shown: object) -> None:
        """Render one file."""
        writer.write_file(path, self.env.get_template(template), self.context, relative_urls=relative, **shown)


def show_articles(generator: ArticlesGenerator) -> None:
    """Give each article the view that its template shows, and every template the masthead."""
    options, _ = from_settings(generator.settings)
    settings = generator.settings
    library = views.open_library(generator.context["edition"], options, settings["SITEURL"], settings["SITENAME"])
    generator.context["library"] = library
    generator.context["masthead"] = views.masthead(library)
    generator.context["previews"] = partial(views.previews_on, views.all_previews(library))
    generator.context["base_url"] = library.base
    for article in generator.articles:
        article.view = views.article_page(library, article.story.id)


def show_pages(generator: PagesGenerator) -> None:
    """Give hand-written pages the same kind of head as the others."""
    library = generator.context["library"]
    for page in generator.pages:
        title = unescape(page.title)  # Pelican's HTML reader leaves the title as it stands between its tags
        page.view = views.plain_page(library, page.save_as, title, page.metadata.get("description", ""))


def digest_generator(pelican: object) -> type[Generator]:  # noqa: ARG001  # Pelican's signature
    """Name the generator."""
    return DigestGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(show_articles)
    signals.page_generator_finalized.connect(show_pages)
    signals.get_generators.connect(digest_generator)
