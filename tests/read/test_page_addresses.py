"""Address, outlet and language of a saved page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring
from newsdigest.read.page_addresses import address, host_names, language, outlet
from newsdigest.read.page_values import metas

POOL = "https://example.org/pool"


def read(markup: str, *linked: str) -> str:
    tree = document_fromstring(f"{markup}<p>x")
    return address(tree, metas(tree), linked)


@pytest.mark.parametrize(
    "markup",
    [
        f'<link rel="canonical" href="{POOL}">',
        f'<link rel="Canonical" href=" {POOL} ">',
        f'<meta property="og:url" content="{POOL}">',
        f'<meta name="twitter:url" content="{POOL}">',
        f'<meta name="savepage-url" content="{POOL}">',
        f"<!-- saved from url=(0024){POOL} --><html>",
        f"<!DOCTYPE html>\n<!-- saved from url=(0024){POOL} -->\n<html><head></head></html>",
        f"<html><!--\n Page saved with SingleFile \n url: {POOL} \n saved date: Fri May 03\n--><head></head></html>",
        f'<html data-scrapbook-source="{POOL}"><head></head></html>',
        f'<link rel="canonical" href="/pool"><meta property="og:url" content="{POOL}">',
        f'<link rel="canonical" href="https://example.org/"><meta property="og:url" content="{POOL}">',
        f'<link rel="canonical" href="{POOL}#comments">',
    ],
)
def test_the_address_is_found_wherever_a_page_states_it(markup: str) -> None:
    assert read(markup) == POOL


def test_the_canonical_address_comes_before_those_of_json_ld_and_of_saving() -> None:
    saved = "<!-- saved from url=(0024)https://example.org/b --><html>"
    assert read(f'{saved}<link rel="canonical" href="{POOL}">', "https://example.org/c") == POOL
    assert read(saved, "", "#article", "https://example.org/c") == "https://example.org/c"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "/pool",
        "//example.org/pool",
        "example.org/pool",
        "https://example.org",
        "https://example.org/",
        "https://example.org/#article",
        "https://localhost/pool",
        "javascript:alert(1)",
        "file:///home/ada/pool.html",
        "data:text/html,pool",
        "https://example.org/a b",
        'https://example.org/"onload="x',
        "https://example.org/<script>",
        "https://[::1/pool",
        "https://[::1/pool#a",
        "https://example.org:port/pool",
        "http://" + "a" * 3000 + ".org/pool",
    ],
)
def test_what_is_no_address_of_an_article_is_none(value: str) -> None:
    tree = document_fromstring("<p>x")
    assert address(tree, {"og:url": (value,)}, [value]) == ""


def test_an_address_with_a_query_alone_is_an_article_s() -> None:
    assert read('<meta property="og:url" content="https://example.org/?p=12">') == "https://example.org/?p=12"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_value_gives_an_address_of_the_web_or_none(stated: str, linked: str) -> None:
    tree = document_fromstring("<p>x")
    found = address(tree, {"og:url": (stated, f"https://{stated}")}, [linked])
    assert found == "" or found.lower().startswith(("http://", "https://"))
    host_names(found)


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (["The Northern Quill"], "The Northern Quill"),
        (["Northern Quill | News for the north"], "Northern Quill"),
        (["Northern Quill - News for the north"], "Northern Quill"),
        (["Northern Quill: all the news"], "Northern Quill"),
        (["Quill-Online"], "Quill-Online"),
        (["@quill", "Quill"], "Quill"),
        (["https://example.org", "Quill"], "Quill"),
        (["None", "Home", "", "Quill"], "Quill"),
        (["A very long slogan that nobody would ever take for the name of a newspaper", "Quill"], "Quill"),
        ([], ""),
        (["None"], ""),
    ],
)
def test_the_outlet_is_the_first_real_name_without_its_slogan(names: list[str], name: str) -> None:
    assert outlet(names, "", "", "") == name


@pytest.mark.parametrize(
    ("title_element", "name"),
    [
        ("Pool to close | Northern Quill", "Northern Quill"),
        ("Northern Quill: Pool to close", "Northern Quill"),
        ("Pool to close | Local news", ""),
        ("Pool to close", ""),
        ("", ""),
    ],
)
def test_what_the_title_element_adds_to_the_headline_is_the_outlet_if_the_address_has_it(
    title_element: str, name: str
) -> None:
    assert outlet([], title_element, "Pool to close", "https://www.northernquill.example.org/pool") == name
    assert outlet([], title_element, "Pool to close", "") == ""
    assert outlet([], title_element, "", "https://www.northernquill.example.org/pool") == ""


def test_a_site_is_known_by_the_parts_of_its_host() -> None:
    assert {"quill", "quillexample", "quillexampleorg"} <= host_names("https://www.quill.example.org/pool")
    assert host_names("") == frozenset()


@pytest.mark.parametrize(
    ("markup", "linked", "code"),
    [
        ('<html lang="en-GB">', "", "en-GB"),
        ('<html lang=" de ">', "", "de"),
        ('<html xml:lang="fr">', "", "fr"),
        ('<html><meta property="og:locale" content="pt_BR">', "", "pt_BR"),
        ('<html><meta http-equiv="Content-Language" content="pl">', "", "pl"),
        ('<html lang="the king\'s"><meta property="og:locale" content="en_GB">', "", "en_GB"),
        ('<html lang="und"><meta property="og:locale" content="en_GB">', "", "en_GB"),
        ('<html lang="">', "nl", "nl"),
        ("<html>", "English, mostly", ""),
        ('<html lang="en, fr">', "", ""),
        ("<html>", "", ""),
    ],
)
def test_the_language_is_the_first_valid_code(markup: str, linked: str, code: str) -> None:
    tree = document_fromstring(f"{markup}<p>x")
    assert language(tree, metas(tree), linked) == code
