"""The cache gives back what went in, forgets nothing it should know, and can be lost without harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from newsdigest import engines, store
from newsdigest.errors import CacheError
from newsdigest.model import Analysis, Keyword, Mention, Paragraph, Quote, Role, Sentence, Span, Stated, Story, StoryId
from newsdigest.options import Options
from newsdigest.read.found import Found, Reading

ANALYSIS = Analysis(
    story_id=StoryId("an-id"),
    sentences=(Sentence(Span(0, 12), 0),),
    mentions=(Mention(Span(0, 3), "Ada", "person"),),
    roles=(Role(Span(0, 9), "mayor", "Ada", None),),
    quotes=(Quote(Span(4, 8), "“ok”", None, "said", "none"),),
    keywords=(Keyword("river port", 0.1 + 0.2),),
    summary=(0,),
)
STORY = Story(
    id=StoryId("an-id"),
    path="a.txt",
    title="A title",
    title_origin="text",
    byline=(),
    outlet=None,
    url=None,
    published=None,
    published_origin="saved",
    saved=datetime(2026, 1, 2, tzinfo=UTC),
    lang="en",
    paragraphs=(Paragraph("Ada said ok."),),
    removed=(),
    line_count=1,
)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache.sqlite"


def test_what_was_saved_is_loaded_to_the_last_bit(cache: Path) -> None:
    store.save(cache, {"k": ANALYSIS})
    assert store.load(cache, ["k", "unknown"], Analysis) == {"k": ANALYSIS}


def test_more_keys_than_a_statement_can_hold_are_looked_up(cache: Path) -> None:
    store.save(cache, {str(number): ANALYSIS for number in range(1201)})
    assert len(store.load(cache, map(str, range(1300)), Analysis)) == 1201


def test_a_missing_cache_is_empty_and_is_not_made_by_looking(cache: Path) -> None:
    assert store.load(cache, ["k"], Analysis) == {}
    assert not cache.exists()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_broken_cache_is_begun_anew(cache: Path, content: bytes) -> None:
    cache.parent.mkdir()
    cache.write_bytes(content)
    assert store.load(cache, ["k"], Analysis) == {}
    store.save(cache, {"k": ANALYSIS})
    assert store.load(cache, ["k"], Analysis) == {"k": ANALYSIS}


def test_a_broken_cache_is_replaced_on_saving_too(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_bytes(b"not a database, but long enough to be taken for one" * 40)
    store.save(cache, {"k": ANALYSIS})
    assert store.load(cache, ["k"], Analysis) == {"k": ANALYSIS}
    assert cache.with_suffix(".broken").exists()


def test_a_record_that_cannot_be_read_is_left_out(cache: Path) -> None:
    store.save(cache, {"good": ANALYSIS})
    store._insert(cache, [("bad", msgspec.msgpack.encode({"story_id": 5})), ("worse", b"\x00")], Analysis)
    assert set(store.load(cache, ["good", "bad", "worse"], Analysis)) == {"good"}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"paragraphs": (Paragraph("Ada said no."),)},
        {"paragraphs": (Paragraph("Ada said ok.", "heading"),)},
        {"lang": "de"},
        {"outlet": "The Example"},
        {"byline": ("Jo Doe",)},
    ],
)
def test_whatever_the_analysis_reads_changes_its_key(change: dict[str, object]) -> None:
    changed = replace(STORY, **change)
    assert store.key(changed, Options(), "e") != store.key(STORY, Options(), "e")


@pytest.mark.parametrize(
    "change", [{"id": StoryId("other")}, {"path": "b.txt"}, {"saved": datetime(2025, 1, 1, tzinfo=UTC)}]
)
def test_a_renamed_file_keeps_its_record(change: dict[str, object]) -> None:
    assert store.key(replace(STORY, **change), Options(), "e") == store.key(STORY, Options(), "e")


def test_the_engine_and_the_length_of_summaries_are_part_of_the_key() -> None:
    key = store.key(STORY, Options(), "e")
    assert store.key(STORY, Options(), "f") != key
    assert store.key(STORY, Options(summary_words=40), "e") != key
    assert store.key(STORY, Options(jobs=2, strict=True), "e") == key


def test_a_fast_and_a_thorough_analysis_lie_side_by_side() -> None:
    fast, thorough, plain = (store.key(STORY, Options(analysis=name), "e") for name in ("fast", "thorough", ""))
    assert fast != thorough == plain


def test_the_engine_digest_is_stable_and_needs_no_language_library() -> None:
    digests = [engines.engine_digest(engine) for engine in (engines.ANALYSIS, engines.ANALYSIS, engines.READING)]
    assert digests[0] == digests[1] != digests[2]
    assert [len(digest) for digest in digests] == [64, 64, 64]


def test_readings_and_analyses_lie_side_by_side(cache: Path) -> None:
    reading = Reading((Found("A text.", Stated(title="T", authors=("Jo Hale",)), frame=(1, 3)),))
    store.save(cache, {"k": ANALYSIS})
    store.save(cache, {"k": reading})
    assert store.load(cache, ["k"], Reading) == {"k": reading}
    assert store.load(cache, ["k"], Analysis) == {"k": ANALYSIS}


@pytest.mark.parametrize(
    "given",
    [
        (b"other", "html", Options(), "e"),
        (b"bytes", "md", Options(), "e"),
        (b"bytes", "html", Options(max_depth=9), "e"),
        (b"bytes", "html", Options(), "f"),
    ],
)
def test_whatever_a_reader_sees_changes_the_key_of_a_reading(given: tuple[bytes, str, Options, str]) -> None:
    assert store.reading_key(*given) != store.reading_key(b"bytes", "html", Options(), "e")


def test_a_cache_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CacheError, match=r"file/c\.sqlite cannot be written .*; make room"):
        store.save(tmp_path / "file" / "c.sqlite", {"k": ANALYSIS})
