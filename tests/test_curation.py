"""Reading content/curation.toml: what is understood, and what is said about the rest."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsdigest.corrections import Curation, EntityCorrection, StoryCorrection
from newsdigest.curation.file import ARTICLE, ENTITY, TAGS, load, parse
from newsdigest.errors import CurationError
from newsdigest.model import Kind

EXAMPLES = Path(__file__).resolve().parent.parent / "content" / "curation.toml"


def read(text: str) -> Curation:
    return parse(tomllib.loads(text))


def test_a_missing_file_corrects_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "curation.toml") == Curation()


def test_a_broken_file_is_an_error_that_names_the_line_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_text('[tags]\nban = ["a"\n[person]\n', encoding="utf-8")
    with pytest.raises(CurationError, match=r"curation\.toml is broken: .*line 3.*mend that line"):
        load(path)


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_bytes(b"\xff\xfe[\x00t\x00]\x00")
    with pytest.raises(CurationError, match="save it as plain text in UTF-8"):
        load(path)


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_bytes(b'\xef\xbb\xbf[tags]\nban = ["x"]\n')
    assert load(path).tag_bans == ("x",)


def test_an_article_can_be_corrected_in_every_respect() -> None:
    found = read(
        """
        [article."a/tide.txt"]
        title = "  A  new title "
        date = 2026-03-09
        author = ["Ada Quill", "Tomas Brandt"]
        source = "The Ledger"
        url = "https://ledger.example/tide"
        id = "tide"
        """
    )
    when = datetime(2026, 3, 9, tzinfo=UTC)
    expected = StoryCorrection(
        "a/tide.txt", "tide", "A new title", when, ("Ada Quill", "Tomas Brandt"), "The Ledger",
        "https://ledger.example/tide",
    )  # fmt: skip
    assert found == Curation(stories=(expected,))


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_a_person_or_organisation_can_be_corrected_in_every_respect(kind: Kind) -> None:
    found = read(
        f"""
        [{kind}."J. Doe"]
        rename = "Jane Doe"
        merge = ["Doe"]
        split = "Jane Doe Jr."
        hide = false
        role = "editor"
        kind = "person"
        """
    )
    expected = EntityCorrection("J. Doe", "Jane Doe", ("Doe",), ("Jane Doe Jr.",), False, "editor", "person", kind)
    assert found == Curation(entities=(expected,))


def test_tags_can_be_banned_and_renamed() -> None:
    found = read('[tags]\nban = ["monday"]\n[tags.rename]\n"old" = "new"\n"b" = "c"')
    assert (found.tag_bans, found.tag_renames, found.warnings) == (("monday",), (("old", "new"), ("b", "c")), ())


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2026-03-09", datetime(2026, 3, 9, tzinfo=UTC)),
        ("2026-03-09T14:30:00", datetime(2026, 3, 9, 14, 30, tzinfo=UTC)),
        ("2026-03-09T14:30:00+02:00", datetime(2026, 3, 9, 12, 30, tzinfo=UTC)),
        ('"2026-03-09"', datetime(2026, 3, 9, tzinfo=UTC)),
        ('"2026-03-09 14:30"', datetime(2026, 3, 9, 14, 30, tzinfo=UTC)),
    ],
)
def test_dates_come_in_several_forms(value: str, when: datetime) -> None:
    assert read(f'[article."a.txt"]\ndate = {value}').stories[0].date == when


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("[peron]", "curation.toml: peron is not known; did you mean person?"),
        ("[zzz]", "curation.toml: zzz is not known; known are article, organisation, person, source, tags"),
        ('[person."J"]\nrenam = "x"', 'curation.toml: renam in [person."J"] is not known; did you mean rename?'),
        ('[article."a"]\ntilte = "x"', 'curation.toml: tilte in [article."a"] is not known; did you mean title?'),
        ("[tags]\nbans = []", "curation.toml: bans in [tags] is not known; did you mean ban?"),
        ("person = 3", 'curation.toml: person is 3; expected sections such as [person."..."]'),
        ("tags = 3", "curation.toml: [tags] is 3; expected a section with ban, rename"),
        ('[article]\ntitle = "x"',
         'curation.toml: [article."title"] is “x”; '
         "expected a section with author, date, drop, id, keep, source, speakers, title, url"),
        ('[article."a"]\ntitle = 3', 'curation.toml: title in [article."a"] is 3; expected a text in quotation marks'),
        ('[article."a"]\nsource = ""',
         'curation.toml: source in [article."a"] is “”; expected a text in quotation marks'),
        ('[article."a"]\ndate = "soon"',
         'curation.toml: date in [article."a"] is “soon”; expected a date such as 2024-05-17'),
        ('[article."a"]\nurl = "javascript:x"',
         'curation.toml: url in [article."a"] is “javascript:x”; expected an address such as "https://example.org/article"'),
        ('[person."J"]\nhide = "yes"', 'curation.toml: hide in [person."J"] is “yes”; expected true or false'),
        ('[person."J"]\nkind = "company"',
         'curation.toml: kind in [person."J"] is “company”; expected "person", "organisation" or "place"'),
        ('[person."J"]\nmerge = [1]',
         'curation.toml: merge in [person."J"] is [1]; expected a list of texts, such as ["Jane Doe", "J. Doe"]'),
        ('[tags.rename]\n"a" = 1',
         "curation.toml: rename in [tags] is {'a': 1}; expected a table of \"old\" = \"new\""),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_a_warning_that_helps(text: str, warning: str) -> None:
    found = read(text)
    assert found.warnings == (warning,)
    assert not any((*found.tag_bans, *found.tag_renames))


def test_a_wrong_value_leaves_the_right_ones_in_force() -> None:
    found = read('[article."a"]\ntitle = 3\nsource = "The Ledger"')
    assert found.stories == (StoryCorrection("a", source="The Ledger"),)


def test_warnings_stand_in_the_same_order_every_time() -> None:
    text = '[person."J"]\nb = 1\na = 1\nhide = 3\nrename = 4\n[article."x"]\nq = 1'
    assert read(text).warnings == read(text).warnings
    assert [warning.split()[1] for warning in read(text).warnings] == ["q", "a", "b", "hide", "rename"]


def test_the_examples_change_nothing_as_they_stand() -> None:
    assert load(EXAMPLES) == Curation()


def test_the_examples_show_everything_and_are_right_when_switched_on() -> None:
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    code = [line[2:] for line in lines if line.startswith("# [") or " = " in line]
    found = read("\n".join(code))
    assert found.warnings == ()
    assert found.tag_bans
    assert found.tag_renames
    used = {line.split(" = ")[0] for line in code if " = " in line}
    assert (ARTICLE.keys() | ENTITY.keys() | TAGS.keys()) - {"rename"} <= used


@pytest.mark.parametrize("text", [f"[article.a]\ntitle = {'9' * 5000}", f"a = {'[' * 3000}"])
def test_a_file_that_breaks_its_reader_is_an_error_like_any_other(tmp_path: Path, text: str) -> None:
    (tmp_path / "curation.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CurationError, match=r"curation\.toml is broken"):
        load(tmp_path / "curation.toml")


def test_what_is_no_file_is_an_error_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "curation.toml")
    with pytest.raises(CurationError, match="no regular file"):
        load(tmp_path / "curation.toml")


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_date_at_the_edge_of_time_is_a_warning(value: str) -> None:
    curation = parse({"article": {"a.txt": {"date": value}}})
    assert curation.stories[0].date is None
    assert curation.warnings
