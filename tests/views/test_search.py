"""What the search finds: a record of everything, what it shows, and what results can be narrowed down to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from newsdigest import views
from newsdigest.model import EntityId
from newsdigest.options import Options
from newsdigest.views.library import Library
from newsdigest.views.search import KINDS, Passage, Record, records, search_page
from newsdigest.views.search_documents import place

from tests.sample import ENTITIES, STORIES, edition, empty

OPTIONS = Options(tag_pages=1)
LIBRARY = views.open_library(edition(), OPTIONS)
RECORDS = tuple(records(LIBRARY))


def found(kind: str, words: str = "", library: Library = LIBRARY) -> Record:
    """The first record of a kind that has these words in it."""
    return next(r for r in records(library) if r.kind == kind and words in f"{r.title} {r.passages}")


def values(record: Record, name: str) -> list[str]:
    return [value for key, value in record.filters if key == name]


def test_there_is_a_record_of_every_article_name_subject_and_quotation() -> None:
    counts = Counter(record.kind for record in RECORDS)
    assert counts == {"article": 3, "organisation": 2, "person": 3, "quotation": 4, "tag": 3}
    assert set(counts) == {kind.name for kind in KINDS}


def test_each_record_leads_to_a_page_that_is_there_and_has_a_place_of_its_own() -> None:
    paths = {page.path for page in views.pages(LIBRARY)} | set(LIBRARY.paths.values())
    assert {record.path for record in RECORDS} <= paths
    assert len({place(record) for record in RECORDS}) == len(RECORDS)


def test_an_article_is_found_by_its_title_text_authors_and_subjects() -> None:
    article = found("article", "Old ferry pier")
    assert [passage.paragraph for passage in article.passages] == [1, 2, 3, 4, 5]
    assert article.passages[2] == Passage("What the pier becomes", 3)
    assert article.words == ("Rosa Lind", "Ole Marsh", "tidal power", "turbines", "Ada Quill")


def test_an_article_shows_its_source_and_day_and_is_ordered_by_it() -> None:
    article = found("article", "Old ferry pier")
    assert dict(article.shown) == {"outlet": "The Harbour Ledger", "day": "9 March 2026"}
    assert article.day == "2026-03-09"


def test_a_day_of_saving_is_never_taken_for_that_of_publication() -> None:
    one, other = (replace(STORIES[2], saved=STORIES[2].saved.replace(day=day)) for day in (6, 7))
    made = replace(edition(), stories=(STORIES[0], replace(STORIES[1], published=None, saved=one.saved), other))
    article = found("article", "A survey", views.open_library(made, OPTIONS))
    assert dict(article.shown) == {"day": "saved 7 March 2026"}
    assert values(article, "year") == []
    assert article.day == "2026-03-07"


def test_the_one_day_on_which_all_were_saved_is_left_to_the_masthead() -> None:
    assert found("article", "A survey").shown == ()


def test_an_article_can_be_narrowed_down_to_by_source_year_subject_and_person() -> None:
    article = found("article", "A narrow night")
    assert values(article, "source") == ["Northfield Courier"]
    assert values(article, "year") == ["2026"]
    assert values(article, "tag") == ["turbines", "northern channel"]
    assert values(article, "person") == ["Tomas Brandt", "Inés Okoye"]


def test_a_subject_without_a_page_is_found_in_its_article_but_is_nothing_to_narrow_down_to() -> None:
    library = views.open_library(edition(), Options(tag_pages=2))
    article = found("article", "Old ferry pier", library)
    assert values(article, "tag") == ["turbines"]
    assert "tidal power" in article.words
    assert [r.title for r in records(library) if r.kind == "tag"] == ["northern channel", "turbines"]


def test_a_person_is_found_by_all_forms_of_the_name_and_by_what_they_are_said_to_be() -> None:
    person = found("person", "Ada Quill")
    assert person.words == ("Quill", "chief executive", "Lumen Works")
    assert dict(person.shown) == {"role": "chief executive, Lumen Works"}
    assert person.count == 2
    assert values(person, "person") == ["Ada Quill"]


def test_a_name_that_only_one_article_has_changes_with_it_and_others_by_themselves() -> None:
    once = tuple(replace(one, appearances=one.appearances[:1]) for one in ENTITIES[:2])
    library = views.open_library(replace(edition(), entities=(*once, *ENTITIES[2:])), OPTIONS)
    homes = {record.title: record.home for record in records(library) if record.kind in ("person", "organisation")}
    assert homes == {
        **{one.name: library.paths[one.appearances[0].story_id] for one in once},
        **{one.name: "" for one in ENTITIES[2:]},
    }


def test_a_quotation_leads_to_its_paragraph_and_says_who_where_and_when() -> None:
    said = found("quotation", "Nobody asked the harbour")
    assert said.passages == (Passage("Nobody asked the harbour what it does at night,", 3),)
    assert dict(said.shown) == {
        "speaker": "Inés Okoye", "article": "A narrow night for the leader of the council",
        "source": "Northfield Courier", "day": "8 March 2026",
    }  # fmt: skip


def test_a_quotation_belongs_to_its_speaker_and_to_no_other_person_of_the_article() -> None:
    assert values(found("quotation", "Nobody asked the harbour"), "person") == ["Inés Okoye"]


def test_a_quotation_of_nobody_known_is_found_without_a_person() -> None:
    nobody = views.open_library(replace(edition(), entities=()), OPTIONS)
    said = found("quotation", "Nobody asked the harbour", nobody)
    assert values(said, "person") == []
    assert dict(said.shown)["speaker"] == "Inés Okoye"


def test_people_of_one_name_can_be_told_apart() -> None:
    other = next(e for e in ENTITIES if e.name == "Inés Okoye")
    same = replace(other, id=EntityId("ada-quill-2"), name="Ada Quill")
    two = views.open_library(replace(edition(), entities=(*(e for e in ENTITIES if e != other), same)), OPTIONS)
    labels = [label for r in records(two) if r.kind == "person" for label in values(r, "person")]
    assert sorted(labels) == ["Ada Quill (ada-quill)", "Ada Quill (ada-quill-2)", "Tomas Brandt"]


def test_only_a_language_that_is_not_the_sites_own_is_told() -> None:
    foreign = tuple(replace(story, lang="fr") for story in STORIES)
    library = views.open_library(replace(edition(), stories=foreign), OPTIONS)
    assert dict(found("article", "Old ferry", library).shown)["lang"] == "fr"
    assert "lang" not in dict(found("article", "Old ferry").shown)


@pytest.mark.parametrize("allowed", ["excerpt", "none"])
def test_what_may_not_be_republished_is_not_there_to_be_found(allowed: str) -> None:
    reduced = views.republishable(edition(), allowed)
    library = views.open_library(reduced, OPTIONS)
    shown = [passage.text for record in records(library) for passage in record.passages]
    assert "Work starts in June." not in " ".join(shown)
    assert not any("\u3164" in text for text in shown)
    assert bool(shown) == (allowed == "excerpt")
    assert all("[…]" in text or text in " ".join(story.text for story in STORIES) for text in shown)
    assert {r.kind for r in records(library)} >= {"article", "person", "organisation", "tag"}


def test_without_articles_there_is_a_page_but_nothing_to_find() -> None:
    library = views.open_library(empty(), OPTIONS)
    assert tuple(records(library)) == ()
    assert search_page(library).total == 0
