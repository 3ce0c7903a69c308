"""A site that keeps what did not change is, byte for byte, the site that is made from nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.building import digests
from tests.changing import COLLECTIONS, Collection, Told, Written, edition_of
from tests.site import harness

SITEURL = "https://user.github.io/repo"
THEME = harness.ROOT / "theme"
FIRST: Collection = {
    0: Written(0, 0, None, (Told(0, "Ada Quill", "Lumen Works", "engineer"),), ("rays",)),
    1: Written(1, 1, None, (Told(1, "Tomas Brandt", "Harbour Council", "chair"),), ("rays",)),
    2: Written(2, 2, None, (Told(2, "Ada Quill", "Northern Trust", "chair"),), ()),
}
SETTINGS = (
    {},
    {"DIGEST_FULL_TEXT": "excerpt"},
    {"DIGEST_FULL_TEXT": "none"},
    {"DIGEST_TAG_PAGES": 1},
    {"DIGEST_FEED_MIN": 1},
    {"RELATIVE_URLS": True},
    {"SITENAME": "Harbour & Co"},
    {"SITEURL": "https://other.example"},
)
"""Of which each build of a series has one."""


class Project:
    """A folder in which one site follows the other, as digest_build has them follow."""

    def __init__(self, place: Path) -> None:
        self.place, self.number = place, 0
        place.mkdir()

    def build(self, collection: Collection, keep: Path | None, **settings: object) -> Path:
        """Build a site that may keep files of another one."""
        self.number += 1
        given = {"OUTPUT_PATH": str(self.place / f"site-{self.number}"), "SITEURL": SITEURL, **settings}
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NEWSDIGEST_FORMER", str(keep or ""))
            return harness.build(edition_of(collection), self.place, search=False, **given)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def kept(site: Path, former: Path) -> set[str]:
    """Files of both sites that are one file on the disk, the index of the search apart."""
    files = (path for path in site.rglob("*") if path.is_file() and "pagefind" not in path.parts)
    found = {path.relative_to(site).as_posix(): path.stat().st_ino for path in files}
    return {
        path for path, inode in found.items() if (former / path).exists() and (former / path).stat().st_ino == inode
    }


def test_where_nothing_changed_every_page_is_the_file_that_stood(project: Project) -> None:
    before = project.build(FIRST, None)
    pages = {path.relative_to(before).as_posix() for path in before.rglob("*.html")}
    assert pages <= kept(project.build(FIRST, before), before)


def test_a_changed_article_changes_the_pages_that_show_it_and_no_others(project: Project) -> None:
    before = project.build(FIRST, None)
    after = project.build({**FIRST, 1: Written(1, 1, "The Ledger", FIRST[1].told, ("rays",))}, before)
    same = kept(after, before)
    assert {"people/ada-quill.html", "organisations/lumen-works.html", "feeds.html", "tags.html"} <= same
    assert not {"index.html", "people/tomas-brandt.html", "tags/ray.html", "archive.html"} & same


def test_an_article_more_leaves_the_pages_of_those_it_does_not_name(project: Project) -> None:
    before = project.build(FIRST, None)
    told = (Told(2, "Inés Okoye", "Northern Trust", "chair"),)
    same = kept(project.build({**FIRST, 3: Written(3, 3, None, told, ())}, before), before)
    assert {"people/tomas-brandt.html", "organisations/harbour-council.html", "organisations/lumen-works.html"} <= same
    assert not {"index.html", "organisations/northern-trust.html"} & same


def test_a_card_that_a_page_shows_only_as_a_preview_is_shown_as_it_is_now(project: Project) -> None:
    before = project.build(FIRST, None)
    promoted = Written(0, 0, None, (Told(0, "Ada Quill", "Lumen Works", "chair"),), ("rays",))
    after = project.build({**FIRST, 0: promoted}, before)
    page = next(after.glob("articles/2-*.html"))
    assert "<em" in page.read_text("utf-8")
    assert "chair" in page.read_text("utf-8").partition("data-previews")[2]
    assert digests(after) == digests(project.build({**FIRST, 0: promoted}, None))


@pytest.mark.parametrize("harm", [lambda page: page.unlink(), lambda page: page.write_text("mine", "utf-8")])
def test_a_page_that_somebody_edited_or_deleted_is_made_anew(project: Project, harm: object) -> None:
    before = project.build(FIRST, None)
    whole = digests(before)
    harm(before / "people/ada-quill.html")  # type: ignore[operator]
    after = project.build(FIRST, before)
    assert digests(after) == whole
    assert "people/ada-quill.html" not in kept(after, before)


def test_what_a_new_site_does_not_keep_stays_as_it_is_in_the_old_one(project: Project) -> None:
    before = project.build(FIRST, None)
    whole = digests(before)
    project.build({7: FIRST[0]}, before, SITENAME="Another")
    assert digests(before) == whole


def test_a_site_that_is_not_the_one_noted_gives_nothing(project: Project, tmp_path: Path) -> None:
    before = project.build(FIRST, None)
    shutil.copytree(before, tmp_path / "copy")
    assert kept(project.build(FIRST, tmp_path / "copy"), tmp_path / "copy") == set()


def test_notes_that_are_no_notes_count_for_nothing(project: Project) -> None:
    before = project.build(FIRST, None)
    (project.place / "cache" / "kept.msgpack").write_bytes(b"no notes")
    after = project.build(FIRST, before)
    assert kept(after, before) == set()
    assert digests(after) == digests(before)


@pytest.mark.parametrize(
    ("template", "addition", "at_first", "never"),
    [
        ("_macros.html", "{# changed #}", set(), set()),
        ("entity.html", "<!-- changed -->", {"index.html", "tags/ray.html"}, set()),
        ("tag.html", "{% include tag ~ '.html' ignore missing %}", {"index.html"}, {"tags/ray.html"}),
        ("tag.html", "{{ articles|length }}", {"index.html"}, {"tags/ray.html"}),
    ],
)
def test_a_template_counts_with_all_that_it_includes_and_takes(
    project: Project, tmp_path: Path, template: str, addition: str, at_first: set[str], never: set[str]
) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    before = project.build(FIRST, None, THEME=str(theme))
    pages = {path.relative_to(before).as_posix() for path in before.rglob("*.html")}
    with (theme / "templates" / template).open("a", encoding="utf-8") as file:
        file.write(addition)
    second = project.build(FIRST, before, THEME=str(theme))
    third = project.build(FIRST, second, THEME=str(theme))
    clean = Project(tmp_path / "clean").build(FIRST, None, THEME=str(theme))
    assert digests(second) == digests(third) == digests(clean)
    assert at_first <= kept(second, before)
    assert bool(at_first) == bool(pages & kept(second, before))
    assert pages - kept(third, second) == never


def test_filters_of_the_owners_may_change_behind_our_back_so_nothing_is_kept(project: Project) -> None:
    own = {"JINJA_FILTERS": {"louder": str.upper}}
    before = project.build(FIRST, None, **own)
    assert kept(project.build(FIRST, before, **own), before) == set()


def test_a_disk_without_links_gets_every_file_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.build(FIRST, None)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    assert digests(project.build(FIRST, before)) == digests(before)


@given(st.lists(st.tuples(COLLECTIONS, st.sampled_from(SETTINGS)), min_size=2, max_size=4), st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_edited_between_builds_the_bytes_are_those_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, series: list[tuple[Collection, dict[str, object]]], data: st.DataObject
) -> None:
    project = Project(tmp_path_factory.mktemp("edits") / "project")
    site, before = None, {}
    for collection, chosen in series:
        before = {**before, **collection} if data.draw(st.booleans(), "more, or others") else collection
        clean = Project(tmp_path_factory.mktemp("clean") / "project").build(before, None, **chosen)
        site = project.build(before, site, **chosen)
        assert digests(site) == digests(clean)
