"""What a reader has to load: of a site of 200 articles no page is over 100 kB with all that it needs but pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.harness import build
from tests.site.town import ARTICLES, town

LIMIT = 100_000
"""Bytes, not compressed, of the page, its style sheet and its scripts; fonts and search apart."""
SEARCH = "search.html"
TEXT = 24_000
"""What the text of an article counts at most, 4,000 words or so: a long one is as long as it is, and read by itself."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 200 articles, as it is published."""
    return build(town(), tmp_path_factory.mktemp("town"), SITEURL)


def weight(site: Path, page: Path) -> int:
    """Add up a page and the style sheets and scripts that it asks for."""
    source = pages.source(page)
    text = re.search(r'<div class="text".*?\n      </div>', source, re.DOTALL)
    beyond = max(0, len(text[0].encode()) - TEXT) if text else 0
    asked: list[str] = re.findall(rf'(?:href|src)="{SITEURL}/([^"]+[.](?:css|js))"', source)
    assert len(asked) > 2
    return len(source.encode()) - beyond + sum((site / path).stat().st_size for path in asked)


def test_no_page_is_too_heavy(site: Path) -> None:
    whole = [page for page in pages.html_files(site) if page.name != SEARCH]
    assert len(whole) > ARTICLES
    weights = {page.relative_to(site).as_posix(): weight(site, page) for page in whole}
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > LIMIT} == {}


def test_the_front_page_shows_a_part_and_counts_the_rest(site: Path) -> None:
    assert weight(site, site / "index.html") < 0.9 * LIMIT
    (more,) = [text for text in pages.texts(site / "index.html", "p") if text.endswith("in the archive")]
    assert more == f"{ARTICLES - len(pages.elements(site / 'index.html', 'article'))} more articles in the archive"
