"""Settings of the digest, checked once: `DIGEST_*` names of pelican.conf.py in, one frozen `Options` out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches

from newsdigest.errors import SettingError

PREFIX = "DIGEST_"
ENGINE = "dask://"
ANALYSES = ("", "fast", "thorough")
FULL_TEXTS = ("full", "excerpt", "none")
FAST_ABOVE = 500
"""Articles. Where nothing is chosen, more than these are analysed fast: 500 take a core a minute and a half, and what a
thorough analysis finds more matters less the more articles tell the same."""


@dataclass(frozen=True, slots=True)
class Options:
    """One field a setting: `feed_items` is `DIGEST_FEED_ITEMS`. The README's table says what each is for."""

    lang: str = "en"
    """Language of articles that state none (BCP 47)."""
    analysis: str = ""
    """How closely articles are read: `thorough`, or `fast`, without the parser; empty: by their number."""
    full_text: str = "full"
    """What of the articles' text is republished: `full`, `excerpt` or `none` of its sentences (`views.republish`)."""
    jobs: int = 0
    """Processes for the analysis; 0 = one per core."""
    executor: str = ""
    """Dask scheduler whose workers analyse, as `dask://host:8786`; empty: processes here."""
    strict: bool = False
    """End with an error when a file could not be used."""
    tags: int = 8
    """Tags per article, at most."""
    tag_pages: int = 2
    """A tag has a page from this many articles on; of fewer it is a plain word on them."""
    summary_words: int = 90
    """Length of a summary, at most, as long as two sentences fit."""
    feed_items: int = 50
    """Newest articles in a feed, at most; 0 = all."""
    feed_min: int = 3
    """A tag, a person or an organisation has a feed from this many articles on."""
    feed_hub: str = ""
    """Address of a WebSub hub, which tells readers of new items at once; empty: none."""
    max_bytes: int = 50_000_000
    """Larger files are named in the build report and left out: a page with its pictures inside has up to 30 MB."""
    max_text: int = 8_000_000
    """Characters of an article, at most: a long book has a million."""
    max_entries: int = 20_000
    """Articles in one file (a feed, an export), at most; the rest are named in the build report."""
    max_depth: int = 200
    """Elements inside one another in a page, parts in a mail: real ones have up to 60."""
    max_seconds: int = 60
    """For reading and cleaning one file, and for analysing one article, at most."""

    @property
    def fast(self) -> bool:
        """Say whether the analysis is to do without the parser."""
        return self.analysis == "fast"


def settled(options: Options, articles: int) -> Options:
    """Choose the analysis for this many articles where the owner has not.

    >>> settled(Options(), 500).analysis, settled(Options(), 501).analysis
    ('thorough', 'fast')
    """
    by_number = "fast" if articles > FAST_ABOVE else "thorough"
    return replace(options, analysis=options.analysis or by_number)


def from_settings(settings: Mapping[str, object]) -> tuple[Options, tuple[str, ...]]:
    """Read the options out of Pelican's settings; also give a warning for each unknown `DIGEST_*` name.

    Raises SettingError when a value has the wrong type or is negative.
    """
    known = {PREFIX + f.name.upper(): f for f in fields(Options)}
    given = {name: value for name, value in settings.items() if name.startswith(PREFIX)}
    warnings = tuple(_unknown(name, known) for name in sorted(given) if name not in known)
    values = {known[n].name: _checked(n, v, str(known[n].type)) for n, v in given.items() if n in known}
    return Options(**values), warnings  # type: ignore[arg-type]  # _checked holds each value to its field's type


def _unknown(name: str, known: Mapping[str, object]) -> str:
    nearest = get_close_matches(name, known, n=1)
    hint = f"; did you mean {nearest[0]}?" if nearest else ""
    return f"setting {name} is not known{hint}"


def _checked(name: str, value: object, kind: str) -> object:
    expected = {"int": int, "bool": bool, "str": str}[kind]
    if type(value) is not expected:
        raise SettingError(f"{name} is {value!r}; expected {'a whole number' if kind == 'int' else kind}")
    if isinstance(value, int) and value < 0:
        raise SettingError(f"{name} is {value}; expected zero or more")
    if name == "DIGEST_FEED_HUB" and value and not str(value).startswith(("http://", "https://")):
        raise SettingError(f"{name} is {value!r}; expected an address such as 'https://hub.example/'")
    if name == "DIGEST_EXECUTOR" and value and not re.fullmatch(ENGINE + r"[^\s/@]+:[0-9]{1,5}", str(value)):
        raise SettingError(f"{name} is {value!r}; expected '{ENGINE}host:8786', or '' for this machine")
    if name == "DIGEST_FULL_TEXT" and value not in FULL_TEXTS:
        raise SettingError(f"{name} is {value!r}; expected 'full', 'excerpt' or 'none'")
    if name == "DIGEST_ANALYSIS" and value not in ANALYSES:
        raise SettingError(
            f"{name} is {value!r}; expected 'thorough' or 'fast', or '' for fast above {FAST_ABOVE} articles"
        )
    return value
