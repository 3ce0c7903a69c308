"""digest_feeds: from the edition in Pelican's context to feed files in the output folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import digest_feeds
import feedparser  # type: ignore[import-untyped]
import pytest
from newsdigest import views
from newsdigest.bodies import Bodies
from newsdigest.model import Edition, Span
from newsdigest.options import Options
from newsdigest.spool import Spool

from tests.feed_rules import complaints, json_complaints
from tests.sample import edition, empty

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://user.example/repo"
FEWEST = Options(feed_min=2)


def written(sample: Edition, options: Options = FEWEST, base: str = BASE) -> dict[str, bytes]:
    library = views.open_library(sample, options, base, "The Tide")
    return {path: make() for path, _, make in digest_feeds.files(library, Bodies(library), Spool())}


def entries(data: bytes) -> list[feedparser.FeedParserDict]:
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    return list(parsed.entries)


def test_every_feed_of_the_site_is_written_and_listed() -> None:
    files = written(edition())
    feeds = views.feeds(edition(), FEWEST)
    assert list(files) == [*(path for info in feeds for path in (info.path, info.json_path)), "feeds.opml"]
    outlines = ElementTree.fromstring(files["feeds.opml"]).iterfind("body/outline/outline")  # noqa: S314
    assert [outline.get("xmlUrl") for outline in outlines] == [f"{BASE}/{info.path}" for info in feeds]
    assert {"feeds/all.xml", "feeds/tags/turbines.json", "feeds/people/ada-quill.xml"} <= set(files)


def test_the_list_for_readers_has_a_folder_for_each_kind_of_feed() -> None:
    root = ElementTree.fromstring(written(edition())["feeds.opml"])  # noqa: S314
    folders = {folder.get("text"): len(folder) for folder in root.iterfind("body/outline")}
    assert folders == {"Everything": 1, "Quotations": 1, "Subjects": 2, "People": 3, "Organisations": 2}


def test_no_feed_gives_cause_for_complaint() -> None:
    check = {".xml": complaints, ".json": json_complaints}
    for path, data in written(edition()).items():
        assert path == "feeds.opml" or check[Path(path).suffix](data, f"{BASE}/{path}") == []


def test_both_formats_of_a_feed_hold_the_same_items() -> None:
    files = written(edition())
    for path in (path for path in files if path.endswith(".xml")):
        other = json.loads(files[path.replace(".xml", ".json")])["items"]
        assert [(entry.id, entry.title, entry.link) for entry in entries(files[path])] == [
            (item["id"], item["title"], item["url"]) for item in other
        ]
        assert [entry.content[0].value for entry in entries(files[path])] == [item["content_html"] for item in other]


def test_the_feed_of_everything_bears_the_name_of_the_site_and_others_their_subject() -> None:
    files = written(edition())
    titles = {path: feedparser.parse(data).feed.title for path, data in files.items() if path.endswith(".xml")}
    assert titles["feeds/all.xml"] == "The Tide"
    assert titles["feeds/tags/turbines.xml"] == "turbines – The Tide"
    assert titles["feeds/people/ada-quill.xml"] == "Ada Quill – The Tide"


def test_a_feed_leads_to_the_page_that_shows_the_same() -> None:
    files = written(edition())
    links = {path: feedparser.parse(data).feed.link for path, data in files.items() if path.endswith(".xml")}
    assert links["feeds/all.xml"] == f"{BASE}/"
    assert links["feeds/tags/turbines.xml"] == f"{BASE}/tags/turbines.html"
    assert links["feeds/people/ada-quill.xml"] == f"{BASE}/people/ada-quill.html"


def test_an_article_comes_with_all_that_is_known_of_it() -> None:
    story = edition().stories[0]
    found = {entry.id: entry for entry in entries(written(edition())["feeds/all.xml"])}
    entry = found[f"urn:uuid:{story.id}"]
    assert entry.title == story.title
    assert entry.link == f"{BASE}/{views.story_path(story)}"
    assert [author.name for author in entry.authors] == ["Rosa Lind", "Ole Marsh"]
    assert {"tidal power", "turbines", "Ada Quill", "Tomas Brandt"} == {tag.term for tag in entry.tags}
    assert entry.summary.startswith("Lumen Works will build a tidal power station")
    html = entry.content[0].value
    assert "a path for walkers stays open above the turbines" in html
    assert 'href="https://ledger.example/tide"' in html


def test_all_addresses_in_the_content_lead_to_the_site_or_the_source() -> None:
    for path, data in written(edition()).items():
        for entry in entries(data) if path.endswith(".xml") else ():
            addresses = re.findall(r'href="([^"]*)"', entry.content[0].value)
            linked = "quotes" in path or "Ada Quill" not in entry.content[0].value
            assert linked or f"{BASE}/people/ada-quill.html" in addresses
            assert all(a.startswith((BASE + "/", "https://ledger.example/")) for a in addresses)


def test_an_article_is_the_same_item_in_every_feed() -> None:
    files = written(edition())
    for path in ("feeds/tags/turbines.xml", "feeds/people/ada-quill.xml"):
        everything = {entry.id: entry for entry in entries(files["feeds/all.xml"])}
        assert all(everything[entry.id] == entry for entry in entries(files[path]))


def test_an_article_is_described_by_its_gist_where_it_has_one() -> None:
    made = edition()
    text = made.stories[1].text
    gist = Span(0, text.index(",") + len(", but Tomas Brandt will not forget the evening"))
    told = replace(made, analyses=(made.analyses[0], replace(made.analyses[1], gist=gist), made.analyses[2]))
    (entry,) = (e for e in entries(written(told)["feeds/all.xml"]) if e.id == f"urn:uuid:{made.stories[1].id}")
    assert entry.summary == "The tide plan passed, but Tomas Brandt will not forget the evening…"


def test_a_hub_stands_in_every_feed() -> None:
    files = written(edition(), Options(feed_hub="https://hub.example/"))
    assert complaints(files["feeds/all.xml"], f"{BASE}/feeds/all.xml", "https://hub.example/") == []
    hubs = [json.loads(data)["hubs"] for path, data in files.items() if path.endswith(".json")]
    assert hubs == [[{"type": "WebSub", "url": "https://hub.example/"}]] * 3


def test_a_quotation_is_an_item_that_leads_to_its_paragraph() -> None:
    feed = feedparser.parse(written(edition())["feeds/quotes.xml"])
    assert (feed.feed.title, feed.feed.link) == ("Quotations – The Tide", f"{BASE}/quotes/")
    entry = feed.entries[0]
    page = f"{BASE}/{views.story_path(edition().stories[0])}#p2"
    assert (entry.title, entry.link) == (
        "Ada Quill: “For three years we saw scrap; it was a turbine hall all…”",
        page,
    )
    assert entry.summary == "“For three years we saw scrap; it was a turbine hall all along,”"
    assert [tag.term for tag in entry.tags] == ["Ada Quill", "tidal power", "turbines"]
    assert f'<a href="{page}">' in entry.content[0].value
    assert "Ada Quill, “told”, named in the source" in entry.content[0].value
    assert len(feed.entries) == 4


def test_a_new_title_and_a_new_host_leave_the_guids_alone() -> None:
    def guids(data: bytes) -> list[str]:
        return [entry.id for entry in entries(data)]

    renamed = replace(edition(), stories=tuple(replace(story, title="New") for story in edition().stories))
    before = guids(written(edition())["feeds/all.xml"])
    assert guids(written(renamed, base="https://elsewhere.example")["feeds/all.xml"]) == before
    said = guids(written(edition())["feeds/quotes.xml"])
    assert guids(written(renamed, base="https://elsewhere.example")["feeds/quotes.xml"]) == said


def test_a_feed_holds_the_newest_articles_up_to_the_setting() -> None:
    dates = [story.title for story in edition().stories]
    files = written(edition(), Options(feed_items=2))
    assert [entry.title for entry in entries(files["feeds/all.xml"])] == dates[:2]


def test_a_setting_of_zero_puts_no_limit_on_a_feed() -> None:
    assert len(entries(written(edition(), Options(feed_items=0))["feeds/all.xml"])) == 3


def test_an_edition_without_articles_has_an_empty_list_of_feeds() -> None:
    assert list(written(empty())) == ["feeds.opml"]


@pytest.mark.parametrize(
    ("settings", "base"),
    [
        ({"SITEURL": "https://a.example/repo"}, "https://a.example/repo"),
        ({"SITEURL": "https://a.example/"}, "https://a.example"),
        ({"SITEURL": "", "FEED_DOMAIN": "https://b.example"}, "https://b.example"),
        ({"SITEURL": "", "FEED_DOMAIN": ""}, "http://localhost:8000"),
        ({}, "http://localhost:8000"),
    ],
)
def test_addresses_start_with_the_site_or_where_it_is_served_locally(settings: dict[str, str], base: str) -> None:
    assert digest_feeds.base_address(settings) == base


SETTINGS = """
import sys
sys.path[:0] = [{plugins!r}, {root!r}, {here!r}]
PLUGINS = ["sample_edition", "digest_feeds"]
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "The Tide", {base!r}, "UTC", "en"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DIGEST_FEED_MIN = 2
"""
SAMPLE_EDITION = """
from pathlib import Path

