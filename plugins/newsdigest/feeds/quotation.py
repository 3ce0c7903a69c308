"""A quotation as the content of a feed's item.

In: its words, who says them and how that is known, and the place it stands in; all of it text, addresses absolute.
Out: safe HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from newsdigest.feeds.channel import address
from newsdigest.text import without_unsafe_characters


def quotation(words: str, speaker: Iterable[str], place: str, source: Iterable[str]) -> str:
    """Show the words, who says them (name, cue, …), and where: the first of the source's texts leads to the place.

    "It sails.", ["Ann Lee", "“said”"], "https://x.example/a.html#p2" and ["Ferries", "The Ledger"] become
    <blockquote><p>“It sails.”</p></blockquote>
    <p>Ann Lee, “said”</p>
    <p><a href="https://x.example/a.html#p2">Ferries</a> · The Ledger</p>
    """
    title, *others = map(_safe, source)
    where = (f'<a href="{escape(address(place))}">{title}</a>', *others)
    lines = (
        f"<blockquote><p>“{_safe(words)}”</p></blockquote>",
        f"<p>{', '.join(map(_safe, speaker))}</p>",
        f"<p>{' · '.join(where)}</p>",
    )
    return "\n".join(lines)


def _safe(text: str) -> str:
    return escape(without_unsafe_characters(text), quote=False)
