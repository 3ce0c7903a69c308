"""A second `make html` ends at once where nothing has changed, and builds where anything has."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from pathlib import Path

import digest_run
import pytest

from tests.building import digests
from tests.project import make_project, run_build, start_build, touch, write_story

NOTHING = "Nothing changed; the site stays as it is. Open output/index.html"
BUILT = r"Built in \d+\.\d s\. Open output/index\.html"
IMPRINT = "<html><head><title>Imprint</title></head><body>Here.</body></html>"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a hand-written page and a file that cannot be read, built once."""
    place = make_project(tmp_path_factory.mktemp("stamp") / "project", {})
    (place / "content" / "pages").mkdir()
    (place / "content" / "pages" / "imprint.html").write_text(IMPRINT)
    (place / "content" / "notes.docx").write_bytes(b"PK")
    assert built(place)
    return place


def built(project: Path, status: int = 0, **env: str) -> bool:
    """Run the command; tell whether it built."""
    ended, out, err = run_build(project, **env)
    assert ended == status, err
    last = out.splitlines()[-1]
    assert last == NOTHING or re.fullmatch(BUILT, last)
    return last != NOTHING


def test_a_second_build_says_the_same_and_touches_nothing(project: Path) -> None:
    first = run_build(project)
    before = {path: path.stat() for path in sorted((project / "output").rglob("*"))}
    second = run_build(project)
    assert first[1].splitlines()[:-1] == second[1].splitlines()[:-1]
    assert second[1].startswith("0 articles, 1 skipped:\n  notes.docx: ")
    assert second[1].endswith(NOTHING + "\n")
    assert second[2] == ""
    assert {path: path.stat() for path in sorted((project / "output").rglob("*"))} == before


def test_it_starts_no_pelican_and_loads_nothing_heavy(project: Path, tmp_path: Path) -> None:
    built(project)
    probe = tmp_path / "sitecustomize.py"
    probe.write_text(
        "import atexit, os, sys\n"
        "def tell():\n"
        "    with open(os.environ['TOLD'], 'a') as told:\n"
        "        print(*sorted({name.split('.')[0] for name in sys.modules}), file=told)\n"
        "atexit.register(tell)\n"
    )
    told = tmp_path / "told"
    env = {"PYTHONPATH": str(tmp_path), "TOLD": str(told)}
    built(project, **env)
    assert len(told.read_text("utf-8").splitlines()) > 1
    told.unlink()
    started = time.process_time(), os.times().children_user
    assert not built(project, **env)
    assert os.times().children_user - started[1] < 1
    (loaded,) = told.read_text("utf-8").splitlines()
    heavy = {"docutils", "feedgen", "jinja2", "lxml", "msgspec", "numpy", "pelican", "rich", "spacy", "sqlite3", "yake"}
    assert "newsdigest" in loaded.split()
    assert not heavy & set(loaded.split())


def test_the_status_is_that_of_the_build_also_when_strict(project: Path) -> None:
    assert built(project, status=1, DIGEST_STRICT="1")
    assert not built(project, status=1, DIGEST_STRICT="1")
    assert built(project, status=0)
    assert not built(project, status=0)


def test_two_addresses_in_turn_are_right_each_time(project: Path) -> None:
    address = "https://user.github.io/repo"
    sites: dict[str, dict[str, str]] = {}
    touch(project)
    for url in ("", address, "", address):
        assert built(project, SITEURL=url)
        assert not built(project, SITEURL=url)
        made = digests(project / "output")
        assert sites.setdefault(url, made) == made
    assert sites[""] != sites[address]


def test_an_output_that_somebody_touched_is_made_again(project: Path) -> None:
    built(project)
    whole = digests(project / "output")
    page = project / "output" / "index.html"
    for change in (
        page.unlink,
        lambda: page.write_text("edited"),
        lambda: (project / "output" / "more.html").touch(),
        lambda: shutil.rmtree(project / "output"),
        lambda: os.utime(page),
    ):
        change()
        assert built(project)
        assert digests(project / "output") == whole
        assert not built(project)


@pytest.mark.parametrize("lost", ["stamp.json", "."])
def test_a_stamp_that_is_lost_or_broken_costs_a_build(project: Path, lost: str) -> None:
    built(project)
    whole = digests(project / "output")
    path = project / ".cache" / lost
    shutil.rmtree(path) if path.is_dir() else path.write_bytes(path.read_bytes()[:-9])
    assert built(project)
    assert not built(project)
    assert digests(project / "output") == whole


