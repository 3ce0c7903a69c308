"""From stories and analyses to an edition."""

from __future__ import annotations

from itertools import permutations

from newsdigest.corrections import Curation, EntityCorrection
from newsdigest.link import REMEMBERED, link, newest_first
from newsdigest.model import Edition, Skipped
from newsdigest.options import Options

from tests.link.naming import article
from tests.sample import ANALYSES, STORIES

NOTHING = Curation()
SKIPPED = (Skipped("x.pdf", "is no text"),)


def edition(curation: Curation = NOTHING) -> Edition:
    return link(STORIES, ANALYSES, curation, SKIPPED, ("a setting is not known",), Options())


def test_the_stories_stand_newest_first_with_their_analyses() -> None:
    found = edition()
    assert [story.date for story in found.stories] == sorted((story.date for story in STORIES), reverse=True)
    assert [analysis.story_id for analysis in found.analyses] == [story.id for story in found.stories]
    assert len(found.story_tags) == len(found.stories)


def test_articles_of_one_day_are_sorted_by_title_then_path() -> None:
    articles = [article(key, "Rain.") for key in "cab"]
    stories, analyses = newest_first(tuple(s for s, _ in articles), tuple(a for _, a in articles))
    assert [story.title for story in stories] == ["a", "b", "c"]
    assert [analysis.story_id for analysis in analyses] == ["a", "b", "c"]


def test_the_same_articles_in_any_order_make_the_same_edition() -> None:
    editions = {
        link(tuple(STORIES[i] for i in order), tuple(ANALYSES[i] for i in order), Curation(), (), (), Options())
        for order in permutations(range(3))
    }
    assert len(editions) == 1


def test_everybody_has_companions_and_links_to_known_ids() -> None:
    found = edition()
    ids = {one.id for one in found.entities}
    assert {companion.entity_id for one in found.entities for companion in one.companions} <= ids
    assert {one.name for one in found.entities} == {
        "Ada Quill", "Harbour Council", "Inés Okoye", "Lumen Works", "Tomas Brandt",
    }  # fmt: skip


def test_who_is_hidden_is_nobodys_companion() -> None:
    found = edition(Curation(entities=(EntityCorrection("Ada Quill", hide=True),)))
    assert "ada-quill" not in {c.entity_id for one in found.entities for c in one.companions}


def test_versions_of_one_text_are_told_newest_first_in_any_order() -> None:
    tale = " ".join(f"Word{n}" for n in range(60))
    told = {"a": f"{tale} The desk adds this.", "b": "Rain fell on the hills of Arlen all day long.", "c": tale}
    articles = [article(key, text) for key, text in told.items()]
    for one in permutations(articles):
        found = link(tuple(s for s, _ in one), tuple(a for _, a in one), NOTHING, (), (), Options())
        assert found.versions == (("a", "c"),)
    assert edition().versions == ()


def test_what_was_skipped_and_every_warning_reach_the_account() -> None:
    found = edition(Curation(entities=(EntityCorrection("Ada Quil", hide=True),), tag_bans=("nonsense",)))
    assert found.skipped == SKIPPED
    assert found.warnings == (
        "a setting is not known",
        "curation.toml: “Ada Quil” matches no person or organisation; the nearest is “Ada Quill”",
        "curation.toml: no article has the tag “nonsense”",
    )


def test_nothing_of_the_names_is_remembered_once_the_edition_is_made() -> None:
    assert edition() == edition()
    assert [one.cache_info().currsize for one in REMEMBERED] == [0] * len(REMEMBERED)


def test_no_story_makes_an_empty_edition() -> None:
    found = link((), (), Curation(), (), (), Options())
    assert (found.stories, found.entities, found.tags, found.related) == ((), (), (), ())
