"""All proposals of names: the model's and those by given names in, one list without overlaps out.

Where both see a person the longer run stands: `Jane Doe Roe` for `Doe Roe`. What one side alone takes for a person
needs something that shows one: a title before it, people beside it, `(Acmeland)` behind it, its surname alone
elsewhere; for the model's people doing something is enough, or a known first name. In lists of people a word that the
model leaves before a surname is the first name. Limits: firms that bear a person's full name, among people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Doc

from newsdigest.analyse import name_bodies, name_given, name_shapes, name_votes
from newsdigest.analyse.name_companies import is_introduced
from newsdigest.analyse.name_shapes import INNER, Proposal, is_led_by_origin, is_role
from newsdigest.analyse.name_words import STREETS
from newsdigest.lexicon import HONORIFICS

CROWD = 3
"""People in a sentence that make it a list of them, if it holds no more of other names. 2, 3 and 4 were tried:
people's F1 .926, .926, .925."""
_BEFORE = frozenset(("--", "/", "by"))
_JOINING = frozenset((",", ";", "and", "or"))
_BEHIND_HYPHEN = frozenset("backed based era inspired led like owned run style themed type".split())
_HYPHENS = frozenset("-‐‑")
_ASKED = frozenset(("Q.", "Q:"))
_INITIAL = re.compile(r"[A-MO-RT-VX-Z]\.")
"""No `N.`, `S.` or `W.`: `N. Acmeland`."""
_SHORT = re.compile(r"(?!El|La|Le|Mr|Ms|St)[A-Z][a-z]")
"""Given names of two letters, `Xi`, are too many for the list."""
_MINUTE = re.compile(r"\d+(?:st|nd|rd|th)")
_DEGREES = frozenset(("degree", "degrees", "°"))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an article knows of people before anything is decided."""

    doc: Doc
    starts: Set[int]
    ends: Set[int]
    """Of all that may be people."""
    sentence: Sequence[int]
    """The number of each token's sentence."""
    crowds: Set[int]
    """Numbers of the sentences that are lists, tables or teams of people."""
    alone: Set[str]
    """The capitalised words that stand somewhere without another capital beside them."""


def proposals(doc: Doc) -> list[Proposal]:
    """Give all proposals, in the order of the text."""
    found = name_bodies.completed(doc, name_shapes.proposals(doc))
    runs = list(name_given.runs(doc))
    scene = _scene(doc, found, runs)
    shown = {doc[start:end].text for start, end in runs if _is_shown(scene, start, end)}
    at = {i: p for p in found for i in range(p.start, p.end)}
    for start, end in [*runs, *_with_first_names(scene, found)]:
        touched = {at[i] for i in range(start, end) if i in at}
        inside = all(start <= p.start and p.end <= end for p in touched)
        agreed = all(p.kind == "person" or start < p.start for p in touched)
        if inside and (agreed or doc[start:end].text in shown):
            at |= dict.fromkeys(range(start, end), Proposal(start, end, "person"))
    merged = sorted({_bare(doc, p) for p in at.values()}, key=lambda p: p.start)
    merged = [p for p in merged if p.kind != "person" or doc[p.start].lower_ not in INNER]
    sound = {doc[p.start : p.end].text for p in merged if p.kind != "person" or _is_borne_out(scene, p)}
    return [p for p in merged if doc[p.start : p.end].text in sound]


def _bare(doc: Doc, proposal: Proposal) -> Proposal:
    """Cut `Spaniard` from `Spaniard Jane Doe`, `Q.` from a question to her, `-style` from `Jane Doe-style`."""
    start, end = proposal.start, proposal.end
    if proposal.kind != "person" or end - start < 2:
        return proposal
    if end - start > 3 and doc[end - 1].text in _BEHIND_HYPHEN and doc[end - 2].text in _HYPHENS:
        end -= 2
    asked = doc[start].text in _ASKED and (start == 0 or doc[start - 1].is_space)
    return replace(proposal, start=start + (asked or is_led_by_origin(doc, start, end)), end=end)


def _scene(doc: Doc, found: Sequence[Proposal], runs: Sequence[tuple[int, int]]) -> _Scene:
    people = {(p.start, p.end) for p in found if p.kind == "person"} | set(runs)
    sentence = list(accumulate(bool(token.is_sent_start) for token in doc))
    persons = Counter(sentence[start] for start, _ in people)
    others = Counter(sentence[p.start] for p in found if p.kind != "person")
    crowds = {number for number, count in persons.items() if count >= max(CROWD, others[number])}
    return _Scene(doc, {start for start, _ in people}, {end for _, end in people}, sentence, crowds, _alone(doc))


def _alone(doc: Doc) -> set[str]:
    words = [token.text for token in doc]
    capital = [word[0].isupper() for word in words]
    beside = [before or behind for before, behind in zip([False, *capital], [*capital[1:], False], strict=False)]
    return {word for word, big, joined in zip(words, capital, beside, strict=False) if big and not joined}


def _is_borne_out(scene: _Scene, proposal: Proposal) -> bool:
    """Say whether a person of several words is more than the model's guess, or a company that its place tells."""
    doc, start, end = scene.doc, proposal.start, proposal.end
    first = doc[start : name_given.word_end(doc, start)].text
    measured = start > 0 and doc[start - 1].lower_ in _DEGREES
    if measured or (end < len(doc) and doc[end].lower_.rstrip(".") in STREETS):
        return False
    if end - start == 1 or _SHORT.fullmatch(first):
        return True
    if name_given.is_initials(first) or name_given.is_given_name(first):
        return True
    acts = doc[start:end].root.dep_ in ("nsubj", "nsubjpass")
    told = acts or is_introduced(doc, start) or name_votes.named_as_person(doc, proposal)
    return told or _is_shown(scene, start, end)


def _is_shown(scene: _Scene, start: int, end: int) -> bool:
    """Say whether the place or the article shows a person."""
    doc = scene.doc
    if scene.sentence[start] in scene.crowds or _INITIAL.fullmatch(doc[start].text) or doc[end - 1].text in scene.alone:
        return True
    before = doc[start - 1] if start else None
    if before is not None and (before.text.capitalize() in HONORIFICS or is_role(before) or before.lower_ in _BEFORE):
        return True
    if before is not None and before.lower_ in _JOINING and not scene.ends.isdisjoint((start - 1, start - 2)):
        return True
    if end + 1 >= len(doc):
        return False
    if doc[end].text == "(":
        return doc[end + 1].ent_type_ in ("GPE", "NORP") or _MINUTE.fullmatch(doc[end + 1].text) is not None
    return doc[end].lower_ in _JOINING and not scene.starts.isdisjoint((end + 1, end + 2))


def _with_first_names(scene: _Scene, found: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    """Yield people in lists with the word before that the model left out: `Jane Roe, [Xyla Doe]`."""
    for proposal in found:
        first = scene.doc[proposal.start - 1] if proposal.start else None
        if proposal.kind != "person" or first is None or first.pos_ != "PROPN" or first.ent_type_:
            continue
        before = scene.doc[first.i - 1] if first.i else first
        listed = before.lower_ in _JOINING | {"-", "("} or before.is_space or before is first
        shown = before.lower_ in _BEFORE or (listed and scene.sentence[first.i] in scene.crowds)
        if shown and name_given.may_be_name(first):
            yield first.i, proposal.end
