"""From the words that name a speaker to a name: a mention's, in its fullest form, where just one fits.

`speaker_mentions` finds the name, `speaker_pronouns` the person behind `she`. What names nobody is kept in the
article's words (`an official`).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from newsdigest.analyse import speaker_pronouns
from newsdigest.analyse.speaker_mentions import by_role, full, mention_of, person_inside
from newsdigest.analyse.speaker_setting import Setting
from newsdigest.model import Attribution, Mention, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """What goes into a Quote about its speaker."""

    name: str | None
    attribution: Attribution
    where: Span | None


def name(setting: Setting, head: Token, span: Span) -> Speaker:
    """Name the speaker that the words of a span stand for."""
    if head.lower_ in speaker_pronouns.GENDER:
        person = speaker_pronouns.behind(setting, head)
        return Speaker(person, "pronoun" if person else "none", span)
    mention = mention_of(setting, head)
    if mention is not None:
        return named(setting, mention)
    if head.pos_ == "PRON":
        return Speaker(None, "none", span)
    inside = person_inside(setting, head, span)
    if inside is not None:
        return named(setting, inside)
    return Speaker(by_role(setting, span) or setting.text[span.start : span.end], "description", span)


def named(setting: Setting, mention: Mention) -> Speaker:
    """Name the speaker by a mention."""
    return Speaker(full(setting, mention), "named", mention.span)