def test_content_that_changes_while_it_is_built_gives_no_stamp(project: Path) -> None:
    page = project / "content" / "pages" / "imprint.html"
    account = project / ".cache" / "account.json"
    page.write_text(IMPRINT.replace("Here", "There"))
    account.touch()
    building = start_build(project)
    while account.exists() and building.poll() is None:  # until Pelican is about to start
        time.sleep(0.01)
    time.sleep(0.05)
    page.write_text(IMPRINT)
    building.communicate()
    assert building.returncode == 0
    assert not (project / ".cache" / "stamp.json").exists()
    assert built(project)
    assert "Here" in (project / "output" / "pages" / "imprint.html").read_text("utf-8")
    assert not built(project)


def test_a_page_that_another_project_links_to_does_not_count(project: Path, tmp_path: Path) -> None:
    built(project)
    shutil.copytree(project / "output", tmp_path / "copy", copy_function=os.link)
    assert not built(project)


@pytest.mark.model
def test_an_article_more_is_on_the_site_and_an_article_less_is_not(project: Path) -> None:
    built(project)
    before = digests(project / "output")
    write_story(project, "ferry.txt", "Ferry returns to the lake\n\nThe ferry runs again, said Ada Harlow.\n")
    assert built(project)
    assert not built(project)
    assert any(name.startswith("articles/") for name in digests(project / "output"))
    shutil.rmtree(project / "output" / "pagefind")
    assert built(project)
    (project / "content" / "ferry.txt").unlink()
    assert built(project)
    assert digests(project / "output") == before


@pytest.mark.model
def test_a_date_that_lies_ahead_is_looked_at_each_time(project: Path) -> None:
    path = project / "content" / "ahead.txt"
    path.write_text("Date: 2026-09-30\n\nFair opens\n\nThe fair of Southmere opens on Monday, said Ben Imrie.\n")
    assert built(project)
    assert built(project)
    path.unlink()


@pytest.mark.parametrize(
    ("line", "lasts"),
    [
        ("  a.txt: the file is empty; save the article again or delete the file", True),
        ("  a.txt: the file cannot be opened (Input/output error); check its permissions", False),
        ("  a.txt: a folder that cannot be opened (Permission denied)", False),
        ("  a.txt: the file vanished while the site was built; build again", False),
        ("  a.txt: not read and cleaned within 60 seconds; shorten it, or raise the setting", False),
        ("  a.txt: an unforeseen MemoryError (); please report it, with the file", False),
        ("note: a.txt: the date stated, 2030-01-02, is in the future and was not used", False),
        ("note: a.txt: not analysed within 60 seconds, so it has no names", False),
        ("note: a.txt: only 20 words are left after cleaning", True),
    ],
)
def test_an_account_that_may_be_another_the_next_time_is_not_relied_on(line: str, lasts: bool) -> None:
    settings = {
        "OUTPUT_PATH": "nowhere",
        "PLUGIN_PATHS": [],
        "THEME": str(digest_run.PROGRAM / "theme"),
        "THEME_TEMPLATES_OVERRIDES": [],
    }
    assert digest_run.lasting(["0 articles, 1 skipped:", line], settings) == lasts
    assert not digest_run.lasting(["1 article, nothing skipped", line], settings)  # and no index to search
    for name, value in (("THEME", "/elsewhere"), ("PLUGIN_PATHS", ["/elsewhere"])):
        assert not digest_run.lasting(["0 articles, 1 skipped:", line], settings | {name: value})


def test_every_sign_of_what_passes_stands_in_a_message_of_the_program() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (digest_run.PROGRAM / "plugins").rglob("*.py")]
    for sign in digest_run.PASSING:
        assert sum(sign in text for text in texts) > 1, sign


def test_what_is_kept_is_the_account_of_the_site_that_stands(project: Path) -> None:
    built(project)
    text = (project / ".cache" / "stamp.json").read_text(encoding="ascii")
    told = json.loads(text.partition("\n")[2])
    assert told["account"] == json.loads((project / ".cache" / "account.json").read_text(encoding="utf-8"))
