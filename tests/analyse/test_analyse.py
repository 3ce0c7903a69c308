from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse import analyse
from newsdigest.model import Analysis, Story
from newsdigest.options import Options

from tests.analyse.reading import story

pytestmark = pytest.mark.model

LINES = (
    "Siemens CEO Laura Bennett opened a new plant in Leeds on Monday.",
    "# What it will make",
    "“We will make trains here for thirty years,” Bennett said. The plant cost 300 million pounds.",
    "Peter Hartmann, a former mayor of Leeds, called it “a gift to the town”.",
)


def test_an_analysis_is_all_spans_of_the_article() -> None:
    made = story(*LINES)
    found = analyse(made, Options())
    assert found.story_id == made.id
    assert all(made.text[m.span.start : m.span.end] == m.text for m in found.mentions)
    assert all(made.text[q.span.start : q.span.end] == q.text for q in found.quotes)
    assert all(r.text and r.text in made.text[r.span.start : r.span.end] for r in found.roles)
    assert [(q.speaker, q.text) for q in found.quotes] == [
        ("Laura Bennett", "We will make trains here for thirty years,"),
        ("Peter Hartmann", "a gift to the town"),
    ]
    assert set(found.summary) <= set(range(len(found.sentences)))


def test_an_article_gives_the_same_analysis_twice() -> None:
    assert analyse(story(*LINES), Options()) == analyse(story(*LINES), Options())


def test_in_another_language_nobody_is_named_or_quoted_and_small_words_are_no_tags() -> None:
    lines = (
        "Der Hafen von Acmeton bekommt eine neue Mauer, und das Geld dafür ist da.",
        "Dieses Jahr beginnt der Bau am Hafen, sagte Johanna Brandvold. “Die Mauer wird fertig”, sagte sie am Hafen.",
        "Die Mauer ist für den Hafen sehr wichtig, und die Steine kommen aus dem Steinbruch von Acmeton.",
    )
    found = analyse(replace(story(*lines), lang="de-AT"), Options())
    assert (found.mentions, found.roles, found.quotes) == ((), (), ())
    assert len(found.summary) > 0
    assert {"Hafen"} <= {keyword.text for keyword in found.keywords} <= {"Hafen", "Mauer", "Steinbruch von Acmeton"}


@pytest.mark.parametrize("lang", ["ja", "ko", "zh-Hant"])
def test_where_words_cannot_be_told_apart_there_are_no_tags(lang: str) -> None:
    made = replace(
        story("港务局周五表示，东港码头经过十一周维修后将于周一重新开放。", "하지만 항구는 문을 열었다."), lang=lang
    )
    assert analyse(made, Options()).keywords == ()


def test_a_fast_analysis_is_all_spans_of_the_article_too() -> None:
    made = story(*LINES)
    found = analyse(made, Options(analysis="fast"))
    assert found == analyse(made, Options(analysis="fast"))
    assert {m.text for m in found.mentions} >= {"Laura Bennett", "Peter Hartmann"}
    assert ("Laura Bennett", "CEO") in [(r.person, r.text) for r in found.roles]
    assert ("Peter Hartmann", "former mayor of Leeds") in [(r.person, r.text) for r in found.roles]
    assert ("Laura Bennett", "We will make trains here for thirty years,") in [
        (q.speaker, q.text) for q in found.quotes
    ]
    assert found.summary
    assert_valid(made, found)


def assert_valid(made: Story, found: Analysis) -> None:
    """Everything is a span of the article, in its order; each word of the body is in one sentence."""
    text = made.text
    assert all(text[m.span.start : m.span.end] == m.text for m in found.mentions)
    assert all(text[q.span.start : q.span.end] == q.text for q in found.quotes)
    assert all(r.text is None or r.text in text[r.span.start : r.span.end] for r in found.roles)
    for group in (found.mentions, found.roles, found.quotes, found.sentences):
        assert list(group) == sorted(group, key=lambda one: one.span)
    assert set(found.summary) <= set(range(len(found.sentences)))
    bodies = [p.text for p in made.paragraphs if p.kind == "body"]
    told = "".join(text[s.span.start : s.span.end] for s in found.sentences)
    assert "".join(told.split()) == "".join("".join(bodies).split())


@pytest.mark.parametrize("mode", ["thorough", "fast"])
@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("x",),
        ("“",),
        ("# Only a heading",),
        ("~ Jane Doe, owner",),
        ("...", "?!", "“”", "''"),
        ("Jane Doe " * 500,),
        ("“" * 300,),
        ("\u201cx" * 200, "said Doe, " * 200),
        ("Jane Doe, the " + "former " * 300 + "mayor, said: \u201cNo.\u201d",),
        ("a. " * 400, "A. B. C. " * 200),
        ("'" * 900, "(" * 900),
        ("\u200b\u200b", "\u2028", "\t\t x \t"),
        ("😀😀 said 😀: “😀”",),
        ("\u00a0\u00a0Jane\u00a0Doe,\u00a0the\u00a0CEO",),
    ],
)
def test_odd_articles_are_analysed_without_an_error(lines: tuple[str, ...], mode: str) -> None:
    made = story(*lines)
    assert_valid(made, analyse(made, Options(analysis=mode)))


PIECES = (
    "Jane Doe",
    "the mayor of Leeds",
    ",",
    ".",
    " ",
    "“",
    "”",
    '"',
    "said",
    "who",
    "is",
    "Acme",
    "'s",
    "(",
    ")",
    "\n",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["thorough", "fast"]))
def test_no_order_of_words_and_signs_breaks_an_analysis(pieces: list[str], mode: str) -> None:
    made = story(*" ".join(pieces).split("\n"))
    assert_valid(made, analyse(made, Options(analysis=mode)))


def test_what_stands_behind_the_parsed_beginning_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdigest.analyse.nlp.LONGEST", 80)
    found = analyse(story(*LINES), Options())
    assert {m.text for m in found.mentions} >= {"Laura Bennett"}
    assert found.quotes == ()
