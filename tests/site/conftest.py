"""Builds the sample edition through Pelican: the real settings, theme and page generator, without files to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from newsdigest.model import Edition

from tests.sample import edition
from tests.site.harness import build

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


@pytest.fixture
def build_site(tmp_path: Path) -> Callable[..., Path]:
    """Build any edition."""

    def build_here(made: Edition, siteurl: str = SITEURL) -> Path:
        return build(made, tmp_path, siteurl)

    return build_here
