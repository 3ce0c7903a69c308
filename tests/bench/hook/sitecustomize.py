"""Found by every Python that has this folder on its path: puts the clock into the one that runs Pelican."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

if re.match(r"-m pelican |-B \S+/digest_run\.py ", " ".join(sys.orig_argv[1:])):
    from tests.bench import stages

    stages.install(Path(os.environ["BENCH_STAGES"]))
