"""The article in a file, with everything that was taken out.

A `Source` comes in, a `Story` goes out. The way: lines, header, paragraphs joined where the file was wrapped, lines
that state facts, a cascade of boilerplate rules, the title, kinds of paragraphs. Nothing is lost: every line that
holds something is in a paragraph or in `Story.removed` with the rule that took it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from newsdigest.clean.authors import author_boxes, first_prose, reporters
from newsdigest.clean.blocks import Block, ends_sentence, is_prose, lines_of, unwrapped, word_count
from newsdigest.clean.boilerplate import cascade
from newsdigest.clean.dates import parse_date
from newsdigest.clean.kinds import kind_of
from newsdigest.clean.language import language
from newsdigest.clean.leads import derived_title
from newsdigest.clean.metadata import Facts, from_file, header, opening, without_tracking
from newsdigest.clean.paragraphs import paragraphs
from newsdigest.clean.titles import MAX_TITLE, plain_title, stated_title, without_site
from newsdigest.corrections import DROPPED, Curation, LineChoice, lines_chosen, matches
from newsdigest.errors import UnusableFileError
from newsdigest.lexicon import is_english
from newsdigest.model import Origin, Paragraph, Removals, Removed, Source, Stated, Story, StoryId
from newsdigest.options import Options
from newsdigest.text import counted, has_words, letters, story_id

NO_WORD = "no word in it; save the article again, as text"
FEW_WORDS = 60
"""Below this an article gets a note: the shortest whole articles of the development texts have 43 to 60 words."""
FACTS = frozenset({"byline", "date", "id", "language", "source", "title", "url"})
"""Rules whose lines live on in the story's fields."""
AUTHOR = "note on the author"
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
"""In the name of a file: `2026-03-02-harbour.txt`."""
WRAPPED = frozenset({"eml", "txt"})
"""Formats whose lines may be parts of a paragraph; the others give whole ones."""
DECODED = frozenset({"htm", "html", "markdown", "md", "mht", "mhtml", "pdf"})
"""Formats that give text as readers see it: an article on HTML shows `&nbsp;`. In the others it is left from a page."""
FRAME = "page around the article"


