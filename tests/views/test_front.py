"""What leads the front page, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdigest import views
from newsdigest.model import Edition, Story, StoryId
from newsdigest.options import Options
from newsdigest.views.cards import Link, QuoteCard
from newsdigest.views.front import ENOUGH, LATEST, SECONDS, FrontPage, _substance, front_page, most_named
from newsdigest.views.library import open_library

from tests.sample import ANALYSES, STORIES, edition, empty


def front_of(made: Edition) -> FrontPage:
    return front_page(views.open_library(made, Options()))


def many(number: int) -> Edition:
    """An edition of articles that name nobody, one a day, newest first."""
    bare = replace(STORIES[2], removed=())
    stories = tuple(
        replace(bare, id=StoryId(f"{n:08}-x"), path=f"{n}.txt", saved=bare.saved - timedelta(days=n))
        for n in range(number)
    )
    analyses = tuple(replace(ANALYSES[2], story_id=s.id, mentions=(), roles=(), quotes=()) for s in stories)
    return replace(empty(), stories=stories, analyses=analyses, story_tags=((),) * number)


def shown(page: FrontPage) -> list[str]:
    return [card.path for card in ([page.lead] if page.lead else []) + [*page.seconds, *page.latest]]


def heard(page: FrontPage) -> list[QuoteCard]:
    return [*([page.voice] if page.voice else []), *page.voices]


def aged(story: Story, days: int) -> Story:
    return replace(story, published=(story.published or story.saved) - timedelta(days=days))


def test_the_article_with_the_most_people_quotations_and_company_leads() -> None:
    page = front_of(edition())
    assert page.lead is not None
    assert page.lead.title == STORIES[0].title
    assert [card.title for card in page.seconds] == [STORIES[1].title, STORIES[2].title]


def test_a_rich_article_gives_way_to_fresh_ones_after_days() -> None:
    made = edition()
    order = (1, 2, 0)
    stories = (STORIES[1], aged(STORIES[2], 0), aged(STORIES[0], 14))
    old = replace(
        made,
        stories=stories,
        analyses=tuple(made.analyses[n] for n in order),
        story_tags=tuple(made.story_tags[n] for n in order),
    )
    page = front_of(old)
    assert page.lead is not None
    assert page.lead.title == STORIES[1].title
    assert shown(page)[-1] == views.story_path(stories[2])


def test_an_article_that_states_no_day_does_not_lead_because_it_was_saved_last() -> None:
    made = edition()
    late = replace(STORIES[2], saved=STORIES[2].saved + timedelta(days=90))
    assert late.published is None
    page = front_of(replace(made, stories=(*STORIES[:2], late)))
    assert page.lead is not None
    assert page.lead.title == STORIES[0].title


def test_where_no_article_states_a_day_the_one_saved_last_leads() -> None:
    assert shown(front_of(many(3)))[0] == views.story_path(many(3).stories[0])


def test_each_article_is_shown_once_or_counted() -> None:
    made = many(LATEST + SECONDS + 6)
    page = front_of(made)
    assert len(set(shown(page))) == len(shown(page)) == 1 + SECONDS + LATEST
    assert page.more == 5


def test_below_the_first_ones_articles_stand_by_day() -> None:
    page = front_of(many(12))
    days = [card.when.iso for card in page.latest]
    assert days == sorted(days, reverse=True)


def test_articles_of_the_same_weight_and_day_keep_their_order() -> None:
    made = many(4)
    stories = tuple(replace(story, saved=STORIES[0].saved) for story in made.stories)
    assert shown(front_of(replace(made, stories=stories))) == [views.story_path(story) for story in stories]


def test_below_the_first_ones_the_weightier_article_of_a_day_comes_first() -> None:
    made = many(9)
    stories = tuple(replace(story, saved=STORIES[0].saved) for story in made.stories)
    heavy = replace(made.analyses[8], quotes=ANALYSES[0].quotes[:1])
    lead = tuple(replace(a, quotes=ANALYSES[0].quotes) for a in made.analyses[: 1 + SECONDS])
    page = front_of(replace(made, stories=stories, analyses=(*lead, *made.analyses[5:8], heavy)))
    assert page.latest[0].path == views.story_path(stories[8])


def test_versions_of_one_text_stand_once_and_name_the_others_by_outlet() -> None:
    made = many(3)
    stories = tuple(replace(s, outlet=o) for s, o in zip(made.stories, ("Ledger", "Courier", None), strict=True))
    page = front_of(replace(made, stories=stories, versions=(tuple(s.id for s in stories),)))
    assert shown(page) == [views.story_path(stories[0])]
    assert page.also == {
        views.story_path(stories[0]): (
            Link(views.story_path(stories[1]), "Courier"),
            Link(views.story_path(stories[2]), stories[2].title),
        )
    }


def test_what_several_outlets_carry_weighs_more() -> None:
    made = many(3)
    stories = tuple(replace(s, outlet=o) for s, o in zip(made.stories, ("Ledger", "Courier", "Ledger"), strict=True))

    def weight(*group: int) -> int:
        versions = (tuple(stories[n].id for n in group),)
        return _substance(open_library(replace(made, stories=stories, versions=versions), Options()), stories[0])

    assert weight(0, 1) > weight(0, 2) == weight(0)


def test_an_empty_folder_has_no_lead() -> None:
    page = front_of(empty())
    assert (page.lead, page.seconds, page.latest, page.more, page.voices) == (None, (), (), 0, ())


def test_most_named_means_articles_then_mentions_then_name() -> None:
    library = views.open_library(edition(), Options())
    assert [card.name for card in most_named(library, "person")] == ["Ada Quill", "Tomas Brandt", "Inés Okoye"]
    assert [card.name for card in most_named(library, "organisation")] == ["Lumen Works", "Harbour Council"]


def test_subjects_that_are_no_names_stand_by_number_of_articles() -> None:
    every = front_page(views.open_library(edition(), Options(tag_pages=1)))
    assert [tag.name for tag in every.subjects] == ["northern channel", "turbines", "tidal power"]


def test_subjects_without_a_page_are_left_out() -> None:
    assert [tag.name for tag in front_of(edition()).subjects] == ["northern channel", "turbines"]


def test_voices_are_whole_sentences_of_different_people() -> None:
    voices = heard(front_of(edition()))
    assert [voice.speaker for voice in voices] == ["Ada Quill", "Tomas Brandt"]
    assert all(40 <= len(voice.text) <= 220 for voice in voices)


def test_the_lead_has_the_first_word_and_its_speaker_no_second_one() -> None:
    page = front_of(edition())
    assert page.lead is not None
    assert page.voice is not None
    assert page.voice.story.path == page.lead.path
    assert page.voice.speaker not in [said.speaker for said in page.voices]


def test_nobody_speaks_on_the_front_page_who_is_not_known() -> None:
    made = edition()
    unknown = tuple(replace(entity, quotes=()) for entity in made.entities)
    assert heard(front_of(replace(made, entities=unknown))) == []


def test_a_quotation_whose_speaker_is_only_inferred_does_not_stand_on_the_front_page() -> None:
    made = edition()
    inferred = tuple(
        replace(a, quotes=tuple(replace(q, attribution="continuation") for q in a.quotes)) for a in made.analyses
    )
    assert heard(front_of(replace(made, analyses=inferred))) == []


def test_a_list_of_names_weighs_no_more_than_a_full_article() -> None:
    def weight(quotes: int) -> int:
        made = edition()
        crowded = replace(made.analyses[2], quotes=made.analyses[0].quotes[:1] * quotes)
        return _substance(open_library(replace(made, analyses=(*made.analyses[:2], crowded)), Options()), STORIES[2])

    assert weight(0) < weight(ENOUGH) == weight(20 * ENOUGH)
