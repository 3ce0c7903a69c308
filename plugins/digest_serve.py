"""The command behind `make serve`: builds the site, serves it, and builds it again whenever something changes.

    python plugins/digest_serve.py [--port 8000]

Each build is a process of its own (digest_build), so that changed plugins and settings count on the next round.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from watchfiles import watch

ROOT = Path(__file__).resolve().parent.parent
OUTPUT, SETTINGS = ROOT / "output", ROOT / "pelican.conf.py"
WATCHED = (ROOT / "content", ROOT / "theme", ROOT / "plugins")
BUILD = (sys.executable, "-B", str(ROOT / "plugins" / "digest_build.py"), "build")


def main(arguments: list[str]) -> int:
    """Build, serve, and build again whenever content, theme, plugins or settings change, until interrupted."""
    parser = argparse.ArgumentParser(description="Build the digest site, and serve it.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args(arguments).port
    build()
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(OUTPUT)))
    except OSError as error:
        print(f"Port {port} cannot be used ({error.strerror}); try `make serve PORT={port + 1}`.", file=sys.stderr)
        return 2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving http://127.0.0.1:{port}/ - press Ctrl-C to stop.", flush=True)
    settings = SETTINGS.stat()
    for changes in watch(*WATCHED, yield_on_timeout=True, rust_timeout=1000, raise_interrupt=False):
        # A single file is lost from sight when an editor saves by renaming; so the settings are looked at in turn.
        before, settings = settings, SETTINGS.stat() if SETTINGS.exists() else settings
        if changes or settings.st_mtime_ns != before.st_mtime_ns:
            build()
    return 0


def build() -> None:
    """Build; how that went is told by the build itself."""
    subprocess.run(BUILD, cwd=ROOT, check=False)  # noqa: S603


class Handler(SimpleHTTPRequestHandler):
    """Serves output/ as GitHub Pages does: with the site's own page for what is not there."""

    # Without a table of the system's own, readers of feeds would be told of a text in ASCII (RFC 3023, 3.1).
    extensions_map: ClassVar[dict[str, str]] = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".opml": "text/x-opml",
        ".xml": "application/xml",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html where nothing is found."""
        page = OUTPUT / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay quiet: the builds' accounts are what matters."""


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell tells it
