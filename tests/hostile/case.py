"""What a hostile case is: a file, how it is made, and what must become of it."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

TOWNS = ("Arlen", "Bradwell", "Corby Moor", "Dunmore", "Eastby", "Farrow", "Gorse")


@dataclass(frozen=True, slots=True)
class Case:
    """A file of the content folder. It becomes an article, or is left out with a reason."""

    name: str
    data: bytes
    title: str = ""
    """Of the article; empty: any, as long as there is one."""
    keeps: str = ""
    """What its text must hold."""
    lacks: str = ""
    """What neither its title nor its text may hold."""
    skipped: str = ""
    """Part of the reason; empty: it becomes an article."""


def prose(seed: str) -> str:
    """Write two paragraphs that no other article has."""
    number = crc32(seed.encode("utf-8", "surrogateescape"))
    town, weeks = TOWNS[number % 7], number % 47 + 3
    return (
        f"The port of {town} will have a quay numbered {number}, its office said on Monday after a vote of the board. "
        f"“We have waited {weeks} years for quay {number},” said Ada Harlow, who runs the port of {town}.\n\n"
        f"The work on quay {number} takes {weeks} weeks and will be paid by the town. Ships of up to {number % 991} "
        f"metres may berth in {town} then, which is {weeks} more than today.\n"
    )


def mark(seed: str) -> str:
    """Give the words by which the article of a case can be told from all others."""
    return f"a quay numbered {crc32(seed.encode('utf-8', 'surrogateescape'))}"


def text(name: str, head: str = "", tail: str = "", **expected: str) -> Case:
    """Make a case of a text: its first lines, then prose of its own, then perhaps more."""
    whole = f"{head}\n\n{prose(name)}{tail}".lstrip("\n")
    return Case(name, whole.encode("utf-8", "surrogatepass"), **expected)


def coded(name: str, encoding: str, head: str, **expected: str) -> Case:
    """Make a case of a text in an encoding."""
    straight = prose(name).translate({ord("“"): '"', ord("”"): '"'})
    return Case(name, f"{head}\n\n{straight}".encode(encoding), **expected)
