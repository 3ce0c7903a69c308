from __future__ import annotations

import pytest
from newsdigest.analyse import analyse
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
        ("😀😀 said 😀: “😀”",),
        ("\u00a0\u00a0Jane\u00a0Doe,\u00a0the\u00a0CEO",),
    ],
)
def test_odd_articles_are_analysed_without_an_error(lines: tuple[str, ...]) -> None:
    made = story(*lines)
    found = analyse(made, Options())
    assert all(made.text[m.span.start : m.span.end] == m.text for m in found.mentions)


def test_what_stands_behind_the_parsed_beginning_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsdigest.analyse.nlp.LONGEST", 80)
    found = analyse(story(*LINES), Options())
    assert {m.text for m in found.mentions} >= {"Laura Bennett"}
    assert found.quotes == ()
