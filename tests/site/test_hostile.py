"""Text of others is inert wherever it is shown: it never becomes markup, a script, an address or a template."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from newsdigest.model import Alias, Edition, Removed, Skipped, StoryId

from tests.sample import STORIES, edition
from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build

HOSTILE = (
    "</script><script>zqx()</script><img src=x onerror=zqx()>"
    """" onload="zqx()' {{ 7*7 }} {% raw %} &amp; <b>"""
)


def poisoned() -> Edition:
    """The sample with the hostile text in every field that holds text of others."""
    made = edition()
    stories = tuple(
        replace(
            story,
            title=HOSTILE,
            byline=(HOSTILE,),
            outlet=HOSTILE,
            url=f"https://x.example/{HOSTILE}",
            path=f"{number}{HOSTILE}",
            notes=(HOSTILE,),
            removed=(Removed((1, 2), HOSTILE, HOSTILE),),
        )
        for number, story in enumerate(made.stories)
    )
    entities = tuple(
        replace(
            entity,
            name=HOSTILE,
            aliases=(Alias(HOSTILE, HOSTILE),),
            notes=(HOSTILE,),
            roles=tuple(replace(r, role=replace(r.role, text=HOSTILE, organisation=HOSTILE)) for r in entity.roles),
            quotes=tuple(replace(q, quote=replace(q.quote, text=HOSTILE, cue=HOSTILE)) for q in entity.quotes),
        )
        for entity in made.entities
    )
    analyses = tuple(
        replace(a, quotes=tuple(replace(q, text=HOSTILE, speaker=HOSTILE, cue=HOSTILE) for q in a.quotes))
        for a in made.analyses
    )
    return replace(
        made,
        stories=stories,
        analyses=analyses,
        entities=entities,
        tags=tuple(replace(tag, name=HOSTILE) for tag in made.tags),
        related=tuple(replace(r, because=(HOSTILE,)) for r in made.related),
        skipped=(Skipped(HOSTILE, HOSTILE),),
        warnings=(HOSTILE,),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(poisoned(), tmp_path_factory.mktemp("hostile"), SITEURL)


def test_each_page_stays_sound(site: Path) -> None:
    assert [path for path in pages.html_files(site) if pages.parsed(path) is not None] == pages.html_files(site)


def test_hostile_text_makes_no_element_and_no_attribute(site: Path) -> None:
    for path in pages.html_files(site):
        for element in pages.parsed(path).iter():
            assert not [a for a in element.attrib if str(a).startswith("on")], path
            assert element.tag not in (f"{pages.XHTML}img", f"{pages.XHTML}b"), path


def test_the_only_scripts_are_ours_and_data(site: Path) -> None:
    for path in pages.html_files(site):
        for script in pages.elements(path, "script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text or "")
                assert "<" not in (script.text or "")
            else:
                assert (script.get("src") or "").startswith(f"{SITEURL}/theme/")


def test_hostile_text_is_shown_as_it_stands(site: Path) -> None:
    shown = [
        ("index.html", "h2"),
        ("articles/*.html", "h1"),
        ("people/*.html", "h1"),
        ("organisations/*.html", "h1"),
        ("tags/*.html", "h1"),
    ]
    for pattern, name in shown:
        for path in sorted(site.glob(pattern)):
            assert HOSTILE in pages.texts(path, name), path


@pytest.mark.parametrize("pattern", ["build-report.html", "archive.html", "people.html", "tags.html"])
def test_braces_are_text_and_never_a_template(site: Path, pattern: str) -> None:
    text = pages.source(site / pattern)
    assert "{{ 7*7 }}" in text
    assert "49" not in text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " https://x.example", "//x.example"])
def test_an_address_that_is_no_web_page_is_not_linked(tmp_path: Path, address: str) -> None:
    made = edition()
    first = replace(made.stories[0], url=address)
    site = build(replace(made, stories=(first, *made.stories[1:])), tmp_path, SITEURL)
    path = pages.page(site, "articles/tide*.html")
    assert all(a.startswith((SITEURL, "#", "../")) for a in pages.addresses(path))
    assert not [e for e in pages.elements(path, "a") if "original" in (e.get("class") or "")]


@pytest.mark.parametrize("title", ["🎉🎉", "../../etc/passwd", "x" * 300, "", "con.html", "新聞" * 200, "a/b\\c?d#e"])
def test_no_title_reaches_the_name_of_a_file(tmp_path: Path, title: str) -> None:
    made = edition()
    first = replace(made.stories[0], title=title, id=StoryId("0" * 36))
    analyses = (replace(made.analyses[0], story_id=first.id), *made.analyses[1:])
    lonely = replace(made, stories=(first, *made.stories[1:]), analyses=analyses, entities=(), tags=(), related=())
    site = build(replace(lonely, story_tags=((), (), ())), tmp_path, SITEURL)
    names = sorted(path.name for path in (site / "articles").iterdir())
    assert len(names) == len(STORIES)
    assert "000000000000.html" in names
    assert {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*.html")} == {"output"}
