"""Which blocks of a page are its article.

The visible page comes in; the numbers of the blocks that are the article go out. First what the markup calls something
else is set aside (menus, comments, related links: by element, role and the words of class and id), unless it holds too
much of the page's prose. From the page the way goes inwards, each time to the element with most of the prose that is
left, up to the one with paragraphs of its own; last go teasers after the article. Akin to Readability's scoring.
Limits: further articles in full that no markup tells apart; notes, references and listings inside the article stay.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newsdigest.read.page_blocks import HEADINGS, Block, Page

ASIDE_TAGS = frozenset("aside figcaption footer form h1 nav".split())
ASIDE_ROLES = frozenset("alert banner complementary contentinfo dialog menu navigation search".split())
ASIDE_WORDS = frozenset(
    """
    ad ads advert advertisement adverts author banner bio breadcrumb breadcrumbs byline caption comment comments cookie
    cookies copyright cta disclaimer disqus dropdown footer footnotes gallery legal login masthead menu meta modal nav
    navbar navigation newsletter pagination popular popup privacy profile promo recent recommendation recommendations
    recommended related reply respond share sharing sidebar signup skip sponsor sponsored submenu subnav subscribe
    subscription tags taxonomy testimonial testimonials trending
    """.split()
)
"""Words of a class or id. Most stand around the article anyway; those that cut inside it are `author`, `caption` and
`gallery`. Tried and left out, as articles use them too: button, headline, hide, more, social, teaser, toc, widget."""
SURE_WORDS = frozenset("comment comments disqus footer nav newsletter popular related respond sidebar".split())
ASIDE_SHARE, SURE_SHARE = 0.25, 0.5
"""Share of the page's prose from which on an element is the article whatever it is called. On 252 labelled pages 0.2 to
0.35 and 0.4 to 0.6 give the same, beyond them up to .012 of F1 is lost."""
INNER_SHARE = 0.75
"""Share of the prose around it that the next element inwards must hold: 0.65 gives .001 less, 0.8 .003, 0.9 .004."""
OWN_SHARE = 0.12
"""Share of its prose in paragraphs of its own, or in further children marked like the largest, from which on an element
is the article: 0.03 to 0.3 differ by .001."""
PROSE_LENGTH = 40
"""Characters of a sentence: 25 to 80 differ by .0003."""
LONG = 200
"""Characters that make prose also without a full stop: Thai has none, verse often. 100 to 400 give the same."""
LINKED_PROSE, LINKED_LINE = 0.4, 0.7
"""Share in links from which on a line is no prose, and no part of the article: 0.5 and 0.5 to 0.9 differ by .002."""
TEASERS, TEASER_LEVELS, TEASER_LINK = 3, 4, 0.9
"""Items alike that make a list, how far around its linked heading an item goes, the share of the heading in links.
Without this rule .006 of F1 is lost; cut in the middle of the article too it costs .005."""
LISTED = 0.75
"""Share of the prose in such items from which on the page lists articles; those among long lists have up to .69."""
TEASER_TAGS = frozenset("article div li section td".split())
TEXT_TAGS = HEADINGS | frozenset("blockquote dd dl dt figcaption li ol p pre table tbody tr ul".split())
"""Elements that belong to the running text of the element around them."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ENDED = re.compile(r"[.!?…:。！？।؟۔][\"'”’»」』)\]]*(?:\[\d+\])?$")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def article(page: Page) -> frozenset[int]:
    """Give the numbers (from 0) of the blocks that are the article."""
    prose, sums, aside = _weighed(page)
    out = {i for i, block in enumerate(page.blocks) if aside[block.place]}
    out |= _teasers(page, sums, [i for i, amount in enumerate(prose) if amount and i not in out])
    left = [0 if i in out else amount for i, amount in enumerate(prose)]
    inside = _inside(page, {_centre(page, left)})
    return frozenset(
        i for i, block in enumerate(page.blocks) if inside[block.place] and i not in out and block.linked < LINKED_LINE
    )


def is_listing(page: Page) -> bool:
    """Tell whether the page is one of teasers: hardly any of its prose stands outside of items alike."""
    prose, _, aside = _weighed(page)
    inside = _inside(page, _items(page))
    places = [(amount, inside[b.place]) for b, amount in zip(page.blocks, prose, strict=True) if not aside[b.place]]
    return sum(amount for amount, item in places if item) > LISTED * sum(amount for amount, _ in places)


def length(block: Block) -> int:
    """Count characters; a Chinese, Japanese or Korean one says as much as two."""
    return len(block.text) + len(_WIDE.findall(block.text)) if not block.text.isascii() else len(block.text)


def is_prose(block: Block) -> bool:
    """Tell whether a block is a sentence or more."""
    size = length(block)
    ended = size >= LONG or (size >= PROSE_LENGTH and _ENDED.search(block.text[-12:]) is not None)
    return ended and block.linked < LINKED_PROSE


