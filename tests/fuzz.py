"""A long fuzz run over all that takes text of others (tests/hostile/targets.py): `make fuzz`, `make fuzz SECONDS=3600`.

Each target gets a process of its own that is guided by coverage (libFuzzer by way of atheris) and starts from the
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
    """Fuzz one target after the other; give 1 where one failed."""
    sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
    from tests.hostile.targets import TARGETS

    failed = []
    for name, (_, start) in sorted(TARGETS.items()):
        (CORPUS / name).mkdir(parents=True, exist_ok=True)
        (CORPUS / name / "specimen").write_bytes(start)
        print(f"fuzzing {name} for {seconds} seconds", flush=True)
        if subprocess.run([sys.executable, __file__, name, str(seconds)], check=False).returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "nothing failed")
    return 1 if failed else 0


def fuzz(name: str, seconds: int) -> None:
    """Throw bytes at one target; whatever it raises is a failure."""
    import atheris

    sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]
    with atheris.instrument_imports(include=["newsdigest"]):
        from tests.hostile.targets import TARGETS

    folder = CORPUS / name
    flags = [f"-max_total_time={seconds}", f"-max_len={MAX_LENGTH}", f"-timeout={SLOW_SECONDS}"]
    flags += [f"-artifact_prefix={folder}-", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *flags, str(folder)], TARGETS[name][0])
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        fuzz(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1])))
