"""Every bad file gives a page or a clear line in the account; the good ones, and the world outside, are untouched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import Built, build, digests

pytestmark = pytest.mark.model
GOOD = (
    "Harbour reopens after the storm\n\n"
    "The harbour of Eastby reopened on Friday after a storm, the port office said. “We are glad to be back at work,” "
    "said Ada Harlow, the harbour master. Ships had waited for three days outside the breakwater.\n\n"
    "The repairs took two days and will be paid by the regional government, according to the office. "
    "Harlow said the cranes were not harmed. Two fishing boats are still missing their nets.\n"
)
BODY = GOOD.split("\n\n", 1)[1]
BAD: dict[str, bytes] = {
    "a-mail.html": f"From: a@example.org\nSubject: Harbour\nMIME-Version: 1.0\n\n{BODY} mail".encode(),
    "a-page.txt": f"<!DOCTYPE html><html><body><h1>A page</h1><p>{BODY} page</p></body></html>".encode(),
    "alike.md": f"# One of two named alike\n\n{BODY} It is the first of two, and has an ending of its own.".encode(),
    "alike.txt": b"The other of two\n\nA heron stood on the mill pond all day, and nobody knew what it ate.\n",
    "bidi.txt": f"Price \u202egnihtemos\n\n{BODY} bidi".encode(),
    "binary.txt": bytes(range(256)) * 40,
    "bom.txt": b"\xef\xbb\xbf" + f"With a mark at its start\n\n{BODY} bom".encode(),
    "braces.txt": f"Title {{{{ 7*7 }}}} {{% raw %}}\n\n{BODY} {{filename}} braces".encode(),
    "control.txt": f"Bell\x07 and\x00 null\n\n{BODY} control".encode(),
    "copy.txt": GOOD.encode(),
    "dots.txt": f"../../../etc/passwd\n\n{BODY} dots".encode(),
    "emoji.txt": f"🎉🎉🎉\n\n{BODY} emoji".encode(),
    "empty.txt": b"",
    "future.txt": f"Title: A day to come\nDate: 2999-01-01\n\n{BODY} future".encode(),
    "huge-line.txt": b"word and another one " * 250_000,
    "latin.txt": f"Café in Málaga öffnet\n\n{BODY} latin".encode("cp1252"),
    "long-title.txt": (f"{'Very long title ' * 19}\n\n{BODY} long").encode(),
    "not-an-article.docx": b"PK\x03\x04",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(300),
    "same-title.txt": f"Harbour reopens after the storm\n\n{BODY} Another end of the story.".encode(),
    "script.txt": f"<script>alert(1)</script>\n\n{BODY}<img src=x onerror=alert(2)><script>alert()</script>".encode(),
    "sixteen.txt": f"Sixteen bits a character\n\n{BODY} sixteen".encode("utf-16"),
    "spaces.txt": b" \n\t\n  ",
    "word.html": b"PK\x03\x04....word/document.xml",
    "ünïcode name.txt": f"A name with signs\n\n{BODY} It is signed.".encode(),
}
LEFT_OUT = {
    "binary.txt",
    "copy.txt",
    "empty.txt",
    "not-an-article.docx",
    "picture.txt",
    "spaces.txt",
    "word.html",
    "loop",
    "nowhere.txt",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("bad") / "content"
    (content / "deep" / "deeper").mkdir(parents=True)
    (content / "a-good-one.txt").write_text(GOOD, encoding="utf-8")
    for name, data in BAD.items():
        (content / name).write_bytes(data)
    (content / "deep" / "deeper" / "loop").symlink_to(content, target_is_directory=True)
    (content / "nowhere.txt").symlink_to(content / "gone.txt")
    return content


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    done = build(folder, folder.parent / "site")
    assert done.status == 0, done.log
    return done


@pytest.mark.parametrize("name", sorted(BAD))
def test_each_file_is_an_article_or_named_with_a_reason(built: Built, name: str) -> None:
    named = f"  {name}: " in built.account or f"/{name}: " in built.account
    assert named == (name in LEFT_OUT)


def test_nothing_is_a_traceback_and_nothing_is_written_elsewhere(built: Built, folder: Path) -> None:
    assert "Traceback" not in built.log
    assert {path.name for path in folder.parent.iterdir()} == {"content", "site"}
    assert {path.name for path in (folder.parent / "site").iterdir()} == {"cache", "output", "settings.py"}


def test_every_file_that_is_not_left_out_has_a_page(built: Built) -> None:
    pages = [name for name in digests(built.output) if name.startswith("articles/")]
    assert len(pages) == 1 + len(BAD) - len(LEFT_OUT & set(BAD))


def test_links_that_lead_in_circles_or_nowhere_are_named(built: Built) -> None:
    assert "deep/deeper/loop: no regular file" in built.account
    assert "nowhere.txt: no regular file" in built.account


def test_a_day_to_come_is_not_taken_for_the_date(built: Built) -> None:
    assert "note: future.txt: " in built.account
    assert not any("2999" in path.read_text(encoding="utf-8") for path in (built.output / "feeds").rglob("*.xml"))


def test_the_build_report_lists_what_was_left_out(built: Built) -> None:
    report = (built.output / "build-report.html").read_text(encoding="utf-8")
    assert all(name in report for name in LEFT_OUT)


def test_markup_in_an_article_is_inert_on_every_page(built: Built) -> None:
    for path in built.output.rglob("*"):
        if path.suffix in (".html", ".xml", ".opml"):
            text = path.read_text(encoding="utf-8")
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path


def test_a_folder_of_only_bad_files_still_gives_a_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "empty.txt").touch()
    done = build(tmp_path / "content", tmp_path / "site")
    assert done.status == 0, done.log
    assert "0 articles, 1 skipped:" in done.account
    assert (done.output / "index.html").exists()


@pytest.mark.parametrize(
    ("name", "spoil", "message"),
    [
        ("curation.toml", lambda path: path.write_text("[article\n"), "curation.toml"),
        ("settings", None, "DIGEST_TAGS is 'many'"),
    ],
)
def test_a_broken_setting_or_correction_stops_the_build_with_one_clear_line(
    tmp_path: Path, name: str, spoil: Callable[[Path], None] | None, message: str
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "good.txt").write_text(GOOD, encoding="utf-8")
    if spoil:
        spoil(content / name)
    done = build(content, tmp_path / "site", extra="" if spoil else "DIGEST_TAGS = 'many'")
    assert done.status != 0
    assert message in done.log
    assert "Traceback" not in done.log


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "secret.txt").write_text(GOOD, encoding="utf-8")
    (content / "secret.txt").chmod(0)
    assert "secret.txt: " in build(content, tmp_path / "site").account
