"""What the pipeline reaches on hand-labelled data from outside, where it is present; floors stay.

The data are not part of the project. `EVAL=path make quality` says where they are; without, these tests are skipped.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EVAL = Path(os.environ.get("EVAL") or ROOT.parent / "shared" / "eval").resolve()

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (EVAL / "seeds_gold.json").exists(), reason=f"no outside data at {EVAL}"),
]


def score(script: str, function: str, *arguments: str) -> str:
    command = [sys.executable, str(EVAL / script), "--predict", function, *arguments]
    path = os.pathsep.join([str(ROOT / "plugins"), str(HERE), str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        command, cwd=HERE, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    print(f"\n{script}\n{done.stdout}")
    return done.stdout


def rates(output: str) -> dict[str, tuple[float, float]]:
    """Read lines such as `persons   tp 15 fp 0 fn 0  P 1.000 R 1.000`."""
    rows = re.findall(r"^(\w+) +tp .* P ([\d.]+) R ([\d.]+)$", output, re.MULTILINE)
    return {name: (float(precision), float(recall)) for name, precision, recall in rows}


def test_hand_labelled_articles_are_cleaned_without_a_fault() -> None:
    assert "seeds passed 5/5" in score("clean/score_seeds.py", "adapter:seed")


@pytest.mark.parametrize("how", [(), ("--raw",)], ids=["cleaned by hand", "as saved"])
def test_people_organisations_quotations_and_roles_are_found(how: tuple[str, ...]) -> None:
    got = rates(score("clean/score_people.py", "people_adapter:people", *how))
    assert min(*got["persons"], *got["orgs"]) >= 0.95
    assert min(*got["quotes"], got["speakers"][0]) >= 0.9
    assert got["roles"][1] >= 0.85


SCORES = [
    ("clean/score_text.py", "adapter:seed", "", r"^all +\d+ +([\d.]+)", 0.95),
    ("clean/score_html.py", "adapter:page", "", r"^wcxb: .*body F1 ([\d.]+)", 0.95),
    ("who/eval_people.py", "names_adapter:people", "", r"^ +ALL .*exact P \S+ R \S+ F1 ([\d.]+)", 0.93),
    ("who/eval_quotes.py", "quotes_adapter:quotations", "--limit 150", r"quote\+speaker .* F1 all ([\d.]+)", 0.90),
    ("who/eval_roles.py", "roles_adapter:roles", "--task roles", r"word P .* F1 ([\d.]+)", 0.87),
    ("who/eval_roles.py", "roles_adapter:affiliations", "--task affil", r"conll04 .* F1 ([\d.]+)", 0.72),
    ("who/eval_clusters.py", "clusters_adapter:people", "--type PER", r"^ +ALL .*? B3 \S+ \S+ ([\d.]+)", 0.99),
    ("who/eval_clusters.py", "clusters_adapter:organisations", "--type ORG", r"^ +ALL .*? B3 \S+ \S+ ([\d.]+)", 0.97),
]
"""Script, adapter, arguments, the figure in what it prints, and its floor: what is reached, rounded down."""


@pytest.mark.skipif(not os.environ.get("MEASURE"), reason="takes minutes; `make quality` does it")
@pytest.mark.parametrize(("script", "function", "arguments", "figure", "floor"), SCORES, ids=[row[1] for row in SCORES])
def test_no_figure_falls_below_its_floor(script: str, function: str, arguments: str, figure: str, floor: float) -> None:
    if "clusters" in script:
        pytest.importorskip("scipy", reason="the scorer needs scipy")
    found = re.search(figure, score(script, function, *arguments.split()), re.MULTILINE)
    assert found
    assert float(found[1]) >= floor
