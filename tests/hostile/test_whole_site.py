"""All hostile files at once, through the whole program: each is an article or named with a reason; none does harm."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from tests.building import Built, build
from tests.hostile import files, formats, headers, texts
from tests.hostile.case import Case, mark

pytestmark = pytest.mark.model
ALONE = frozenset((*texts.FIRST_LINES, *headers.ADDRESSES))
"""Only read and cleaned: they have nothing for the rest of the way that others do not have."""
CASES = tuple(c for c in (*texts.CASES, *headers.CASES, *formats.CASES, *files.CASES) if c not in ALONE)
SHARED = (
    "Harbour reopens after the storm\n\nThe harbour reopened on Friday after a storm. “We are glad,” said Jo Doe.\n"
)
ENTRIES = (".atom", ".json", ".jsonl", ".rss", ".xml")
"""Of such files some entries may be articles, and others named."""
CORRECTIONS = r"""
[article."ascii.txt"]
title = "\u0007\u0000\u202eCorrected <script>zqx()</script>\n{{ 7*7 }}"
[person."Ada Harlow"]
rename = "Ada\u0007\u0000\u202e\n<script>zqx()</script>"
role = "\u0007boss\u0000\n</script>"
[tags]
rename = { "quay" = "Quay\u0007\u0000\u202e</script>" }
"""
SCRIPTS = re.compile(r"zqx\(\)|alert\(")


def write(content: Path) -> None:
    """Make every file, and an article twice."""
    for case in CASES:
        path = content / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.data)
    for name, (make, _) in files.SPECIAL.items():
        make(content / name)
    for name in (*files.HIDDEN, "copy-1.txt", "copy-2.txt"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(SHARED, encoding="utf-8")
    (content / "empty-folder").mkdir()
    (content / "curation.toml").write_text(CORRECTIONS, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("hostile") / "content"
    content.mkdir()
    write(content)
    return content


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    done = build(folder, folder.parent / "site", DIGEST_ANALYSIS="fast", DIGEST_JOBS="1")
    assert done.status == 0, done.log
    return done


@pytest.fixture(scope="module")
def pages(built: Built) -> list[tuple[str, str]]:
    """Title and text of each article."""
    found = []
    for path in sorted((built.output / "articles").glob("*.html")):
        page = html.fromstring(path.read_bytes())
        found.append((page.findtext(".//h1") or "", page.find_class("text")[0].text_content()))
    return found


def named(built: Built, path: str, reason: str) -> bool:
    return any(line.startswith((f"  {path}: ", f"  {path}#")) and reason in line for line in built.account.split("\n"))


@pytest.mark.parametrize("case", [case for case in CASES if case.skipped], ids=lambda case: ascii(case.name))
def test_a_file_that_holds_no_article_is_named_with_the_reason(built: Built, case: Case) -> None:
    assert named(built, files.BAD_NAMES.get(case.name, case.name), case.skipped)


@pytest.mark.parametrize("name", sorted(files.SPECIAL))
def test_what_is_no_ordinary_file_is_named_with_the_reason(built: Built, name: str) -> None:
    assert named(built, name, files.SPECIAL[name][1])


@pytest.mark.parametrize("case", [case for case in CASES if not case.skipped], ids=lambda case: ascii(case.name))
def test_a_file_that_holds_an_article_has_its_page(built: Built, pages: list[tuple[str, str]], case: Case) -> None:
    if mark(case.name).encode() in case.data:
        [title] = [title for title, text in pages if mark(case.name) in text]
        assert title.strip()
    if Path(case.name).suffix not in ENTRIES:
        assert not named(built, case.name, "")


def test_as_many_pages_as_articles(built: Built, pages: list[tuple[str, str]]) -> None:
    assert built.account.startswith(f"{len(pages)} articles, ")
    titles = json.loads((built.output / "data" / "articles.json").read_text(encoding="utf-8"))
    assert len(titles) == len(pages)
    assert all(told["title"].strip() for told in titles)


def test_of_two_copies_one_is_shown_and_the_other_named(built: Built) -> None:
    assert named(built, "copy-2.txt", "copy-1.txt")


def test_hidden_files_are_nobodys(built: Built) -> None:
    assert "hidden" not in built.account
    assert ".git" not in built.account


def test_nothing_is_a_traceback_and_nothing_is_written_elsewhere(built: Built, folder: Path) -> None:
    assert "Traceback" not in built.log
    assert "unforeseen" not in built.account
    assert {path.name for path in folder.parent.iterdir()} == {"content", "site"}
    assert {path.name for path in (folder.parent / "site").iterdir()} == {"cache", "output", "settings.py"}
    assert (folder / "socket.txt").is_socket()


def test_every_reason_is_on_the_build_report(built: Built) -> None:
    told = html.fromstring((built.output / "build-report.html").read_bytes()).text_content()
    flat = " ".join(told.split())
    missing = [line for line in built.account.split("\n") if line.startswith("  ") and not on_page(line, flat)]
    assert missing == []


def on_page(line: str, page: str) -> bool:
    path, _, reason = line.strip().partition(": ")
    return " ".join(path.split()) in page and " ".join(reason.split())[:60] in page


def test_no_hostile_text_becomes_markup_an_address_or_an_event(built: Built) -> None:
    for path in built.output.rglob("*.html"):
        for element in html.fromstring(path.read_bytes()).iter(etree.Element):
            attributes = {str(key): str(value) for key, value in element.attrib.items()}
            assert not [key for key in attributes if key.startswith("on") or key in ("style", "srcdoc")], path
            for key in ("action", "formaction", "href", "src", "xlink:href"):
                assert not re.match(r"\s*(javascript|data|vbscript|file):", attributes.get(key, ""), re.IGNORECASE), (
                    path
                )
            if element.tag == "script" and not attributes.get("type", "").endswith("json"):
                assert not SCRIPTS.search(element.text or ""), path


def test_no_control_character_is_in_any_file(built: Built) -> None:
    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
    for path in built.output.rglob("*"):
        if path.suffix in (".csv", ".html", ".json", ".opml", ".xml"):
            found = forbidden.search(path.read_text(encoding="utf-8"))
            assert not found, (path, found)


def test_feeds_and_lists_are_sound(built: Built) -> None:
    for path in built.output.rglob("*"):
        if path.suffix in (".opml", ".xml"):
            etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, huge_tree=True))
        elif path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))


def test_no_cell_of_the_table_is_a_formula(built: Built) -> None:
    for line in (built.output / "data" / "quotes.csv").read_text(encoding="utf-8").splitlines():
        assert not line.startswith(("=", "+", "-", "@", '"=', '"+', '"-', '"@')), line


def test_templates_are_text(built: Built) -> None:
    page = next(path for path in (built.output / "articles").glob("*.html") if "{{ 7*7 }}" in path.read_text("utf-8"))
    assert "Title 49" not in page.read_text("utf-8")


def test_there_are_cases_enough() -> None:
    assert len(CASES) + len(files.SPECIAL) >= 120
    assert len({case.name for case in CASES}) == len(CASES)


def test_a_day_to_come_is_never_taken_for_the_date(built: Built) -> None:
    assert "note: date-00.txt: the date stated, “2999-01-01”, " in built.account
    assert not any("2999" in path.read_text(encoding="utf-8") for path in (built.output / "feeds").rglob("*.xml"))


def test_corrections_are_text_as_well(pages: list[tuple[str, str]]) -> None:
    assert "Corrected <script>zqx()</script> {{ 7*7 }}" in {title for title, _ in pages}
