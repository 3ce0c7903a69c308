"""For all tests: property tests try the same examples everywhere; each file of tests may have a project built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.project import make_project, run_build

settings.register_profile("everywhere", deadline=None, derandomize=True)
settings.load_profile("everywhere")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without articles, built once."""
    place = make_project(tmp_path_factory.mktemp("built") / "project", {})
    assert run_build(place)[0] == 0
    return place


@pytest.fixture
def content(project: Path) -> Iterator[Path]:
    """Its content, emptied after each test."""
    yield project / "content"
    for path in sorted(project.joinpath("content").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
