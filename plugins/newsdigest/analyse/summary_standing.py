"""Which sentences may stand in a summary, and what must stand before them: for readers who have nothing else.

`whole` says whether a sentence is one: ended, its quotation marks paired, no question to the reader, list item or line
of data. `opens` says whether a summary may begin with it: with no question and no quotation.
`leans` says whether it needs the sentence before it (`However, ...`, `He ...`, `The company ...`). Method: the first
words and the names, no parse. Limit: a pronoun is taken to mean a name of the same sentence where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdigest.analyse.sentences import LOST_MARK
from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.model import Mention
from newsdigest.text import straight

SHORTEST = 6
"""Words. Below are captions, bylines and exclamations; 4, 6 and 8 made no difference in ROUGE-1 (.02)."""
LINKING = frozenset(
    """
    accordingly additionally again also and besides both but consequently conversely either else elsewhere finally
    firstly further furthermore hence however indeed instead lastly likewise meanwhile moreover neither nevertheless
    nonetheless nor or otherwise rather secondly separately similarly so still then thereafter therefore third
    thirdly though thus yet
    """.split()
)
"""First words that go on from the sentence before."""
LINKING_PHRASES = tuple(
    " ".join(
        """
    a separate, after all, after that, among them, among these, as a result, at that point, at that time, at the
    same time, at the time, because of this, by comparison, by contrast, by then, despite that, despite this, each
    of, even so, for context, for example, for instance, for one thing, for that reason, for this reason, from
    there, if anything, in a separate, in addition, in contrast, in fact, in its place, in other words, in
    particular, in response, in return, in that case, in the meantime, in turn, more than that, not only that, of
    these, of those, on the contrary, on the other hand, one of them, one of these, one such, perhaps then, since
    then, some of them, the former, the latter, the other, the others, the pair, the same, the separate, the two,
    to that end, to this end, under these, under this, until then, with that, with this
    """.split()
    ).split(", ")
)
"""First phrases that do."""
POINTING = frozenset("he her hers him his it its she that their theirs them these they this those".split())
"""First words that point back."""
NOW = frozenset(
    """
    afternoon article autumn column evening guide interview list month morning page piece post quarter recipe season
    spring story summer time tutorial week weekend winter year
    """.split()
)
"""`This week`, `this guide` point at nothing before."""
PERSONAL = re.compile(r"\b(?:he|her|hers|him|his|she)\b")
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w'-]+ ){0,3}?"
    r"(?:boy|customer|driver|father|girl|man|mother|motorist|passenger|patient|person|player|pupil|resident|soldier"
    r"|student|teenager|tourist|woman|worker|[\w-]+-year-old)\b"
)
"""Whom `he` or `she` later in the sentence means: `a man lost his boat`."""
NAMELESS = frozenset(
    """
    actor agency airline album announcement association authors bank boy broadcaster carrier chain charity city club
    commission committee companies company corporation council couple court decision defendant department document
    documents duo exchange film findings firm firms former girl government group incident institute latter man men
    midfielder ministry move organisation organization pair paper party plan player programme proposal regulator
    report researchers retailer scheme series show singer star statement striker study survey suspect team teenager
    trio two union university victim woman women
    """.split()
)
"""`The company ...` leans on whatever named it."""
REMARKING = re.compile(
    r"(?:alas|amazingly|apparently|bizarrely|crucially|curiously|disappointingly|encouragingly|fortunately|frankly"
    r"|happily|hopefully|importantly|incidentally|interestingly|ironically|luckily|mercifully|more importantly"
    r"|naturally|notably|obviously|oddly|of course|personally|predictably|regrettably|remarkably|sadly|strangely"
    r"|surprisingly|tellingly|thankfully|to be (?:clear|fair|honest|sure)|understandably|unfortunately|unsurprisingly"
    r"|worryingly|worse|yes)(?: enough| still)?,",
    re.IGNORECASE,
)
"""First words that tell what the author thinks of the sentence, beside what was said before it."""
REPLY = re.compile(
    r"\b(?:confirmed|corroborated|denied|disputed|echoed|rejected|repeated) (?:her|his|that|the|their|those)(?: \w+'s)?"
    r" (?:accusation|allegation|claim|comment|criticism|remark|report|statement|suggestion|theory|view|warning)"
    r"(?:s|'s)?\b"
    r"(?! (?:about|by|from|in|made|of|on|that)\b)"
)
"""Answers to something said before: `confirmed the report's claims`, but not `denied the claim that ...`."""
_ONE_MORE = re.compile(
    r"(?:\w+ ){0,4}of (?:them|these|this|those) |(?:Many|Several|Some|Three|Two)(?: \w+)? (?:others?|more)\b"
    r"|(?:All|Both|Few|Many|Most|None|Others|Several|Some) (?:are|can|had|has|have|may|were|will)\b"
)
"""`Three other sailors ...`, `We do most of these things.`, `Some are older.`"""
_IMPERSONAL = re.compile(r"(?:A[ts]|By|For|From|In|On|To|With) (?:(?:[a-z]+ ){1,3}|[^,A-Z]{1,30}, )(?:it|they)\b")
"""`In harbour circles it ...`, `At three knots, it ...`"""
_REMARK = re.compile(r"(?:no|nope|oh|okay|ok|right|sure|well|yeah|yep|yes|above|below)[,:.!-]", re.IGNORECASE)
_DEMONSTRATED = re.compile(
    r"(?:[A-Z][a-z]+ (?:it|that|them|this) (?:all|apart|aside|away|back|down|off|out|over|together|up)\b)"
    r"|.*\b(?:that|these|this|those)(?: [a-z]+)? (?:fella|fellow|guy|kid|one|stuff|thing)s?\b(?! (?:that|which|who)\b)"
)
"""`Strip that away and ...`, `... a bit like this little guy.`"""
_ASIDE = re.compile(r", (?:however|though)\b(?=[,.;]| [–—-])|, too\b[,.]")
"""Words of the same kind later on: `The ferry, however, sails.`"""
_THESE = re.compile(
    r"\b(?:all|any of|both|each of|many of|most of|none of|one of|some of) (?:them|these|this)\b", re.IGNORECASE
)
"""`Over the years each of these ferries ...`"""
_ADDED = re.compile(
    r"(?:[\w.'-]+ ){1,4}(?:also\b|(?:then )?(?:added|continued)(?:[:,]| (?:he|her|his|it|she|that|they)\b))"
)
"""`Quill added that ...`, `Quill has also ...`"""
_DESCRIBED = re.compile(r"(?:[A-Z][a-z]+ (?:to )?)?[Tt]he (?:(?:[\w-]+ ){1,3}of the )?([\w-]+)(?: ([\w-]+))?")
"""`The new ferry`, `According to the ferry`, `The third season of the show`: the words after the last `the`."""
_REOPENED = re.compile(r'(?<=\w)\?(?= [^"?]* "\w)')
"""Another such mark, before a capital: `his "harbour? Tower and the "fog".`"""
OPENING = 60
"""Characters in which a sentence says what it is about."""
LONGER = 3
"""Letters of a word that a headline begins with a capital."""
_ENDED = re.compile(r"(?<!\.)[.!?][\"')\]]*$")
_ASKS_READER = re.compile(r"\b(?:i|me|my|our|us|we|you|your)\b.*\?$", re.IGNORECASE)
_ITEM = re.compile(r"[-•[*–—·>#|]|\(?\d{1,2}[.)]\s|[a-z]|[AQ][:.]\s")
_DATA = re.compile(
    r"https?:|www\.|\S@\S|[©|]"
    r"|\b(?:click|read more|sign up|subscribe|follow us|after the (?:break|jump)|dear reader|your comment)\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"(?:(?:please|(?:be|make) sure to|don't forget to) )?(?:check out\b|(?:listen|look|read|register|tune"
    r"|vote|watch) (?:for|here|in|it|on|out|the|this|to)\b)"
    r"|(?:dear|greetings|hello|hi|thank you|thanks|welcome)\b",
    re.IGNORECASE,
)
"""First words that ask something of the reader, or greet: `Listen to the full interview on the ...`."""
_ABOUT_AUTHOR = re.compile(
    r"[A-Z][\w'.-]+ [A-Z][^,;]{1,40}? is an? (?:[\w-]+ ){0,4}?"
    r"(?:blogger|columnist|contributor|correspondent|editor|journalist|reporter|writer)"
    r" (?:at|based|covering|for|on|with)\b"
)
"""`Ada Quill is a staff writer at ...`."""
_CREDIT = re.compile(r"\b(?:image|photo|picture|photograph)s?(?: credit)?\s*:|^(?-i:By [A-Z]\S+ [A-Z])", re.IGNORECASE)


def whole(text: str) -> bool:
    """Say whether a summary may show this sentence at all."""
    plain = straight(text).strip()
    if len(plain.split()) < SHORTEST or not _ENDED.search(plain) or _ITEM.match(plain):
        return False
    if (plain.endswith("?") and _ASKS_READER.search(plain)) or _DATA.search(plain) or _CREDIT.search(plain):
        return False
    if _TO_READER.match(plain) or _ABOUT_AUTHOR.match(plain) or _is_headline(plain):
        return False
    return paired(text) and plain.upper() != plain


def _is_headline(plain: str) -> bool:
    """Say whether every longer word has a capital: `Win A Copy Of Harbour Lights!`."""
    longer = [word for word in re.findall(r"[^\W\d_]+", plain) if len(word) > LONGER]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def paired(text: str) -> bool:
    """Say whether quotation marks and brackets come in pairs."""
    return (
        (_alternate(text) or _alternate(_REOPENED.sub('"', LOST_MARK.sub('"', text))))
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and not text.lstrip().startswith(("'", "‘"))
    )


def _alternate(text: str) -> bool:
    """Say whether straight marks open and close in turn; not so in `"We sail. "We always sail.`."""
    for number, mark in enumerate(re.finditer('"', text)):
        before, after = text[: mark.start()][-1:] or " ", text[mark.end() :][:1] or " "
        if before in " ([" and after.isalnum() if number % 2 else not before.isspace() and after == " ":
            return False
    return text.count('"') % 2 == 0


def leans(text: str, names: Sequence[Mention], start: int) -> bool:
    """Say whether a sentence at character `start`, with these names in it, needs the one before to be understood."""
    plain = straight(text).strip()
    opening = re.findall(r"[\w-]+", plain.lower())[:6]
    if not opening or (
        plain.startswith('"') and not _attributed(plain, [m for m in names if m.kind == "person"], start)
    ):
        return True
    points = opening[0] in POINTING and not (opening[0] == "this" and opening[1:2] and opening[1] in NOW)
    if points or opening[0] in LINKING or "further" in opening[:4] or " ".join(opening).startswith(LINKING_PHRASES):
        return True
    if _REMARK.match(plain) or _ASIDE.search(plain) or _ADDED.match(plain) or _THESE.search(plain[:OPENING]):
        return True
    if REMARKING.match(plain) or _DEMONSTRATED.match(plain):
        return True
    if REPLY.search(plain) or _ONE_MORE.match(plain) or _IMPERSONAL.match(plain):
        return True
    if _unexplained(plain) and not any(m.kind == "person" for m in names):
        return True
    return _describes(plain, [m.span.start - start for m in names])


def _unexplained(plain: str) -> bool:
    """Say whether `he` or `she` stands before anybody is introduced."""
    pronoun, somebody = PERSONAL.search(plain), _SOMEBODY.search(plain)
    return bool(pronoun and not (somebody and somebody.start() < pronoun.start()))


def opens(text: str) -> bool:
    """Say whether a summary may begin with this sentence: with no quotation and no question."""
    plain = straight(text).strip()
    return not plain.startswith('"') and not plain.endswith("?")


def _attributed(plain: str, people: Sequence[Mention], start: int) -> bool:
    """Say whether a quotation's speaker is named after it, as in `"We sail," Ada Quill said`."""
    return any(m.span.start - start > plain.rindex('"') for m in people)


def _describes(plain: str, names: Sequence[int]) -> bool:
    """Say whether a sentence opens with somebody known from before: `The company ...`, `According to the firm, ...`."""
    match = _DESCRIBED.match(plain)
    known = [k for k in (1, 2) if match and _is_known(match[k] or "")]
    if not match or not known:
        return False
    last = match.end(known[-1])
    apposed = 2 if plain.startswith("The ") else 1  # `The line, Quill Ferries, ...`; not `According to it, Quill ...`
    return not re.match(r" (?:of|in|for|that|who)\b", plain[last:]) and not any(n <= last + apposed for n in names)


def _is_known(word: str) -> bool:
    return word.lower() in NAMELESS or word.lower() in ROLE_NOUNS or word.endswith("-year-old")
