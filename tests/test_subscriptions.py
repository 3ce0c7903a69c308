"""Subscription, with three reader programs: whatever happens to a collection, each article comes once and only once."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import digest_feeds
import feedparser  # type: ignore[import-untyped]
import pytest
from digest_serve import Handler
from newsdigest import pipeline, views
from newsdigest.bodies import Bodies
from newsdigest.model import Analysis, Mention, Quote, Span, Story
from newsdigest.options import Options
from newsdigest.spool import Spool
from reader import Reader, make_reader

from tests.analysing import analyse_by
from tests.test_pipeline import ingest, intake, silent

Read = Callable[[str], list[str]]
"""What a program holds after it refreshed a feed: an identity an item."""

FERRY = """Ferry returns to the lake

Published: 2026-03-02

The ferry of Dunmore sailed on Monday after a winter of repairs. “She is as good as new,” Ada Quill said.

The boat was built ninety years ago. It will cross the lake four times a day until the end of October.
"""
PIER = """Old pier to be rebuilt in stone

Published: 2026-03-05

The council of Dunmore will rebuild the pier in stone. “Wood would have lasted ten years,” Ada Quill said on Thursday.

Work begins in June, when the ferry has moved to the northern berth, and should take two years in all.
"""
BRIDGE = """A bridge nobody asked for

Published: 2026-03-09

The bridge across the narrows is planned again. “Nobody on the island wants it,” Ada Quill said after the meeting.

