"""Builds the sample edition through Pelican: the real settings, theme and page generator, without files to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from newsdigest.model import Edition

from tests.sample import edition
from tests.site.crowd import everywhere
from tests.site.harness import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITEURL = "https://user.github.io/repo"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as it is published, under a sub-path."""
    return build(edition(), tmp_path_factory.mktemp("published"), SITEURL)


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as it is built at home: no address, all links relative."""
    return build(edition(), tmp_path_factory.mktemp("local"), "")


@pytest.fixture(scope="session")
def fed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a feed for every tag and person that has two articles."""
    return build(edition(), tmp_path_factory.mktemp("fed"), SITEURL, DIGEST_FEED_MIN=2)


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition in which one person stands everywhere, as it is published."""
    return build(everywhere(), tmp_path_factory.mktemp("crowd"), SITEURL)


@pytest.fixture
def build_site(tmp_path: Path) -> Callable[..., Path]:
    """Build any edition."""

    def build_here(made: Edition, siteurl: str = SITEURL) -> Path:
        return build(made, tmp_path, siteurl)

    return build_here


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of a module."""
    from tests.site.browsing import started

    with started() as running:
        yield running
