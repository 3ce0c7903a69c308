"""What may not be republished is nowhere in the edition that everything else is made from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest import markup, views
from newsdigest.model import Analysis, Edition, EntityId, Mention, Paragraph, Role, Sentence, Span, StatedRole, Story
from newsdigest.options import FULL_TEXTS, Options
from newsdigest.text import WITHHELD, paragraph_spans, withheld, words
from newsdigest.views.companions import companions
from newsdigest.views.passages import passages, sentence_count
from newsdigest.views.republish import MOST, NOTICES, SHARE, SHORT, excerpt, republishable
from newsdigest.views.role_cards import role_cards

from tests.sample import ANALYSES, STORIES, edition, span

EXCERPT, NONE = (republishable(edition(), setting) for setting in ("excerpt", "none"))
LIMITED = [EXCERPT, NONE]


def shown_words(story: Story) -> list[str]:
    return words(story.text.replace(WITHHELD, " "))


def story_of(paragraphs: list[list[str]]) -> tuple[Story, Analysis]:
    """Make an article of sentences, and an analysis that knows nothing but them."""
    story = replace(STORIES[0], paragraphs=tuple(Paragraph(" ".join(block)) for block in paragraphs))
    sentences = []
    for number, (where, block) in enumerate(zip(paragraph_spans(story.paragraphs), paragraphs, strict=True)):
        start = where.start
        for sentence in block:
            sentences.append(Sentence(Span(start, start + len(sentence)), number))
            start += len(sentence) + 1
    return story, Analysis(story.id, tuple(sentences), (), (), (), (), ())


def test_every_setting_is_known_and_says_on_the_page_what_it_leaves_out() -> None:
    assert tuple(NOTICES) == FULL_TEXTS
    assert [bool(notice) for notice in NOTICES.values()] == [False, True, True]


def test_where_all_may_be_shown_the_edition_stays_as_it_is() -> None:
    made = edition()
    assert republishable(made, "full") is made


@pytest.mark.parametrize("made", LIMITED)
def test_what_is_withheld_keeps_its_room_so_that_every_offset_and_count_holds(made: Edition) -> None:
    for before, after in zip(STORIES, made.stories, strict=True):
        assert [len(p.text) for p in after.paragraphs] == [len(p.text) for p in before.paragraphs]
        assert len(words(after.text)) == len(words(before.text))
        assert [p.kind for p in after.paragraphs] == [p.kind for p in before.paragraphs]


@pytest.mark.parametrize("made", LIMITED)
def test_names_subjects_and_their_places_in_the_edition_stay(made: Edition) -> None:
    assert [e.appearances for e in made.entities] == [e.appearances for e in edition().entities]
    assert [e.name for e in made.entities] == [e.name for e in edition().entities]
    assert (made.tags, made.story_tags, made.related) == (edition().tags, edition().story_tags, edition().related)


def test_without_any_text_no_word_of_it_is_left() -> None:
    for story, analysis in zip(NONE.stories, NONE.analyses, strict=True):
        assert shown_words(story) == []
        assert (analysis.summary, analysis.gist, analysis.quotes) == ((), None, ())
        assert markup.body(story, analysis, {}) == ""
    assert not [said for entity in NONE.entities for said in entity.quotes]


def test_an_excerpt_is_whole_sentences_of_the_source_within_its_bound() -> None:
    for before, analysis, after in zip(STORIES, ANALYSES, EXCERPT.stories, strict=True):
        cut = [before.text[s.span.start : s.span.end] for s in analysis.sentences]
        kept = [after.text[s.span.start : s.span.end] for s in analysis.sentences]
        assert all(one == whole or set(one) <= {WITHHELD, " "} for one, whole in zip(kept, cut, strict=True))
        assert 0 < len(shown_words(after)) <= SHARE * len(words(before.text))


def test_an_excerpt_of_a_long_article_is_no_longer_than_any_other() -> None:
    story, analysis = story_of([["One two three four five."] * 40] * 40)
    chosen = excerpt(story, replace(analysis, summary=tuple(range(1600))))
    assert len(chosen) == MOST // 5


def test_the_gist_comes_first_then_the_summary_then_roles_quotations_and_first_mentions() -> None:
    lines = [["Filler stands here in the way of it."] * 20, ["Ada spoke.", "Ada left.", "A summary.", "The gist."]]
    story, analysis = story_of(lines)
    gist, summary = span(story, "The gist."), (len(analysis.sentences) - 2,)
    mentions = tuple(Mention(span(story, "Ada", n), "Ada", "person") for n in (0, 1))
    chosen = excerpt(story, replace(analysis, gist=gist, summary=summary, mentions=mentions))
    kept = [story.text[analysis.sentences[n].span.start : analysis.sentences[n].span.end] for n in sorted(chosen)]
    assert kept == ["Ada spoke.", "A summary.", "The gist."]


def test_a_quotation_is_shown_whole_or_not_at_all() -> None:
    bare = tuple(replace(analysis, summary=(), roles=()) for analysis in ANALYSES)
    made = republishable(replace(edition(), analyses=bare), "excerpt")
    shown = {said.quote.text for entity in made.entities for said in entity.quotes}
    assert shown == {quote.text for analysis in made.analyses for quote in analysis.quotes}
    assert set() < shown < {quote.text for analysis in ANALYSES for quote in analysis.quotes}
    for story, analysis in zip(made.stories, made.analyses, strict=True):
        assert all(story.text[q.span.start : q.span.end] == q.text for q in analysis.quotes)


@pytest.mark.parametrize(
    ("speaker", "left"),
    [
        ({"attribution": "pronoun", "speaker": "Okoye"}, "Okoye"),
        ({"attribution": "description", "speaker": "a diver of the northern channel"}, None),
    ],
)
def test_words_that_stand_for_a_speaker_are_not_quoted_from_a_withheld_sentence(
    speaker: dict[str, Any], left: str | None
) -> None:
    story, analysis = story_of([["Filler stands here in the way of it."] * 20, ["“The pier stays.”", "So she said."]])
    said = replace(ANALYSES[1].quotes[1], span=span(story, "The pier stays."), text="The pier stays.")
    said = replace(said, where=span(story, "she"), **speaker)
    found = replace(analysis, quotes=(said,), gist=span(story, "“The pier stays.”"))
    made = replace(edition(), stories=(story,), analyses=(found,), entities=(), related=(), tags=(), story_tags=((),))
    (quote,) = republishable(made, "excerpt").analyses[0].quotes
    assert (quote.text, quote.where, quote.speaker) == ("The pier stays.", None, left)


@pytest.mark.parametrize("made", LIMITED)
def test_lines_that_cleaning_took_out_are_counted_but_not_shown(made: Edition) -> None:
    for before, after in zip(STORIES, made.stories, strict=True):
        assert [(one.lines, one.rule) for one in after.removed] == [(one.lines, one.rule) for one in before.removed]
        assert not any(one.text for one in after.removed)
    page = views.article_page(views.open_library(made, Options()), STORIES[0].id)
    assert [block.text for block in page.ledger.blocks] == ["", ""]
    assert page.ledger.removed == 4


def test_a_title_made_of_the_first_sentence_gives_way_to_the_name_of_the_file() -> None:
    assert [story.title for story in NONE.stories] == [STORIES[0].title, STORIES[1].title, "rays"]
    assert NONE.stories[2].title_origin == "file name"
    assert EXCERPT.stories[2].title == STORIES[2].title


# --- roles ---


def stated(text: str, role: str, made: str) -> tuple[Edition, Story]:
    """Make an edition of one article that states one role of Ada Quill, as the setting has it."""
    story, analysis = story_of([[text]])
    found = Role(Span(0, len(text)), role, "Ada Quill", None)
    entity = replace(edition().entities[2], roles=(StatedRole(story.id, found),), appearances=(), quotes=())
    one = replace(edition(), stories=(story,), analyses=(replace(analysis, roles=(found,)),), entities=(entity,))
    return republishable(one, made), story


@pytest.mark.parametrize(
    ("text", "role", "kept"),
    [
        ("Ada Quill is a marine engineer.", "a marine engineer", True),
        ("Ada Quill is " + "a " * SHORT + "chair.", "a " * SHORT + "chair", False),
        ("Ada Quill was the engineer.", "engineer", False),
        ("Ada Quill is a former engineer.", "a former engineer", True),
    ],
)
def test_a_role_in_a_few_words_stays_unless_it_would_be_wrong_without_its_sentence(
    text: str, role: str, kept: bool
) -> None:
    made, _ = stated(text, role, "none")
    assert [one.role.text for one in made.entities[0].roles] == [role] * kept
    assert len(made.analyses[0].roles) == kept


def test_the_words_that_state_a_role_are_shown_only_where_they_may_be() -> None:
    for made, said in ((edition(), True), (NONE, False)):
        library = views.open_library(made, Options())
        cards = tuple(role_cards(library, library.entities[EntityId("ines-okoye")]))
        assert [bool(source.statement) for card in cards for source in card.sources] == [said] * 2
        assert {card.text for card in cards} == {"a marine biologist", "biologist"}


def test_a_role_that_the_owner_states_is_no_text_of_others() -> None:
    made = edition()
    own = StatedRole(None, Role(Span(0, 0), "chair of a board with a name of very many words", "Ada Quill", None))
    entities = tuple(replace(entity, roles=(own,)) for entity in made.entities)
    assert all(entity.roles == (own,) for entity in republishable(replace(made, entities=entities), "none").entities)


# --- what is made of it ---


@pytest.mark.parametrize("made", LIMITED)
def test_sentences_that_are_withheld_are_counted_where_names_stand_but_not_shown(made: Edition) -> None:
    whole, library = (views.open_library(one, Options()) for one in (edition(), made))
    for entity in library.entities.values():
        for seen in entity.appearances:
            before, after = (passages(one, seen.story_id, seen.mentions) for one in (whole, library))
            assert set(after) <= set(before)
            assert sentence_count(library, seen.story_id, seen.mentions) == len(before)


@pytest.mark.parametrize("made", LIMITED)
def test_nobody_is_said_to_share_no_sentence_because_it_is_withheld(made: Edition) -> None:
    whole, library = (views.open_library(one, Options()) for one in (edition(), made))
    for entity in library.entities.values():
        before, after = (companions(one, one.entities[entity.id]) for one in (whole, library))
        named, still = ([(one.card.name, one.sentences) for one in found.cards] for found in (before, after))
        assert named == still
        for one in after.near:
            assert one.sentences == one.more + sum(len(place.passages) for place in one.places)


@pytest.mark.parametrize("made", LIMITED)
def test_no_link_leads_to_a_paragraph_that_is_not_on_the_page(made: Edition) -> None:
    library = views.open_library(made, Options())
    for story, analysis in zip(made.stories, made.analyses, strict=True):
        page = markup.body(story, analysis, views.name_links(library, story.id, ".."))
        named = views.article_page(library, story.id)
        for path in (one.passage for one in (*named.people, *named.organisations)):
            fragment = path.partition("#")[2]
            assert not fragment or f'id="{fragment}"' in page


def test_an_ornament_between_paragraphs_is_not_left_over_where_nothing_is_shown() -> None:
    broken = replace(STORIES[0], paragraphs=(*STORIES[0].paragraphs, Paragraph("* * *")))
    made = republishable(replace(edition(), stories=(broken, *STORIES[1:])), "none")
    assert markup.body(made.stories[0], made.analyses[0], {}) == ""


def test_in_an_excerpt_a_mark_stands_for_whatever_is_left_out() -> None:
    story, analysis = EXCERPT.stories[0], EXCERPT.analyses[0]
    links = views.name_links(views.open_library(EXCERPT, Options()), story.id, "..")
    page = markup.body(story, analysis, links)
    assert page.endswith('<p class="omitted"> […] </p>')
    assert not withheld(page)


@given(st.lists(st.lists(st.text("ab .,’-“”\n", min_size=1), min_size=1, max_size=4), min_size=1, max_size=4))
def test_of_any_text_no_more_is_shown_than_was_chosen(paragraphs: list[list[str]]) -> None:
    story, analysis = story_of(paragraphs)
    analysis = replace(analysis, summary=tuple(range(len(analysis.sentences))))
    made = replace(edition(), stories=(story,), analyses=(analysis,), entities=())
    (shown,) = republishable(made, "excerpt").stories
    chosen = excerpt(story, analysis)
    kept = (story.text[s.span.start : s.span.end] for n, s in enumerate(analysis.sentences) if n in chosen)
    assert shown_words(shown) == [word for sentence in kept for word in words(sentence)]
    assert len(shown_words(shown)) <= SHARE * len(words(story.text))