The council will hear the islanders in May and decide before the winter, the minutes of the meeting say.
"""


def find(story: Story, options: Options) -> Analysis:
    """Take the place of the model: quotations stand between marks, and two women called Ada are persons."""
    said = [Span(*match.span()) for match in re.finditer(r"(?<=“)[^”]+", story.text)]
    quotes = tuple(Quote(s, story.text[s.start : s.end], "Ada Quill", "said", "named") for s in said)
    names = re.finditer("Ada (Quill|Marsh)", story.text)
    mentions = tuple(Mention(Span(*match.span()), match[0], "person") for match in names)
    return Analysis(story.id, (), mentions, (), quotes, (), ())


class Collection:
    """A folder of articles, the feeds made of it, and where they are served."""

    def __init__(self, place: Path, address: str) -> None:
        self.content, self.output, self.address = place / "content", place / "output", address
        self.content.mkdir()
        self.host = "https://user.example/repo"
        self.minute = 1_790_000_000

    def write(self, **articles: str) -> None:
        for name, text in articles.items():
            (self.content / f"{name}.txt").write_text(text, encoding="utf-8")

    def publish(self) -> None:
        """Make the feeds anew, all of the way but for the model."""
        shutil.rmtree(self.output, ignore_errors=True)
        self.minute += 60  # programs ask for what is newer than what they have, to the second
        stock = intake(self.content, feed_min=1, jobs=1)
        edition = pipeline.build_edition([ingest(path, stock) for path in stock.paths], (), stock, silent)
        library = views.open_library(edition, stock.options, self.host)
        for path, _, make in digest_feeds.files(library, Bodies(library), Spool()):
            target = self.output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(make())
            os.utime(target, (self.minute, self.minute))


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    analyse_by(monkeypatch, find)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tmp_path / "output")))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    made = Collection(tmp_path, f"http://127.0.0.1:{server.server_address[1]}")
    made.write(ferry=FERRY, pier=PIER)
    made.publish()
    yield made
    server.shutdown()
    server.server_close()


def by_feedparser(place: Path) -> Read:
    """It keeps nothing: what it ever saw is kept here."""
    seen: dict[str, None] = {}

    def read(url: str) -> list[str]:
        parsed = feedparser.parse(url)
        assert not parsed.bozo
        ids = [entry.id for entry in parsed.entries]
        assert len(ids) == len(set(ids))
        seen.update(dict.fromkeys(ids))
        return list(seen)

    return read


def by_reader(place: Path) -> Read:
    sys.modules.setdefault("sgmllib", feedparser.sgml.sgmllib)  # it asks for the name that the package had before
    program: Reader = make_reader(":memory:")

    def read(url: str) -> list[str]:
        program.add_feed(url, exist_ok=True)
        program.update_feed(url)
        assert program.get_feed(url).last_exception is None
        return [entry.id for entry in program.get_entries(feed=url)]

    return read


def by_newsboat(place: Path) -> Read:
    program = shutil.which("newsboat")
    if not program:
        pytest.skip("newsboat is not installed")
    home = place / "newsboat"
    home.mkdir()
    (home / "config").write_text("download-retries 1\n", encoding="utf-8")

    def read(url: str) -> list[str]:
        (home / "urls").write_text(f"{url}\n", encoding="utf-8")
        command = [program, "-q", "-u", home / "urls", "-c", home / "cache.db", "-C", home / "config", "-x", "reload"]
        environment = {**os.environ, "HOME": str(home), "LANG": "C.UTF-8"}
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True, timeout=60)
        rows = sqlite3.connect(home / "cache.db").execute("SELECT guid FROM rss_item WHERE feedurl = ?", (url,))
        return [guid for (guid,) in rows]

    return read


PROGRAMS = [
    pytest.param((by_feedparser, "xml"), id="feedparser"),
    pytest.param((by_reader, "xml"), id="reader"),
    pytest.param((by_reader, "json"), id="reader-json"),
    pytest.param((by_newsboat, "xml"), id="newsboat"),
]


@pytest.fixture(params=PROGRAMS)
def refresh(request: pytest.FixtureRequest, collection: Collection, tmp_path: Path) -> Callable[[str], list[str]]:
    """Subscribe with a program: gives what it holds of a feed after it looked again."""
    make, suffix = request.param
    read = make(tmp_path)
    return lambda feed: sorted(read(f"{collection.address}/feeds/{feed}.{suffix}"))


FEEDS = {"all": 1, "quotes": 1, "people/ada-quill": 1}
"""Feeds, and how many items the third article adds to each."""
CHANGES: dict[str, dict[str, str]] = {
    "nothing": {},
    "an article is edited": {"ferry": FERRY.replace("four times", "six times")},
    "a paragraph is added": {"pier": f"{PIER}\nThe stone comes from the island.\n"},
    "a title is changed": {"pier": PIER.replace("Old pier", "Worn pier")},
    "a date is corrected": {"ferry": FERRY.replace("03-02", "03-08")},
    "an author is added": {"ferry": FERRY.replace("\n\nPublished", "\n\nBy Rosa Lind\n\nPublished")},
}
"""What happens to known articles, one after the other."""


@pytest.mark.parametrize("feed", FEEDS)
def test_whatever_changes_in_known_articles_nothing_comes_twice(
    collection: Collection, refresh: Callable[[str], list[str]], feed: str
) -> None:
    before = refresh(feed)
    assert len(before) == len(set(before)) == 2
    for name, articles in CHANGES.items():
        collection.write(**articles)
        collection.publish()
        assert refresh(feed) == before, name
    collection.host = "https://elsewhere.example"
    collection.publish()
    assert refresh(feed) == before, "the site moves"


@pytest.mark.parametrize(("feed", "more"), FEEDS.items())
def test_a_new_article_is_exactly_one_new_item(
    collection: Collection, refresh: Callable[[str], list[str]], feed: str, more: int
) -> None:
    before = refresh(feed)
    collection.write(bridge=BRIDGE)
    collection.publish()
    after = refresh(feed)
    assert len(after) == len(set(after)) == len(before) + more
    assert set(before) < set(after)
    assert refresh(feed) == after


def test_who_follows_a_name_that_is_joined_with_another_goes_on_as_before(
    collection: Collection, refresh: Callable[[str], list[str]]
) -> None:
    collection.write(ferry=FERRY.replace("Quill", "Marsh"))
    collection.publish()
    marsh, quill = refresh("people/ada-marsh"), refresh("people/ada-quill")
    (collection.content / "curation.toml").write_text('[person."Ada Quill"]\nmerge = ["Ada Marsh"]\n', encoding="utf-8")
    collection.publish()
    assert refresh("people/ada-marsh") == refresh("people/ada-quill") == sorted({*marsh, *quill})


def test_an_article_keeps_its_identity_from_one_format_and_feed_to_the_other(collection: Collection) -> None:
    ids = {entry.id for entry in feedparser.parse(f"{collection.address}/feeds/all.xml").entries}
    with_reader = by_reader(collection.output)
    for feed in ("all.xml", "all.json", "people/ada-quill.xml", "people/ada-quill.json"):
        assert set(with_reader(f"{collection.address}/feeds/{feed}")) == ids


def test_an_unchanged_collection_makes_the_same_bytes(collection: Collection) -> None:
    def files() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in collection.output.rglob("*.*")}

    before = files()
    collection.publish()
    assert files() == before
    assert len(before) == 7
