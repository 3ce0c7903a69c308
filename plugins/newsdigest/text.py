"""Small pure helpers on strings that several stages share."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator

from unidecode import unidecode

from newsdigest.model import Paragraph, Span, StoryId

NAMESPACE = uuid.UUID("6d0f7e3c-4f43-5c7e-9d5b-0f3d2f6a1c58")
"""Of our UUIDv5 identities (RFC 9562, section 5.5). Never change it: feeds would repeat every article."""
SLUG_LENGTH = 60
STRAIGHT = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
UNSAFE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
"""Characters that XML 1.0 forbids, C1 controls, zero-width and bidirectional override characters, as a class."""
_UNSAFE = re.compile(f"[{UNSAFE}]")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
WITHHELD = "\u3164"
"""Stands for each character of a word that is not republished: a letter that shows nothing, so words can be counted."""
_LETTERS = re.compile(r"[^\W_]+")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
"""Of ASCII: most of what is no letter, and dropped in a tenth of the time."""
_GAP = re.compile(rf"{WITHHELD}(?:[{WITHHELD}\s]*{WITHHELD})?")
_NO_SLUG = re.compile("[^a-z0-9]+")
_POSSESSIVE = re.compile("'s?(?![a-z0-9])")
_PART = re.compile(r"[a-z0-9][a-z0-9.&']*[+#]*|\S[+#]*")
_CONTRACTED = re.compile("(?:n't|'(?:s|re|ve|ll|d|m)|s')(?![a-z0-9])")


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
    """Drop the characters that are unsafe."""
    return _UNSAFE.sub("", text)


def straight(text: str) -> str:
    """Fold curly quotation marks to straight ones, offsets stay; for matching, never for output."""
    if text.isascii():
        return text
    for curly, plain in STRAIGHT.items():  # a twentieth of the time of `translate`
        text = text.replace(curly, plain)
    return text


def words(text: str) -> list[str]:
    """Split into words: `Jane Doe's 1.5m` -> Jane, Doe's, 1.5m."""
    return _WORD.findall(text)


def has_words(text: str) -> bool:
    """Tell whether there is a word in a text."""
    return _WORD.search(text) is not None


def withheld(text: str) -> bool:
    """Tell whether words of a text are withheld."""
    return WITHHELD in text


def all_withheld(text: str) -> bool:
    """Tell whether no word of a text is shown; one that never had words is blank where it is withheld."""
    return text.isspace() or (withheld(text) and not words(text.replace(WITHHELD, " ")))


def with_gaps(text: str) -> str:
    """Put […] in the place of words that are withheld, once for those that stand together."""
    return _GAP.sub("[…]", text)


def web_address(url: str | None) -> str | None:
    """Give an address that a browser may follow; None for any other.

    >>> web_address("https://example.org/pool"), web_address("javascript:alert(1)"), web_address(None)
    ('https://example.org/pool', None, None)
    """
    return url if url and url.startswith(("http://", "https://")) else None


def letters(text: str) -> str:
    """Reduce a line to its letters and digits, for comparing lines: no case, space or punctuation.

    >>> letters("Read more: The pool!")
    'readmorethepool'
    """
    plain = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS).decode("utf-8", "surrogatepass")
    return (plain if plain.isascii() else "".join(_LETTERS.findall(plain))).casefold()


def slugify(text: str, fallback: str = "untitled") -> str:
    """Make a lower-case ASCII slug, cut at a word; `fallback` where no letter or digit is left.

    >>> slugify("C'est déjà l'été")
    'cest-deja-lete'
    """
    plain = unidecode(text).replace("'", "").lower()
    slug = _NO_SLUG.sub("-", plain).strip("-")
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


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: `1 tag`, `2 tags`, `2,000 people`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def fold(text: str) -> str:
    """Reduce a name or phrase to what it is known by: no case, accent, plural, possessive, hyphen or leading `the`.

    A key for comparing, never for output; the words stay apart, in their order.

    >>> fold("The Data-Centres' rules"), fold("U.S."), fold("C++")
    ('data centre rule', 'us', 'c++')
    """
    plain = unidecode(straight(text)).lower()
    parts = _PART.findall(_POSSESSIVE.sub("", plain).replace("-", " "))
    parts = [singular(part.replace("'", "").replace(".", "")) for part in parts]
    kept = [part for part in parts if part[:1].isalnum()] or [part for part in parts if part]
    return " ".join(kept[1:] if kept[:1] == ["the"] and len(kept) > 1 else kept)


