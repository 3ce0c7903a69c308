"""Where the text of a page goes on inside of a drawing that was never closed.

An element comes in; where it is a drawing (or the source of a formula) the first element in it that is none of it goes
out. Browsers end a drawing there, as the HTML standard says ("the rules for parsing tokens in foreign content"), while
libxml2 puts all that follows into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

DRAWINGS = frozenset("annotation svg".split())
BREAKING_OUT = frozenset(
    """
    b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr
    ol p pre ruby s small span strike strong sub sup table tt u ul var
    """.split()
)
"""Elements that are never part of a drawing."""
LETTERING = ("color", "face", "size")
"""Attributes with which `font` is none either."""
HOLDING = frozenset("desc foreignobject title".split())
"""Parts of a drawing that may hold any element."""


def broken_out(element: HtmlElement) -> HtmlElement | None:
    """Give the first element that stands in a drawing and is no part of it."""
    if element.tag not in DRAWINGS or next(element.iter("font", *BREAKING_OUT), None) is None:
        return None
    walk = etree.iterwalk(element, events=("start",))
    for _, inner in walk:
        if inner.tag in BREAKING_OUT or (inner.tag == "font" and any(name in inner.attrib for name in LETTERING)):
            return inner
        if inner.tag in HOLDING:
            walk.skip_subtree()
    return None


def parts_around(element: HtmlElement, drawing: HtmlElement) -> Iterator[HtmlElement]:
    """Give the parts of a drawing that libxml2 has around an element, with the drawing itself."""
    for outer in element.iterancestors():
        yield outer
        if outer is drawing:
            return
