"""Pages that somebody wrote by hand, in content/pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample import edition
from tests.site import pages
from tests.site.harness import build

PAGE = "<html><head><title>{}</title></head><body><p>We read.</p></body></html>"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Harbour &amp; Co", "Harbour & Co"),
        ("How to write &amp;lt;b&amp;gt;", "How to write &lt;b&gt;"),
        ("Tide &lt;i&gt; &#8211; caf&eacute;", "Tide <i> – café"),
    ],
)
def test_the_title_of_a_page_reads_as_it_was_written_wherever_it_is_shown(
    tmp_path: Path, title: str, shown: str
) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.html").write_text(PAGE.format(title), encoding="utf-8")
    site = build(edition(), tmp_path, "https://user.github.io/repo")
    (page,) = (site / "pages").glob("*.html")
    assert pages.texts(page, "h1") == [shown]
    assert pages.texts(page, "title")[0].startswith(f"{shown} – ")
    for path in (page, site / "index.html"):
        assert shown in pages.texts(path, "a")
