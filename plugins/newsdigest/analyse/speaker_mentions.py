"""Which name stands for a speaker's words: their head or span in, a mention or the name of whoever has the role out.

The name holds the head, stands beside it (`its owner, Jane Doe`), or ends its words (`leader of the House Jane Doe`).
"The Acme chief executive" is whoever is stated to be that, if it is just one.
"""

from __future__ import annotations

from spacy.tokens import Token

from newsdigest.analyse.role_words import ARTICLES
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.model import Mention, Span
from newsdigest.text import fold


def full(setting: Setting, mention: Mention) -> str:
    """Give the longest form of a name in the article, where just one person has it; organisations keep theirs."""
    return setting.full[mention.text] if mention.kind == "person" else mention.text


def mention_of(setting: Setting, head: Token) -> Mention | None:
    """Find the mention that holds the head, or a person's in apposition: `its owner, Jane Doe,`."""
    own = setting.named.get(head.i)
    if own is not None:
        return own if own.kind != "place" else None
    beside = (setting.named.get(child.i) for child in head.children if child.dep_ == "appos")
    return next((mention for mention in beside if mention is not None and mention.kind == "person"), None)


def person_inside(setting: Setting, head: Token, span: Span) -> Mention | None:
    """Find the person in `leader of the House Jane Doe`, or in `Doe afterwards`; not in `an aide to Jane Doe`."""
    for mention in setting.mentions(span):
        before = setting.words(span.start, mention.span.start)
        if mention.kind == "person" and mention.span.end == span.end and before:
            return mention if before[-1].pos_ in ("NOUN", "PROPN") else None
        if mention.kind == "person" and mention.span.start == span.start and head.pos_ == "ADV":
            return mention
    return None


def by_role(setting: Setting, span: Span) -> str | None:
    """Find behind `the Acme chief executive` the one person with that role, and that organisation if one is named."""
    words = [word for word in fold(setting.text[span.start : span.end]).split() if word not in ARTICLES]
    jobs = [word for word in words if word in ROLE_NOUNS]
    if not jobs:
        return None
    organisations = {m.text for m in setting.mentions(span) if m.kind == "organisation"}
    fitting = {
        setting.full.get(role.person, role.person)
        for known, role in setting.roles.get(jobs[-1], ())
        if known.issuperset(words) and (not organisations or role.organisation in organisations)
    }
    return fitting.pop() if len(fitting) == 1 else None
