from __future__ import annotations

import pytest

from tests.analyse.reading import names

pytestmark = pytest.mark.model


@pytest.mark.parametrize("before", ["his wife", "the striker", "their uncle", "Queen"])
def test_a_first_name_alone_is_kept_beside_a_relative_or_a_job(before: str) -> None:
    assert "Johanna" in names("person", f"The town saw {before} Johanna yesterday.")


def test_what_only_says_something_is_no_person_where_the_model_never_sees_one() -> None:
    assert names("person", "The maker of games was late. None said why. Valves said it was sorry.") == []


@pytest.mark.parametrize("name", ["Acme North America", "Brandvold Park", "Tolvek Harbour"])
def test_regions_and_sites_are_no_people(name: str) -> None:
    assert name not in names("person", f"They talked about {name} in the evening.")


def test_a_surname_in_capitals_licenses_it_in_small_letters() -> None:
    lines = ("SURGEON GENERAL: JOHANNA BRANDVOLD", "Brandvold has been a doctor for twenty years.")
    assert names("person", *lines) == ["Brandvold", "JOHANNA BRANDVOLD"]


def test_a_firm_with_a_capital_inside_is_never_a_surname() -> None:
    assert names("person", "The striker BrandVold came. The firm BrandVold said so.") == []