def story_of(source: Source, options: Options, now: datetime, curation: Curation, furniture: frozenset[str]) -> Story:
    """Find the article; `furniture` holds the folded lines that its neighbours carry too."""
    if not has_words(source.text):
        raise UnusableFileError(NO_WORD)
    lines = lines_of(source.text, escaped=source.format not in DECODED)
    stated = header(lines) if source.stated == Stated() else from_file(source.stated)
    cleaned = partial(_cleaned, source, lines, stated, furniture=furniture)
    chosen = lines_chosen(curation, source.path, stated.outlet, stated.url)
    story = _story(source, options, now, cleaned(chosen))
    known = lines_chosen(curation, source.path, story.outlet, story.url)  # an outlet may be in the title only
    return story if known == chosen else _story(source, options, now, cleaned(known))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning found in a file: every line of it is in `kept` or in `taken`."""

    facts: Facts
    kept: Sequence[Block]
    taken: Mapping[Block, str]


def _cleaned(
    source: Source, lines: Sequence[Block], stated: Facts, chosen: LineChoice, furniture: frozenset[str]
) -> Cleaned:
    frame = frozenset(source.frame)
    taken = _without(chosen.keep, {line: FRAME for line in lines if line.first in frame}) | dict(stated.taken)
    left = tuple(line for line in lines if line not in taken) if taken else lines
    blocks = unwrapped(left) if source.format in WRAPPED else left
    facts = opening(blocks, stated)
    taken |= _without(chosen.keep, dict(facts.taken))
    taken |= {block: DROPPED for block in blocks if matches(block.text, chosen.drop)} if chosen.drop else {}
    body = [block for block in blocks if block not in taken]
    cut = cascade(body, furniture)
    facts, titled = _titled(facts, body, cut)
    taken |= _without(chosen.keep, cut | titled)
    kept = _kept(taken, body)
    boxed = () if facts.byline else _boxed([b for b in body if cut.get(b, AUTHOR) == AUTHOR])
    facts = replace(facts, byline=boxed, byline_origin="byline") if boxed else facts
    for block in kept:
        taken.pop(block, None)
    return Cleaned(facts, kept, taken)


def _without(kept: Sequence[str], taken: dict[Block, str]) -> dict[Block, str]:
    return {block: rule for block, rule in taken.items() if not matches(block.text, kept)} if kept else taken


def _titled(facts: Facts, body: Sequence[Block], cut: dict[Block, str]) -> tuple[Facts, dict[Block, str]]:
    """Find the title and its copies among the lines that no rule has taken, or only as part of a page's frame.

    A line that is too long to be shown whole as the title stays in the text too.
    """
    blocks = [block for block in body if cut.get(block, FRAME) == FRAME]
    framed = frozenset(block for block in blocks if block in cut)
    found = None if facts.title else stated_title(blocks, framed)
    if found is None and facts.title is None:
        return facts, {}
    given = found.text if found else str(facts.title)
    title, outlet = (given, None) if facts.title_origin == "front matter" else without_site(given)
    keys = {letters(title), letters(found.text if found else title)} - {""}
    least = min(map(len, keys), default=0)
    likely = [b for b in blocks if len(b.text) >= least or not b.text.isascii()]  # ASCII has no more letters than signs
    shown = [found] if found and len(found.text) <= MAX_TITLE else []
    copies = {b: "repeated title" for b in likely if letters(b.text) in keys and b is not found}
    facts = replace(facts, title=title, title_origin=facts.title_origin or "text")
    if outlet and not facts.outlet:
        facts = replace(facts, outlet=outlet, outlet_origin=facts.title_origin)
    top = blocks[: first_prose(blocks)]
    headline = found or next((b for b in top if b in copies), None)
    above = blocks[: blocks.index(headline)] if headline else []
    frame = {b: FRAME for b in above if not is_prose(b.text) and not ends_sentence(b.text)}
    return facts, frame | copies | dict.fromkeys(shown, "title")


def _kept(taken: Mapping[Block, str], body: Sequence[Block]) -> list[Block]:
    """Give what is left; where the rules would leave nothing, the body; where there is none, the header.

    Raises UnusableFileError where the editor has dropped everything that holds a word.
    """
    others = [b for b, rule in sorted(taken.items(), key=lambda i: i[0].first) if rule != DROPPED]
    for blocks in ([b for b in body if b not in taken], body, others):
        if any(has_words(b.text) for b in blocks):
            return list(blocks)
    if DROPPED in taken.values():
        raise UnusableFileError("the corrections drop every line of it; keep one, or delete the file")
    raise UnusableFileError(NO_WORD)


def _boxed(body: Sequence[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _ in author_boxes(body) if name)) or reporters(body)


def _story(source: Source, options: Options, now: datetime, found: Cleaned) -> Story:
    facts, taken = found.facts, found.taken
    shown = paragraphs(found.kept, frozenset(source.headings))
    published, origin, notes = _published(facts, source.path, now)
    title = facts.title or derived_title(_lead(shown, taken))
    identity, id_key = _identity(facts, source)
    lang = language("\n".join(paragraph.text for paragraph in shown), facts.lang or options.lang)
    return Story(
        id=identity,
        path=source.path,
        title=plain_title(title),
        title_origin=facts.title_origin or "derived from the lead",
        byline=facts.byline,
        outlet=facts.outlet,
        url=facts.url and without_tracking(facts.url),  # the identity stays that of the address as stated
        published=published,
        published_origin=origin,
        saved=source.saved,
        lang=lang,
        paragraphs=shown,
        removed=Removals.of(
            Removed((b.first, b.last), b.text, rule) for b, rule in sorted(taken.items(), key=lambda i: i[0].first)
        ),
        line_count=sum(block.last - block.first + 1 for block in (*found.kept, *taken)),
        notes=(*source.notes, *facts.notes, *notes, *_foreign(lang), *_thin(shown, taken)),
        id_key=id_key,
        byline_origin=facts.byline_origin,
        outlet_origin=facts.outlet_origin,
        url_origin=facts.url_origin,
    )


def _foreign(lang: str) -> tuple[str, ...]:
    told = f"its language is “{lang}”: names, roles and quotations are found in English only"
    return () if is_english(lang) else (told,)


def _lead(shown: Sequence[Paragraph], taken: Mapping[Block, str]) -> list[str]:
    """Give the paragraphs that a title may be made of: those of a sentence's length, else all that are no menu's.

    Of a page's own notice only its buttons may be left: then the notice tells what the file is.
    """
    return (
        [p.text for p in shown if p.kind == "body" and is_prose(p.text)]
        or [p.text for p in shown if not kind_of(p.text)]
        or [b.text for b in sorted(taken, key=lambda b: b.first) if is_prose(b.text)]
        or [p.text for p in shown]
    )


def _identity(facts: Facts, source: Source) -> tuple[StoryId, str]:
    """Give the identity and what it is made from, which is nothing where it was given."""
    if facts.id:
        try:
            return StoryId(str(uuid.UUID(facts.id))), ""
        except ValueError:
            return story_id(facts.id), ""
    key = facts.url or source.key or source.path.rsplit(".", 1)[0]
    return story_id(key), key


def _published(facts: Facts, path: str, now: datetime) -> tuple[datetime | None, Origin, tuple[str, ...]]:
    named = _DAY.search(path.rsplit("/", 1)[-1])
    at = facts.published or (parse_date(named[0]) if named else None)
    if at and at > now + timedelta(days=1):
        return None, "saved", (f"the date stated, {at:%Y-%m-%d}, is in the future and was not used",)
    return at, facts.published_origin if facts.published or not at else "file name", ()


def _thin(shown: Sequence[Paragraph], taken: Mapping[Block, str]) -> tuple[str, ...]:
    gone = sum(
        word_count(b.text) for b, rule in taken.items() if rule not in FACTS and (rule != FRAME or is_prose(b.text))
    )
    left = 0
    for paragraph in shown:
        left += word_count(paragraph.text)
        if left >= max(gone, FEW_WORDS):  # enough: counting the others would take a twentieth of the cleaning
            return ()
    notes = [f"only {counted(left, 'word is', 'words are')} left after cleaning"] if left < FEW_WORDS else []
    if gone > left:
        notes.append(f"more than half was removed ({gone} of {gone + left} words)")
    return tuple(notes)
