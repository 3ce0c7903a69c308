"""The steps in their order: what counts as an article, what is left out and why, and how analyses are kept."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsdigest import pipeline
from newsdigest.errors import CurationError, UnusableFileError
from newsdigest.intake import Intake, take_stock
from newsdigest.model import Analysis, Skipped, Story
from newsdigest.options import Options

from tests.analysing import analyse_by

NOW = datetime(2026, 3, 9, tzinfo=UTC)
ARTICLE = (
    "Ferry returns to the lake\n\nThe ferry of Dunmore sailed on Monday after a winter of repairs, its owner said. "
    "More than a hundred people came to see it leave the pier, and a brass band played on the upper deck.\n\n"
    "The boat was built ninety years ago. It will cross the lake four times a day until the end of October.\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "deep").mkdir(parents=True)
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "deep" / "Other.TXT").write_text(ARTICLE.replace("ferry", "steamer"), encoding="utf-8")
    return folder


def intake(folder: Path, **options: object) -> Intake:
    return take_stock(folder, replace(Options(), **options), (), NOW)


def ingest(path: str, stock: Intake) -> Story:
    (story,) = pipeline.ingest(path, stock).stories
    return story


def silent(done: int, total: int) -> None:
    """Show no progress."""


def stand_in(story: Story, options: Options) -> Analysis:
    """Take the place of the model: finds nothing."""
    return Analysis(story.id, (), (), (), (), (), ())


def test_articles_are_listed_by_path_whatever_the_case_of_their_ending(content: Path) -> None:
    assert intake(content).paths == ("deep/Other.TXT", "ferry.txt")


def test_corrections_pages_and_hidden_files_are_no_articles(content: Path) -> None:
    (content / "curation.toml").write_text("", encoding="utf-8")
    (content / "pages").mkdir()
    (content / "pages" / "about.html").write_text("About", encoding="utf-8")
    (content / ".hidden.txt").write_text("x", encoding="utf-8")
    assert intake(content).paths == ("deep/Other.TXT", "ferry.txt")
    assert intake(content).skipped == ()


@pytest.mark.parametrize("parts", ["Bridge_files", "Bridge-Dateien", "Bridge_fichiers"])
def test_the_parts_of_a_saved_page_are_no_articles(content: Path, parts: str) -> None:
    (content / "Bridge.html").write_text("<p>The bridge opened.</p>", encoding="utf-8")
    (content / parts).mkdir()
    (content / parts / "frame.html").write_text("<p>Buy now.</p>", encoding="utf-8")
    (content / parts / "style.css").touch()
    stock = intake(content)
    assert stock.paths == ("Bridge.html", "deep/Other.TXT", "ferry.txt")
    assert stock.skipped == ()
    (content / "Bridge.html").unlink()
    assert f"{parts}/frame.html" in intake(content).paths


@pytest.mark.parametrize(("name", "part"), [("a.docx", "files ending in .docx are not read"), ("README", "no ending")])
def test_a_file_of_another_kind_is_left_out_with_what_to_do(content: Path, name: str, part: str) -> None:
    (content / name).write_bytes(b"x")
    [skipped] = intake(content).skipped
    assert skipped.path == name
    assert part in skipped.reason
    assert ".txt" in skipped.reason


def test_a_file_among_the_pages_that_is_no_page_is_named(content: Path) -> None:
    (content / "pages").mkdir()
    (content / "pages" / "about.txt").write_text("About", encoding="utf-8")
    [skipped] = intake(content).skipped
    assert skipped == Skipped(
        "pages/about.txt", "files ending in .txt are not read; a hand-written page is .htm, .html, .rst"
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"bad\xff.txt", "bad\\udcff.txt"), (b"two\nlines.txt", "two\\nlines.txt"), (b"\x1b.txt", "\\x1b.txt")],
)
def test_a_name_that_cannot_be_shown_is_spelt_out_and_left_out(content: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(content) + b"/" + name)).write_text(ARTICLE, encoding="utf-8")
    [skipped] = intake(content).skipped
    assert skipped.path == shown
    assert "rename it" in skipped.reason
    assert intake(content).paths == ("deep/Other.TXT", "ferry.txt")


def test_what_is_no_file_is_named_and_never_opened(content: Path) -> None:
    os.mkfifo(content / "pipe.txt")
    [skipped] = intake(content).skipped
    assert skipped.path == "pipe.txt"
    assert "no regular file" in skipped.reason


def test_a_link_to_itself_is_named(content: Path) -> None:
    (content / "self.txt").symlink_to(content / "self.txt")
    assert [entry.path for entry in intake(content).skipped] == ["self.txt"]


def test_a_circle_of_links_is_named_and_not_followed(content: Path) -> None:
    (content / "deep" / "loop").symlink_to(content, target_is_directory=True)
    assert [entry.path for entry in intake(content).skipped] == ["deep/loop"]


def test_broken_corrections_stop_everything(content: Path) -> None:
    (content / "curation.toml").write_text("[article", encoding="utf-8")
    with pytest.raises(CurationError, match=r"curation\.toml"):
        intake(content)


def test_a_correction_wins_over_the_text(content: Path) -> None:
    (content / "curation.toml").write_text('[article."ferry.txt"]\ntitle = "Ferry sails"\n', encoding="utf-8")
    story = ingest("ferry.txt", intake(content))
    assert (story.title, story.title_origin) == ("Ferry sails", "correction")


def test_a_file_that_vanished_says_so(content: Path) -> None:
    stock = intake(content)
    (content / "ferry.txt").unlink()
    with pytest.raises(UnusableFileError):
        pipeline.ingest("ferry.txt", stock)


def test_two_files_whose_names_differ_by_their_ending_only_are_both_shown(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse_by(monkeypatch, stand_in)
    (content / "ferry.md").write_text(
        "# A fox at the mill\n\nA fox was seen at the old mill again.\n", encoding="utf-8"
    )
    stock = intake(content)
    edition = pipeline.build_edition([ingest(path, stock) for path in stock.paths], (), stock, silent)
    assert {story.path for story in edition.stories} == {"deep/Other.TXT", "ferry.md", "ferry.txt"}
    assert edition.skipped == ()


def test_a_file_that_came_to_nothing_is_still_accounted_for(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse_by(monkeypatch, stand_in)
    stock = intake(content)
    stories = [ingest("ferry.txt", stock)]
    edition = pipeline.build_edition(stories, (), stock, silent)
    assert [entry.path for entry in edition.skipped] == ["deep/Other.TXT"]
    assert "vanished" in edition.skipped[0].reason


@pytest.mark.parametrize(("above", "expected"), [(1, {"fast"}), (2, {"thorough"})])
def test_many_articles_are_analysed_fast(
    content: Path, monkeypatch: pytest.MonkeyPatch, above: int, expected: set[str]
) -> None:
    asked: list[str] = []

    def note(story: Story, options: Options) -> Analysis:
        asked.append(options.analysis)
        return stand_in(story, options)

    analyse_by(monkeypatch, note)
    monkeypatch.setattr("newsdigest.options.FAST_ABOVE", above)
    stock = intake(content)
    pipeline.build_edition([ingest(path, stock) for path in stock.paths], (), stock, silent)
    assert set(asked) == expected
