"""Saved web pages: the bytes of an `.html` file come in, the article on its page goes out.

The text is every visible block of the page, a line each; those that are not the article are its frame, so that cleaning
removes them where its owner can see it. What a page states about itself is read by `page_facts`. A page that shows less
of its article than it holds (hidden, or only in its linked data) gives all of it, with a note. Limits: text that a
script would fetch; a page of several articles is read as one.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import charsets, encoding
from newsdigest.read.found import Found
from newsdigest.read.page_blocks import Page, page_of
from newsdigest.read.page_body import article, is_listing, is_prose, length
from newsdigest.read.page_facts import facts
from newsdigest.read.page_values import folded
from newsdigest.read.page_visitor import discreet
from newsdigest.text import has_words

UTF_8 = ("utf-8", "utf8")
CHARSET_BYTES = 5_000
"""Within which a page states its charset: browsers look at 1,024, but pages put more before it."""
MAX_TAGS = 1_000_000
"""Tags of a page, at most; the labelled pages have up to 7,719."""
MAX_ATTRIBUTES = 10_000
"""Of one tag: libxml2 compares each with all others, and 50,000 took 18 seconds. Pages have up to some hundred."""
DEEPEST = "2,048"
"""Elements inside one another at which libxml2 stops reading."""
FEW = 1_000
"""Characters of prose below which hidden parts are looked at, for what is twice as long as what is shown."""
HARDLY, LINKED = 300, 0.6
"""Characters of prose, and share of all characters in links, at which a page is a list: the shortest article among so
many links on the labelled pages has 509."""
UNFREE = (False, "False", "false")
_TAG = re.compile(r"<[a-zA-Z/!]")
_CODE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_CODE_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]{1,100}encoding=[\"']([\w:.-]+)", re.IGNORECASE
)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Ends of the page in its middle (a template that repeats them): the parser drops what comes after."""
_DATA = re.compile(r"data:[\w.+-]+/[^\"'<>\s)]{1000,}")
"""Pictures and fonts written into the page: most of the size of a page saved in one file."""


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article on a saved page. Raises UnusableFileError where the page cannot be read to its end."""
    stated = _CHARSET.search(data[:CHARSET_BYTES])
    charset = (stated[1] or stated[2]).decode("ascii", "replace").lower() if stated else "utf-8"
    text, notes = encoding.text_of(data) if charset in UTF_8 else charsets.decoded(data, charset)
    return (found_in(text, notes, options),)


def found_in(source: str, notes: tuple[str, ...], options: Options) -> Found:
    """Find the article on a page; `notes` are those of its decoding. Raises UnusableFileError as `read` does."""
    if not _TAG.search(source):
        return Found(encoding.plain(html.unescape(source))[0], notes=notes)
    tree = _tree(source)
    page, chosen, more = _page(tree, options)
    lines = discreet([block.text for block in page.blocks], chosen)
    records, stated = tuple(_records(tree)), facts(tree, lines)
    body = _body(records, stated.title or "", options)
    if len(body) > 2 * sum(len(lines[i]) for i in chosen):
        more = (*more, "the text was taken from the page's data: the page itself shows less than half of it")
        text, chosen = "\n".join((*lines, body)), frozenset()
    else:
        text = "\n".join(lines)
        more = (*more, *_doubts(page, chosen, records))
    if not has_words(text):
        return Found("", notes=(*notes, *more), problem=_empty(tree))
    return Found(
        text,
        stated,
        frame=tuple(i for i in range(1, len(lines) + 1) if i - 1 not in chosen),
        headings=tuple(i + 1 for i in sorted(chosen) if page.blocks[i].heading),
        notes=(*notes, *more),
    )


def fragment_text(source: str, options: Options) -> str:
    """Give all visible blocks of a piece of HTML, a line each. Raises UnusableFileError as `read` does."""
    if not _TAG.search(source):
        return encoding.plain(html.unescape(source))[0]
    page = page_of(_tree(source), options.max_depth, options.max_text)
    return "\n".join(block.text for block in page.blocks)


def _tree(source: str) -> HtmlElement:
    """Parse a page, whatever is wrong with it."""
    source = _ENDS.sub("", _DATA.sub("data:,", _DECLARATION.sub("", source)))
    if source.count("<") > MAX_TAGS and _tags(source) > MAX_TAGS:
        raise UnusableFileError(f"more than {MAX_TAGS:,} tags; save the article's text alone")
    for tag in _LONG_TAG.finditer(source):
        if len(_QUOTED.sub("", tag[0]).split()) > MAX_ATTRIBUTES:
            raise UnusableFileError(f"a tag of more than {MAX_ATTRIBUTES:,} attributes; save the article's text alone")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise UnusableFileError("no page in it, only marks; open the page again and save it as HTML") from error
    errors = parser.error_log
    if len(errors) and errors[-1].type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        raise UnusableFileError(f"elements more than {DEEPEST} deep inside one another; save the article's text alone")
    return tree


def _tags(source: str) -> int:
    """Count the tags of a page, without what looks like tags in its scripts and styles."""
    count = at = 0
    while code := _CODE.search(source, at):
        count += len(_TAG.findall(source, at, code.end()))
        end = _CODE_END[code[1].lower()].search(source, code.end())
        if end is None:
            return count
        at = end.start()
    return count + len(_TAG.findall(source, at))


def _page(tree: HtmlElement, options: Options) -> tuple[Page, frozenset[int], tuple[str, ...]]:
    """Read the visible blocks; where the page hides its article behind a notice, also the hidden ones."""
    page = page_of(tree, options.max_depth, options.max_text)
    chosen = article(page)
    shown = _prose(page, chosen)
    if shown < FEW:
        whole = page_of(tree, options.max_depth, options.max_text, hidden=True)
        wholly = article(whole)
        if _prose(whole, wholly) > 2 * shown:
            return whole, wholly, ("the article is hidden on the page as it was saved; hidden parts were read too",)
    return page, chosen, ()


def _prose(page: Page, chosen: frozenset[int]) -> int:
    return sum(length(page.blocks[i]) for i in chosen if is_prose(page.blocks[i]))


def _records(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """Give every object of the page's linked data (JSON-LD) that says something of an article's text."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "").lower() and ("articleBody" in text or "isAccessibleForFree" in text):
            yield from _objects(text)


