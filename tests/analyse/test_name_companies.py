from __future__ import annotations

import pytest
from newsdigest.analyse import name_companies

from tests.analyse.reading import names, parsed

pytestmark = pytest.mark.model


def companies(line: str) -> set[str]:
    return name_companies.companies(parsed(line)[1])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Shares of Brondel fell by 3%.", {"Brondel"}),
        ("Then Brondel's CEO resigned.", {"Brondel"}),
        ("She is the co-founder of Brondel and Vextra.", {"Brondel", "Vextra"}),
        ("He is an early investor in OpenBread.", {"OpenBread"}),
        ("Brondel's main competitors sell bread.", {"Brondel"}),
        ("They talked to Brondel, one of the bakery's main competitors.", {"Brondel"}),
        ("The airline Brondel sacked its crew.", {"Brondel"}),
        ("She sold it to the steel firm Brondel.", {"Brondel"}),
    ],
)
def test_places_where_companies_stand(line: str, found: set[str]) -> None:
    assert found <= companies(line)


@pytest.mark.parametrize(
    "line",
    [
        "He is an early investor in Portugal.",
        "They joined the company Miller founded.",
        "Brondel likes bread.",
        "The CEO spoke to Miller.",
        "The GDP shares a problem.",
        "Brondel, one of the villages in the valley, was quiet.",
    ],
)
def test_places_where_anybody_stands(line: str) -> None:
    assert companies(line) == set()


def things(line: str, *wanted: str) -> set[str]:
    doc = parsed(line)[1]
    return name_companies.products(doc, [(t.i, t.i + 1) for t in doc if t.text in wanted])


@pytest.mark.parametrize(
    "line",
    [
        "They love the Vextra app.",
        "She has a Vextra.",
        "They are developing Vextra in secret.",
        "He programs it by using Vextra.",
        "They waited for Vextra 2.0 in vain.",
        "Please install Vextra first.",
    ],
)
def test_what_is_used_made_or_numbered_is_a_thing(line: str) -> None:
    assert things(line, "Vextra") == {"Vextra"}


@pytest.mark.parametrize(
    "line",
    [
        "Vextra said it would close. They love the Vextra app.",
        "The price was paid by Vextra.",
        "Vextra hired ten bakers.",
        "Shares rose, Vextra 2.5%.",
        "A Vextra spokesman was there.",
        "They went to Vextra.",
    ],
)
def test_who_acts_is_no_thing(line: str) -> None:
    assert things(line, "Vextra") == set()


def test_one_use_among_many_places_makes_no_thing() -> None:
    assert things("Vextra is old. He met Vextra. It went to Vextra. They use Vextra.", "Vextra") == set()


def test_a_newspaper_with_a_persons_shape_is_an_organisation() -> None:
    assert "Der Kurier" in names("organisation", "The German newspaper Der Kurier said so on Monday.")


def test_a_name_that_says_it_is_a_company_stays_one() -> None:
    assert "Brondel Software" in names("organisation", "They are using Brondel Software. Brondel Software is old.")


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("They saw the musical Johanna Brandvold on Monday.", "Johanna Brandvold", True),
        ("She starred in the comedy Bright Brandvold Nights.", "Bright Brandvold Nights", True),
        ("It is the book Johanna Brandvold wrote.", "Johanna Brandvold", False),
        ("We met the singer Johanna Brandvold on Monday.", "Johanna Brandvold", False),
        ("Nobody likes to play Brandvold at home.", "Brandvold", False),
    ],
)
def test_a_name_behind_the_word_for_a_work_is_its_title(line: str, name: str, title: bool) -> None:
    _, doc = parsed(line)
    span = doc.char_span(line.index(name), line.index(name) + len(name))
    assert span is not None
    assert name_companies.is_work(doc, span.start, span.end) is title


def test_the_title_of_a_work_names_nobody() -> None:
    lines = ("They saw the British film Johanna Brandvold again.", "Brandvold is two hours long.")
    assert names("person", *lines) == []


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("A Brondel Vextra spokesman came.", True),
        ("The Brondel Vextra MP came.", True),
        ("Brondel Vextra spokesman Jane Doe came.", False),
        ("The Brondel Vextra house fell.", False),
    ],
)
def test_a_name_between_an_article_and_a_job_employs(line: str, employer: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == "Brondel")
    assert name_companies.is_employer(doc, at, at + 2) is employer


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("a paper tape reader (PTR) was there", {"PTR"}),
        ("two new paper tape readers (PTRs) were there", set()),
        ("the Paper Trade Registry (PTR) was there", set()),
        ("a paper reader (PTR) was there", set()),
    ],
)
def test_letters_that_common_words_explain_are_things(text: str, letters: set[str]) -> None:
    assert name_companies.explained_things(text) == letters


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        ("They lived in Brondel.", "Brondel", True),
        ("BRONDEL, Acmeland 2004 - It rained.", "BRONDEL", True),
        ("BRONDEL (Agency) - It rained.", "BRONDEL", True),
        ("They believe in Brondel's plan.", "Brondel", False),
        ("She is an investor in Brondel.", "Brondel", False),
        ("He stars in ABZ.", "ABZ", False),
        ("They met in Parliament.", "Parliament", False),
        ("They left Brondel.", "Brondel", False),
    ],
)
def test_where_towns_stand(line: str, name: str, place: bool) -> None:
    _, doc = parsed(line)
    at = next(token.i for token in doc if token.text == name)
    assert name_companies.is_located(doc, at, at + 1) is place
