"""Take the README's pictures anew: what `make pictures` does, after `make html`.

In: output/, as built from content/. Out: a JPEG a page in .github/pictures, small enough to be read on a slow line.
The person, the article and the subject are the first that their lists name, so no page is chosen by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.site.browsing import started

ROOT = Path(__file__).resolve().parent.parent
SITE, PICTURES = ROOT / "output", ROOT / ".github" / "pictures"
QUALITY = 70
"""Of the JPEG: at 50 small type frays, at 90 the files are twice as large."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the page, or the first link with this selector on it; pixels; light or dark."""

    name: str
    page: str
    first: str
    width: int
    height: int
    scheme: str


SHOTS = (
    Shot("article", "index.html", ".lead-story h2 a", 1200, 900, "light"),
    Shot("front", "index.html", "", 1200, 900, "light"),
    Shot("person", "index.html", "[aria-labelledby=rail-people] li a", 1200, 900, "dark"),
    Shot("phone", "index.html", "", 390, 844, "dark"),
    Shot("quotations", "quotes/index.html", "", 1200, 900, "light"),
)


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with started() as browser:
        for shot in SHOTS:
            take(browser, shot)


def take(browser: Browser, shot: Shot) -> None:
    """Open a page as a reader would and save what the window shows."""
    size = {"width": shot.width, "height": shot.height}
    context = browser.new_context(viewport=size, color_scheme=shot.scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((SITE / shot.page).as_uri())
    if shot.first:
        page.goto(linked(page, shot.first))
    page.reload()  # with all fonts at hand, as on a second visit
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{shot.name}.jpg", type="jpeg", quality=QUALITY)
    context.close()


def linked(page: Page, selector: str) -> str:
    """Give the address of the first link that the selector finds."""
    address: str = page.locator(selector).first.evaluate("link => link.href")
    return address


if __name__ == "__main__":
    main()
