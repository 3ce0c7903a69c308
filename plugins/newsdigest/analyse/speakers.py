"""Who utters a quotation: a quotation and the told words around it in, the words that name the speaker out.

A cue (`said`, `according to`) is looked for in the same sentences: directly behind the quotation, then before it, then
behind it at a distance. Its subject, or its agent where it is passive, is the speaker; the listener (`told Acme News`)
is nobody. Behind a comma, and before a whole sentence, any verb is a cue (`"…," beamed Doe`). Limits: of
`Doe and Roe said` the first is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from newsdigest.analyse.cues import UTTERANCES
from newsdigest.analyse.quote_marks import Marked
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.analyse.speaker_subjects import is_place, is_somebody, may_own, may_speak, phrase, speaker_of, subject
from newsdigest.model import Span

REACH = 600
"""Characters around a quotation in which its cue is looked for; longer sentences are lists. 300 to 1,200 are alike."""
AFTER = 14
"""Words between a quotation and the cue behind it: `, the chief of the Acme unit, told reporters` has ten. On 400
development articles 6, 14 and 25 gave the same F1 (.904)."""
_BREAKS = frozenset(", : ; . ! ? — – - ( [".split())
_HEADS = frozenset("ADJ NOUN NUM PRON PROPN".split())
_HIGHEST = 8
"""Verbs from a fragment up to the one that it hangs on."""
_SHORT = 5
"""Words: `"We lost." Doe said.`"""


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words that name a speaker, their head, and the cue."""

    span: Span
    head: Token
    cue: Token


def attribute(setting: Setting, region: Span, quote: Marked) -> Utterance | None:
    """Find who utters a quotation, from the words of the region that are in no marks."""
    start, end = quote.outer.start, quote.outer.end
    before = setting.words(max(region.start, start - REACH), start)
    after = setting.words(end, min(region.end, end + REACH))
    following = setting.next_mark(end, region.end)
    directly = [token for token in after if token.idx < following][:AFTER]
    integrated = bool(before) and (before[-1].text not in _BREAKS or before[-2:][0].i in setting.cues)
    inverted = bool(directly) and directly[0].i in setting.cues and _is_finite(directly[0])
    orders: list[Callable[[], Iterator[Utterance]]] = [
        lambda: _directly_after(setting, quote, directly, opens=not before),
        lambda: _all(setting, reversed(before)),
        lambda: _any_verb_before(setting, quote, before),
        lambda: _at_end(setting, quote, after),
        lambda: _owners(setting, before),
    ]
    if integrated and not inverted:
        orders = [orders[1], orders[0], *orders[2:]]
    return next((found for order in orders for found in order()), None)


def governor(setting: Setting, quote: Marked) -> Utterance | None:
    """Without a cue: whoever does what the verb says that a fragment hangs on (`Doe wants to "end it all"`)."""
    start, end = quote.inner.start, quote.inner.end
    inside = setting.tokens[bisect_left(setting.starts, start) : bisect_left(setting.starts, end)]
    token = next((t for t in inside if not start <= t.head.idx < end), None)
    for _ in range(_HIGHEST):
        if token is None or token.head.i == token.i:
            break
        token = token.head
        if setting.told[token.i] and token.pos_ == "VERB":
            head = subject(setting, token)
            if head is not None and setting.told[head.i] and is_somebody(setting, head):
                return Utterance(phrase(head), head, token)
    return None


def _all(setting: Setting, tokens: Iterable[Token]) -> Iterator[Utterance]:
    for token in tokens:
        head = speaker_of(setting, token)
        if head is not None:
            yield Utterance(phrase(head), head, token)


def _directly_after(setting: Setting, quote: Marked, after: Sequence[Token], *, opens: bool) -> Iterator[Utterance]:
    """`"…," said Doe`, `"…," Doe, the owner, said`; any verb where the quotation opens its sentence."""
    text = setting.text
    last, following = text[quote.inner.end - 1], text[quote.outer.end : quote.outer.end + 1]
    if last in ",?!-–—…" or following == ",":
        yield from (found for found in _all(setting, after) if found.head.idx >= quote.outer.end)
        cue = next((t for t in after if t.i in setting.cues or (opens and last == "," and _is_finite(t))), None)
        head = _around(setting, cue, after) if cue is not None else None
        if head is not None and cue is not None:
            yield Utterance(phrase(head), head, cue)


def _at_end(setting: Setting, quote: Marked, after: Sequence[Token]) -> Iterator[Utterance]:
    """`… was "over" by then, said Doe`: behind a comma only, and not in a sentence of its own."""
    ended = setting.text[quote.inner.end - 1] == "." and len(after) > _SHORT and after[0].text[0].isupper()
    for found in () if ended else _all(setting, after):
        first = min(found.cue.i, found.head.left_edge.i)
        if first == after[0].i or found.cue.doc[first - 1].text == "," or not setting.told[first - 1]:
            yield found


def _owners(setting: Setting, before: Sequence[Token]) -> Iterator[Utterance]:
    """Find whose words a noun announces: `Doe's promise to "end it all"`."""
    for token in reversed(before):
        if token.pos_ == "NOUN" and token.lemma_.lower() in UTTERANCES:
            owners = (child for child in token.lefts if child.dep_ == "poss" and may_own(setting, child))
            yield from (Utterance(phrase(owner), owner, token) for owner in owners)


def _is_finite(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ in ("VBD", "VBP", "VBZ")


def _around(setting: Setting, cue: Token, piece: Sequence[Token]) -> Token | None:
    """Where the parser sees no subject: whoever stands first before the cue, or, if it comes first, behind it."""
    at = piece.index(cue)
    heads = [t for t in (piece[:at] or piece[at + 1 :]) if t.pos_ in _HEADS and t.dep_ != "compound"]
    return next((head for head in heads if may_speak(setting, head) and not is_place(setting, head)), None)


def _any_verb_before(setting: Setting, quote: Marked, before: Sequence[Token]) -> Iterator[Utterance]:
    """`Doe shot back, "Never again."`."""
    first = setting.text[quote.inner.start]
    if not before or before[-1].text not in (",", ":") or not first.isupper():
        return
    for token in reversed(before):
        if _is_finite(token):
            head = subject(setting, token)
            if head is not None and may_speak(setting, head):
                yield Utterance(phrase(head), head, token)
            return
