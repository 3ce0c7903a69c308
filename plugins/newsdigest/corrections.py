"""The owner's corrections as data: what content/curation.toml states, checked, and which lines it speaks of.

`curation` reads the file and applies what it says of facts; cleaning asks here for the lines to keep or to drop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from newsdigest.model import Kind
from newsdigest.text import letters

DROPPED = "taken out by the editor"
"""The rule's name for lines that the owner drops."""
BEGINNING = "…"
"""At the end of a line as the owner gives it: any line that begins so is meant."""


@dataclass(frozen=True, slots=True)
class StoryCorrection:
    """What the owner states about one article; None leaves what was found."""

    path: str
    id: str | None = None
    title: str | None = None
    date: datetime | None = None
    author: tuple[str, ...] | None = None
    source: str | None = None
    url: str | None = None
    keep: tuple[str, ...] = ()
    """Lines that cleaning takes out and shall leave; one that ends with `…` stands for all that begin so."""
    drop: tuple[str, ...] = ()
    """Lines that cleaning leaves and shall take out, written likewise."""
    speakers: tuple[tuple[str, str], ...] = ()
    """Who said a quotation: its words, written likewise, and a name; an empty name: nobody is known."""


@dataclass(frozen=True, slots=True)
class OutletCorrection:
    """What the owner states about all articles of one outlet, found by its name or the host of their addresses."""

    name: str
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """What the owner states about one person or organisation, found by any form of its name."""

    name: str
    rename: str | None = None
    merge: tuple[str, ...] = ()
    """Names of others that are the same."""
    split: tuple[str, ...] = ()
    """Forms that are somebody else."""
    hide: bool = False
    role: str | None = None
    kind: Kind | None = None
    section: Kind | None = None
    """The kind of the section it stands in: entries of this kind are meant first."""
    drop_role: tuple[str, ...] = ()
    """Roles that are wrong, as the page shows them."""
    apart: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Somebody else of the same name: what to call them, and the articles that mean them."""

    @property
    def place(self) -> str:
        """Where it stands in the file, as a warning says it."""
        return f'[{self.section or "person"}."{self.name}"]'


@dataclass(frozen=True, slots=True)
class Curation:
    """The whole file, checked."""

    stories: tuple[StoryCorrection, ...] = ()
    outlets: tuple[OutletCorrection, ...] = ()
    entities: tuple[EntityCorrection, ...] = ()
    tag_renames: tuple[tuple[str, str], ...] = ()
    tag_bans: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


NO_CORRECTIONS = Curation()


@dataclass(frozen=True, slots=True)
class LineChoice:
    """The lines that the owner keeps in one article or drops from it, as given."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def lines_chosen(curation: Curation, path: str, outlet: str | None, url: str | None) -> LineChoice:
    """Gather what is stated about an article and about its outlet."""
    own = [one for one in curation.stories if one.path == path]
    outlet = next((one.source for one in own if one.source), outlet)
    url = next((one.url for one in own if one.url), url)
    stated = [(one.keep, one.drop) for one in own]
    stated += [(one.keep, one.drop) for one in curation.outlets if is_outlet(one.name, outlet, url)]
    return LineChoice(
        keep=tuple(line for keep, _ in stated for line in keep),
        drop=tuple(line for _, drop in stated for line in drop),
    )


def is_outlet(name: str, outlet: str | None, url: str | None) -> bool:
    """Tell whether a name means this outlet: its name, or the host of the address.

    >>> is_outlet("example.org", None, "https://www.example.org/story")
    True
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # brackets that hold no address
        host = ""
    known = {(outlet or "").casefold(), host, host.removeprefix("www.")} - {""}
    return name.casefold().removeprefix("www.") in known or name.casefold() in known


def matches(line: str, given: Iterable[str]) -> bool:
    """Tell whether a line is one of those given; case, space and punctuation don't count.

    >>> matches("Read more: The pool", ["read more…"]), matches("Read it", ["read…"]), matches("Read it", ["read"])
    (True, True, False)
    """
    key = letters(line)
    return any(
        key.startswith(letters(one)) if one.rstrip().endswith((BEGINNING, "...")) else key == letters(one)
        for one in given
        if letters(one)
    )
