"""What builds of growing collections take: what `make bench` runs.

    python -m tests.bench 100 1000 [--result FILE.json]

Texts come from EVAL/texts where that is there (EVAL=path), else from content/. Prints a table for each size as it is
measured; numbers and a picture go to .cache/bench.
"""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from tests.bench import picture, report
from tests.bench.builds import ROOT, Run, runs
from tests.bench.plain import possible

RESULT = ROOT / ".cache" / "bench" / "result.json"


def main() -> None:
    """Measure all sizes."""
    parser = ArgumentParser(prog="python -m tests.bench", description="Measure builds of growing collections.")
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000, 10_000], help="numbers of articles")
    parser.add_argument("--result", type=Path, default=RESULT, help="for the numbers; the picture is put beside")
    given = parser.parse_args()
    texts = Path(os.environ.get("EVAL") or ROOT.parent / "shared" / "eval") / "texts"
    source = f"texts in {texts}" if texts.is_dir() else "recombined from content/"
    print(f"Articles: {source}")
    measured = [run for size in sorted(given.sizes) for run in measure(texts, size)]
    for case, exponents in report.growth(measured).items():
        if exponents:
            print(f"{case}: CPU time grows with the articles to the power of {', '.join(map(str, exponents))}")
    if not possible():
        print("Nothing to compare with: plain Pelican needs the package markdown here.")
    report.save(measured, source, given.result)
    given.result.with_suffix(".svg").write_text(picture.drawn(measured), encoding="utf-8")
    print(f"Written to {given.result} and {given.result.with_suffix('.svg').name}")


def measure(texts: Path, size: int) -> list[Run]:
    """Make all builds of a size, and print each as soon as it is made."""
    measured = []
    print(report.head(size), flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        for run in runs(texts, size, Path(place)):
            measured.append(run)
            print(report.line(run), flush=True)
    print(*report.compared(measured), sep="\n")
    return measured


if __name__ == "__main__":
    main()
