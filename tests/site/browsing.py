"""A real browser over a built site, as if it were published: its address is the folder, all others fail."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.site.conftest import SITEURL

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NEEDS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and os.environ.get("CI") != "true", reason="no Chromium on this machine"),
]

LEFT = "net::ERR_ABORTED"
"""What becomes of a request for an icon when its page is left; an address that is not ours has another failure."""


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser, and end it."""
    assert CHROMIUM, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, site: Path, **options: object) -> BrowserContext:
    """Open a browser for which the site's address is the folder, and all other addresses fail."""
    context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]

    def answer(route: Route) -> None:
        path = site / (route.request.url.split("#")[0].split("?")[0].removeprefix(f"{SITEURL}/") or "index.html")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {"access-control-allow-origin": "*", "content-type": kind}
        if path.is_file():
            route.fulfill(status=200, body=path.read_bytes(), headers=headers)
        else:
            route.fulfill(status=404, body="")

    context.route("**/*", lambda route: route.abort())
    context.route(f"{SITEURL}/**", answer)
    return context


def visit(page: Page, site: Path, pattern: str) -> list[str]:
    """Open a page and give everything that went wrong on the way."""
    troubles: list[str] = []
    page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("requestfailed", lambda request: troubles.append(request.url) if request.failure != LEFT else None)
    (path,) = site.glob(pattern)
    page.goto(f"{SITEURL}/{path.relative_to(site).as_posix()}")
    return troubles