IRREGULAR = dict(
    pair.split(":")
    for pair in """
    alibis:alibi alumni:alumnus analyses:analysis atlas:atlas atlases:atlas avalanches:avalanche bacteria:bacterium
    bias:bias biases:bias
    bikinis:bikini birdies:birdie bonuses:bonus bookies:bookie brownies:brownie buses:bus businessmen:businessman
    businesswomen:businesswoman caches:cache calories:calorie calves:calf campuses:campus canoes:canoe canvas:canvas
    canvases:canvas
    censuses:census chairmen:chairman children:child choruses:chorus circuses:circus clergymen:clergyman
    congressmen:congressman congresswomen:congresswoman cookies:cookie countrymen:countryman craftsmen:craftsman
    crises:crisis criteria:criterion diagnoses:diagnosis elves:elf emojis:emoji feet:foot firemen:fireman
    fishermen:fisherman foodies:foodie foremen:foreman freebies:freebie freshmen:freshman fungi:fungus gases:gas
    geese:goose geniuses:genius gentlemen:gentleman gunmen:gunman gurus:guru halves:half headaches:headache
    hippies:hippie hoodies:hoodie horsemen:horseman hypotheses:hypothesis iraqis:iraqi israelis:israeli junkies:junkie
    kiwis:kiwi knives:knife lawmen:lawman leaves:leaf lens:lens lenses:lens linemen:lineman lives:life loaves:loaf
    matrices:matrix men:man menus:menu mice:mouse movies:movie niches:niche nuclei:nucleus oases:oasis
    pakistanis:pakistani phenomena:phenomenon policemen:policeman policewomen:policewoman prairies:prairie rabbis:rabbi
    rookies:rookie safaris:safari salesmen:salesman saudis:saudi scarves:scarf selfies:selfie servicemen:serviceman
    servicewomen:servicewoman shelves:shelf skis:ski smoothies:smoothie spokesmen:spokesman spokeswomen:spokeswoman
    sportsmen:sportsman sportswomen:sportswoman statesmen:statesman statuses:status stimuli:stimulus surpluses:surplus
    taxis:taxi teeth:tooth theses:thesis thieves:thief tradesmen:tradesman tsunamis:tsunami viruses:virus wives:wife
    wolves:wolf women:woman workmen:workman zombies:zombie
    """.split()
)
"""Plurals that the rules of `singular` miss, and their singulars."""


def singular(word: str) -> str:
    """Make the singular of a lower-case word; right for most English nouns, harmless in a key for the rest.

    >>> [singular(word) for word in ("ships", "ferries", "boxes", "heroes", "mice", "glass")]
    ['ship', 'ferry', 'box', 'hero', 'mouse', 'glass']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) or (word.endswith("oes") and len(word) > 5):
        return word[:-2]
    return word.removesuffix("s")


def acronyms(text: str) -> dict[str, str]:
    """Find the short forms that a text explains in brackets.

    >>> acronyms("the Union of Rail Workers (URW) met")
    {'URW': 'Union of Rail Workers'}
    """
    found: dict[str, str] = {}
    for match in re.finditer(r"\(([A-Z][A-Za-z&.]{1,9})\)", text):
        letters = [c for c in match[1].lower() if c.isalpha()]
        before = list(re.finditer(r"[^\W_]+", text[: match.start()][-120:]))
        for first in before[-len(letters) - 2 : len(before) - len(letters) + 1][::-1]:
            long = text[: match.start()][-120:][first.start() :].strip()
            heads = [w[0].lower() for w in re.findall(r"[^\W_]+", long) if w.lower() not in ("and", "for", "of", "the")]
            if heads == letters and first[0][0].lower() == letters[0]:
                found.setdefault(match[1], long)
                break
    return found


FUNCTION_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always am among an and any
    anybody anyone anything are around as at away back be became because become been before being below between both but
    by came can cannot come could did do does doing done down during each either else enough even ever every everybody
    everyone everything few for from further gave get gets give go goes going gone got had has have having he her here
    hers herself him himself his how however i if in into is it its itself just last least less let like made make makes
    many may me might mine more most much must my myself near never new next no nobody none nor not nothing now of off
    often on once one only or other others our ours out over own per perhaps put quite rather said same say saying says
    see she should since so some somebody someone something still such take than that the their theirs them themselves
    then there these they this those though three through to together too took two under until up upon us very via was
    we well went were what when where whether which while who whom whose why will with within without would yet you your
    yours
    """.split()
)
"""Words that tell nothing of a subject, lower case; contractions lose their ending first."""


def content_word(word: str) -> str:
    """Give what a lower-case word counts as; nothing where it tells nothing."""
    found = "" if word in FUNCTION_WORDS else singular(word.strip(".'-"))
    return found if len(found) > 1 and found not in FUNCTION_WORDS else ""


def content_words(text: str, known: Callable[[str], str] = content_word) -> list[str]:
    """List the words that carry a text, in the singular, lower case, in order, with repetitions.

    >>> content_words("The unions' strikes don't end here")
    ['union', 'strike', 'end']
    """
    return [word for word in map(known, words(_CONTRACTED.sub("", straight(text).lower()))) if word]
