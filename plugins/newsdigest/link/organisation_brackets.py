"""Short forms that an article explains: `Union of Rail Workers (URW)`, `URW (Union of Rail Workers)`.

In: a text and the names in it. Out: each short form with its long name, in whatever order they stand; the letters need
not fit, as a name in another language has others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsdigest.model import Mention

LONGEST = 8
"""Letters of a short form, at most."""

_OPEN = re.compile(r"['’\"”]?\s?\(")
_SHORT = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z.]")


def explained(text: str, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Find them.

    >>> from newsdigest.model import Span
    >>> names = Mention(Span(0, 10), "Larch Bund", "organisation"), Mention(Span(12, 15), "LBD", "organisation")
    >>> explained("Larch Bund (LBD) met.", names)
    {'LBD': 'Larch Bund'}
    """
    found: dict[str, str] = {}
    for one, two in pairwise(mentions):
        if _OPEN.fullmatch(text, one.span.end, two.span.start) and text[two.span.end : two.span.end + 1] == ")":
            short, long = sorted((one.text, two.text), key=len)
            if len(short) <= LONGEST and _SHORT.fullmatch(short) and not _SHORT.fullmatch(long):
                found.setdefault(short, long)
    return found
