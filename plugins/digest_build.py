"""The command behind `make`: builds the site beside the old one and replaces it only when it is complete.

    python plugins/digest_build.py build          content/ -> output/
    python plugins/digest_build.py serve          the same, then on every change, and serve it

Pelican runs in a process of its own, so that changed plugins and settings count on the next round.
Exit status: 0 built; 1 built, but files were left out and DIGEST_STRICT is set; 2 not built, output/ is as it was.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
CACHE, OUTPUT, CONTENT, SETTINGS = ROOT / ".cache", ROOT / "output", ROOT / "content", ROOT / "pelican.conf.py"
WATCHED = (CONTENT, ROOT / "theme", ROOT / "plugins", SETTINGS)
NEW, OLD = CACHE / "site-new", CACHE / "site-old"
ACCOUNT = CACHE / "account.json"


def main(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    parser = argparse.ArgumentParser(description="Build the digest site.")
    parser.add_argument("command", choices=("build", "serve"))
    parser.add_argument("--port", type=int, default=8000, help="of `serve`")
    parsed = parser.parse_args(arguments)
    return serve(parsed.port) if parsed.command == "serve" else build()


def build() -> int:
    """Build once and tell how it went."""
    problem = bad_address(os.environ.get("SITEURL", ""))
    if problem:
        return complain(problem)
    started = time.monotonic()
    with one_at_a_time():
        if run_pelican() != 0:
            shutil.rmtree(NEW, ignore_errors=True)
            return complain("The site was not built; output/ is as it was. The reason stands above.")
        replace_output()
        account = json.loads(ACCOUNT.read_text(encoding="utf-8"))
    print(*account["lines"], sep="\n")
    print(f"Built in {time.monotonic() - started:.1f} s. Open {OUTPUT.relative_to(ROOT) / 'index.html'}")
    return 1 if account["strict"] and account["skipped"] else 0


def bad_address(url: str) -> str | None:
    """Say what is wrong with a SITEURL, if anything is."""
    if not url or (urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc and not url.endswith("/")):
        return None
    return f"SITEURL is {url!r}; expected the site's address without a final slash, as https://user.github.io/repo"


def run_pelican() -> int:
    """Build into a folder of its own; the plugins come in through the settings file."""
    shutil.rmtree(NEW, ignore_errors=True)
    command = [sys.executable, "-m", "pelican", str(CONTENT), "-s", str(SETTINGS), "-o", str(NEW)]
    done = subprocess.run([*command, "--fatal", "errors", "-q"], cwd=ROOT, stdout=subprocess.PIPE, check=False)  # noqa: S603
    if done.returncode != 0:  # else its last line would only be in the way of our account
        sys.stderr.buffer.write(done.stdout)
    return done.returncode


def replace_output() -> None:
    """Put the new site where the old one was."""
    shutil.rmtree(OLD, ignore_errors=True)
    if OUTPUT.exists():
        OUTPUT.rename(OLD)
    NEW.rename(OUTPUT)
    shutil.rmtree(OLD, ignore_errors=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second build wait for the first; bring the old site back where a build was killed between two renames."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if OLD.exists() and not OUTPUT.exists():
            OLD.rename(OUTPUT)
        yield


def complain(message: str) -> int:
    """Tell why there is no new site."""
    print(message, file=sys.stderr)
    return 2


def serve(port: int) -> int:
    """Build, serve, and build again whenever content, theme, plugins or settings change, until interrupted."""
    from watchfiles import watch  # only here, so that a plain build starts quickly

    build()
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(OUTPUT)))
    except OSError as error:
        return complain(f"Port {port} cannot be used ({error.strerror}); try `make serve PORT={port + 1}`.")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving http://127.0.0.1:{port}/ - press Ctrl-C to stop.", flush=True)
    for _ in watch(*WATCHED, raise_interrupt=False):
        subprocess.run([sys.executable, __file__, "build"], cwd=ROOT, check=False)  # noqa: S603
        sys.stdout.flush()
    return 0


class Handler(SimpleHTTPRequestHandler):
    """Serves output/ as GitHub Pages does: with the site's own page for what is not there."""

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
    sys.exit(main(sys.argv[1:]))
