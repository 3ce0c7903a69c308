"""Analysis and linking: all stories become one edition, and each story an article of Pelican's with summary and tags.

Pelican's seam: the moment when every article is read and no taxonomy is made yet. Leaves `context["edition"]`, the one
contract between the plugins: nothing after it sees more of the articles' text than may be republished.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from newsdigest import account, model, pipeline, places, views
from newsdigest.errors import DigestError
from newsdigest.intake import INTAKE, Intake
from newsdigest.model import Analysis, Edition, Story
from pelican import signals
from pelican.contents import Article, Category, Tag
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer
from rich.console import Console
from rich.progress import Progress

ACCOUNT_FILE = "account.json"


class DigestArticle(Article):  # type: ignore[misc]  # Pelican carries no types
    """Knows its file and its address, which Pelican would work out anew at every look."""

    file: str

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        """Give the path of the file below the content folder."""
        found: str | None = super().get_relative_source_path(source_path) if source_path else self.file
        return found


def build_edition(generator: ArticlesGenerator) -> None:
    """Turn the stories of all articles into the edition, and hand its parts back to the articles."""
    intake: Intake = generator.settings[INTAKE]
    context = generator.context
    try:
        with progress_bar("Reading articles closely") as progress:
            whole = pipeline.build_edition(context.pop("stories"), context.pop("skipped"), intake, progress)
    except DigestError as error:
        sys.exit(f"newsdigest: {error}")
    context["edition"] = edition = views.republishable(whole, intake.options.full_text)
    tags = {tag.slug: unique_tag(tag, generator.settings) for tag in edition.tags}
    rows = zip(edition.stories, edition.analyses, edition.story_tags, strict=True)
    generator.articles = [
        article(generator, story, summary(story, analysis), [tags[slug] for slug in slugs])
        for story, analysis, slugs in rows
    ]
    generator.generate_articles = write_no_articles


def write_no_articles(write: object) -> None:  # Pelican calls it so
    """Spare Pelican the search for each article's template: digest_pages writes the pages."""


def leave_account(generator: ArticlesGenerator, writer: Writer) -> None:  # noqa: ARG001  # Pelican calls it so
    """Write down how the build went, for the command that started it."""
    edition: Edition = generator.context["edition"]
    intake: Intake = generator.settings[INTAKE]
    feeds = len(views.feeds(edition, intake.options))
    told = {
        "lines": (*account.lines(edition, feeds), *account.depth(intake.options, len(edition.stories))),
        "skipped": len(edition.skipped),
        "strict": intake.options.strict,
    }
    place = Path(os.environ.get("NEWSDIGEST_ACCOUNT") or Path(generator.settings["CACHE_PATH"], ACCOUNT_FILE))
    place.parent.mkdir(parents=True, exist_ok=True)
    places.write(place, json.dumps(told).encode())


def article(generator: ArticlesGenerator, story: Story, summary: str, tags: Sequence[Tag]) -> Article:
    """Make Pelican's article of a story and what the edition knows of it; its page is made by digest_pages."""
    settings = generator.settings
    metadata: dict[str, object] = {
        "category": Category(settings["DEFAULT_CATEGORY"], settings),
        "date": story.date,
        "file": pipeline.file_of(story.path),
        "save_as": "",  # digest_pages writes its page, with the others
        "slug": views.story_slug(story),
        "story": story,
        "summary": escape(summary),
        "tags": tags,
        "title": story.title,
        "url": views.story_path(story),
    }
    path = f"{generator.path}/{metadata['file']}"
    made = DigestArticle("", metadata, settings=settings, source_path=path, context=generator.context)
    generator.add_source_path(made)
    return made


def summary(story: Story, analysis: Analysis) -> str:
    """Join the sentences of a summary, as plain text."""
    text = story.text
    return " ".join(text[span.start : span.end] for span in views.summary_spans(analysis))


def unique_tag(tag: model.Tag, settings: dict[str, object]) -> Tag:
    """Make a Pelican tag with a slug of ours: Pelican's own would be the same for C, C# and C++."""
    made = Tag(tag.name, settings)
    made.slug = tag.slug
    return made


@contextmanager
def progress_bar(title: str) -> Iterator[pipeline.Progress]:
    """Show a bar on a terminal, or three plain lines in a log; nothing when there is nothing to do."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None, visible=False)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)
            if not console.is_terminal and done in (0, total // 2, total):
                console.print(f"{title}: {done} of {total}", highlight=False)

        yield show


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_pretaxonomy.connect(build_edition)
    signals.article_writer_finalized.connect(leave_account)
