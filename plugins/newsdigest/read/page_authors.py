"""Who wrote the article, as the page says it.

What stands around the headline, the authors in JSON-LD, the page's metadata, its lines and the names of its site come
in; statements of authors go out, as they are written, for cleaning to part. Full names count first: in JSON-LD, in
metadata, in a byline at the headline, in an element marked as the author's; then what else is stated, which may be an
organisation. Addresses, account names and words such as `admin` are nobody. Limits: bylines in three other languages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from newsdigest.lexicon import GIVEN_NAMES, MONTHS, NO_NAME_WORDS, ROLE_NOUNS, WEEKDAYS
from newsdigest.read.page_dates import day_in
from newsdigest.read.page_surroundings import Piece, Surroundings
from newsdigest.read.page_values import compact, folded

METAS = (
    "author",
    "article:author",
    "article_author",
    "byl",
    "byline",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "og:author",
    "parsely-author",
    "sailthru.author",
)
"""Names of `<meta>` elements that tell the author."""
LISTED = frozenset(("citation_author", "dc.creator", "dcterms.creator"))
"""Those of libraries, which put the family name first."""
NOBODY = frozenset(
    """
    admin administrator anonymous author authors contributor contributors default editor editorial editors guest
    moderator none null site staff super system team test undefined unknown user webmaster
    """.split()
)
"""What systems fill in where nobody is named."""
PAGE_WORDS = frozenset(
    """
    a account analysis analytics book checked culture download edition education entertainment event events facts
    finance gmbh guide industry insights law life lifestyle llc local log marketing markets menu my pllc podcast
    politics pricing privacy real reviewed reviews role sales search size social software sport started stories
    strategy style support talent tech topic trends type videos watch weather writer you
    """.split()
)
"""Words of sections, menus and jobs: on a page a line with one of them, too, is no person's name."""
OUTLET_OPENINGS = frozenset(
    "agency associated bureau daily financial foundation institute international radio the times university".split()
)
"""Those of them with which the name of an organisation may begin."""
PARTICLES = tuple("al bin da de del den der di dos du el la le van von y".split())
"""Lower-case words inside names."""
JOINED = frozenset(("&", "and", "et", "und", "y"))
MAX_STATEMENT = 150
MAX_AUTHORS = 20
MAX_WORDS = 4
"""Of an organisation in a byline."""
_NO_PERSON = NO_NAME_WORDS | PAGE_WORDS | {word.casefold() for word in (*MONTHS, *WEEKDAYS)} - GIVEN_NAMES
_WORK = "article|posted|published|reported|review|story|text|words|written"
_BY = re.compile(
    rf"\W*(?:(?:{_WORK})\b(?: on\b.{{6,30}}?)?\s+)?by\b:?\s*(?P<by>.*)|(?:authors?|autor|writer):\s*(?P<is>.*)"
    r"|(?-i:Par|Por|Von) (?P<von>.+)",
    re.IGNORECASE,
)
"""A byline, and what follows its label: `Posted on May 3 by Ada Brook`, `By`, `Author: Ada Brook`."""
_OTHER_WORK = re.compile(r"(?:check|edit|photo|present|produc|review|sponsor)\w*$", re.IGNORECASE)
"""Before `by`: the name that follows is not the author's."""
_LINK = re.compile(rf"\s*(?:,|(?<!\S)(?:{'|'.join(sorted(JOINED))})(?!\S))\s*", re.IGNORECASE)
_LINK_AT_END = re.compile(rf"{_LINK.pattern}$", re.IGNORECASE)
"""Between the names of a byline, and left over where the next one is in a piece of its own."""
_REST = re.compile(
    r"\s*[|/•·].*$|\s[-–—]\s.*$|(?<=[a-z]{4})\.\s.*$|,?\s(?:in|last|on|posted|published|updated)\b.*$",
    re.IGNORECASE,
)
"""What follows the names in a byline."""
_MARKED = re.compile(r"(?<![a-z])(?:authors?|byline|contributors?|writers?)(?![a-z])")
"""In the class of an element or the address that it links to: it holds an author's name."""
_SECTION = re.compile(r"breadcrumb|categor|section|\btags?\b|topic")
"""Likewise, it leads to a section of the site."""
_NO_STATEMENT = re.compile(r"https?:|www\.|[@<>{}_\\]|\d{3}")
_NAME = re.compile(
    rf"[^\W\d_a-z][\w.'’-]*(?:\s+(?:{'|'.join(PARTICLES)}))*(?:\s+[^\W\d_a-z][\w.'’-]*){{1,4}}",
)
_LISTED = re.compile(r"([^\W\d_a-z][\w'’-]+), ([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z]\.)?)")
_ASIDE = re.compile(rf",|\s[|–—-]\s|&|\b(?:{'|'.join(sorted(JOINED - {'&', 'y'}))})\b")


