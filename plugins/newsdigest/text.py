"""Small pure helpers on strings that several stages share."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator

from unidecode import unidecode

from newsdigest.model import Paragraph, Span, StoryId

NAMESPACE = uuid.UUID("6d0f7e3c-4f43-5c7e-9d5b-0f3d2f6a1c58")
"""Of our UUIDv5 identities (RFC 9562, section 5.5). Never change it: feeds would repeat every article."""
SLUG_LENGTH = 60
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_WORD = re.compile(r"\w[\w'’.-]*", re.UNICODE)


def story_id(key: str) -> StoryId:
    """Make the identity of an article from its URL, or from its path without suffix."""
    return StoryId(str(uuid.uuid5(NAMESPACE, key)))


def paragraph_spans(paragraphs: Iterable[Paragraph]) -> Iterator[Span]:
    """Yield where each paragraph stands in `Story.text`."""
    start = 0
    for paragraph in paragraphs:
        yield Span(start, start + len(paragraph.text))
        start += len(paragraph.text) + len("\n\n")


def without_unsafe_characters(text: str) -> str:
    """Drop characters that XML 1.0 forbids, C1 controls, zero-width and bidirectional override characters."""
    return _UNSAFE.sub("", text)


def straight(text: str) -> str:
    """Fold curly quotation marks to straight ones, offsets stay; for matching, never for output."""
    return text.translate(STRAIGHT)


def words(text: str) -> list[str]:
    """Split into words: `Jane Doe's 1.5m` -> Jane, Doe's, 1.5m."""
    return _WORD.findall(text)


def slugify(text: str, fallback: str = "untitled") -> str:
    """Make a lower-case ASCII slug, cut at a word; `fallback` where no letter or digit is left.

    >>> slugify("C'est déjà l'été")
    'cest-deja-lete'
    """
    plain = re.sub(r"['’]", "", unidecode(text)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > SLUG_LENGTH:
        slug = slug[:SLUG_LENGTH].rsplit("-", 1)[0] if "-" in slug[:SLUG_LENGTH] else slug[:SLUG_LENGTH]
    return slug or fallback


def unique_slugs(names: Iterable[str], fallback: str = "untitled") -> list[str]:
    """Make one slug a name, all different: the second `c` becomes `c-2`. Stable for a given order."""
    seen: set[str] = set()
    slugs = []
    for name in names:
        base = slug = slugify(name, fallback)
        number = 1
        while slug in seen:
            number += 1
            slug = f"{base}-{number}"
        seen.add(slug)
        slugs.append(slug)
    return slugs
