from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse.name_lines import is_headline
from newsdigest.analyse.name_votes import last_name

from tests.analyse.reading import mentions, names, story

pytestmark = pytest.mark.model

JANE = "Jane Miller founded the bakery in 1999 with her brother John Miller."


def test_mentions_are_verbatim_sorted_and_never_overlap() -> None:
    lines = (
        JANE,
        "The Guardian said that Miller’s bakery in London had 40 employees.",
        "“Miller lost,” said Paul Harris.",
    )
    found = mentions(*lines)
    text = story(*lines).text
    assert found
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Jane Miller", "’s", "Acme Corp.", "(", ")", "-", "said", "in London", "@jane", "the", "\u00a0", "“"]
        )
    )
)
def test_mentions_of_any_jumble_are_verbatim(words: list[str]) -> None:
    line = " ".join(words) or "-"
    text = story(line).text
    found = mentions(line)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Mrs. Laura Bennett spoke to reporters on Monday.", "Laura Bennett"),
        ("They met Sir Peter Wilson’s lawyer in Leeds.", "Peter Wilson"),
        ("On Friday, Senator Laura Bennett voted against it.", "Laura Bennett"),
        ("Republican Sen. Laura Bennett voted against it.", "Laura Bennett"),
        ("The prize went to Ana de la Cruz on Tuesday.", "Ana de la Cruz"),
        ("They thanked J. K. Wilson for her help.", "J. K. Wilson"),
    ],
)
def test_a_person_is_named_without_titles_and_possessive(line: str, person: str) -> None:
    assert names("person", line) == [person]


def test_a_company_before_a_role_is_parted_from_the_person() -> None:
    line = "Volkswagen CEO Peter Hartmann met Siemens chairman Karl Weber in Berlin."
    assert names("person", line) == ["Karl Weber", "Peter Hartmann"]
    assert names("organisation", line) == ["Siemens", "Volkswagen"]


def test_a_full_name_licenses_its_surname_wherever_it_stands() -> None:
    lines = ("Robert Kessler opened the museum.", "Kessler’s speech was short.", "Nobody but Kessler clapped.")
    assert [m.text for m in mentions(*lines) if m.kind == "person"] == ["Robert Kessler", "Kessler", "Kessler"]


def test_a_first_name_is_a_person_where_the_article_uses_it_so() -> None:
    lines = ("Robert Kessler opened the museum.", "“Robert was late,” said his sister.")
    assert [m.text for m in mentions(*lines) if m.kind == "person"] == ["Robert Kessler", "Robert"]


def test_names_inside_quotations_count() -> None:
    assert "Paul Harris" in names("person", "“I never met Paul Harris in my life,” she said.")


def test_a_lone_word_that_nothing_proves_is_no_person() -> None:
    assert names("person", "Fans of Zagreb Lokomotive and Brondel were waiting for the train.") == []


@pytest.mark.parametrize("line", ["Minister Brondel resigned on Monday.", "Mr. Brondel left."])
def test_a_title_proves_a_lone_name(line: str) -> None:
    assert names("person", line) == ["Brondel"]


def test_an_age_proves_a_lone_name() -> None:
    assert names("person", "Police found Kessler, 45, in his house.") == ["Kessler"]


def test_words_that_stand_where_companies_do_are_organisations() -> None:
    lines = ("Quiltly shares fell on Monday.", "Quiltly’s CEO resigned, and Quiltly closed.")
    assert names("organisation", *lines) == ["Quiltly"]
    assert names("person", *lines) == []


def test_a_capital_inside_a_word_is_a_company_s_and_never_a_place() -> None:
    lines = ("MapleSoft and its partner DeepWell grew fast.", "Shops in MapleSoft colours opened in Canada.")
    assert "MapleSoft" not in names("place", *lines)
    assert "MapleSoft" in names("organisation", *lines)


def test_a_surname_with_a_capital_inside_stays_a_person_s() -> None:
    assert names("person", "Alan McDermott resigned.", "McDermott had led it since May.") == [
        "Alan McDermott",
        "McDermott",
    ]


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("He works for Brondel Holdings Ltd. in Leeds.", "Brondel Holdings Ltd."),
        ("She studied at the University of Leeds.", "University of Leeds"),
        ("The Ministry of Health in Paris was silent.", "Ministry of Health"),
        ("He spoke for the Kessler Foundation on Monday.", "Kessler Foundation"),
    ],
)
def test_words_of_organisations_make_organisations(line: str, organisation: str) -> None:
    assert organisation in names("organisation", line)
    assert names("person", line) == []


