"""A Pelican run over an edition that was made by hand; a stub stands for the plugins before digest_pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import CodeType, ModuleType

import digest_feeds
import digest_pages
import digest_search
import digest_templates
from jinja2.bccache import Bucket, BytecodeCache
from newsdigest import views
from newsdigest.model import Edition
from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]


class Compiled(BytecodeCache):
    """The templates that tests of this process compiled already: two thirds of the time of a small site."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def __repr__(self) -> str:
        """Say the same each time, as pages depend on all settings of the templates."""
        return "Compiled()"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of the same text at the same place."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


@cache
def compiled(settings: str) -> Compiled:
    """Give what was compiled with these settings of Jinja, as told in a text; with others the code may be another."""
    return Compiled()


def stub(edition: Edition) -> ModuleType:
    """Make a plugin that leaves this edition where digest_analysis leaves its own."""
    plugin = ModuleType("digest_stub")

    def give(generator: ArticlesGenerator) -> None:
        shown = views.republishable(edition, generator.settings.get("DIGEST_FULL_TEXT", "full"))
        generator.context["edition"] = shown
        generator.articles = [_article(generator, shown, number) for number in range(len(shown.stories))]

    def register() -> None:
        signals.article_generator_pretaxonomy.connect(give)

    plugin.register = register  # type: ignore[attr-defined]
    plugin.give = give  # type: ignore[attr-defined]  # receivers are weak: somebody must hold it
    return plugin


def _article(generator: ArticlesGenerator, edition: Edition, number: int) -> Article:
    story = edition.stories[number]
    metadata = {"title": story.title, "date": story.date, "slug": views.story_slug(story), "save_as": ""}
    article = Article("", metadata, generator.settings, f"{story.path}", generator.context)
    article.story = story
    return article


def build(edition: Edition, folder: Path, siteurl: str = "", *, search: bool = True, **settings: object) -> Path:
    """Build the site of an edition and give its folder."""
    content, output = folder / "content", Path(str(settings.get("OUTPUT_PATH", folder / "output")))
    content.mkdir(exist_ok=True)
    searching = [digest_search] if search else []
    plugin = stub(edition)
    given = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "CACHE_PATH": str(folder / "cache"),
        "PLUGINS": [digest_templates, plugin, digest_pages, *searching, digest_feeds],
        "SITEURL": siteurl,
        "RELATIVE_URLS": not siteurl,
        **settings,
    }
    whole = read_settings(str(ROOT / "pelican.conf.py"), override=given)
    told = repr([sorted(whole[name].items()) for name in ("JINJA_ENVIRONMENT", "JINJA_FILTERS")])
    whole["JINJA_ENVIRONMENT"] = {**whole["JINJA_ENVIRONMENT"], "bytecode_cache": compiled(told)}
    try:
        Pelican(whole).run()
    finally:
        signals.article_generator_pretaxonomy.disconnect(plugin.give)
    return output
