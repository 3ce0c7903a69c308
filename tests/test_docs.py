"""What the documents say is so: commands, settings, places, links, and no word that belongs to a workshop."""

from __future__ import annotations

import re
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from newsdigest.options import PREFIX, Options

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))
HASHED = re.compile(r"^[A-Za-z0-9_.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", re.DOTALL)


def test_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"(?:`|^ {4})make ([a-z]+)", README, re.MULTILINE))
    assert {"html", "test"} < named <= TARGETS


def test_the_two_commands_come_first() -> None:
    assert re.search(r"^ {4}make (\w+)[^\n]*\n {4}make (\w+)", README, re.MULTILINE).groups() == ("html", "test")


def test_help_lists_every_target_and_is_the_default() -> None:
    done = subprocess.run(["make", "-s", "-C", str(ROOT)], capture_output=True, text=True, check=True)
    assert set(re.findall(r"^  make ([a-z]+)", done.stdout, re.MULTILINE)) == TARGETS


def test_the_table_of_settings_is_complete_and_its_defaults_are_right() -> None:
    rows = dict(re.findall(r"^\| `(DIGEST_\w+)` \| `([^`]+)` \|", README, re.MULTILINE))
    defaults = {PREFIX + field.name.upper(): field.default for field in fields(Options)}
    assert {name: str(value).strip('"') for name, value in rows.items()} == {n: str(v) for n, v in defaults.items()}


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:plugins|theme|content|tests)/[\w./-]+)`", README))))
def test_every_place_the_readme_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?://|#)([^)]+)\)", README))
def test_every_relative_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize(
    "name", [f"requirements{part}.txt" for part in ("", "-audit", "-build", "-dask", "-dev", "-fuzz", "-model")]
)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(HASHED.match(entry) for entry in entries)


def test_the_development_set_holds_the_run_time_set() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.-]+==[^\s;\\]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.txt") <= pins("requirements-dev.txt")
    assert pins("requirements.txt") < pins("requirements-dask.txt")
    assert pins("requirements-build.txt") <= pins("requirements.txt")


def test_every_declared_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").lower()
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[=<>\[]", entry)[0].lower() for entry in wanted]
    assert [name for name in names if f"\n{name}==" not in f"\n{pinned}"] == []


def test_the_example_of_corrections_in_the_readme_is_valid() -> None:
    block = re.search(r"(?: {4}.*\n|\n)*? {4}\[article\.(?: {4}.*\n|.*\n)*?\n(?=A line is given)", README).group()
    corrections = tomllib.loads(re.sub(r"^ {4}", "", block, flags=re.MULTILINE))
    assert set(corrections) == {"article", "person", "source", "tags"}
