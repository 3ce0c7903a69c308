"""A little project whose builds have a stamp, and a look at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from newsdigest import stamp
from newsdigest.stamp import Inputs

NOW = datetime(2030, 5, 6, 12, 0, tzinfo=timezone(timedelta(hours=2)))
"""Long after the files of a test are made, so that their times prove something."""
ENVIRONMENT = {"SITEURL": "", "HOME": "/home/ada", "DIGEST_STRICT": ""}
SETTINGS = 'import os\nSITENAME = os.environ.get("NAME_OF_SITE", "News")\nSITEURL = os.environ["SITEURL"]\n'


def make_project(place: Path) -> Path:
    """Make a project with a site."""
    for name, text in {
        "content/a.txt": "one",
        "content/deep/b.html": "two",
        "content/pages/imprint.html": "three",
        "output/index.html": "a page",
        "output/people/ada.html": "another",
        "pelican.conf.py": SETTINGS,
        "plugins/digest_run.py": 'os.environ["SOURCE_DATE_EPOCH"]',
        "plugins/newsdigest/text.py": "",
        "theme/static/main.css": "css",
        "theme/templates/base.html": "html",
    }.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    return place


def seen(project: Path, environment: Mapping[str, str] = ENVIRONMENT, now: datetime = NOW) -> Inputs:
    """Look at it."""
    found = stamp.inputs(project, project / "content", environment, now)
    assert found is not None
    return found
