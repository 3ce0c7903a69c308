"""Pages saved in one file, with their pictures: `.mhtml` of Chromium and its kin, `.mht` of older browsers.

The bytes of the file come in, the article on its page goes out. The page is the part that the file states to be its
root, else the first HTML; the frames inside it, its pictures and styles are left out. Its address is the one it was
saved from; the date in the file's head says when it was saved, so it states nothing. Files cut short and plain HTML
under this name are read. Limits: a page made of frames is its longest frame.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import Message

from newsdigest.errors import UnusableFileError
from newsdigest.options import Options
from newsdigest.read import mime
from newsdigest.read.found import Found
from newsdigest.read.page import found_in
from newsdigest.text import words

SAVED_FROM = "snapshot-content-location"
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def read(data: bytes, options: Options) -> tuple[Found, ...]:
    """Find the article on a saved page. Raises UnusableFileError where there is no page with text in the file."""
    whole = mime.parsed(data, options)
    problems = []
    for page in _pages(whole):
        found = _found(whole, page, options)
        if found and words(found.text):
            return (found,)
        problems += [found.problem] if found and found.problem else []
    raise UnusableFileError(next(iter(problems), "no page with text in it; open the page again and save it as HTML"))


def _pages(whole: Message) -> list[Message]:
    """Give the parts that may be the page: the root, then the longest (frames, what damaged heads hide)."""
    parts = [part for part in whole.walk() if mime.kind(part) in ("text/html", "application/xhtml+xml", "text/plain")]
    start, address = mime.parameter(whole, "start"), mime.header(whole, SAVED_FROM)

    def rank(part: Message) -> tuple[bool, bool, bool]:
        by_id = bool(start) and mime.header(part, "content-id").strip("<>") == start
        by_address = bool(address) and mime.header(part, "content-location") == address
        return not by_id, not by_address, mime.kind(part) != "text/html"

    root, *rest = sorted(parts, key=rank) or [whole]
    return [root, *sorted(rest, key=lambda part: -len(mime.raw_bytes(part)))]


def _found(whole: Message, page: Message, options: Options) -> Found | None:
    text, notes = mime.text_of_part(page)
    if not mime.is_page(page, text):
        return None
    try:
        found = found_in(text, notes, options)
    except UnusableFileError as error:
        return Found("", problem=str(error))
    title = found.stated.title or mime.header(whole, "subject") or None
    return replace(found, stated=replace(found.stated, title=title, url=found.stated.url or _address(whole, page)))


def _address(whole: Message, page: Message) -> str | None:
    """Give the address that a page was saved from; files and parts named for themselves have none."""
    stated = (mime.header(whole, SAVED_FROM), mime.header(page, "content-location"))
    return next((one for one in stated if _URL.fullmatch(one)), None)
