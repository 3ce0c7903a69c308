"""Asks OSV, the open database of vulnerabilities, about every pinned package: `make audit`, where a network allows.

pip-audit lives in a virtual environment of its own. Status 0: nothing is known against any; 1: something is, and is
listed; 2: not all could be asked, so that no news is never taken for good news.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(ROOT.glob("requirements*.txt"))
FLAGS = ("--vulnerability-service", "osv", "--disable-pip", "--progress-spinner", "off", "--format", "json")
NO_ANSWER = "Not audited: api.osv.dev gave no answer, which takes a network. Try again where there is one. The reason:"


def main(python: str) -> int:
    """Audit all files of requirements by the pip-audit of that Python."""
    command = [python, "-m", "pip_audit", *FLAGS, *(flag for path in FILES for flag in ("--requirement", str(path)))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    status, lines = verdict(done.stdout, done.stderr)
    print(*lines, sep="\n")
    return status


def verdict(told: str, complaints: str) -> tuple[int, Sequence[str]]:
    """Give the status and what to tell, from what pip-audit wrote."""
    if not told.strip():
        return 2, (NO_ANSWER, (complaints.strip().splitlines() or ["none given"])[-1])
    packages: list[Mapping[str, Any]] = json.loads(told)["dependencies"]
    found = [(one, flaw) for one in packages for flaw in one.get("vulns", ())]
    skipped = [f"not audited: {one['name']}: {one['skip_reason']}" for one in packages if "skip_reason" in one]
    flaws = [f"{one['name']} {one['version']}: {flaw['id']}, mended in {mended(flaw)}" for one, flaw in found]
    counted = f"{len(packages)} packages: {len(flaws)} known vulnerabilities, {len(skipped)} not audited"
    return 1 if flaws else 2 if skipped else 0, (*flaws, *skipped, counted)


def mended(flaw: Mapping[str, Any]) -> str:
    """Name the versions without it."""
    return " or ".join(flaw.get("fix_versions", ())) or "no version yet"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
