"""What a saved page shows of the person who saved it: `Signed in as jane@example.com`.

The lines of a page and the numbers of those that are its article come in; the lines go out, with … in place of the name
or the address of whoever was signed in, as the lines around an article are published with it. Lines of the article keep
every word, unless they say nothing but who is signed in, by an address. Limits: a name that stands on a line alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

MASK = "…"
LONGEST = 100
"""Characters of a line that greets its reader."""
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SIGNED_IN = r"(?:you(?:['’]re| are) )?(?:currently )?(?:logged|signed)[ -]?in (?:as|by|with)\b:?"
_NAME = r"(?P<who>[^\s,.!?:;]+(?: [^\s,.!?:;]+){0,2})[.!]?"
GREETINGS = (
    rf"{_SIGNED_IN} (?P<who>.+)",
    r"(?:account|user|username|your account|your e-?mail(?: address)?): ?(?P<who>\S.*)",
    rf"(?:good (?:afternoon|evening|morning)|hello|hey|hi),? {_NAME}",
    r"not (?P<who>.{1,40})\?(?: (?:log|sign) ?out.*)?",
    rf"welcome(?: back)?, {_NAME}",
    rf"welcome back {_NAME}",
)
"""What sites say to those who are signed in, on a line of its own; letters and headlines begin like that, but go on."""
SIGNS_OUT = re.compile(r"(?:log|sign)(?: me)?[ -]?(?:off|out)\b|\bmy (?:account|profile)\b", re.IGNORECASE)
"""Stands on a page only for those who are signed in."""
_GREETING = tuple(re.compile(greeting, re.IGNORECASE) for greeting in GREETINGS)
_BY_ADDRESS = re.compile(rf"{_SIGNED_IN} (?P<who>{_MAIL})\W*", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?P<who>{_MAIL})")


def discreet(lines: Sequence[str], article: Collection[int]) -> tuple[str, ...]:
    """Write … for the reader's own name and address; `article` holds the positions of the article's lines.

    >>> discreet(["Hi, Jane!", "Log out", "jane@example.com", "Hi, said Jane."], {3})
    ('Hi, …', 'Log out', '…', 'Hi, said Jane.')
    """
    signed_in = any(SIGNS_OUT.search(line) for i, line in enumerate(lines) if len(line) <= LONGEST and i not in article)
    around = (*_GREETING, *((_ADDRESS,) if signed_in else ()))
    return tuple(_masked(line, (_BY_ADDRESS,) if i in article else around) for i, line in enumerate(lines))


def _masked(line: str, patterns: Sequence[re.Pattern[str]]) -> str:
    if len(line) > LONGEST:
        return line
    for pattern in patterns:
        found = pattern.search(line) if pattern is _ADDRESS else pattern.fullmatch(line)
        if found:
            return line[: found.start("who")] + MASK + (line[found.end("who") :] if pattern is _ADDRESS else "")
    return line
