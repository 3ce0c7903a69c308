"""What is remembered of templates from build to build makes no page other than it would be without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from digest_templates import FOREIGN, MEMORY, Memory
from jinja2 import DictLoader, Environment

from tests.building import digests
from tests.sample import edition
from tests.site.harness import ROOT, build

ROW = '<article class="row">'


def site(place: Path, **settings: object) -> dict[str, str]:
    """Build the sample from nothing but the memory of templates, and give the digests of its files."""
    place.mkdir(exist_ok=True)
    shutil.rmtree(place / "output", ignore_errors=True)
    return dict(digests(build(edition(), place, search=False, **settings)))


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """The memory that a build has left."""
    site(tmp_path / "project")
    return tmp_path / "project" / "cache" / MEMORY


def test_a_template_that_is_known_is_not_looked_through_again(
    tmp_path: Path, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("made in vain")

    whole, before = site(tmp_path / "other"), known.read_bytes()
    monkeypatch.setattr(Environment, "parse", refuse)
    assert site(tmp_path / "project") == whole
    assert known.read_bytes() == before


@pytest.mark.parametrize("harm", [lambda data: data[:-9], lambda data: data[:200] + b"?" + data[201:], lambda _: b""])
def test_a_memory_that_is_not_whole_counts_for_nothing_and_is_made_anew(
    tmp_path: Path, known: Path, harm: object
) -> None:
    whole = known.read_bytes()
    known.write_bytes(harm(whole))  # type: ignore[operator]
    assert site(tmp_path / "project") == site(tmp_path / "other")
    assert known.read_bytes() == whole


def test_a_macro_that_changes_changes_the_pages_it_stands_in(tmp_path: Path, theme: Path) -> None:
    first = site(tmp_path / "project", THEME=str(theme))
    macros = theme / "templates" / "_macros.html"
    macros.write_text(macros.read_text("utf-8").replace(ROW, '<article class="row other">'), "utf-8")
    second = site(tmp_path / "project", THEME=str(theme))
    assert second != first
    assert second == site(tmp_path / "other", THEME=str(theme))


def test_how_templates_are_read_counts(tmp_path: Path, known: Path) -> None:
    given = {"JINJA_ENVIRONMENT": {"autoescape": True, "auto_reload": False}}
    assert site(tmp_path / "project", **given) == site(tmp_path / "other", **given)


def test_nothing_is_remembered_where_code_of_others_has_a_hand_in_the_pages(tmp_path: Path) -> None:
    site(tmp_path / "project", JINJA_FILTERS={"louder": str.upper})
    assert not (tmp_path / "project" / "cache" / MEMORY).exists()


def test_templates_in_a_ring_are_read_once_each(tmp_path: Path) -> None:
    texts = {"a": '{% include "b" %}{{ x }}', "b": '{% include "a" %}{% include y %}'}
    settings = {"CACHE_PATH": str(tmp_path), "JINJA_ENVIRONMENT": {}, "PLUGINS": []}
    memory = Memory(Environment(loader=DictLoader(texts), autoescape=True), settings | {key: {} for key in FOREIGN})
    assert [(source.names, source.included) for source in memory.closure("a")] == [(["x"], ["b"]), (["y"], ["a", None])]
