"""Build a collection as `make html` would, in a copy of the project, and tell what each build took.

In: a folder of texts and a size. Out: a Run for a cold build, one with nothing changed, one with an article changed and
one with the theme changed, and for the same content in plain Pelican. Above so many articles the analyses are not made
but prepared, so `cold` then tells what all the rest takes.
"""

from __future__ import annotations

import compileall
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import plain
from tests.bench.corpus import corpus, write

ROOT = Path(__file__).resolve().parent.parent.parent
HOOK = Path(__file__).resolve().parent / "hook"
SITEURL = "https://example.org"
COLD_UP_TO = 1000
"""Articles that are analysed for a cold build; 10,000 would take a core a quarter of an hour, and tell nothing new."""
PLAIN, AS_MANY = "plain Pelican", "as many pages"
"""The same articles as Markdown, and as many Markdown pages as our site has pages."""
ADDED = "The council met on Tuesday to hear what the new harbour wall has cost the town so far. "
BUILD = (sys.executable, "-B", "plugins/digest_build.py", "build")
PELICAN = (sys.executable, "-m", "pelican", "-s", plain.SETTINGS, "-q")


@dataclass(frozen=True, slots=True)
class Run:
    """What a build took."""

    case: str
    articles: int
    seconds: float
    cpu: float
    """Seconds, user and system, of all processes."""
    peak: float
    """MiB of the process that runs Pelican."""
    pages: int
    stages: Mapping[str, float]
    """CPU seconds."""


def runs(texts: Path, size: int, place: Path) -> Iterator[Run]:
    """Make all builds of a size, each as soon as it is asked for; the articles are made from these texts."""
    project, base = place / "digest", corpus(texts)
    copy_project(project)
    write(base, size, project / "content")
    if size > COLD_UP_TO:
        prepare(project, texts)
    yield measured("cold", BUILD, size, project, project / "plugins")
    yield measured("nothing changed", BUILD, size, project, project / "plugins")
    change(sorted((project / "content").rglob("*.txt"))[size // 2])
    yield measured("one changed", BUILD, size, project, project / "plugins")
    with (project / "theme" / "templates" / "base.html").open("a", encoding="utf-8") as template:
        template.write("{# changed #}\n")
    yield measured("theme changed", BUILD, size, project, project / "plugins")
    if plain.possible():
        subjects = plain.subjects(project / "output" / "data" / "articles.json")
        plain.write(base, size, subjects, place / "plain", SITEURL)
        yield measured(PLAIN, PELICAN, size, place / "plain")
        pages = sum(1 for _ in (project / "output").rglob("*.html"))
        plain.write(base, pages, {}, place / "pages", SITEURL)
        yield measured(AS_MANY, PELICAN, size, place / "pages")


def copy_project(project: Path) -> None:
    """Copy what a build needs, with its byte code, as it is there from the second build on."""
    for folder in ("plugins", "theme"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "pelican.conf.py", project)
    compileall.compile_dir(project / "plugins", quiet=2)


def change(article: Path) -> None:
    """Let the body of an article begin with a sentence more."""
    head, gap, body = article.read_text(encoding="utf-8").partition("\n\n")
    article.write_text(f"{head}{gap}{ADDED}{body}", encoding="utf-8")


def prepare(project: Path, texts: Path) -> None:
    """Fill the project's cache of analyses."""
    command = (sys.executable, "-m", "tests.bench.prepared", str(project), str(texts))
    subprocess.run(command, env=environment(ROOT / "plugins"), check=True)


def measured(case: str, command: Sequence[str], size: int, folder: Path, *path: Path) -> Run:
    """Run a command in a folder, with these places among those that Python imports from."""
    told = folder / "stages.json"
    told.unlink(missing_ok=True)
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environment(HOOK, *path), "BENCH_STAGES": str(told)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"The build “{case}” of {size} articles failed:\n{done.stdout}")
    no_pelican: dict[str, Any] = {"peak": 0.0, "stages": {}}  # nothing had changed
    inside = json.loads(told.read_text(encoding="utf-8")) if told.exists() else no_pelican
    return Run(
        case=case,
        articles=size,
        seconds=seconds,
        cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        peak=inside["peak"],
        pages=sum(1 for _ in (folder / "output").rglob("*.html")),
        stages=inside["stages"],
    )


def environment(*path: Path) -> dict[str, str]:
    """Give what a build is told: the same day for all, and one process, as CPU time is what counts."""
    places = os.pathsep.join([*map(str, (*path, ROOT)), os.environ.get("PYTHONPATH", "")])
    jobs = os.environ.get("DIGEST_JOBS", "1")
    known = {"DIGEST_JOBS": jobs, "PYTHONPATH": places, "SITEURL": SITEURL, "SOURCE_DATE_EPOCH": "1790000000"}
    return os.environ | known
