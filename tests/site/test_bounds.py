"""No page grows without bound: somebody named everywhere, and quoted without end, has pages that can be read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.site import pages
from tests.site.conftest import SITEURL
from tests.site.crowd import ARTICLES

LIMIT = 100_000


def parts(crowd: Path, name: str) -> list[Path]:
    """The person's own page and its further pages of one list, in order."""
    further = crowd.glob(f"people/ada-quill/{name}-*.html")
    return [crowd / "people/ada-quill.html", *sorted(further, key=lambda p: int(p.stem.rpartition("-")[2]))]


def test_no_page_of_somebody_named_everywhere_is_too_long(crowd: Path) -> None:
    about = [*crowd.glob("people/**/*.html"), *crowd.glob("quotes/*.html"), crowd / "index.html"]
    assert len(about) > 10
    assert {path: path.stat().st_size for path in about if path.stat().st_size > LIMIT} == {}


def test_every_mention_stands_on_one_of_the_pages(crowd: Path) -> None:
    marked = [text for path in parts(crowd, "articles") for text in pages.texts(path, "mark")]
    assert len(marked) == 500


def test_every_quotation_stands_on_one_of_the_pages_of_its_speaker_and_of_the_ledger(crowd: Path) -> None:
    own = [text for path in parts(crowd, "quotations") for text in pages.texts(path, "blockquote")]
    ledger = [text for path in crowd.glob("quotes/*.html") for text in pages.texts(path, "blockquote")]
    assert len(own) == len(ledger) == 200


def test_each_further_page_is_reached_from_the_one_before_it_and_leads_back(crowd: Path) -> None:
    for name in ("articles", "quotations"):
        path = parts(crowd, name)
        assert len(path) > 2
        for one, other in pairwise(path):
            assert addresses(one, "next") & {pages.public(crowd, other)}
            assert addresses(other, "prev") == {pages.public(crowd, one)}


def addresses(path: Path, rel: str) -> set[str]:
    links = [e for e in pages.elements(path, "a") if e.get("rel") == rel]
    return {e.get("href", "").removeprefix(f"{SITEURL}/") for e in links}


def test_what_a_page_leaves_out_of_its_roles_is_counted(crowd: Path) -> None:
    shown = len([e for e in pages.elements(crowd / "people/ada-quill.html", "p") if e.get("class") == "role-text"])
    assert 5 < shown < 30
    assert any(
        text.startswith(f"{ARTICLES - shown} more roles") for text in pages.texts(parts(crowd, "articles")[0], "p")
    )


def test_the_pages_are_sound_and_have_titles_of_their_own(crowd: Path) -> None:
    about = [*crowd.glob("people/**/*.html"), *crowd.glob("quotes/*.html")]
    assert all(pages.parsed(path) is not None for path in about)
    assert len({pages.texts(path, "title")[0] for path in about}) == len(about)
