"""What kind of furniture a line is, by its words or its wording; a line of the article is of none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.boilerplate import RULES, cascade
from newsdigest.clean.evidence import EVIDENCE, points, subjects
from newsdigest.clean.kinds import WORDINGS, WORDS_LENGTH, _near_long, _said, kind_of
from newsdigest.clean.vocabulary import VOCABULARIES

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
OTHER = "The hall will be a library in two years, the council said, and most people who swim will have to go to town."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share on Facebook", "share bar"),
        ("Tweet  Share  Email  Print", "share bar"),
        ("12 comments", "comment thread"),
        ("Leave a comment", "comment thread"),
        ("The small print: The following comments are owned by whoever wrote them.", "comment thread"),
        ("Comments are solely the opinions of their authors.", "comment thread"),
        ("Sign up for our newsletter", "newsletter"),
        ("Get the best of the week in your inbox", "newsletter"),
        ("Log in / Register", "account"),
        ("Already a subscriber? Log in", "account"),
        ("We use cookies to make this site better.", "cookie notice"),
        ("© 2024 The Arlen Post. All rights reserved.", "legal notice"),
        ("Terms of Use | Privacy Policy", "legal notice"),
        ("Most read", "links to other articles"),
        ("First name (required)", "form"),
        ("5 min read", "reading time and dates"),
        ("Advertisement", "advertisement"),
    ],
)
def test_a_line_of_the_page_is_of_its_kind(line: str, kind: str) -> None:
    assert kind_of(line) == kind
    assert kind_of(line.upper()) == kind


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Share prices fell by a tenth.",
        "Copyright law is older than the library.",
        "The newsletter of the miners was printed in a barn.",
        "Cookies were baked for all 300 guests.",
        "She commented on the plan twice.",
        "The comments of the mayor are owned up to by nobody.",
        "His comments belong in a museum.",
        "“Sign here,” he said.",
        "Facebook said it would appeal.",
        "Terms were not disclosed.",
        "12 people were hurt.",
        "What next?",
        "What comes next",
        "",
        "3-0",
        "Der Stadtrat hat abgestimmt",
    ],
)
def test_a_line_of_an_article_is_of_none(line: str) -> None:
    assert kind_of(line) == ""


def test_a_menu_tells_a_page_but_is_not_cut_where_a_heading_may_bear_its_name() -> None:
    assert kind_of("Health") == "menu"
    assert cascade(lines_of(f"{PROSE}\nHealth\n{PROSE.replace('Tuesday', 'Monday')}")) == {}


def test_every_kind_but_a_menu_has_its_rule() -> None:
    names = {rule.name for rule in RULES}
    assert {*(one.kind for one in VOCABULARIES), *(one.kind for one in WORDINGS)} - names == {"menu"}


@given(st.text(max_size=200))
def test_any_text_has_a_kind_or_none(text: str) -> None:
    assert kind_of(text) == kind_of(text)


def test_paragraphs_speak_for_the_article_and_furniture_against_it() -> None:
    blocks = lines_of(f"Home\n{PROSE}\n{OTHER}\nShare on Facebook\nA short line")
    found = points(blocks, [kind_of(block.text) for block in blocks], [subjects(block.text) for block in blocks])
    assert [value > 0 for value in found] == [False, True, True, False, False]
    assert found[0] < found[4] < 0


def test_a_long_list_counts_against_the_article_only_up_to_a_limit() -> None:
    blocks = lines_of("\n".join(f"Place {n}" for n in range(200)))
    assert sum(points(blocks, [""] * 200, [()] * 200)) >= -400


def test_the_table_of_evidence_ends_with_a_row_for_all_other_lines() -> None:
    assert len({row.name for row in EVIDENCE}) == len(EVIDENCE)
    blocks = lines_of("x")
    assert points(blocks, [""], [()]) == [EVIDENCE[-1].points]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"(Subscribe) to hear of all that is new in town: {'markets, ' * 7}concerts, and all the rest", "newsletter"),
        (f"All content ©2024 {'of The Arlen Post and of those who write for it, ' * 3}", "legal notice"),
        (f"Subscribers{'-of-ours' * 15} to hear of what is new", ""),
        (f"Café-subscribe {'é' * 120}", ""),
    ],
)
def test_the_words_of_a_long_line_are_found_between_any_signs(line: str, kind: str) -> None:
    assert len(line) > WORDS_LENGTH
    assert kind_of(line) == kind


@given(st.text(alphabet=st.sampled_from("reply é—–,.-'’ﬁ©ⓒ "), min_size=WORDS_LENGTH + 1))
def test_no_word_of_a_long_line_is_missed(line: str) -> None:
    exact = {place for place, one in enumerate(WORDINGS) if not one.words.isdisjoint(_said(line))}
    assert exact <= _near_long(line.casefold())
