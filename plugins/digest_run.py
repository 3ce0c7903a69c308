"""One run of Pelican, as digest_build starts it: the whole site, or the reason why not and a status that is not 0.

    python plugins/digest_run.py SETTINGS CONTENT OUTPUT

Pelican's own command ends well without a plugin that it could not load, without a hand-written page that it could not
read, with files of the theme that it could not copy whole, and when it is interrupted. Here only a page may be missing,
and the account names it.
"""

from __future__ import annotations

import atexit
import gc
import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsdigest import places
from newsdigest.errors import explained

PROGRAM = Path(__file__).resolve().parent.parent
PASSING = (
    "an unforeseen ",
    "cannot be followed",
    "cannot be opened",
    "ended the program that reads",
    "is in the future and was not used",
    "not analysed",
    "not read and cleaned within",
    "vanished while",
)
"""What an account says of things that may be otherwise the next time, though nothing has changed."""


class Complaints(logging.Handler):
    """Keeps what Pelican complains of, as single lines."""

    def __init__(self) -> None:
        """Take errors, and warnings about files; other warnings are about what is as it should be here."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.files: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        reason = f": {record.exc_info[1]!r}" if record.exc_info else ""
        line = " ".join(f"{record.getMessage()}{reason}".split())
        if record.name == "pelican.utils":  # where it copies
            self.files.append(line)
        elif record.levelno >= logging.ERROR:
            self.lines.append(line)


def main(settings_file: str, content: str, output: str) -> None:
    """Run Pelican once."""
    gc.set_threshold(20_000, 20, 20)  # a build makes much and drops little; linking takes a sixth less, imports a tenth
    from pelican import Pelican  # only here: the processes that read and analyse import this module as well
    from pelican.generators import PelicanTemplateNotFound
    from pelican.settings import read_settings
    from pelican.writers import FileOverwriteFailedError

    complaints = Complaints()
    logging.basicConfig(handlers=[complaints])
    settings = read_settings(settings_file, override={"PATH": content, "OUTPUT_PATH": output})
    try:
        site = Pelican(settings)
        if complaints.lines:
            sys.exit("newsdigest: " + "\nnewsdigest: ".join(complaints.lines))
        site.run()
        if complaints.files:
            sys.exit(f"newsdigest: {complaints.files[0]}; see to it, and build again")
        add_to_account(complaints.lines, settings)
    except (FileOverwriteFailedError, PelicanTemplateNotFound) as error:  # what a hand-written page asked for
        sys.exit(f"newsdigest: {error}")
    except OSError as error:
        if error.errno is None:  # none of the disk's: a template that is missing
            raise
        sys.exit(f"newsdigest: {explained(error, Path(output))}")


def add_to_account(complaints: Sequence[str], settings: Mapping[str, Any]) -> None:
    """Let the account name hand-written pages that were left out, and say whether the next one would tell the same."""
    account = Path(os.environ["NEWSDIGEST_ACCOUNT"])
    told = json.loads(account.read_text(encoding="utf-8"))
    told["lines"] += [f"warning: {complaint}" for complaint in complaints]
    told["skipped"] += len(complaints)
    told["lasting"] = not complaints and lasting(told["lines"], settings)
    places.write(account, json.dumps(told).encode())


def lasting(lines: Sequence[str], settings: Mapping[str, Any]) -> bool:
    """Tell whether a build of the same would come to the same, and is made of nothing but the project's own files."""
    from newsdigest.views import SEARCH_INDEX  # is loaded by now

    places = [settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], *settings["PLUGIN_PATHS"]]
    ours = {str(PROGRAM / "theme"), str(PROGRAM / "plugins")}
    whole = lines[0].startswith("0 articles") or Path(settings["OUTPUT_PATH"], SEARCH_INDEX).is_dir()
    return whole and ours.issuperset(map(str, places)) and not any(sign in line for line in lines for sign in PASSING)


def leave() -> None:
    """End the process at once: to take the articles apart, object by object, would take 0.6 ms for each of them."""
    atexit._run_exitfuncs()  # all else that Python does at its end, as multiprocessing does it too
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
    leave()
