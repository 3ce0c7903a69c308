"""The command behind `make`: builds the site beside the old one and replaces it only when it is complete.

    python -B plugins/digest_build.py build          content/ -> output/
    python -B plugins/digest_build.py whoswho        print what is uncertain in the who's who; builds nothing

Where nothing has changed since the site was built, Pelican is not even started (newsdigest.stamp). Else it runs in a
process of its own (digest_run), and the two sites change places in one step: output/ is whole at any moment, also when
everything is killed. A run of Pelican holds the lock as long as it lives: one that outlives its build is waited for.
Exit status: 0 built, or nothing to build; 1 the same, but files were left out and DIGEST_STRICT is set; 2 not built,
output/ is as it was.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import json
import os
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from newsdigest import stamp
from newsdigest.errors import explained
from newsdigest.places import clear, in_the_way, is_folder

ROOT = Path(__file__).resolve().parent.parent
CACHE, OUTPUT, CONTENT, SETTINGS = ROOT / ".cache", ROOT / "output", ROOT / "content", ROOT / "pelican.conf.py"
ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*")
RUN = ROOT / "plugins" / "digest_run.py"
NEW, OLD = CACHE / "site-new", CACHE / "site-old"
ACCOUNT, STAMP = CACHE / "account.json", CACHE / "stamp.json"


def main(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    parser = argparse.ArgumentParser(description="Build the digest site.")
    parser.add_argument("command", choices=("build", "whoswho"))
    return whoswho() if parser.parse_args(arguments).command == "whoswho" else build()


def build() -> int:
    """Build once, if anything has changed, and tell how it went."""
    problem = bad_address(os.environ.get("SITEURL", "")) or bad_place()
    if problem:
        return complain(problem)
    started = time.monotonic()
    account: stamp.Account | None
    try:
        with one_at_a_time() as lock:
            before, known = inputs(), stamp.read(STAMP)
            if known and stamp.holds(known, before, OUTPUT):
                account, end = known.account, "Nothing changed; the site stays as it is."
            else:
                account, end = new_site(lock, before), f"Built in {time.monotonic() - started:.1f} s."
    except OSError as error:
        return complain(f"{explained(error, CACHE)}. The site was not built; output/ is as it was.")
    if account is None:
        return complain("The site was not built; output/ is as it was. The reason stands above.")
    print(*account["lines"], sep="\n")
    print(f"{end} Open {OUTPUT.relative_to(ROOT) / 'index.html'}")
    return 1 if account["strict"] and account["skipped"] else 0


def inputs() -> stamp.Inputs | None:
    """Look at all that a build depends on, as it is now."""
    return stamp.inputs(ROOT, CONTENT, os.environ, datetime.now().astimezone())


def new_site(lock: int, before: stamp.Inputs | None) -> stamp.Account | None:
    """Let Pelican make the site and put it in its place; None where it could not.

    The site gets a stamp only if what it was made from stayed the same meanwhile.
    """
    if run_pelican(lock) != 0:
        clear(movable(NEW))
        return None
    account: stamp.Account = json.loads(ACCOUNT.read_text(encoding="utf-8"))
    made = stamp.site_digest(movable(NEW))
    clear(STAMP)  # first: a stamp must not stand beside a site that it is not of
    replace_output()
    after = inputs() if account.get("lasting") else None
    if before and after and stamp.same(before, after):
        stamp.write(STAMP, stamp.Stamp(before, made, account))
    return account


def bad_address(url: str) -> str | None:
    """Say what is wrong with a SITEURL, if anything is."""
    if not url or (ADDRESS.fullmatch(url) and ".." not in url):
        return None
    return f"SITEURL is {url!r}; expected the site's address without a final slash, as https://user.github.io/repo"


def bad_place() -> str | None:
    """Say which folder is missing or in the way, if any is."""
    if not CONTENT.is_dir():
        return f"There is no folder {CONTENT.name}/; make it, and put your articles there."
    if not os.access(CONTENT, os.R_OK | os.X_OK):
        return f"The folder {CONTENT.name}/ cannot be read; let it be read. output/ is as it was."
    if (CACHE.exists() or CACHE.is_symlink()) and not CACHE.is_dir():
        return f"{CACHE.name} is no folder; delete it, it is made anew."
    return None


def run_pelican(lock: int) -> int:
    """Build into a folder of its own; the plugins come in through the settings file."""
    clear(movable(NEW))
    clear(ACCOUNT)
    command = [sys.executable, "-B", str(RUN), str(SETTINGS), str(CONTENT), str(movable(NEW))]
    environment = {**os.environ, "NEWSDIGEST_ACCOUNT": str(ACCOUNT), "NEWSDIGEST_FORMER": str(OUTPUT)}
    done = subprocess.run(  # noqa: S603
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False, pass_fds=(lock,)
    )
    return done.returncode


def replace_output() -> None:
    """Put the new site where the old one was."""
    new, old = movable(NEW), movable(OLD)
    if not exchange(new, OUTPUT):
        if OUTPUT.exists() or OUTPUT.is_symlink():
            OUTPUT.rename(old)
        new.rename(OUTPUT)
    clear(new)
    clear(old)


def movable(site: Path) -> Path:
    """Give the place of a site in the cache; beside output/ where the owner keeps the cache on another disk."""
    return site if CACHE.stat().st_dev == ROOT.stat().st_dev else ROOT / f".{site.name}"


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step, where both are there and system and disk can do it."""
    libc = ctypes.CDLL(None)
    here, there = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):  # Linux; -100: paths are as for any other function, 2: exchange
        return bool(libc.renameat2(-100, here, -100, there, 2) == 0)
    if hasattr(libc, "renamex_np"):  # macOS; 2: exchange
        return bool(libc.renamex_np(here, there, 2) == 0)
    return False


