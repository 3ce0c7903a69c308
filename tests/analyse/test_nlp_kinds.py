"""What is remembered of spaCy's attribute ruler is what the ruler itself would set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse import nlp
from newsdigest.analyse.nlp_kinds import set_kinds
from spacy.tokens import Doc

pytestmark = pytest.mark.model

WORDS = (
    "Doe", "I", "are", "had", "his", "is", "it", "mayor", "n't", "not", "nothin'", "on", "ran", "runs", "that",
    "the", "there", "was", "which", "y'", "all", "gon", "na", "let", "'s", "c'm", "ai", " ", "\n", "?",
)  # fmt: skip


def attributes(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_) for token in doc]


def tagged(text: str, *steps: str) -> Doc:
    language = nlp.load()
    doc = language.make_doc(text)
    for step in ("tok2vec", "tagger", *steps):
        doc = language.get_pipe(step)(doc)
    return doc


@pytest.mark.parametrize("steps", [("parser",), ()], ids=["with a tree", "without"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jane Doe had left. There are two mayors, and neither was asked which of them it is.",
        "We're gonna go, c'mon y'all, let's! I ain't sayin' nothin', they'd not have 'em.",
        "  Two  spaces \n\n and\ta line. ",
        "As the mayor said that, who would? But she'd been being there since it wasn't hers.",
        "😀 — “x” 3rd $5 http://example.org #tag @name C++",
    ],
)
def test_every_attribute_is_the_rulers(text: str, steps: tuple[str, ...]) -> None:
    doc = tagged(text, *steps)
    expected = nlp.load().get_pipe("attribute_ruler")(doc.copy())
    for _ in range(2):  # once looked up, once remembered
        assert attributes(set_kinds(nlp.load(), doc.copy())) == attributes(expected)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS),
            st.sampled_from(["DT", "IN", "MD", "NN", "NNP", "PRP", "RB", "VBD", "VBP", "VBZ", "WDT"]),
            st.sampled_from(["advmod", "aux", "det", "expl", "mark", "nsubj", "prep", "ROOT"]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_whatever_tags_and_dependencies_stand_together(found: list[tuple[str, str, str]]) -> None:
    words, tags, deps = zip(*found, strict=True)
    language = nlp.load()
    doc = Doc(language.vocab, words=list(words), tags=list(tags), deps=list(deps), heads=[0] * len(words))
    expected = language.get_pipe("attribute_ruler")(doc.copy())
    assert attributes(set_kinds(language, doc)) == attributes(expected)
