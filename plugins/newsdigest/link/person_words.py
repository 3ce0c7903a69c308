"""Words in a name that are no name: particles, suffixes, titles and letters; one table a kind, folded."""

from __future__ import annotations

from newsdigest.lexicon import HONORIFICS

PARTICLES = frozenset(
    "al ap bin da das de del della den der di do dos du el ibn la le lo ten ter van vom von zu".split()
)
"""Belong to the surname behind them and may be left out: `van der Berg`, `Berg`."""

SUFFIXES = {
    "2nd": "ii",
    "3rd": "iii",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "jnr": "jr",
    "jr": "jr",
    "junior": "jr",
    "senior": "sr",
    "snr": "sr",
    "sr": "sr",
}
"""Tell father from son; what several spellings mean."""

TITLES = frozenset(title.rstrip(".").lower() for title in HONORIFICS) | frozenset(
    """
    ambassador archbishop ayatollah bishop chancellor commander commissioner congressman congresswoman corporal
    councillor detective emperor governor gov imam inspector maj mayor minister officer president premier private
    rep representative secretary sen senator sheriff superintendent
    """.split()
)
"""Words that may stand before a name and are no part of it, folded."""

SEX = {"dame": "f", "lady": "f", "lord": "m", "miss": "f", "mr": "m", "mrs": "f", "ms": "f", "sir": "m"}
"""Titles that only a man or only a woman has."""

LETTERS = frozenset("cbe dds esq kbe kc mbe md mp obe phd qc rn sc".split())
"""Letters behind a name that are no part of it."""
