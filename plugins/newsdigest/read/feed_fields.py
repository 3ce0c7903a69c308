"""The fields of a feed's entry: its elements by name, and what each of them says.

An XML element comes in; its inner elements by name, or the addresses, names and HTML that they hold, go out. Names are
those of RSS, and for other namespaces have the prefix that is usual; the three ways of writing one thing (RSS, Atom,
Dublin Core) stand next to each other in the tables. Limits: binary and linked content is none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.etree import _Element, tostring

from newsdigest.read.entries import address_of, line_of

Fields = Mapping[str, Sequence[_Element]]
"""Elements by their names, in lower case."""

PREFIXES = {
    "http://purl.org/atom/ns": "",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/2005/atom": "",
}
"""Namespaces, in lower case and without the sign at their end; others are not read."""
MEDIA = "{http://search.yahoo.com/mrss/}description"
FULL = ("content:encoded", "content", "fullitem", "xhtml:body", "xhtml:div", "body")
ABRIDGED = ("description", "summary", "dc:description", "dcterms:abstract", "itunes:summary", "media:description")
TITLE = ("title", "dc:title")
PUBLISHED = ("published", "pubdate", "dcterms:issued", "dc:date", "issued", "dcterms:date")
UPDATED = ("updated", "modified", "dcterms:modified")
AUTHORS = ("dc:creator", "author", "itunes:author")
LANGUAGE = ("dc:language", "language")
IDS = ("guid", "id", "dc:identifier")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIX = re.compile(r"<(/?)[\w.-]+:")
"""Of a tag: `<xhtml:p>`."""
_ADDRESS = r"[^\s@()<>]+@[^\s@()<>]+"
_MAILBOX = re.compile(rf"{_ADDRESS}\s*(?:\((?P<after>[^()]*)\))?|(?P<before>[^()<>@]*)[<(]\s*{_ADDRESS}\s*[>)]")
"""`jane@example.org (Jane Doe)`, `Jane Doe <jane@example.org>`, `jane@example.org`."""


def local_name(element: _Element) -> str:
    """Give an element's name without its namespace, in lower case."""
    return re.split("[}:]", str(element.tag))[-1].lower()


def fields_of(element: _Element) -> Fields:
    """Sort the elements inside of one by name; those without a known namespace are left out."""
    own = str(element.tag).rpartition("}")[0]
    found: dict[str, list[_Element]] = {}
    for child in element.iterchildren("{*}*"):
        space, _, name = str(child.tag).rpartition("}")
        prefix = "" if space in ("", own) else PREFIXES.get(space[1:].rstrip("/#").lower())
        if prefix is not None:
            found.setdefault((prefix + name).lower(), []).append(child)
    media = list(element.iterdescendants(MEDIA))  # inside a group, where film sites put their only text
    return found | {"media:description": media} if media else found


def said(element: _Element) -> str:
    """Give all text inside of an element."""
    return "".join(map(str, element.itertext())).strip()


def first(fields: Fields, names: Iterable[str]) -> str:
    """Give the first value that says something; empty where none does."""
    return next((text for name in names for element in fields.get(name, ()) if (text := said(element))), "")


def links(fields: Fields, base: str) -> Iterator[str]:
    """Give the addresses of the page itself: the original of a redirected one first, pages before other files."""
    found = [link for link in fields.get("link", ()) if link.get("rel", "alternate") == "alternate"]
    found.sort(key=lambda link: "html" not in link.get("type", "html"))
    for link in (*fields.get("feedburner:origlink", ()), *found):
        address = address_of(link.get("href") or said(link), address_of(link.base or "") or base)
        if address:
            yield address
    for guid in fields.get("guid", ()):
        address = address_of(said(guid)) if guid.get("isPermaLink", "true").lower() == "true" else None
        if address:
            yield address


def authors(fields: Fields) -> tuple[str, ...]:
    """Give the names of the authors; a mail address is no name.

    `<author>jane@example.org (Jane Doe)</author>` -> Jane Doe
    """
    for name in AUTHORS:
        found = [line_of(_without_mailbox(_name(element))) for element in fields.get(name, ())]
        if any(found):
            return tuple(one for one in found if one)
    return ()


def _name(element: _Element) -> str:
    inside = fields_of(element)
    return first(inside, ("name",)) if inside else said(element)


def _without_mailbox(text: str) -> str:
    found = _MAILBOX.fullmatch(text)
    return text if found is None else found["after"] or found["before"] or ""


def html_of(element: _Element) -> str:
    """Give what an element holds as HTML, or as text; empty for what is neither."""
    kind = element.get("type", "html").lower()
    if element.get("mode") == "base64" or ("/" in kind and not re.search(r"^text/|html|xml$", kind)):
        return ""
    if not any(True for _ in element.iterchildren("{*}*")):
        return said(element)
    inner = "".join(str(tostring(child, method="html", encoding="unicode")) for child in element)
    return _PREFIX.sub(r"<\1", f"<div>{html.escape(element.text or '')}{inner}</div>")