def _weighed(page: Page) -> tuple[list[int], list[int], list[bool]]:
    """Give what each block counts, what each place holds of it, and which places are no part of the article."""
    prose = [length(block) if is_prose(block) else 0 for block in page.blocks]
    sums = _sums(page, prose)
    marks = [(e.tag, f"{e.get('class', '')} {e.get('id', '')}", e.get("role", "")) for e in page.places]
    bounds = {mark: _bound(*mark) for mark in set(marks)}
    named = {i for i, mark in enumerate(marks) if sums[i] < bounds[mark] * sums[0]}
    return prose, sums, _inside(page, named | _other_articles(page, sums))


def _sums(page: Page, amounts: Sequence[int]) -> list[int]:
    """Add up the amounts of the blocks in each place, with the places in it."""
    sums = [0] * len(page.places)
    for block, amount in zip(page.blocks, amounts, strict=True):
        sums[block.place] += amount
    for place in range(len(sums) - 1, 0, -1):
        sums[page.parents[place]] += sums[place]
    return sums


def _inside(page: Page, outer: set[int]) -> list[bool]:
    """Tell for each place whether it is one of some, or in one of them."""
    inside = [0 in outer]
    for place, parent in islice(enumerate(page.parents), 1, None):
        inside.append(place in outer or inside[parent])
    return inside


def _outwards(page: Page, place: int) -> Iterator[int]:
    """Give a place and those around it, without the whole page."""
    while place:
        yield place
        place = page.parents[place]


def _bound(tag: str, name: str, role: str) -> float:
    """Give the share of the page's prose below which an element is no part of the article."""
    if tag in ("body", "html"):
        return 0
    words = {word.lower() for word in _WORD.findall(name)}
    if not words.isdisjoint(SURE_WORDS):
        return SURE_SHARE
    named = tag in ASIDE_TAGS or role in ASIDE_ROLES or not words.isdisjoint(ASIDE_WORDS)
    return ASIDE_SHARE if named else 0


def _other_articles(page: Page, sums: Sequence[int]) -> set[int]:
    """Find the `<article>` elements beside the first that has a headline and some prose."""
    articles = {i for i, element in enumerate(page.places) if element.tag == "article"}
    for headline in (i for i, element in enumerate(page.places) if element.tag == "h1"):
        around = set(_outwards(page, headline))
        if any(sums[place] >= LONG for place in articles & around):
            return {i for i in articles - around if around.isdisjoint(articles & set(_outwards(page, i)))}
    return set()


def _teasers(page: Page, sums: Sequence[int], prose: Sequence[int]) -> set[int]:
    """Find the blocks of items with a linked heading, of three or more alike, before or after all other prose."""
    items = {place for place in _items(page) if sums[place] < ASIDE_SHARE * sums[0]}
    inside = _inside(page, items)
    other = [i for i in prose if not inside[page.blocks[i].place]]
    found = (i for i, block in enumerate(page.blocks) if inside[block.place])
    return {i for i in found if other and not other[0] < i < other[-1]}


def _items(page: Page) -> set[int]:
    """Find places with a linked heading that have two others beside them of the same kind."""
    alike = defaultdict(set)
    for block in page.blocks:
        if block.heading and block.linked >= TEASER_LINK:
            for place in islice(_outwards(page, block.place), 1, TEASER_LEVELS + 1):
                element = page.places[place]
                if element.tag in TEASER_TAGS:
                    alike[page.parents[place], element.tag, element.get("class")].add(place)
    return {place for places in alike.values() if len(places) >= TEASERS for place in places}


def _centre(page: Page, left: Sequence[int]) -> int:
    """Go inwards as long as one place holds most of the prose, and the place around it none of its own."""
    sums, own = _sums(page, left), _own(page, left)
    centre = 0
    for place, parent in islice(enumerate(page.parents), 1, None):
        if parent == centre and sums[place] >= max(INNER_SHARE * sums[centre], 1):
            if own[centre] + _twins(page, place, sums) >= OWN_SHARE * sums[centre]:
                break
            centre = place
    return centre


def _own(page: Page, left: Sequence[int]) -> list[int]:
    """Add up the prose that stands in each place directly: in its paragraphs, lists and tables."""
    own, homes = [0] * len(page.places), [0]
    outer, lines = set(page.parents), Counter(block.place for block in page.blocks)
    for place, parent in islice(enumerate(page.parents), 1, None):
        inner = page.places[place].tag in TEXT_TAGS or (place not in outer and lines[place] == 1)
        homes.append(homes[parent] if inner else place)
    for block, amount in zip(page.blocks, left, strict=True):
        own[homes[block.place]] += amount
    return own


def _twins(page: Page, place: int, sums: Sequence[int]) -> int:
    """Add up the prose of the places beside one that are marked like it."""
    parent, kind = page.parents[place], _kind(page.places[place])
    beside = (i for i, other in enumerate(page.parents) if other == parent and i not in (0, place))
    return sum(sums[i] for i in beside if _kind(page.places[i]) == kind) if kind[1] and kind[0] != "article" else 0


def _kind(element: HtmlElement) -> tuple[str, str]:
    return element.tag, element.get("class", "")
