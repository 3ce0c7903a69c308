"""What a summary may show: verbatim, whole, understandable sentences, as many as needed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.analyse import summary
from newsdigest.model import Mention, Paragraph, Sentence, Span, Story, StoryId
from newsdigest.options import Options

LEAD = "The harbour town of Brimsea will close its only bridge to lorries from next spring, its council decided."
SECOND = "Engineers found deep cracks in two of the bridge's five pillars during an inspection in March."
THIRD = "Lorries will be sent over the northern bypass, which adds forty minutes to every trip to the port."
FOURTH = "Fish traders in Brimsea fear that the longer way will cost them their morning customers in the city."
FIFTH = "A new bridge would cost sixty million and could not open before the end of the decade."
PLAIN = (LEAD, SECOND, THIRD, FOURTH, FIFTH)


def story_of(*texts: str, title: str = "") -> tuple[Story, tuple[Sentence, ...]]:
    """One paragraph a sentence."""
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    paragraphs = tuple(Paragraph(text) for text in texts)
    story = Story(
        StoryId("s"), "s.txt", title, "text", (), None, None, None, "saved", saved, "en", paragraphs, (), len(texts)
    )
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(Span(start, start + len(text)), number))
        start += len(text) + 2
    return story, tuple(sentences)


def people_in(story: Story, *names: str) -> tuple[Mention, ...]:
    found = []
    for name in names:
        start = story.text.find(name)
        while start >= 0:
            found.append(Mention(Span(start, start + len(name)), name, "person"))
            start = story.text.find(name, start + 1)
    return tuple(sorted(found, key=lambda m: m.span))


def chosen(*texts: str, title: str = "", people: tuple[str, ...] = (), options: Options | None = None) -> list[str]:
    story, sentences = story_of(*texts, title=title)
    numbers = summary.choose(story, sentences, people_in(story, *people), options or Options())
    assert list(numbers) == sorted(set(numbers))
    return [texts[number] for number in numbers]


def test_an_article_without_sentences_has_no_summary() -> None:
    assert chosen() == []


def test_a_brief_article_is_its_own_summary() -> None:
    assert chosen(LEAD, SECOND) == [LEAD, SECOND]


def test_a_brief_article_leaves_out_what_is_no_sentence() -> None:
    assert chosen("Photo: A. Reader", LEAD, "What now?") == [LEAD]


def test_a_text_without_one_whole_sentence_gives_its_first_as_it_stands() -> None:
    assert chosen("Opening hours", "Mondays nine to five") == ["Opening hours"]


def test_the_sentences_of_a_brief_article_stop_at_the_limit() -> None:
    assert chosen(LEAD, SECOND, THIRD, options=Options(summary_words=20)) == [LEAD]


def test_a_longer_article_gives_two_to_four_sentences() -> None:
    assert 2 <= len(chosen(*PLAIN)) <= 4


def test_the_lead_of_a_plain_news_story_is_in() -> None:
    assert chosen(*PLAIN)[0] == LEAD


def test_words_of_the_title_count() -> None:
    title = "New bridge would cost sixty million, open after the decade"
    assert FIFTH in chosen(*PLAIN, title=title)
    assert FIFTH not in chosen(*PLAIN)


def test_two_sentences_may_exceed_the_limit_but_no_third() -> None:
    assert len(chosen(*PLAIN, options=Options(summary_words=10))) == 2


def test_what_says_the_same_twice_is_shown_once() -> None:
    again = "The council of Brimsea decided to close the only bridge of the harbour town to lorries from spring."
    result = chosen(LEAD, again, SECOND, THIRD, FOURTH, FIFTH)
    assert not (LEAD in result and again in result)


@pytest.mark.parametrize(
    "unfit",
    [
        "Will the harbour town of Brimsea close its only bridge to lorries from next spring?",
        "Brimsea closes its only bridge to lorries from next spring",
        "“Brimsea's bridge will close to lorries from next spring, the council decided.",
        "Image: lorries on the only bridge of Brimsea, the harbour town, in spring.",
        "- the bridge of Brimsea closes to lorries in spring, the council decided.",
        "[…] the bridge of Brimsea closes to lorries in spring, the council decided.",
        "BRIMSEA CLOSES ITS ONLY BRIDGE TO LORRIES FROM NEXT SPRING.",
        "Sign up for our newsletter on the bridge of Brimsea and its lorries today.",
    ],
)
def test_what_is_no_whole_sentence_is_never_shown(unfit: str) -> None:
    assert unfit not in chosen(unfit, *PLAIN, title="Brimsea bridge closes to lorries from spring")


@pytest.mark.parametrize(
    "leaning",
    [
        "However, the bridge of Brimsea will close to lorries from next spring.",
        "But the only bridge of the harbour town of Brimsea closes to lorries.",
        "This will close the bridge of Brimsea to lorries from next spring.",
        "As a result, the bridge of Brimsea will close to lorries from next spring.",
        "The company will close the only bridge of Brimsea to lorries next spring.",
        '"The bridge of Brimsea will be closed to lorries from next spring on."',
    ],
)
def test_a_sentence_that_leans_on_the_one_before_comes_with_it_or_not_at_all(leaning: str) -> None:
    result = chosen(FOURTH, THIRD, leaning, SECOND, FIFTH, title="Brimsea bridge closes to lorries from next spring")
    assert leaning not in result or THIRD in result


def test_a_pronoun_comes_with_the_sentence_that_names_the_person() -> None:
    named = "Mayor Ada Quill opened the debate on the bridge in the town hall on Monday evening."
    he = "She said that the bridge of Brimsea would close to lorries from next spring."
    title = "Brimsea bridge to close to lorries from next spring"
    result = chosen(FOURTH, named, he, SECOND, FIFTH, title=title, people=("Ada Quill",))
    assert he in result
    assert named in result


def test_a_pronoun_that_nobody_explains_is_never_shown() -> None:
    he = "She said that the bridge of Brimsea would close to lorries from next spring."
    assert he not in chosen(FOURTH, THIRD, he, SECOND, FIFTH, title="Brimsea bridge to close to lorries")


def test_a_leaning_sentence_does_not_bring_along_what_is_no_sentence() -> None:
    but = "But the bridge of Brimsea will close to lorries from next spring all the same."
    assert but not in chosen(FOURTH, "What then?", but, THIRD, SECOND, FIFTH, title="Brimsea bridge closes to lorries")


def test_the_beginning_of_a_brief_article_stands_by_itself_too() -> None:
    assert chosen("Photo: A. Reader", "However, nobody knows whether lorries will obey.", SECOND) == [SECOND]


def test_a_quotation_that_names_no_speaker_comes_with_the_sentence_that_does_or_not_at_all() -> None:
    said = "“The bridge of Brimsea will be closed to lorries from next spring on.”"
    title = "Brimsea bridge to close to lorries from next spring"
    assert said not in chosen(FOURTH, THIRD, said, SECOND, FIFTH, title=title)
    named = "Mayor Ada Quill opened the debate on the bridge in the town hall on Monday evening."
    assert said in chosen(FOURTH, named, said, SECOND, FIFTH, title=title, people=("Ada Quill",))


def test_of_two_further_sentences_the_one_that_tells_new_and_frequent_words_is_in() -> None:
    stale = "Brimsea is a harbour town, and lorries have driven there for many a spring."
    rest = ("The pillars stand in deep water and the pillars crumble.", "Divers will look at the pillars in June.")
    assert stale not in chosen(LEAD, stale, SECOND, THIRD, *rest)


def test_what_follows_an_ellipsis_is_no_sentence_of_its_own() -> None:
    torn = "Close the Bridge of Brimsea drew more people to the harbour than any play before."
    story, sentences = story_of(f"The musical Come on... {torn}", LEAD, SECOND, THIRD, title=torn)
    cut = story.text.index(torn)
    parts = (Sentence(Span(0, cut - 1), 0), Sentence(Span(cut, cut + len(torn)), 0))
    assert 1 not in summary.choose(story, (*parts, *sentences[1:]), (), Options())


@pytest.mark.parametrize(("before", "after"), [("“", "”"), ('"', '"')])
def test_a_sentence_from_inside_a_quotation_is_never_shown_without_its_marks(before: str, after: str) -> None:
    inside = "We will close the only bridge of Brimsea to lorries next spring."
    paragraph = (
        f"Ada Quill said: {before}I am sorry for the town. {inside} Nobody likes it.{after} Engineers agreed with her."
    )
    story, sentences = story_of(
        paragraph, LEAD, SECOND, title="Brimsea to close its only bridge to lorries next spring"
    )
    starts = [paragraph.index(part) for part in ("Ada", "We", "Nobody", "Engineers")]
    ends = [start - 1 for start in starts[1:]] + [len(paragraph)]
    parts = [Sentence(Span(start, end), 0) for start, end in zip(starts, ends, strict=True)]
    assert 1 not in summary.choose(story, (*parts, *sentences[1:]), (), Options())


def test_the_first_sentence_may_open_as_its_author_lets_it() -> None:
    lead = "This was the year in which Brimsea lost its only bridge, its lorries and its patience."
    assert lead in chosen(lead, SECOND, THIRD, FOURTH, FIFTH)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*PLAIN, "What?", "However, not so.", "He left.", "“Odd.", "fish 12", ""]), max_size=14)
)
def test_any_text_gives_ascending_numbers_of_its_sentences(texts: list[str]) -> None:
    story, sentences = story_of(*texts)
    numbers = summary.choose(story, sentences, (), Options())
    assert list(numbers) == sorted(set(numbers))
    assert set(numbers) <= set(range(len(texts)))
    assert bool(numbers) == bool(texts)
    assert len(numbers) <= summary.MOST
