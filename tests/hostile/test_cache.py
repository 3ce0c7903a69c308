"""What lies in the cache's place and is not ours is never deleted: a link there is taken away, not followed."""

from __future__ import annotations

from pathlib import Path

import digest_search
import pytest

from tests.building import digests
from tests.test_search_build import RECORDS


@pytest.fixture
def strangers(tmp_path: Path) -> Path:
    """A folder of somebody else's, within the test's own."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.txt").write_text("not ours", encoding="utf-8")
    return tmp_path / "elsewhere"


def test_the_index_is_not_made_where_a_link_leads(tmp_path: Path, strangers: Path) -> None:
    cache = tmp_path / "search"
    cache.symlink_to(strangers)
    before = digests(strangers)
    index = digest_search.current_index(RECORDS, "en", cache)
    assert (index / "pagefind.js").is_file()
    assert digests(strangers) == before
    assert not cache.is_symlink()


def test_a_link_that_leads_to_itself_is_replaced(tmp_path: Path) -> None:
    cache = tmp_path / "search"
    cache.symlink_to("search")
    assert (digest_search.current_index(RECORDS, "en", cache) / "pagefind.js").is_file()
