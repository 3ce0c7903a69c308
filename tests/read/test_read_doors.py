"""What is loaded for which files: reading text loads nothing that only other formats need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.read.specimens import SPECIMENS

ASKED = """
import sys
sys.path[:] = {path!r}
from newsdigest.options import Options
from newsdigest.read import FORMATS, kinds, plain, saved
kinds.kind_of({data!r}, {suffix!r})
kinds.check_text({data!r})
tuple(FORMATS[{suffix!r}]({data!r}, Options()))
print(*sorted(sys.modules))
"""
OF_OTHERS = {"charset_normalizer", "email", "lxml", "markdown_it", "pypdf", "yaml", "newsdigest.read.page"}


def loaded(suffix: str, data: bytes) -> set[str]:
    """Name the modules that are there after a file was read in a new process."""
    asked = ASKED.format(path=sys.path, suffix=suffix, data=data)
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("data", [SPECIMENS["txt"], "Ärger im Hafen von Dünmoor\n\nDer Kai ist zu.".encode()])
def test_reading_text_loads_nothing_that_only_other_formats_need(data: bytes) -> None:
    assert loaded("txt", data).isdisjoint(OF_OTHERS)


def test_reading_a_page_loads_what_it_needs() -> None:
    modules = loaded("html", SPECIMENS["html"])
    assert {"lxml", "newsdigest.read.page"} <= modules
    assert modules.isdisjoint({"markdown_it", "pypdf", "newsdigest.read.feed", "newsdigest.read.mail"})