def _objects(text: str) -> Iterator[dict[str, object]]:
    try:
        left = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += value.values()
            yield value
        elif isinstance(value, list):
            left += value


def _body(records: Sequence[dict[str, object]], title: str, options: Options) -> str:
    """Give the longest text that is stated to be this article's: pages list other articles, too."""
    stated = [(value, record) for record in records if isinstance(value := record.get("articleBody"), str)]
    heads = ((value, folded(str(record.get("headline") or record.get("name") or title))) for value, record in stated)
    return fragment_text(max((value for value, head in heads if head == folded(title)), key=len, default=""), options)


def _doubts(page: Page, chosen: frozenset[int], records: Sequence[dict[str, object]]) -> Iterator[str]:
    """Say so where a page is hardly an article, or hardly all of it."""
    prose = _prose(page, chosen)
    total = sum(len(block.text) for block in page.blocks)
    linked = sum(len(block.text) * block.linked for block in page.blocks)
    if (prose < HARDLY and linked > LINKED * total) or is_listing(page):
        yield "looks like a list of links, not an article; open the article itself and save that page"
    elif prose < FEW and any(record.get("isAccessibleForFree") in UNFREE for record in records):
        yield "the page says that it is not free to read, and holds little text; save it again while signed in"


def _empty(tree: HtmlElement) -> str:
    if next(tree.iter("frameset", "frame"), None) is not None:
        return "a page made of frames, with its text in other files; open the frame with the article and save that"
    if next(tree.iter("script"), None) is not None:
        return (
            "no text on the page: its scripts would fetch it; save the page again once it is complete, or copy its text"
        )
    return "no text on the page; save the article again or delete the file"
