"""The theme is whole: none of Pelican's own templates shows through, scripts are small and optional, fonts ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta

from tests.site import pages
from tests.site.harness import ROOT

THEME = ROOT / "theme"
TEMPLATES = sorted(path.name for path in (THEME / "templates").iterdir())
SCRIPTS = sorted(path.name for path in (THEME / "static").glob("*.js"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_only_templates_of_this_theme(name: str) -> None:
    environment = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True)
    tree = environment.parse(pages.source(THEME / "templates" / name))
    assert set(meta.find_referenced_templates(tree)) <= set(TEMPLATES)


def test_only_rendered_text_and_data_go_unescaped() -> None:
    unescaped = {
        found
        for name in TEMPLATES
        for found in re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}", pages.source(THEME / "templates" / name))
    }
    assert unescaped == {
        "{{ body|safe }}",
        "{{ page.content|safe }}",
        "{{ view.meta.data.text|safe }}",
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_leave_arithmetic_and_text_work_to_the_views(name: str) -> None:
    source = pages.source(THEME / "templates" / name)
    assert not re.findall(r"\|\s*(?:replace|truncate|sort|groupby|map|select|reject|regex\w*|striptags)\b", source)


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_scripts_are_small_and_start_from_attributes_that_the_pages_have(published: Path, name: str) -> None:
    script = pages.source(THEME / "static" / name)
    assert len(script.splitlines()) < (150 if name == "site.js" else 250)
    whole = "".join(pages.source(path) for path in pages.html_files(published))
    for attribute in re.findall(r'querySelectorAll\("\[(data-[\w-]+)\]"', script):
        assert attribute in whole


def test_the_theme_toggle_is_hidden_until_a_script_can_serve_it(published: Path) -> None:
    for path in pages.html_files(published):
        (toggle,) = [e for e in pages.elements(path, "button") if e.get("data-theme-toggle") is not None]
        assert toggle.get("hidden") is not None


def test_fonts_are_files_of_the_theme_and_come_with_their_licence(published: Path) -> None:
    css = pages.source(published / "theme/main.css")
    fonts = re.findall(r'url\("([^"]+)"\)', css)
    assert fonts
    assert all((published / "theme" / font).read_bytes().startswith(b"wOF2") for font in fonts)
    assert "SIL OPEN FONT LICENSE" in pages.source(published / "theme/fonts/OFL.txt")


def test_the_style_sheet_serves_paper_calm_eyes_and_the_dark() -> None:
    css = pages.source(THEME / "static/main.css")
    for feature in ("@media print", "prefers-reduced-motion", "color-scheme: light dark", ":focus-visible", ":target"):
        assert feature in css
    assert css.startswith("@layer tokens, base, layout, components, print;")


def test_each_class_that_the_style_sheet_names_is_used() -> None:
    css = re.sub(r'url\("[^"]*"\)', "", pages.source(THEME / "static/main.css"))
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", css))
    sources = [
        *(THEME / "templates" / name for name in TEMPLATES),
        *(THEME / "static" / name for name in SCRIPTS),
        ROOT / "plugins/newsdigest/markup.py",
    ]
    used = set(re.findall(r"[a-z][\w-]*", " ".join(pages.source(path) for path in sources)))
    assert named - used == set()
