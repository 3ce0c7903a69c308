"""A quotation as the content of a feed's item."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from newsdigest.feeds import quotation
from newsdigest.text import without_unsafe_characters

PLACE = "https://user.example/repo/articles/a.html#p2"


class Seen(HTMLParser):
    """What a reader program sees of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_words_the_speaker_and_the_place_are_shown() -> None:
    seen = Seen(quotation("It sails.", ["Ann Lee", "“said”"], PLACE, ["Ferries", "The Ledger", "9 March 2026"]))
    assert "".join(seen.text) == "“It sails.”\nAnn Lee, “said”\nFerries · The Ledger · 9 March 2026"
    assert seen.addresses == [PLACE]


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_was_said_stays_text(words: str, name: str) -> None:
    seen = Seen(quotation(f"<i>{words}", [name], PLACE, [name]))
    assert seen.tags == ["blockquote", "p", "p", "p", "a"]
    assert f"“<i>{without_unsafe_characters(words)}”" in "".join(seen.text).replace("\r", "\n") or "\r" in words


def test_an_address_with_odd_characters_is_written_in_ascii() -> None:
    assert Seen(quotation("x", ["y"], 'https://x.example/"é', ["z"])).addresses == ["https://x.example/%22%C3%A9"]
