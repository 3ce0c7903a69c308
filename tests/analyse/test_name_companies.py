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
