"""Lists the licence of every pinned package in .github/LICENCES.md, from what these state: `make licences`.

A package that is not installed here (of another system, or of a part that is not set up) keeps the line that it has.
The tests hold that each pinned package has a line, that it is as stated, and that the licence is one of ALLOWED.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / ".github" / "LICENCES.md"
HEAD = """# Licences

What the program is made of, with the licence that each package states. The project ships none of them: `make` fetches
them from PyPI, each by its hash in the requirements. Of all this, a site holds only what Pagefind searches with (MIT).
`make licences` makes the list anew. The project's own licence is the [AGPL-3.0-or-later](../LICENSE).

| package | licence | needed for |
|---|---|---|
"""
PARTS = (
    ("building the site", ("requirements.txt", "requirements-model.txt", "requirements-build.txt")),
    ("tests", ("requirements-dev.txt",)),
    ("analysis on other machines", ("requirements-dask.txt",)),
    ("`make fuzz`", ("requirements-fuzz.txt",)),
    ("`make audit`", ("requirements-audit.txt",)),
)
"""What a package is needed for: the first of these whose files pin it."""
ALLOWED = frozenset(
    {
        "0BSD",
        "AGPL-3.0-or-later",
        "Apache-2.0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "GPL-2.0-or-later",
        "GPL-3.0",
        "ISC",
        "LGPL-3.0",
        "LGPL-3.0-or-later",
        "MIT",
        "MPL-2.0",
        "PSF-2.0",
        "Public Domain",
        "Unlicense",
        "Zlib",
    }
)
"""Free licences: all let anybody use, change and share what is under them."""
KNOWN = (
    (r"AGPL", "AGPL-3.0-or-later"),
    (r"LGPL|Lesser General Public License v3 or later", "LGPL-3.0-or-later"),
    (r"GPLv2\+|General Public License v2 or later", "GPL-2.0-or-later"),
    (r"General Public License v3", "GPL-3.0"),
    (r"Apache", "Apache-2.0"),
    (r"BSD[ -]2|FreeBSD", "BSD-2-Clause"),
    (r"BSD[ -]3", "BSD-3-Clause"),
    (r"BSD", "BSD"),
    (r"ISC", "ISC"),
    (r"Mozilla Public License 2|MPL-2", "MPL-2.0"),
    (r"Python Software Foundation|PSF", "PSF-2.0"),
    (r"MIT", "MIT"),
)
"""How licences are called where they are not stated as an SPDX expression."""
READ = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT AND MPL-2.0",
    "docutils": "Public Domain AND BSD-2-Clause AND PSF-2.0",
    "feedgen": "BSD-2-Clause OR LGPL-3.0-or-later",
    "yake": "LGPL-3.0",
}
"""What their own licence files say, where what they state is nothing or unclear."""


def pinned() -> dict[str, str]:
    """List every pinned package, and what it is needed for."""
    found: dict[str, str] = {}
    for purpose, names in PARTS:
        for name in names:
            for package in re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
                found.setdefault(package.lower(), purpose)
    return dict(sorted(found.items()))


def licence(package: str) -> str | None:
    """Tell under which licence an installed package is; None where it is not installed."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return None
    return READ.get(package) or told.get("License-Expression") or _named(told)


def _named(told: PackageMetadata) -> str:
    classifiers = [line for line in told.get_all("Classifier") or () if line.startswith("License")]
    for text in (told.get("License") or "", *classifiers):
        for pattern, name in KNOWN:
            if len(text) < 100 and re.search(pattern, text):
                return name
    return "not stated"


def allowed(expression: str) -> bool:
    """Say whether what an SPDX expression asks for can be met: of alternatives one, of all others each."""
    return all(any(one.strip("() ") in ALLOWED for one in part.split(" OR ")) for part in expression.split(" AND "))


def listed() -> dict[str, str]:
    """Read the licences of the list as it is."""
    return dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", TABLE.read_text(encoding="utf-8"), re.MULTILINE)[1:])


def lines() -> Iterator[str]:
    """Write the list."""
    before = listed() if TABLE.exists() else {}
    for package, purpose in pinned().items():
        yield f"| {package} | {licence(package) or before.get(package, 'not stated')} | {purpose} |"


if __name__ == "__main__":
    TABLE.write_text(HEAD + "\n".join(lines()) + "\n", encoding="utf-8")