def test_an_acronym_in_brackets_is_its_organisation_s() -> None:
    lines = ("The World Health Organization (WHO) warned of it.", "Nobody listened to the WHO.")
    assert names("organisation", *lines) == ["WHO", "World Health Organization"]


def test_the_article_belongs_to_a_name_only_with_a_capital_inside_a_sentence() -> None:
    assert names("organisation", "It was reported by The Washington Post on Monday.") == ["The Washington Post"]
    assert names("organisation", "It was reported by the Washington Post on Monday.") == ["Washington Post"]


@pytest.mark.parametrize(
    "line",
    [
        "The AI and its API cost more than a CEO.",
        "Write to @janemiller or see https://example.org/Jane_Miller for more.",
        "# Why Everybody Loves Bright Yellow Kitchen Paint",
    ],
)
def test_abbreviations_handles_addresses_and_title_case_are_no_names(line: str) -> None:
    assert names("person", line) == []
    assert names("organisation", line) == []


def test_a_project_is_no_person() -> None:
    assert names("person", "The Harold Brondel Project began in May.") == []


def test_two_companies_joined_by_and_are_two() -> None:
    line = "She was co-founder of DeepWell and Brondel before that."
    assert {"DeepWell", "Brondel"} <= set(names("organisation", line))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Seven Ways That Robots Will Change Your Kitchen", True),
        ("Seven ways that robots will change your kitchen", False),
        ("Jane Miller and Paul Harris Came From Northport.", False),
        ("NOTHING BUT CAPITALS STANDS HERE TODAY", False),
        ("Doe 71, Roe 68, Poe 65, Moe 62, Hammond 60", False),
        ("Short Line", False),
    ],
)
def test_headlines_are_told_by_their_capitals(text: str, verdict: bool) -> None:
    assert is_headline(text) is verdict


@pytest.mark.parametrize(
    ("name", "surname"), [("Jane Doe", "Doe"), ("John Doe Jr.", "Doe"), ("John Doe, III", "Doe"), ("Doe", "Doe")]
)
def test_the_surname_is_the_last_word_but_for_generations(name: str, surname: str) -> None:
    assert last_name(name) == surname


@pytest.mark.parametrize("word", ["said", "told reporters", "warned", "argued"])
def test_a_lone_surname_that_says_something_is_kept(word: str) -> None:
    assert "Brandvold" in names("person", f"The talks failed on Monday. Then Brandvold {word} that nobody had come.")


@pytest.mark.parametrize("title", ["President", "Mrs", "Prime Minister", "Judge"])
def test_a_lone_surname_with_a_title_is_kept(title: str) -> None:
    assert "Brandvold" in names("person", f"The talks failed because {title} Brandvold did not come.")


@pytest.mark.parametrize(
    "line",
    [
        "The village choir saw Star Wars in the cinema.",
        "Two Welsh MPs said nothing.",
        "The chief Washington correspondent left.",
        "Part II was worse, said the critics.",
    ],
)
def test_what_only_looks_like_a_person_is_none(line: str) -> None:
    assert names("person", line) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("They won the Harbour Cup in May.", "Harbour Cup"),
        ("The Department said that the Court was wrong.", "Department"),
        ("The Department said that the Court was wrong.", "Court"),
        ("Drivers with a BMI of 35 are ill.", "BMI"),
    ],
)
def test_events_and_lone_general_words_are_no_organisations(line: str, wrong: str) -> None:
    assert wrong not in names("organisation", line)


def test_a_free_standing_dash_parts_two_names() -> None:
    found = names("organisation", "It was the Treasury Board - Labour Union members cheered.")
    assert not any(" - " in name for name in found)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("12. Nothing Happens When Nobody Leaves the House (May 3, 2005)", True),
        ("12. Jane Miller (Norway) 1:24.5", False),
        ("Rain fell on the town (Monday 3 May)", False),
    ],
)
def test_a_number_and_brackets_do_not_hide_a_headline(text: str, headline: bool) -> None:
    assert is_headline(text) is headline


def test_a_name_that_opens_a_sentence_is_found_again() -> None:
    lines = ("Donald Brandvold came.", "Brandvold said that he was tired.", "Brandvold joked about it.")
    assert [m.text for m in mentions(*lines)].count("Brandvold") == 2


@pytest.mark.parametrize("name", ["Welsh MPs", "Harbour Festival"])
def test_a_plural_and_an_event_are_no_people(name: str) -> None:
    assert name not in names("person", f"They talked about {name} in the evening.")


def test_letters_behind_a_name_keep_the_person() -> None:
    assert any("Charles Brandvold" in name for name in names("person", "Judge Charles Brandvold QC agreed on Monday."))
