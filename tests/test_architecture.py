"""The house rules that a machine can check: layers, doors, sizes, and no name of an article in the code."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
LIBRARY = PLUGINS / "newsdigest"
ADAPTERS = sorted(PLUGINS.glob("digest_*.py"))
SOURCES = [*ADAPTERS, *sorted(LIBRARY.rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def function_lengths(paths: list[Path]) -> dict[str, int]:
    lengths = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, FUNCTION):
                lengths[f"{path.name}:{node.name}"] = (node.end_lineno or 0) - node.lineno + 1
    return lengths


def test_the_library_keeps_its_layers() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    environment = {"PYTHONPATH": str(PLUGINS), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", ADAPTERS, ids=lambda p: p.name)
def test_adapters_never_import_each_other(path: Path) -> None:
    others = {adapter.stem for adapter in ADAPTERS}
    assert not others & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("distributed", "executor.py"),
        ("feedgen", "feeds/rss.py"),
        ("markdown_it", "read/markdown.py"),
        ("pypdf", "read/pdf_pages.py"),
        ("spacy", "analyse/nlp.py"),
        ("sqlite3", "store.py"),
        ("yake", "analyse/keywords.py"),
    ],
)
def test_each_heavy_library_is_loaded_at_one_door(library: str, door: str) -> None:
    typing_only = re.compile(rf"if TYPE_CHECKING:\n(?:    .*\n)*?    (?:from|import) {library}")
    users = {
        path.relative_to(LIBRARY).as_posix()
        for path in LIBRARY.rglob("*.py")
        if library in {name.split(".")[0] for name in imports(path)}
        and not typing_only.search(path.read_text(encoding="utf-8"))
    }
    allowed = {door} if library != "spacy" else {path for path in users if path.startswith("analyse/")}
    assert users <= allowed
    assert sum("spacy.load" in path.read_text(encoding="utf-8") for path in LIBRARY.rglob("*.py")) == 1


def test_the_library_neither_prints_nor_asks_for_the_time() -> None:
    banned = re.compile(r"\bprint\(|datetime\.now\(|time\.time\(|setlocale|except Exception|requests\.|urlopen\(")
    offenders = {
        path.name: found.group() for path in LIBRARY.rglob("*.py") if (found := banned.search(path.read_text("utf-8")))
    }
    assert not offenders


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_file_is_longer_than_a_reader_can_hold(path: Path) -> None:
    limit = 330 if path.name == "model.py" else 250  # the types are the documentation; they are best read in one piece
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


def test_functions_are_short() -> None:
    lengths = function_lengths(SOURCES)
    assert max(lengths.values()) <= 60, max(lengths, key=lambda name: lengths[name])
    assert statistics.median(lengths.values()) <= 10
    assert sum(length <= 30 for length in lengths.values()) >= 0.9 * len(lengths)


def test_there_is_at_least_as_much_test_as_source() -> None:
    def lines(paths: list[Path]) -> int:
        return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)

    assert lines(TESTS) >= lines(SOURCES)


def names_of_the_articles() -> set[str]:
    """Runs of capitalised words inside sentences, as the shipped articles print them."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "content").glob("*.txt")))
    runs = re.findall(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)+", text)
    solid = re.findall(r"\b[A-Z][a-z]+[A-Z]\w+", text)
    return {name for name in (*runs, *solid) if len(name) > 5}


def test_no_name_of_the_shipped_articles_stands_in_the_code() -> None:
    names = names_of_the_articles()
    assert len(names) > 20
    files = [*SOURCES, *TESTS, *sorted((ROOT / "theme").rglob("*.*"))]
    found = {
        (path.name, name)
        for path in files
        if path.suffix in (".py", ".html", ".css", ".js", ".xml", ".txt")
        for name in names
        if name in path.read_text(encoding="utf-8")
    }
    ordinary = {"GitHub", "Windows Report"}  # the place where a site is published is no name of an article
    assert {pair for pair in found if pair[1] not in ordinary} == set()
