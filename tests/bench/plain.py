"""The same content for plain Pelican: Markdown files, its simple theme, no feeds.

An article has the subjects that our build found, as far as two articles have them: ours has no page for others.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from tests.bench.corpus import Corpus

SETTINGS = "settings.py"
CHOSEN = """
SITENAME = "Plain"
SITEURL = {siteurl!r}
PATH, OUTPUT_PATH, CACHE_PATH = "content", "output", "cache"
THEME = "simple"
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

NUMBER = re.compile(r"/(\d{5})-[^/]*$")
"""Of the article, at the head of its page's name."""

Subjects = Mapping[int, Sequence[str]]
"""By the number of the article."""


def possible() -> bool:
    """Tell whether Pelican can read Markdown here: that takes the package `markdown`."""
    return find_spec("markdown") is not None


def subjects(data: Path) -> Subjects:
    """Look up in our data what each article is about, but for those whose page is named after an address."""
    records = json.loads(data.read_text(encoding="utf-8"))
    found = Counter(subject for record in records for subject in record["subjects"])
    numbered = ((NUMBER.search(record["page"]), record["subjects"]) for record in records)
    return {int(number[1]): [one for one in about if found[one] > 1] for number, about in numbered if number}


def write(corpus: Corpus, size: int, subjects: Subjects, folder: Path, siteurl: str) -> None:
    """Write the content and the settings."""
    (folder / "content").mkdir(parents=True)
    (folder / SETTINGS).write_text(CHOSEN.format(siteurl=siteurl), encoding="utf-8")
    for number, text in enumerate(islice(corpus.articles(), size)):
        tags = ", ".join(subject.replace(",", " ") for subject in subjects.get(number, ()))
        head = f"Title: {text.title}\nDate: {text.day}\nSlug: article-{number}\nTags: {tags}\n"
        (folder / "content" / f"{number:05}.md").write_text(f"{head}\n{text.body}\n", encoding="utf-8")
