"""The setting of an article's quotations: all that it takes to find and name speakers, looked up once.

The parse, sentences, names, roles and marks in; tables by the number of a token out, so that every quotation is
answered in a time that does not depend on the length of the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsdigest.analyse.cues import SAID, UNSAID, VERBS
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.speaker_genders import Gender, genders
from newsdigest.model import Mention, Role, Sentence, Span
from newsdigest.text import fold


@dataclass(frozen=True, slots=True)
class Setting:
    """An article, ready to be asked."""

    text: str
    sentences: Sequence[Sentence]
    tokens: Sequence[Token]
    starts: Sequence[int]
    """Where each token starts."""
    marks: Sequence[Marked]
    named: Mapping[int, Mention]
    """The mention that a token belongs to."""
    full: Mapping[str, str]
    """The fullest form of each person's name."""
    gender: Mapping[str, Gender]
    """Of each person, by the fullest form, where it is known."""
    roles: Mapping[str, Sequence[tuple[frozenset[str], Role]]]
    """Each role stated, by each of its words."""
    told: bytes
    """For each token 1, if it is a word or a sign in no marks."""
    cues: frozenset[int]
    """The tokens that attribute speech."""

    def words(self, start: int, end: int) -> list[Token]:
        """Give the words and signs of a stretch of the text that are in no marks."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [token for token in self.tokens[first:last] if self.told[token.i]]

    def mentions(self, span: Span) -> list[Mention]:
        """Give the names that stand in a stretch of the text, in their order."""
        numbers = range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
        found = dict.fromkeys(self.named.get(number) for number in numbers)
        return [m for m in found if m is not None and span.start <= m.span.start and m.span.end <= span.end]

    def sentence_at(self, position: int) -> int:
        """Give the number of the last sentence that starts there or before; -1 where there is none."""
        return bisect_right(self.sentences, position, key=lambda s: s.span.start) - 1

    def next_mark(self, position: int, end: int) -> int:
        """Give where the next quotation opens, or `end`."""
        i = bisect_left(self.marks, position, key=lambda mark: mark.outer.start)
        return min(self.marks[i].outer.start, end) if i < len(self.marks) else end


def setting(
    doc: Doc,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    stated: Sequence[Role],
    marks: Sequence[Marked],
) -> Setting:
    """Look everything up."""
    tokens = list(doc)
    starts = [token.idx for token in tokens]
    told = _told(tokens, starts, marks)
    named = _named(starts, mentions)
    full = full_names(m.text for m in mentions if m.kind == "person")
    return Setting(
        text=doc.text,
        sentences=sentences,
        tokens=tokens,
        starts=starts,
        marks=marks,
        named=named,
        full=full,
        gender=genders(tokens, named, full, stated),
        roles=_roles(stated),
        told=told,
        cues=frozenset(token.i for token in tokens if told[token.i] and _is_cue(token)),
    )


def _is_cue(token: Token) -> bool:
    if not token.tag_.startswith("VB") or _is_hypothetical(token):
        return False
    puts_it = token.lemma_ == "put" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "it"
    return puts_it or token.lemma_.lower() in VERBS or token.lower_ in SAID


def _is_hypothetical(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ in UNSAID for child in verb.children)


def _told(tokens: Sequence[Token], starts: Sequence[int], marks: Sequence[Marked]) -> bytes:
    told = bytearray(not token.is_space for token in tokens)
    for mark in marks:
        for i in range(bisect_left(starts, mark.outer.start), bisect_left(starts, mark.outer.end)):
            told[i] = 0
    return bytes(told)


def _named(starts: Sequence[int], mentions: Iterable[Mention]) -> dict[int, Mention]:
    return {
        i: mention
        for mention in mentions
        for i in range(bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end))
    }


def _roles(stated: Iterable[Role]) -> dict[str, list[tuple[frozenset[str], Role]]]:
    found: dict[str, list[tuple[frozenset[str], Role]]] = defaultdict(list)
    for role in stated:
        if role.text:
            words = frozenset(fold(f"{role.text} {role.organisation or ''}").split())
            for word in words:
                found[word].append((words, role))
    return found


def full_names(people: Iterable[str]) -> dict[str, str]:
    """Give for each name the longest form of it, where just one person has it.

    >>> full_names(["Doe", "Jane Doe", "Roe", "Jane Roe", "John Roe"])["Doe"]
    'Jane Doe'
    """
    words = {name: frozenset(name.split()) for name in dict.fromkeys(people)}
    having: dict[str, set[str]] = defaultdict(set)
    for name, own in words.items():
        for word in own:
            having[word].add(name)
    longer = {
        name: {other for other in min((having[w] for w in own), key=len) if own < words[other]}
        for name, own in words.items()
    }
    longest = {name: sorted(other for other in others if not longer[other]) for name, others in longer.items()}
    return {name: found[0] if len(found) == 1 else name for name, found in longest.items()}
