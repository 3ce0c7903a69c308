"""Where the program comes from: pinned and licensed packages, a model that runs no code, workflows of few rights."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.audit import FILES, NO_ANSWER, verdict
from tests.building import ROOT
from tests.licences import PARTS, allowed, licence, listed, pinned

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WRITES = {("pages.yml", "deploy"): {"pages": "write", "id-token": "write"}}
"""The one job that may write, and what."""
LOADING = """
import pickle, sys
from fractions import Fraction
from newsdigest.analyse import nlp  # before the watch: libraries may unpickle what is theirs

def watch(event, told):
    if event == "pickle.find_class":
        sys.exit(f"unpickled: {told}")

sys.addaudithook(watch)
print(nlp.load().meta["name"])
pickle.loads(pickle.dumps(Fraction))  # which the watch must see
"""


def package(name: str, *flaws: dict[str, Any], **given: str) -> dict[str, Any]:
    return {"name": name, "version": "1.0", "vulns": list(flaws), **given}


def told(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


# --- audit ---


def test_an_audit_in_which_nothing_is_known_ends_with_status_0() -> None:
    assert verdict(told(package("one"), package("two")), "") == (
        0,
        ("2 packages: 0 known vulnerabilities, 0 not audited",),
    )


def test_what_is_known_is_named_with_the_version_that_mends_it() -> None:
    flaws = {"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}
    status, lines = verdict(told(package("one", *flaws), package("two")), "")
    assert status == 1
    assert lines[:2] == ("one 1.0: PYSEC-1, mended in 1.1", "one 1.0: PYSEC-2, mended in no version yet")


def test_what_could_not_be_asked_about_is_no_good_news() -> None:
    assert verdict(told(package("one", skip_reason="not found")), "")[0] == 2
    status, lines = verdict("", "Traceback\n  File\nConnectionError: no such host\n")
    assert status == 2
    assert lines == (NO_ANSWER, "ConnectionError: no such host")


def test_without_the_auditor_the_reason_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "tests/audit.py", sys.executable], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert done.stdout.splitlines() == [NO_ANSWER, f"{sys.executable}: No module named pip_audit"]


# --- packages ---


def test_each_file_of_requirements_is_audited_and_licensed() -> None:
    assert sorted(path.name for path in FILES) == sorted(name for _, files in PARTS for name in files)


def test_nothing_is_installed_but_by_its_hash() -> None:
    settings = dict(re.findall(r"^(\w+) +:= (.*)$", MAKEFILE, re.MULTILINE))
    commands = [line.replace("$(INSTALL)", settings["INSTALL"]) for line in MAKEFILE.splitlines() if " -r " in line]
    assert len(commands) >= len(FILES)
    assert [line for line in commands if "install --require-hashes --no-deps" not in line] == []


@pytest.mark.parametrize("name", sorted(pinned()))
def test_each_pinned_package_has_a_free_licence_and_states_it(name: str) -> None:
    assert allowed(listed()[name])
    assert licence(name) in (None, listed()[name])  # None: not installed here


def test_the_list_of_licences_names_no_other_package() -> None:
    assert list(listed()) == list(pinned())


@pytest.mark.parametrize(
    ("expression", "free"),
    [
        ("MIT", True),
        ("MIT AND (BSD-2-Clause OR Proprietary)", True),
        ("MIT AND Proprietary", False),
        ("not stated", False),
        ("", False),
    ],
)
def test_of_alternatives_one_must_be_free_and_of_all_others_each(expression: str, free: bool) -> None:
    assert allowed(expression) is free


# --- the model ---


@pytest.mark.model
def test_the_model_is_data_and_names_no_function_to_call() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADING],
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == "core_web_md", done.stderr
    assert done.stderr.strip() == "unpickled: ('fractions', 'Fraction')"


def test_the_library_unpickles_nothing_and_evaluates_nothing() -> None:
    dangerous = re.compile(
        r"\bpickle\b|\bmarshal\b|\bshelve\b|\beval\(|\bexec\(|yaml\.load\((?!.*BaseLoader)|shell=True"
    )
    found = {
        path.name: hit.group()
        for path in (ROOT / "plugins").rglob("*.py")
        if (hit := dangerous.search(path.read_text("utf-8")))
    }
    assert found == {}


# --- workflows ---


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_right_but_those_that_a_job_names(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        may = {right: kind for right, kind in job["permissions"].items() if kind != "read"}
        assert may == WRITES.get((path.name, name), {})
        assert job["timeout-minutes"] <= 30


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_pinned_by_its_commit_and_leaves_no_credentials(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    assert [action for action, note in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)] == []
    assert [action for action, note in used if not re.fullmatch(r" +# v\d+\.\d+\.\d+", note)] == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_others_becomes_part_of_a_command(path: Path) -> None:
    commands = re.findall(r"run: (.*)", path.read_text(encoding="utf-8"))
    assert commands
    assert [command for command in commands if "${{" in command] == []
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
