"""A long fuzz run over every reader and the cleaning behind it: `make fuzz`, or `make fuzz SECONDS=3600`.

Each format gets a process of its own that is guided by coverage (libFuzzer by way of atheris) and starts from the
specimens of the tests. What was found interesting is kept in .cache/fuzz, so that the next run goes on from there; the
input of a failure is written there too, and the run ends with status 1.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / ".cache" / "fuzz"
MAX_LENGTH = 20_000
SLOW_SECONDS = 20


def main(seconds: int) -> int:
    """Fuzz one format after the other; give the number of those that failed."""
    sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
    from tests.read.specimens import SPECIMENS

    failed = []
    for suffix, data in sorted(SPECIMENS.items()):
        (CORPUS / suffix).mkdir(parents=True, exist_ok=True)
        (CORPUS / suffix / "specimen").write_bytes(data)
        print(f"fuzzing .{suffix} for {seconds} seconds", flush=True)
        if subprocess.run([sys.executable, __file__, suffix, str(seconds)], check=False).returncode:
            failed.append(suffix)
    print(f"failed: {', '.join(failed)}" if failed else "no format failed")
    return len(failed)


def fuzz(suffix: str, seconds: int) -> None:
    """Throw bytes at one reader; whatever it raises but UnusableFileError is a failure."""
    import atheris

    sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
    with atheris.instrument_imports(include=["newsdigest"]):
        from newsdigest.errors import UnusableFileError

        from tests.read.test_every_format import read_and_clean

    def one(data: bytes) -> None:
        try:
            read_and_clean(suffix, data)
        except UnusableFileError:
            return

    folder = CORPUS / suffix
    flags = [f"-max_total_time={seconds}", f"-max_len={MAX_LENGTH}", f"-timeout={SLOW_SECONDS}"]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={folder}-", "-print_final_stats=1", str(folder)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        fuzz(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1])))
