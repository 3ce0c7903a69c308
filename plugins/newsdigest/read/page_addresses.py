"""Where a saved page comes from: its address, its outlet, its language.

The tree of a page, its metadata and its JSON-LD come in; each value goes out once it is sure to be one. Addresses are
absolute, of the web, and of an article: not the front page that some sites give for all their pages. Browsers write the
address into the pages that they save, as a comment or an attribute. Limits: an outlet that its page never names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newsdigest.read.page_values import compact, folded, plain

ADDRESSES = ("og:url", "twitter:url", "savepage-url")
"""Names of `<meta>` elements that tell the page's address; the last by an extension that saves pages."""
NO_OUTLETS = frozenset("blog home homepage news none null undefined website".split())
"""What systems fill in where a site has no name."""
MAX_OUTLET = 60
MAX_URL = 2000
_SAVED = re.compile(r"(?:saved from url=\(\d+\)|\burl:\s*)(https?://\S+)", re.IGNORECASE)
"""In a comment: `saved from url=(0026)https://example.org/pool`, `Page saved with SingleFile url: https://...`."""
_TAGLINE = re.compile(r"\s+[|»•·–—-]\s+|\s*[|:]\s+")
_URL = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def address(tree: HtmlElement, metas: Mapping[str, Sequence[str]], linked: Iterable[str]) -> str:
    """Choose the article's address; empty where the page tells none."""
    canonical = [one.get("href", "") for one in tree.iter("link") if one.get("rel", "").strip().lower() == "canonical"]
    stated = (*canonical[:2], *(value for name in ADDRESSES for value in metas.get(name, ())))
    return next((url for value in (*stated, *linked, *_saved(tree)) if (url := _article_url(value))), "")


def _saved(tree: HtmlElement) -> Iterator[str]:
    """Give the addresses that browsers and their extensions write into a page when they save it."""
    yield tree.get("data-scrapbook-source", "")
    for comment in tree.getroottree().xpath("/comment() | /html/comment() | /html/head/comment()")[:20]:
        yield from _SAVED.findall((comment.text or "")[: 2 * MAX_URL])


def _article_url(value: str) -> str:
    """Give an address in its plain form; empty for a front page and for anything else."""
    url = value.strip().partition("#")[0] if len(value) <= MAX_URL else ""
    try:
        parts = urlsplit(url)
        whole = parts.port != 0 and "." in (parts.hostname or "") and (parts.path.strip("/") or parts.query)
    except ValueError:
        return ""
    return url if whole and _URL.fullmatch(url) else ""


def outlet(names: Iterable[str], title_element: str, headline: str, url: str) -> str:
    """Choose the outlet's name, without its slogan; empty where the page tells none.

    The last resort is what the page's `<title>` adds to the headline, where the address has it too.
    """
    said = next((name for one in names if (name := _outlet(one))), "")
    if said or not headline or headline not in title_element:
        return said
    added = _outlet(title_element.replace(headline, "", 1).strip(" |»•·–—-:"))
    return added if compact(added) in host_names(url) else ""


def _outlet(text: str) -> str:
    name = _TAGLINE.split(text.strip(), maxsplit=1)[0]
    wrong = not name or len(name) > MAX_OUTLET or name[0] == "@" or "://" in text or folded(name) in NO_OUTLETS
    return "" if wrong else name


def host_names(url: str) -> frozenset[str]:
    """Give what a site may be called by its host: `www.quill.example.org` -> quillexampleorg, quillexample, quill."""
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    spans = (labels[i:j] for i in range(len(labels)) for j in range(i + 1, len(labels) + 1))
    return frozenset(compact("".join(span)) for span in spans) - {""}


def language(tree: HtmlElement, metas: Mapping[str, Sequence[str]], linked: str) -> str:
    """Choose the code of the language; empty where the page tells none."""
    locale = (*metas.get("og:locale", ()), *metas.get("content-language", ()), *metas.get("language", ()))
    codes = (plain(code).strip() for code in (tree.get("lang"), tree.get("xml:lang"), *locale, linked))
    return next((code for code in codes if _LANG.fullmatch(code) and not code.lower().startswith(("und", "zxx"))), "")
