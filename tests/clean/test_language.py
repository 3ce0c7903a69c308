from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from newsdigest.clean.language import FEWEST, language

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
ENGLISH = """The council said on Tuesday that the new wall of the harbour will not be ready before the end of the year,
as the stone that it had ordered from the quarry is still on its way, and that it has no money for another."""
GERMAN = """Der Stadtrat hat am Dienstag mitgeteilt, dass die neue Mauer des Hafens nicht vor dem Ende des Jahres fertig
wird, weil die Steine, die er im Steinbruch bestellt hat, noch unterwegs sind und das Geld für andere nicht reicht."""
RUSSIAN = """Городской совет сообщил во вторник, что новая стена гавани не будет готова до конца года, потому что
камень, который он заказал в карьере, еще в пути, а денег на другой у него нет, и поэтому работы начнутся только летом,
когда из карьера придут первые баржи."""
RESULTS = "\n".join(f"Acmeton Rovers {n} Wexcombe Albion {n + 1}" for n in range(12))
"""Names and numbers, as in no language."""


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        (ENGLISH, "en", "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "pt-BR", "en"),
        (ENGLISH, "eng", "eng"),
        (GERMAN, "en", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (RUSSIAN, "en-US", "ru"),
        (RESULTS, "en", "en"),
        (RESULTS, "fr", "fr"),
        ("Der Stadtrat hat es am Dienstag mitgeteilt.", "en", "en"),
        ("", "de", "de"),
    ],
)
def test_a_text_that_is_certainly_in_another_language_is_not_in_the_one_that_is_stated(
    text: str, stated: str, found: str
) -> None:
    assert language(text, stated) == found


def test_a_few_words_tell_nothing_and_much_english_makes_a_text_english() -> None:
    few = " ".join(GERMAN.split()[: FEWEST - 1])
    assert language(few, "en") == "en"
    assert language(f"{GERMAN * 5} {ENGLISH}", "en") == "de"
    assert language(f"{GERMAN} {ENGLISH}", "de") == "en"


@pytest.mark.parametrize("text", [ENGLISH, RESULTS])
def test_a_text_without_a_sign_of_another_language_needs_no_classifier(text: str) -> None:
    asked = (
        f"import sys; sys.path.insert(0, {str(PLUGINS)!r}); from newsdigest.clean.language import language; "
        f"language({text!r}, 'en'); print('py3langid' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
