"""Find everything in an article that could be a tag: a parsed Doc and its mentions in, `Place`s out.

A candidate is a name, or adjectives and nouns that end in a noun. Dull adjectives, quantifiers, dates and numbers are
cut off. A part of a longer phrase counts where it also stands alone, or in two different longer ones (`strike` in
`rail strike` and `bus strike`; the idea of C-value: Frantzi et al. 2000). A surname counts for the full name, an
explained acronym for its long form. Limits: as good as the tagger; a phrase with `of` is found as a name only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from newsdigest.analyse.keywords_names import is_name, subjects
from newsdigest.analyse.keywords_runs import Place, parts, runs
from newsdigest.model import Mention, Span, Story
from newsdigest.text import acronyms, fold, paragraph_spans

NAME_LABELS = frozenset({"EVENT", "FAC", "LAW", "PRODUCT"})
"""What the model finds beside people, organisations and places. Titles of works are too often plain quotations."""
_LEGAL_FORM = re.compile(r",? (?:AG|Co|Corp|GmbH|Inc|LLC|Ltd|Limited|[Pp]lc|PLC|SA)\.?$")


def places(story: Story, doc: Doc, mentions: Sequence[Mention]) -> dict[str, list[Place]]:
    """Give the places of each candidate by its key, in the order of the text."""
    text = doc.text  # joined anew at each access
    names = _names(doc, subjects(text, mentions))
    left = sorted({mention.span for mention in mentions}.difference(span for span, _ in names))
    longer = {fold(short): long for short, long in acronyms(text).items()}
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for place in [*(place for _, place in names), *_phrases(story, doc, names, left)]:
        full = longer.get(place.key)
        groups[fold(full) if full else place.key].append(place)
    return {
        key: sorted(found, key=lambda p: (p.start, p.text))
        for key, found in sorted(groups.items())
        if key and (any(not p.within for p in found) or len({p.within for p in found}) > 1)
    }


def _names(doc: Doc, mentions: Sequence[Mention]) -> list[tuple[Span, Place]]:
    usual = {"person": _full_names(mentions), "organisation": _plain_names(mentions)}
    found = [(m.span, usual.get(m.kind, {}).get(m.text, m.text), str(m.kind)) for m in mentions]
    taken = {i for m in mentions for i in range(m.span.start, m.span.end)}
    found += [
        (Span(ent.start_char, ent.end_char), re.sub(r"^[Tt]he |['’]s?$", "", ent.text), "name")
        for ent in doc.ents
        if ent.label_ in NAME_LABELS and ent.start_char not in taken and ent.end_char - 1 not in taken
    ]
    return [(span, Place(fold(text), text, span.start, kind)) for span, text, kind in found if is_name(text)]


def _full_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """Lead a single name to the one longer name of a person that ends or begins with it and stands before it."""
    first: dict[str, int] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        if mention.kind == "person":
            first.setdefault(mention.text, mention.span.start)
    found = {}
    for short in (name for name in first if " " not in name):
        long = [name for name in first if " " in name and short in (name.split()[-1], name.split()[0])]
        if len({fold(name) for name in long}) == 1 and first[long[0]] < first[short]:
            found[short] = long[0]
    return found


def _plain_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """Lead a name with a legal form to the one without, where the article has that too: `Quill Inc.` to `Quill`."""
    plain = {m.text: _LEGAL_FORM.sub("", m.text) for m in mentions if m.kind == "organisation"}
    return {text: short for text, short in plain.items() if short in plain}


def _phrases(story: Story, doc: Doc, names: Sequence[tuple[Span, Place]], left: Sequence[Span]) -> Iterator[Place]:
    spans = zip(story.paragraphs, paragraph_spans(story.paragraphs), strict=True)
    headings = [span for paragraph, span in spans if paragraph.kind != "body"]
    people = {i for span, place in names if place.kind == "person" for i in range(span.start, span.end)}
    closed = people.union(*(range(span.start, span.end) for span in (*headings, *left)))
    inside = {i for span, _ in names for i in range(span.start + 1, span.end)}
    whole = {(span.start, span.end) for span, _ in names}
    midway = {token.text for token in doc if not token.is_sent_start}
    for run in runs(doc, closed, people):
        for place, end in parts(run, inside, midway):
            if (place.start, end) not in whole:
                yield place
