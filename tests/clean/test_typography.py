"""The characters of a line are made plain; its words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.typography import is_garbled, tidy


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("  Fish\u00a0&amp;\tchips ", "Fish & chips"),
        ("5 &lt; 6 &#8211; caf&eacute;", "5 < 6 – café"),
        ("&notanentity; stays", "&notanentity; stays"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("dis\u00adtrict", "district"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("thin\u2009space\u3000wide", "thin space wide"),
        ("turned \u202eround", "turned round"),
        ("It was over.According to him, it rained.", "It was over. According to him, it rained."),
        ("Is it over?The mayor said no.", "Is it over? The mayor said no."),
        ("He left.I stayed.", "He left. I stayed."),
        ("Shop.Example.Com says so", "Shop.Example.Com says so"),
        ("written in Node.Js today", "written in Node.Js today"),
        ("call Console.Write(x)", "call Console.Write(x)"),
        ("the U.S.Senate", "the U.S.Senate"),
        ("version 2.Final cut", "version 2.Final cut"),
        ("", ""),
    ],
)
def test_odd_characters_become_plain_ones(found: str, made: str) -> None:
    assert tidy(found) == made


def test_entities_stay_in_a_text_that_has_none_by_mistake() -> None:
    assert tidy("Write  &nbsp; or &#160;", escaped=False) == "Write &nbsp; or &#160;"


@given(st.text())
def test_a_second_pass_never_leaves_spaces_at_the_ends_or_controls(text: str) -> None:
    made = tidy(text)
    assert made == made.strip()
    assert "\u00ad" not in made
    assert not any(ord(c) < 32 for c in made)


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_letters_alone_are_never_changed(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize(
    "space",
    [
        "\u00a0",
        "\u1680",
        "\u2002",
        "\u2003",
        "\u2007",
        "\u2009",
        "\u200a",
        "\u202f",
        "\u205f",
        "\u2800",
        "\u3000",
        "\u3164",
        "\t",
    ],
    ids=lambda space: f"U+{ord(space):04X}",
)
def test_every_odd_space_becomes_a_plain_one(space: str) -> None:
    assert tidy(f"{space}9{space}{space}May{space}") == "9 May"


def test_a_no_break_space_written_as_an_entity_becomes_a_plain_one() -> None:
    assert tidy("9&nbsp;May &#160; and&#xA0;10") == "9 May and 10"


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("weâ€™ll meet at the cafÃ©", "we’ll meet at the café"),
        ("â€œYes,â€\x9d she said", "“Yes,” she said"),
        ("Â£5 a head", "£5 a head"),
        ("Âge d'or à l'école", "Âge d'or à l'école"),
        ("São João did it", "São João did it"),
    ],
)
def test_text_read_in_a_wrong_character_set_is_read_again(garbled: str, text: str) -> None:
    assert tidy(garbled) == text


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("over in the north.The mayor said so", "over in the north. The mayor said so"),
        ("a town in Arlen.But she left", "a town in Arlen. But she left"),
        ("“It is over.”The mayor left", "“It is over.” The mayor left"),
        ("He asked.“Is it over?”", "He asked. “Is it over?”"),
    ],
)
def test_a_lost_space_before_a_word_that_opens_sentences_is_put_back(found: str, made: str) -> None:
    assert tidy(found) == made


@pytest.mark.parametrize(
    "line",
    [
        "Quill.Chat is free, Arlen.Directory is not",
        "call file.Close before you go",
        "options.Level = Level.Warning",
        "see the list at example.org/The-List, or not",
        "at 5 p.m.The end",
        "“Quotes” and 'quotes' and \"quotes\" – as they are…",
    ],
)
def test_names_code_and_quotation_marks_stay_as_they_are(line: str) -> None:
    assert tidy(line) == line


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("weâ€™ll see", "we’ll see"),
        ("weâ\x80\x99ll see", "we’ll see"),
        ("cafÃ© au lait", "café au lait"),
        ("1.Â\xa0Â\xa0Milk", "1. Milk"),
        ("Âge d’or", "Âge d’or"),
        ("SÃO PAULO", "SÃO PAULO"),
        ("naïve café – 100 €", "naïve café – 100 €"),
    ],
)
def test_what_was_read_in_a_wrong_character_set_is_read_again(found: str, made: str) -> None:
    assert tidy(found) == made


@given(st.text())
def test_plain_letters_take_the_same_way_as_all_others(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text) or "&" in text or is_garbled(text)