def authors(
    around: Surroundings,
    linked: Sequence[str],
    metas: Mapping[str, Sequence[str]],
    signed: Sequence[str],
    sites: Collection[str],
    lines: Sequence[str],
) -> tuple[str, ...]:
    """Choose the statements of authors; empty where nobody is named.

    `linked` are those of JSON-LD, `signed` the texts of elements that are marked as the author's anywhere on the page.
    """
    site = {compact(name) for name in sites}
    given = (metas.get(name, ()) if name not in LISTED else map(_turned, metas.get(name, ())) for name in METAS)
    stated = [_people(values) for values in (linked, *given, _card(metas))]
    bylines = [_people(_bylines(pieces)) for pieces in (around.after, around.before[::-1])]
    marked = _people(p.text for p in around.after if _is_no_job(p.text) and any(map(_MARKED.search, p.marks[:3])))
    lone = [_only(map(_signed, _in_lines(lines))), _only(signed), _only(_beside_date(around))]
    for names in (*stated, *bylines, marked, *lone):
        if any(is_name(name) and compact(name) not in site for name in names):
            return tuple(name for name in names if compact(name) not in site)
    organisations = [tuple(filter(_is_organisation, names)) for names in bylines]
    return next((names for names in (*stated, *organisations) if names), ())


def _people(values: Iterable[str]) -> tuple[str, ...]:
    """Give the statements that may be names, without `By` and quotation marks, none twice."""
    plain = (re.sub(r"^by:?\s+", "", value.strip(" \"“”',;:|–—-"), flags=re.IGNORECASE) for value in values)
    kept: dict[str, str] = {}
    for value in filter(_is_statement, plain):
        kept.setdefault(folded(value), value)
    return tuple(kept.values())[:MAX_AUTHORS]


def _is_statement(text: str) -> bool:
    """Tell whether a text can be a name, unlike an address, an account or `Site Admin`."""
    if not text or len(text) > MAX_STATEMENT or _NO_STATEMENT.search(text) or text.islower():
        return False
    return not all(word in NOBODY for word in folded(text).split())


def is_name(text: str) -> bool:
    """Tell whether a statement begins with what looks like a person's full name.

    >>> is_name("Ada Brook, Staff Writer"), is_name("Sports Desk"), is_name("Ada")
    (True, False, False)
    """
    head = _ASIDE.split(text, maxsplit=1)[0].strip()
    return bool(_NAME.fullmatch(head)) and not any(word.strip(".").casefold() in _NO_PERSON for word in head.split())


def _is_no_job(text: str) -> bool:
    """Tell a name without a label from a job, which stands where names do: `Marketing Director`."""
    return is_name(text) and not any(word.casefold() in ROLE_NOUNS for word in text.split())


def _is_organisation(text: str) -> bool:
    """Tell whether the words of a byline can be a name at all: `The Quill Agency`, unlike `Contact Us`."""
    said = text.split()
    return (
        len(said) <= MAX_WORDS
        and not any(word.islower() for word in said)
        and said[0].casefold() not in _NO_PERSON - OUTLET_OPENINGS
    )


def _turned(name: str) -> str:
    """Give a name of a library's list in its usual order: `Brook, Ada` -> Ada Brook."""
    found = _LISTED.fullmatch(name)
    return f"{found[2]} {found[1]}" if found else name


def _card(metas: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Give what a preview card says under `Written by`."""
    label = next(iter(metas.get("twitter:label1", ())), "")
    return metas.get("twitter:data1", ()) if _BY.fullmatch(label) else ()


def _bylines(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give what follows `By`, in the same piece or in those after it."""
    for i, piece in enumerate(pieces):
        who = _after_label(piece.text)
        if who or (who is not None and not _OTHER_WORK.search(pieces[i - 1].text if i else "")):
            below = [one.text for one in pieces[i + 1 : i + 2 * MAX_AUTHORS]]
            yield from map(_signed, _joined([who, *below] if who else below))


def _after_label(text: str) -> str | None:
    """Give what follows the label of a byline; None for any other text."""
    found = _BY.fullmatch(text) if len(text) <= MAX_STATEMENT else None
    return next(filter(None, found.groups()), "") if found else None


def _signed(text: str) -> str:
    """Cut what follows the names in a byline, from a mark or a word in small letters on."""
    names = takewhile(
        lambda word: not word.islower() or word in JOINED or word in PARTICLES, _REST.sub("", text).split()
    )
    return _LINK_AT_END.sub("", " ".join(names))


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """Give the first text and the names that commas and `and` add to it: `Ada Brook`, `and Bo Lund`."""
    yield from texts[:1]
    linked = bool(texts) and not _LINK.split(texts[0])[-1]
    for text in texts[1:]:
        parts = _LINK.split(text)
        names = [part for part in parts if part]
        lone = bool(parts[0]) or JOINED.isdisjoint(text.casefold().split())  # `, Quill News` is no author
        if not all(map(_is_no_job, names)) or (names and lone and not linked):
            return
        yield from names
        linked = not parts[-1]


def _in_lines(lines: Iterable[str]) -> Iterator[str]:
    return (who for line in lines if (who := _after_label(line)))


def _only(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the one name among texts that are names or none; where there are several they belong to other articles."""
    names = _people(text for text in texts if is_name(text))
    return names if len(names) == 1 else ()


def _beside_date(around: Surroundings) -> Iterator[str]:
    """Give the names that stand alone next to a date, in no link to a section of the site."""
    for pieces in (around.after, around.before):
        told = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
        for one, other in (*pairwise(told), *pairwise(told[::-1])):
            alone = _NAME.fullmatch(one.text) and _is_no_job(one.text) and not any(map(_SECTION.search, one.marks[:2]))
            if alone and day_in(other.text):
                yield one.text