@contextmanager
def one_at_a_time() -> Iterator[int]:
    """Let a second build wait for the first; give the lock, which is held until the last process that has it ends."""
    CACHE.mkdir(exist_ok=True)
    place = CACHE / "build.lock"
    if in_the_way(place):
        clear(place)
    with place.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is at work; waiting for it.", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        bring_back()
        try:
            yield lock.fileno()
        finally:
            bring_back()


def bring_back() -> None:
    """Put the old site back where a build ended between two renames; there are two only where none can exchange."""
    old = movable(OLD)
    if is_folder(old) and not OUTPUT.exists() and not OUTPUT.is_symlink():
        old.rename(OUTPUT)
    clear(old)


def complain(message: str) -> int:
    """Tell why there is no new site."""
    print(message, file=sys.stderr)
    return 2


def whoswho() -> int:
    """Print what is uncertain in the who's who, as lines for content/curation.toml."""
    from newsdigest import intake, options, pipeline, store  # only here: a build reads in a process of its own
    from newsdigest.errors import DigestError
    from newsdigest.link.doubts import doubt_lines, doubts

    problem = bad_place()
    if problem:
        return complain(problem)
    try:
        chosen, warnings = options.from_settings(runpy.run_path(str(SETTINGS)))
        stock = intake.take_stock(CONTENT, chosen, warnings, datetime.now(UTC), CACHE / store.FILE)
        pipeline.recall(stock)
        stories = [story for path in stock.paths for story in pipeline.stories_of(path, stock)]
        edition = pipeline.build_edition(stories, (), stock, tell_progress)
    except DigestError as error:
        return complain(f"newsdigest: {error}")
    print(*doubt_lines(doubts(edition, stock.curation)), sep="\n")
    return 0


def tell_progress(done: int, total: int) -> None:
    """Tell on the terminal how far the analysis is."""
    if done in (0, total):
        print(f"Reading articles closely: {done} of {total}", file=sys.stderr)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a file's name may hold what the terminal cannot show
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell tells it
