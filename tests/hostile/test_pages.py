"""Hand-written pages: one that cannot be read is left out by name, one without a place ends the build in one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.building import Built, build, digests

DIARY = "somebody else's words"
STOPPING = {
    "the place of another page": ("save_as", "index.html", "index.html: File exists; let no hand-written page be"),
    "a place below a file": ("save_as", "robots.txt/a.html", "robots.txt: File exists; let no hand-written page be"),
    "a name that is too long": ("save_as", f"{'a' * 300}.html", "File name too long; give it a shorter name"),
    "a template that is none": ("template", "../../nowhere", "unable to load ../../nowhere"),
    "the place of a page beside it": ("slug", "beside", "Failed to overwrite"),
}


def page(title: str, name: str = "", value: str = "") -> str:
    stated = f'<meta name="{name}" content="{value}">' if name else ""
    return f"<html><head><title>{title}</title>{stated}</head><body><p>{title}</p></body></html>"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages among what is none, in a folder beside somebody else's."""
    place = tmp_path_factory.mktemp("pages")
    (place / "elsewhere").mkdir()
    (place / "elsewhere" / "diary.html").write_text(page(DIARY), encoding="utf-8")
    pages = place / "content" / "pages"
    pages.mkdir(parents=True)
    for name, text in {
        "good.html": page("Good"),
        "hidden.html": page("Hidden", "status", "hidden"),
        "draft.html": page("Draft", "status", "draft"),
        "escape.html": page("Escape", "save_as", "../../escape.html"),
        "absolute.html": page("Escape", "save_as", str(place / "elsewhere" / "diary.html")),
        "slug.html": page("Escape", "slug", "../../../escape"),
        "dated.html": page("Dated", "date", "9999-99-99"),
        "deep.html": page("Deep" + "<div>" * 10_000),
        "line\nbreak.html": page("Line"),
        "bytes\udcff.html": page("Bytes"),
        "{filename}.html": page("Braces"),
        f"{'l' * 250}.html": page("Long"),
    }.items():
        (pages / name).write_text(text, encoding="utf-8")
    (pages / "nothing.html").touch()
    (pages / "latin.html").write_bytes(page("Caf\u00e9").encode("latin-1"))
    (pages / "folder.html").mkdir()
    os.mkfifo(pages / "pipe.html")
    for name, target in {"itself.html": "itself.html", "loop": ".", "out.html": "../../elsewhere/diary.html"}.items():
        (pages / name).symlink_to(target)
    (pages / "linked").symlink_to("../../elsewhere")
    return place / "content"


@pytest.fixture(scope="module")
def built(content: Path) -> Built:
    return build(content, content.parent / "built")


def test_what_is_no_page_is_left_out_and_the_others_are_built(built: Built) -> None:
    assert built.status == 0, built.log
    names = {path.name for path in (built.output / "pages").iterdir()}
    assert {"good.html", "hidden.html", "deep.html"} <= names
    assert not names & {"pipe.html", "itself.html", "out.html", "diary.html", "dated.html", "latin.html"}
    assert (built.output / "drafts" / "pages" / "draft.html").is_file()


@pytest.mark.parametrize(
    "told",
    [
        "pages/pipe.html: no regular file",
        "pages/itself.html: no regular file",
        "pages/loop: no regular file",
        "pages/linked: no regular file",
        "pages/out.html: a link that leads out of the content folder",
        "pages/line\\nbreak.html: its name holds characters that cannot be shown",
        "pages/bytes\\udcff.html: its name holds characters that cannot be shown",
        "warning: Could not process pages/dated.html",
        "warning: Could not process pages/latin.html",
        "would be written outside output path",
    ],
)
def test_each_that_is_left_out_is_named(built: Built, told: str) -> None:
    assert told in built.account


def test_nothing_is_read_or_written_outside(content: Path, built: Built) -> None:
    assert [path for path in built.output.rglob("*") if path.is_file() and DIARY.encode() in path.read_bytes()] == []
    assert {path.name for path in content.parent.iterdir()} == {"built", "content", "elsewhere"}
    assert list(digests(content.parent / "elsewhere")) == ["diary.html"]
    assert DIARY in (content.parent / "elsewhere" / "diary.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", STOPPING)
def test_a_page_that_cannot_be_placed_stops_the_build_in_one_line(tmp_path: Path, kind: str) -> None:
    name, value, told = STOPPING[kind]
    (tmp_path / "content" / "pages").mkdir(parents=True)
    for title, stated in {"beside": (), "page": (name, value)}.items():
        (tmp_path / "content" / "pages" / f"{title}.html").write_text(page(title, *stated), encoding="utf-8")
    done = build(tmp_path / "content", tmp_path / "built")
    assert done.status != 0
    assert told in done.log
    assert "Traceback" not in done.log
