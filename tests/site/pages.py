"""Reading what was built: parsed pages, their links, and where a link leads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
ADDRESS_ATTRIBUTES = ("href", "src")


@cache
def parsed(path: Path) -> Element:
    """Parse a page; raises on the first thing that the HTML standard calls an error."""
    with path.open("rb") as file:
        tree: Element = html5lib.HTMLParser(strict=True).parse(file, transport_encoding="utf-8")
    return tree


def source(path: Path) -> str:
    """Read a file of the site."""
    return path.read_text(encoding="utf-8")


def elements(path: Path, name: str) -> list[Element]:
    """Find all elements of a name."""
    return list(parsed(path).iter(XHTML + name))


def texts(path: Path, name: str) -> list[str]:
    """Find the text of all elements of a name, runs of white space as one blank."""
    return [" ".join("".join(e.itertext()).split()) for e in elements(path, name)]


def meta(path: Path, name: str) -> str | None:
    """Find the content of a meta element by its name or property."""
    return next((m.get("content") for m in elements(path, "meta") if name in (m.get("name"), m.get("property"))), None)


def link(path: Path, rel: str) -> list[str]:
    """Find the addresses of link elements of a relation."""
    return [e.get("href", "") for e in elements(path, "link") if e.get("rel") == rel]


def addresses(path: Path) -> Iterator[str]:
    """Find every address that a page uses."""
    for element in parsed(path).iter():
        yield from (element.attrib[name] for name in ADDRESS_ATTRIBUTES if name in element.attrib)


def target(site: Path, page: Path, address: str, siteurl: str) -> tuple[Path, str] | None:
    """Tell which file and fragment an address means; None where it leaves the site."""
    base = siteurl or "https://site.invalid"
    absolute, fragment = urldefrag(urljoin(f"{base}/{page.relative_to(site).as_posix()}", address))
    if not absolute.startswith(base):
        return None
    path = unquote(absolute.removeprefix(base).lstrip("/"))
    return site / (f"{path}index.html" if path.endswith("/") or not path else path), fragment


def html_files(site: Path) -> list[Path]:
    """List the pages."""
    return sorted(site.rglob("*.html"))


def public(site: Path, page: Path) -> str:
    """Give the path under which a page is known on the web: that of its folder, if it is the index in it."""
    path = page.relative_to(site).as_posix()
    return path.removesuffix("index.html") if page.name == "index.html" else path


def page(site: Path, pattern: str) -> Path:
    """Find the one page whose path fits."""
    (found,) = site.glob(pattern)
    return found
