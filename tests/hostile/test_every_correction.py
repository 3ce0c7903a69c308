"""Whatever the file of corrections says, in any of its fields, reaches the program without a forbidden character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from newsdigest import curation
from newsdigest.corrections import Curation
from newsdigest.text import without_unsafe_characters

from tests.hostile.poison import CONTROLS, PAYLOADS, Field, filled, text_fields

FILE = """
[article."a.txt"]
id = {0}
title = {0}
date = 2026-03-02
author = [{0}]
source = {0}
url = {1}
keep = [{0}]
drop = [{2}]
speakers = {{ {0} = {0} }}
[source.{0}]
keep = [{0}]
drop = [{2}]
[person.{0}]
rename = {0}
merge = [{3}]
split = [{2}]
role = {0}
drop_role = [{0}]
apart = {{ {2} = ["a.txt"] }}
[tags]
ban = [{0}]
rename = {{ {3} = {0} }}
[nowhere]
{0} = {0}
"""


def quoted(text: str) -> str:
    return json.dumps(text)


@pytest.fixture(params=range(len(PAYLOADS)))
def loaded(request: pytest.FixtureRequest, tmp_path: Path) -> Curation:
    """The corrections of a file that has the same mean text everywhere; with other words after it where it may not."""
    mean = f"{CONTROLS}{PAYLOADS[request.param]}"
    values = (mean, f"https://x.example/{CONTROLS.strip()}", f"{mean} two", f"{mean} three")
    (tmp_path / "curation.toml").write_text(FILE.format(*map(quoted, values)), encoding="utf-8")
    return curation.load(tmp_path / "curation.toml")


def texts(value: Curation) -> dict[Field, list[str]]:
    """List the texts of each field."""
    found: dict[Field, list[str]] = {}

    def note(field: Field, text: str) -> str:
        found.setdefault(field, []).append(text)
        return text

    filled(value, note)
    return found


def test_no_field_holds_a_character_that_no_page_may_hold(loaded: Curation) -> None:
    held = texts(loaded)
    assert set(held) == set(text_fields(Curation))
    assert [
        (field, text) for field, some in held.items() for text in some if without_unsafe_characters(text) != text
    ] == []


def test_each_field_has_had_the_mean_text(loaded: Curation) -> None:
    innocent = {("StoryCorrection", "path")}
    assert {field for field, some in texts(loaded).items() if not any("]0;d" in text for text in some)} <= innocent


def test_a_warning_is_a_line_whatever_it_repeats(loaded: Curation, tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(
        '["a\\nb"]\n[person."c\\r\\nd"]\nkind = "e\\nf"\n"g\\nh" = 1\n', encoding="utf-8"
    )
    warnings = (*loaded.warnings, *curation.load(tmp_path / "odd.toml").warnings)
    assert len(warnings) >= 4
    assert [warning for warning in warnings if len(warning.splitlines()) != 1] == []
