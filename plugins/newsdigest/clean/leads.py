"""A title where a text states none: verbatim words of its lead.

The paragraphs of an article come in, a title of 20 to 140 characters goes out: the first of the opening sentences
that stands on its own (`He`, `However` don't) and names one of the two words that the article uses most; a long one is
cut to its main clause, after a dateline, an opening `As ..., ` or before a clause end. Limits: clauses are known by
English words; elsewhere the whole sentence is taken, cut at a word if it must be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsdigest.text import words

SHORTEST, GOOD, LONGEST = 20, 100, 140
"""Characters of a derived title; a sentence longer than `GOOD` is cut where a clause ends."""
CLAUSE = 40
"""Characters that a clause must have to say something; shorter ones are often names in apposition."""
LEAD = 3000
LEAD_SENTENCES = 6
_ABBREVIATIONS = (
    "Aug Capt Co Col Corp Dec Dr Feb Gen Gov Inc Jan Jr Lt Ltd Mr Mrs Ms No Nov Oct Prof Rep Rev Sen Sept Sgt Sr St vs"
)
_ABBREVIATED = re.compile(rf"(?:\b[A-Z]|\b(?:{_ABBREVIATIONS.replace(' ', '|')}))\.$")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”'’)]*\s+(?=[\"“'‘(]*[A-Z0-9À-Þ])")
_CLAUSE_WORDS = (
    "a according adding after although an and as but even hit including said saying says the when where which while "
    "who with"
)
_CLAUSE_END = re.compile(rf",? (?:—|–|--) |—|; |: |, (?=(?:{_CLAUSE_WORDS.replace(' ', '|')})\b)")
_AGENCY = r" ?\([A-Za-z][A-Za-z. /]{1,30}\)"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’ -]{{2,40}}(?:,(?: [\w.]+){{1,2}})*(?:{_AGENCY})?|[A-Z][\w.'’ -]{{2,40}}{_AGENCY}) ?[-–—]{{1,2}} "
    r"(?=[\"“A-Z])"
)
"""`EASTBY, March 6 (Coast Wire) - The ...`, `Osterby (cw) - Die ...`."""
_VERBS = """
    are became become becomes began begins bought came can comes could cut did do does faces fell found gave get
    gets gives goes got grew grows had has have held hits is keeps kept leads led left lost made makes may met
    might must paid plans put ran rise rises rose said saw says sees set shall should shows sold takes tells
    told took wants was went were will wins won would
""".split()
_VERB = re.compile(rf"\b(?:{'|'.join(_VERBS)}|[a-z]{{3,}}ed)\b")
"""A clause without one of these is a name with its description, not a title."""
_OPENINGS = "After Although Amid As At Because Before Despite Following For If In On Once Since Though When While With"
_SUBORDINATE = re.compile(rf"(?:{_OPENINGS.replace(' ', '|')})\b")
_POINTERS = (
    "Also And But He Her Here His However I Instead It Its Meanwhile Moreover My Or Our She So Still Such That Their "
    "Then There These They This Those We Yet You Your"
)
_DANGLING = re.compile(rf"(?:{_POINTERS.replace(' ', '|')}|According to (?:her|him|it|them))\b")
_EMPTY_WORDS = frozenset(
    """
    about after again against also although among another because been before being between both could does
    during each even every first from have having here into just like made make many more most much must never
    only other over people said same says should since some still such than that their them then there these
    they this those through time today under until upon very week well were what when where which while will
    with within without would year years your
    """.split()
)


def derived_title(bodies: Iterable[str]) -> str:
    """Cut a title from the lead: verbatim words of one sentence, which names what the article is about."""
    texts = list(bodies)
    wanted = _most_named(texts)
    found = list(_candidates(texts))
    alone = [c for c in found if not _DANGLING.match(c) and _is_balanced(c)]
    about = [c for c in alone if any(word in c for word in wanted)]
    title = next(iter(about + alone + found), " ".join(texts[:1]))
    return cut_at_word(title.strip(), LONGEST) if len(title) > LONGEST else title.strip()


def _is_balanced(text: str) -> bool:
    """Tell whether quotation marks and brackets that open also close."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(text.count(a) <= text.count(b) for a, b in pairs)


def _candidates(texts: Sequence[str]) -> Iterator[str]:
    opening = [text[:LEAD].removeprefix(found[0] if (found := _DATELINE.match(text)) else "") for text in texts[:3]]
    lead = [sentence for text in opening for sentence in _sentences(text)][:LEAD_SENTENCES]
    for limit in (LONGEST, LEAD):
        for sentence in lead:
            title = _shortened(sentence)
            if SHORTEST <= len(title) <= limit:
                yield title


def _sentences(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 8) : found.start()]):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _shortened(sentence: str) -> str:
    """Cut a long sentence to its main clause: what follows an opening `As ..., ` or what stands before a clause end."""
    whole = sentence.strip().rstrip(".")
    if len(whole) <= GOOD:
        return whole
    if _SUBORDINATE.match(whole):
        return _main_clause(whole)
    heads = [whole[: found.start()] for found in _CLAUSE_END.finditer(whole)]
    good = [h for h in heads if CLAUSE <= len(h) <= LONGEST and _VERB.search(h)]
    return good[0] if good else whole


def _main_clause(whole: str) -> str:
    tails = [whole[found.end() :] for found in re.finditer(r", (?=[A-Z]|the |a |an )", whole)]
    good = [t for t in tails if CLAUSE <= len(t) <= LONGEST and _VERB.search(t)]
    return good[-1][0].upper() + good[-1][1:] if good else whole


def _most_named(texts: Sequence[str]) -> list[str]:
    counts = Counter(w.removesuffix("'s").removesuffix("’s") for text in texts for w in words(text[:LEAD]))
    content = [(n, w) for w, n in counts.items() if len(w) >= 4 and w.casefold() not in _EMPTY_WORDS]
    return [w for _, w in sorted(content, key=lambda item: (-item[0], item[1]))[:2]]


def content_words(text: str) -> set[str]:
    """Give the words of a text that say what it is about, in small letters."""
    return {word for word in map(str.casefold, words(text)) if len(word) >= 4 and word not in _EMPTY_WORDS}


def cut_at_word(text: str, limit: int) -> str:
    """Shorten a text to a limit, at a word, with an ellipsis."""
    short = text[: limit - 1]
    at_word = short.rsplit(" ", 1)[0] if " " in short else short
    return at_word.rstrip(" ,;:-–—") + "…"
