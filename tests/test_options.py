"""Settings are checked once, and a misspelt one is named."""

from __future__ import annotations

import pytest
from newsdigest.errors import SettingError
from newsdigest.options import FAST_ABOVE, Options, from_settings, settled


def test_without_settings_the_defaults_hold() -> None:
    assert from_settings({"SITENAME": "x"}) == (Options(), ())


def test_a_setting_overrides_its_default() -> None:
    options, warnings = from_settings({"DIGEST_TAGS": 5, "DIGEST_LANG": "de", "DIGEST_STRICT": True})
    assert (options.tags, options.lang, options.strict, warnings) == (5, "de", True, ())


def test_an_unknown_setting_is_a_warning_that_names_the_nearest() -> None:
    assert from_settings({"DIGEST_TAG": 5})[1] == ("setting DIGEST_TAG is not known; did you mean DIGEST_TAGS?",)
    assert from_settings({"DIGEST_QQQQQQQQ": 5})[1] == ("setting DIGEST_QQQQQQQQ is not known",)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DIGEST_TAGS", "8", "expected a whole number"),
        ("DIGEST_TAGS", True, "expected a whole number"),
        ("DIGEST_STRICT", 1, "expected bool"),
        ("DIGEST_LANG", None, "expected str"),
        ("DIGEST_FEED_ITEMS", -1, "expected zero or more"),
        ("DIGEST_FEED_HUB", "hub.example", "expected an address such as 'https://hub.example/'"),
        ("DIGEST_ANALYSIS", 1, "expected str"),
        ("DIGEST_ANALYSIS", "quick", "expected 'thorough' or 'fast', or '' for fast above 500 articles"),
        ("DIGEST_ANALYSIS", "Fast", "expected 'thorough' or 'fast'"),
        ("DIGEST_EXECUTOR", None, "expected str"),
        ("DIGEST_EXECUTOR", "dask", "expected 'dask://host:8786', or '' for this machine"),
        ("DIGEST_EXECUTOR", "dask://host", "expected 'dask://host:8786', or '' for this machine"),
        ("DIGEST_EXECUTOR", "tcp://host:8786", "expected 'dask://host:8786', or '' for this machine"),
        ("DIGEST_FULL_TEXT", True, "expected str"),
        ("DIGEST_FULL_TEXT", "", "expected 'full', 'excerpt' or 'none'"),
        ("DIGEST_FULL_TEXT", "excerpts", "expected 'full', 'excerpt' or 'none'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error_that_says_what_was_expected(
    name: str, value: object, expected: str
) -> None:
    with pytest.raises(SettingError, match=f"{name} is .*{expected}"):
        from_settings({name: value})


@pytest.mark.parametrize(
    ("chosen", "articles", "expected"),
    [
        ("", 0, "thorough"),
        ("", FAST_ABOVE, "thorough"),
        ("", FAST_ABOVE + 1, "fast"),
        ("thorough", FAST_ABOVE + 1, "thorough"),
        ("fast", 1, "fast"),
    ],
)
def test_the_number_of_articles_decides_where_the_owner_has_not(chosen: str, articles: int, expected: str) -> None:
    options, warnings = from_settings({"DIGEST_ANALYSIS": chosen, "DIGEST_TAGS": 5})
    assert settled(options, articles) == Options(analysis=expected, tags=5)
    assert settled(options, articles).fast == (expected == "fast")
    assert warnings == ()
