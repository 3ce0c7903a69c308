"""OPML 2.0: the list of feeds that a reader program imports, in groups that it shows as folders.

In: groups of channels. Out: the file; a group without a name stands at the top, one without a feed is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from newsdigest.feeds.channel import Channel, address, plain

Group = tuple[str, tuple[Channel, ...]]
"""The name of a folder and its feeds."""


def opml(title: str, groups: Iterable[Group]) -> bytes:
    """Write an OPML file that lists the feeds in the order given."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = plain(title)
    body = ElementTree.SubElement(root, "body")
    for name, channels in groups:
        folder = ElementTree.SubElement(body, "outline", text=name, title=name) if name and channels else body
        for channel in channels:
            ElementTree.SubElement(folder, "outline", _outline(channel))
    ElementTree.indent(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _outline(channel: Channel) -> dict[str, str]:
    return {
        "type": "rss",
        "text": plain(channel.title),
        "title": plain(channel.title),
        "description": plain(channel.description),
        "language": channel.lang,
        "htmlUrl": address(channel.link),
        "xmlUrl": address(channel.feed_url),
    }