from newsdigest import kept, views
from newsdigest.bodies import Bodies
from newsdigest.options import from_settings
from pelican import signals
from tests.sample import edition

def provide(generator):
    options, _ = from_settings(generator.settings)
    generator.context["library"] = views.open_library(edition(), options, "", "The Tide")
    generator.context["bodies"] = Bodies(generator.context["library"])
    generator.context["shelf"] = kept.open_shelf(Path(generator.settings["OUTPUT_PATH"]), None, Path("none"))

def register():
    signals.article_generator_finalized.connect(provide)
"""


def build(folder: Path, base: str, seed: str) -> dict[str, bytes]:
    """Run Pelican on an empty folder with a plugin that provides the sample edition; read the feeds it leaves."""
    (folder / "content").mkdir(parents=True)
    (folder / "sample_edition.py").write_text(SAMPLE_EDITION, encoding="utf-8")
    settings = SETTINGS.format(plugins=str(ROOT / "plugins"), root=str(ROOT), here=str(folder), base=base)
    (folder / "settings.py").write_text(settings, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "out", "--fatal", "errors", "-q"],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"},
        check=True,
    )
    found = [path for path in (folder / "out").rglob("*") if path.suffix in (".json", ".opml", ".xml")]
    return {path.relative_to(folder / "out").as_posix(): path.read_bytes() for path in found}


def test_pelican_writes_the_same_feeds_on_every_machine(tmp_path: Path) -> None:
    first, second = build(tmp_path / "one", BASE, "0"), build(tmp_path / "two", BASE, "1")
    assert first == second == written(edition())


def test_a_local_build_has_feeds_too(tmp_path: Path) -> None:
    files = build(tmp_path, "", "0")
    assert complaints(files["feeds/all.xml"], "http://localhost:8000/feeds/all.xml") == []
