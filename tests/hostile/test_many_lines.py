"""A text of nothing but short lines is analysed in bounded time and memory: each of them is a paragraph."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[2]
LINES = 20_000
MEMORY = 850_000
"""KB at most at one time, of which the model has 380,000; it took 660,000, and 1,150,000 when parsed in one go."""
SECONDS = 30
"""CPU time; it took 8 on a busy machine."""
CHILD = f"""
import sys, time
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "plugins")!r}]
from datetime import UTC, datetime
from newsdigest.analyse import analyse
from newsdigest.clean import clean
from newsdigest.model import Source
from newsdigest.options import Options
now = datetime(2026, 1, 1, tzinfo=UTC)
story = clean(Source("a.txt", "txt", "x\\n" * {LINES}, now), Options(), now)
started = time.process_time()
found = analyse(story, Options(analysis=sys.argv[1]))
used = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(len(story.paragraphs), len(found.sentences), time.process_time() - started, used)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the memory of this one process")
@pytest.mark.parametrize("analysis", ["thorough", "fast"])
def test_a_text_of_short_lines_is_analysed_within_time_and_memory(analysis: str) -> None:
    done = subprocess.run([sys.executable, "-c", CHILD, analysis], capture_output=True, encoding="utf-8", check=True)
    paragraphs, sentences, seconds, used = map(float, done.stdout.split())
    assert paragraphs == sentences == LINES
    assert seconds < SECONDS
    assert used < MEMORY
