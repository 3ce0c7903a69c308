"""What a folder tells of its files: corrections that match nothing, lines that all carry, files with many articles."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from newsdigest import pipeline, read
from newsdigest.intake import take_stock
from newsdigest.model import Edition, Story
from newsdigest.options import Options
from newsdigest.read.found import Found

from tests.analysing import analyse_by
from tests.test_pipeline import NOW, silent, stand_in

TOWNS = ("Arlen", "Bradwell", "Corby Moor", "Dunmore")
FOOT = "Sign up here to get our harbour letter every Friday"


def article(town: str) -> str:
    return (
        f"The pool of {town} opens again\n\n"
        f"The open-air pool of {town} opened on Monday after two years of repairs, and {len(town)} hundred swimmers "
        f"came. The mayor of {town} cut a ribbon made of old swimming costumes while a choir sang.\n\n"
        f"Tickets in {town} cost {len(town)} coins, the council said, and children under {len(town)} swim for free.\n"
    )


def build(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    analyse_by(monkeypatch, stand_in)
    stock = take_stock(folder, Options(), (), NOW, cache)
    found = [pipeline.ingest(path, stock) for path in stock.paths]
    stories = [story for one in found for story in one.stories]
    return pipeline.build_edition(stories, [s for one in found for s in one.skipped], stock, silent)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    for town in TOWNS:
        head = f"Source: The {town} Post\n\n"
        (folder / f"{town}.txt").write_text(f"{head}{article(town)}\n{FOOT}\n", encoding="utf-8")
    return folder


def rules(story: Story, text: str) -> list[str]:
    return [removed.rule for removed in story.removed if text in removed.text]


def shown(story: Story, text: str) -> bool:
    return any(text in paragraph.text for paragraph in story.paragraphs)


def test_a_line_that_all_files_of_a_folder_carry_is_taken_out_of_each(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = build(content, tmp_path / "c", monkeypatch).stories
    assert len(stories) == len(TOWNS)
    assert all(not shown(story, FOOT) and len(rules(story, FOOT)) == 1 for story in stories)


def test_files_named_alike_that_carry_such_a_line_stay_two_articles(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "Arlen.md").write_text(f"{article('Eastby')}\n{FOOT}\n", encoding="utf-8")
    stories = build(content, tmp_path / "c", monkeypatch).stories
    assert len(stories) == len({story.id for story in stories}) == len(TOWNS) + 1
    assert not any(shown(story, FOOT) for story in stories)


def test_the_editor_puts_a_line_back_for_one_file_or_one_source(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "curation.toml").write_text(
        f'[article."Arlen.txt"]\nkeep = ["{FOOT}"]\n[source."the dunmore post"]\nkeep = ["Sign up here…"]\n',
        encoding="utf-8",
    )
    edition = build(content, tmp_path / "c", monkeypatch)
    assert {story.path for story in edition.stories if shown(story, FOOT)} == {"Arlen.txt", "Dunmore.txt"}
    assert edition.warnings == ()


def test_the_editor_takes_a_line_out_for_one_file_or_one_source(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "curation.toml").write_text(
        '[article."Arlen.txt"]\ndrop = ["Tickets in Arlen…"]\n[source."The Bradwell Post"]\ndrop = ["tickets in…"]\n',
        encoding="utf-8",
    )
    edition = build(content, tmp_path / "c", monkeypatch)
    assert {s.path for s in edition.stories if not shown(s, "Tickets in")} == {"Arlen.txt", "Bradwell.txt"}
    assert {rule for s in edition.stories for rule in rules(s, "Tickets in")} == {"taken out by the editor"}
    assert edition.warnings == ()


@pytest.mark.parametrize(
    ("correction", "parts"),
    [
        ('[article."Arlenn.txt"]\ntitle = "X"', ['[article."Arlenn.txt"] matches no file', "Arlen.txt"]),
        ('[article."Arlen.txt"]\ndrop = ["No such line"]', ["drop in [article", "“No such line” matches no line"]),
        ('[source."The Arlen Post"]\nkeep = ["No such line"]', ["keep in [source", "matches no line"]),
        ('[source."The Arlem Post"]\nkeep = ["x"]', ["matches no source", "did you mean The Arlen Post?"]),
        ('[article."Arlen.txt"]\nkeep = 3', ["keep in [article", "expected a list of texts"]),
        ('[source."The Arlen Post"]\nhide = true', ["hide in [source", "is not known"]),
    ],
)
def test_a_correction_that_has_no_effect_is_a_warning(
    correction: str, parts: list[str], content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "curation.toml").write_text(correction, encoding="utf-8")
    [warning] = build(content, tmp_path / "c", monkeypatch).warnings
    assert all(part in warning for part in parts)


def test_each_entry_of_a_file_is_an_article_of_its_own(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [{"url": f"https://example.org/{town}", "title": f"In {town}", "text": article(town)} for town in TOWNS]
    lines = [*(json.dumps(record) for record in records), "no json", json.dumps(records[0])]
    for path in content.iterdir():
        path.unlink()
    (content / "export.jsonl").write_text("\n".join(lines), encoding="utf-8")
    edition = build(content, tmp_path / "c", monkeypatch)
    assert {story.title for story in edition.stories} == {f"In {town}" for town in TOWNS}
    assert all(story.path.startswith("export.jsonl#") for story in edition.stories)
    assert len({story.path for story in edition.stories}) == len(TOWNS)
    reasons = [entry.reason for entry in edition.skipped]
    assert len(reasons) == 2
    assert any("line 5" in reason for reason in reasons)
    assert any("more than once" in reason for reason in reasons)


def test_an_entry_can_be_corrected_by_its_path(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = {"url": "https://example.org/1", "title": "A wrong title", "text": article("Arlen")}
    other = {"url": "https://example.org/2", "title": "Another title", "text": article("Bradwell")}
    (content / "export.jsonl").write_text(f"{json.dumps(record)}\n{json.dumps(other)}\n", encoding="utf-8")
    first = build(content, tmp_path / "c", monkeypatch)
    path = next(story.path for story in first.stories if story.title == "A wrong title")
    (content / "curation.toml").write_text(f'[article."{path}"]\ntitle = "A right title"\n', encoding="utf-8")
    edition = build(content, tmp_path / "c", monkeypatch)
    assert {"A right title", "Another title"} <= {story.title for story in edition.stories}
    assert edition.warnings == ()


def test_what_was_read_is_remembered_until_the_file_changes(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = content / "export.jsonl"
    reads: list[bytes] = []
    jsonl = read.FORMATS["jsonl"]

    def count(data: bytes, options: Options) -> Iterable[Found]:
        reads.append(data)
        return jsonl(data, options)

    monkeypatch.setattr(read, "FORMATS", {**read.FORMATS, "jsonl": count})
    for title in ("One", "One", "Two"):
        path.write_text(json.dumps({"url": "https://example.org/1", "title": title, "text": article("Arlen")}))
        titles = {story.title for story in build(content, tmp_path / "c", monkeypatch).stories}
        assert title in titles
    assert len(reads) == 2
