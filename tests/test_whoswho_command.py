"""`make whoswho`: what is uncertain, without a site."""

from __future__ import annotations

import tomllib
from pathlib import Path

import digest_build
import pytest

from tests.building import work_in

ONE = "Title: The mill\n\nWilliam Doe opened the mill at Larch on Monday.\n"
SETTINGS = "DIGEST_LANG = 'en'\nDIGEST_JOBS = 1\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with one article."""
    work_in(tmp_path, monkeypatch, CONTENT=tmp_path / "content", SETTINGS=tmp_path / "settings.py")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "mill.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "settings.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_it_prints_lines_for_the_file_builds_nothing_and_remembers_what_it_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert digest_build.main(["whoswho"]) == 0
    first = capsys.readouterr()
    assert first.out == "# Nothing in the who's who is uncertain.\n"
    assert "Reading articles closely: 1 of 1" in first.err
    assert sorted(path.name for path in project.iterdir()) == [".cache", "content", "settings.py"]
    assert digest_build.main(["whoswho"]) == 0
    assert capsys.readouterr() == (first.out, "")


def test_its_lines_can_be_put_into_the_file_as_they_are(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Title: Two brothers\n\nDon Roe met Mike Roe at the harbour. Roe left early, and Roe slept.\n"
    (project / "content" / "brothers.txt").write_text(text, encoding="utf-8")
    assert digest_build.main(["whoswho"]) == 0
    printed = capsys.readouterr().out
    assert set(tomllib.loads(printed)["person"]) == {"Don Roe", "Mike Roe"}
    section = printed.split("\n\n")[1]
    (project / "content" / "curation.toml").write_text(section, encoding="utf-8")
    assert digest_build.main(["whoswho"]) == 0
    assert capsys.readouterr().out == "# Nothing in the who's who is uncertain.\n"


def test_files_that_are_no_articles_are_passed_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "empty.txt").touch()
    (project / "content" / "photo.jpg").write_bytes(b"\xff\xd8")
    assert digest_build.main(["whoswho"]) == 0
    assert "uncertain" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "corrections", "told"),
    [
        ("DIGEST_JOBS = 'many'", "", "DIGEST_JOBS is 'many'; expected a whole number"),
        (SETTINGS, "[person", "curation.toml is broken"),
    ],
)
def test_what_is_broken_is_a_clear_message(
    project: Path, capsys: pytest.CaptureFixture[str], settings: str, corrections: str, told: str
) -> None:
    (project / "settings.py").write_text(settings)
    (project / "content" / "curation.toml").write_text(corrections)
    assert digest_build.main(["whoswho"]) == 2
    assert told in capsys.readouterr().err


def test_a_missing_content_folder_is_a_clear_message(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(digest_build, "CONTENT", project / "nowhere")
    assert digest_build.main(["whoswho"]) == 2
    assert "There is no folder nowhere/" in capsys.readouterr().err
