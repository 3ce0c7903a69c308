"""Who a mail is from, where that is an outlet and not a person.

The `From` of a mail comes in, with what else tells of its sender; the outlet's name goes out, or None. The name must
hold a word that outlets have, or be the one word that is also the sender's domain; and the mail must come from a list,
or the name say `The`, or be the domain's (of `Vale Gazette <news@gazette.example>` the word is: nobody is called News).
A person is never an outlet. Limits: outlets named like people.
"""

from __future__ import annotations

import re

from newsdigest.lexicon import ROLE_NOUNS
from newsdigest.read import mime
from newsdigest.text import letters

OUTLET_WORDS = frozenset(
    """
    abendblatt agency alliance allgemeine anzeiger association blog bote briefing bulletin bureau centre chronicle club
    courier courrier daily diario diário digest dispatch echo examiner express foundation gazeta gazette giornale group
    herald inc independent insider institute institution jornal journal krant kurier ledger letter llc ltd magazin
    magazine media ministry monitor nachrichten network news newsletter newspaper newsroom noticias notícias notizie
    nouvelles observer periódico post press quotidien quotidiano radio record report review revista revue rivista
    rundschau society standard tageblatt tageszeitung telegraph tidning times today tribune union university weekly
    wire zeitung
    """.split()
)
"""Words in the names of outlets and of organisations that send news. Lower case."""
SURNAMES = frozenset({"bote", "herald", "post", "press"})
"""Those that people are called by: they need more than a list of readers."""
_BETWEEN = re.compile(r"\s*[,|•·()]\s*|\s+(?:at|by|from|via|[-–—])\s+", re.IGNORECASE)
"""What stands between a person and an outlet: `Jane Doe from The Harbour Gazette`."""
_ROLES = ROLE_NOUNS | {"desk", "team"}


def outlet_of(sender: str, *, listed: bool) -> str | None:
    """Give the outlet that a mail is from; `listed` where it was sent to a list of readers.

    >>> outlet_of("Jane Doe from The Harbour Gazette <jane@example.com>", listed=True)
    'The Harbour Gazette'
    """
    name, address = next(iter(mime.mailboxes(sender)), ("", ""))
    domain = {letters(label) for label in address.rpartition("@")[2].split(".")[:-1]} - {""}
    box = letters(address.rpartition("@")[0])
    found = [part for part in _BETWEEN.split(name.strip(" '\"")) if _is_outlet(part, box, domain, listed=listed)]
    return found[0] if len(found) == 1 and len(found[0]) <= 80 else None


def _is_outlet(part: str, box: str, domain: set[str], *, listed: bool) -> bool:
    words = part.casefold().split()
    own = bool({letters(part), letters(" ".join(words[1:] if words[:1] == ["the"] else words))} & domain)
    if any(word.strip(".").removesuffix("s") in _ROLES for word in words) or "@" in part:
        return False
    known = {word.strip(".!:") for word in words} & OUTLET_WORDS
    if known:
        at_home = not domain.isdisjoint(known - SURNAMES) and not any(letters(word) in box for word in words)
        return len(words) > 1 and (own or at_home or words[0] == "the" or (listed and not known <= SURNAMES))
    return len(words) == 1 and own and listed
