"""Candidate tags of an article: readable, in the form the text uses most, best first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsdigest.analyse import keywords, nlp
from newsdigest.model import Kind, Mention, Paragraph, Span, Story, StoryId

pytestmark = pytest.mark.model


def story_of(text: str, title: str = "", byline: tuple[str, ...] = (), outlet: str | None = None) -> Story:
    saved = datetime(2024, 5, 1, tzinfo=UTC)
    paragraphs = tuple(Paragraph(part) for part in text.split("\n\n") if part)
    return Story(StoryId("s"), "s", title, "text", byline, outlet, None, None, "saved", saved, "en", paragraphs, (), 1)


def found(text: str, *names: tuple[str, Kind], **facts: object) -> list[str]:
    story = story_of(text, **facts)  # type: ignore[arg-type]  # facts are fields of a Story
    mentions = [
        Mention(Span(start, start + len(name)), name, kind)
        for name, kind in names
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    result = keywords.candidates(story, nlp.parse(story), tuple(sorted(mentions, key=lambda m: m.span)))
    assert [k.score for k in result] == sorted((k.score for k in result), reverse=True)
    return [k.text for k in result]


STRIKE = (
    "The rail strike in Brimsea entered its second week. Passengers blamed the railway for the rail strike. "
    "A spokesman said on Tuesday that 40 trains were cancelled. The union called the rail strike a success."
)


def test_what_an_article_repeats_comes_first() -> None:
    assert found(STRIKE)[0] == "rail strike"


def test_days_numbers_pronouns_and_general_words_are_no_candidates() -> None:
    unfit = {"Tuesday", "40", "40 trains", "its", "second week", "week", "spokesman", "success", "second"}
    assert not unfit & set(found(STRIKE))


def test_a_word_that_stands_in_one_longer_phrase_only_is_no_candidate() -> None:
    assert "strike" not in found(STRIKE)


def test_a_word_of_two_longer_phrases_is_one() -> None:
    assert "ferry" in found("The car ferry sank in the harbour. The night ferry saved its crew.")


def test_words_of_the_title_come_first() -> None:
    text = "The council met in the library. The harbour was discussed. The library was discussed."
    assert found(text, title="Brimsea talks about its harbour")[0] == "harbour"


def test_singular_and_plural_are_one_in_the_commoner_form() -> None:
    result = found("Trawlers left the port. A trawler came back. The trawlers caught herring.")
    assert [text for text in result if "rawler" in text] == ["trawlers"]


def test_a_surname_counts_for_the_full_name() -> None:
    text = "The mayor, Ada Quill, spoke of the harbour. Quill promised a bridge. Quill then left."
    result = found(text, ("Ada Quill", "person"), ("Quill", "person"))
    assert result[0] == "Ada Quill"
    assert "Quill" not in result


def test_a_single_name_does_not_count_for_a_full_name_that_comes_later() -> None:
    text = "Quill played in Brimsea. Quill are named after the inventor Ada Quill."
    assert "Quill" in found(text, ("Quill", "person"), ("Ada Quill", "person"))


def test_a_company_with_and_without_its_legal_form_is_one() -> None:
    text = "Quill Ltd. bought the ferry. Quill paid in cash. Heron Ltd. did not."
    names = (("Quill Ltd", "organisation"), ("Quill", "organisation"), ("Heron Ltd", "organisation"))
    result = found(text, *names)  # type: ignore[arg-type]  # the kinds are literals
    assert {name for name in result if name.startswith(("Quill", "Heron"))} == {"Quill", "Heron Ltd"}


def test_a_time_zone_is_no_candidate() -> None:
    assert "GMT" not in found("The ferry sails at 2000 GMT. The harbour opens at 0400 GMT.", ("GMT", "place"))


def test_an_explained_acronym_and_its_long_form_are_one() -> None:
    text = "The Union of Rail Workers (URW) met. The URW wants a bridge. The URW left."
    result = found(text, ("Union of Rail Workers", "organisation"), ("URW", "organisation"))
    assert [name for name in result if name in ("URW", "Union of Rail Workers")] == ["URW"]


def test_a_name_stays_whole() -> None:
    result = found(
        "The Brimsea Herring Museum opened. Visitors praise the museum.", ("Brimsea Herring Museum", "organisation")
    )
    assert "Brimsea Herring Museum" in result
    assert not {"Herring Museum", "Herring", "Brimsea Herring"} & set(result)


def test_a_title_before_a_person_is_no_candidate() -> None:
    assert "harbour engineer" not in found("The plan pleased harbour engineer Ada Quill.", ("Ada Quill", "person"))


@pytest.mark.parametrize("job", ["chief executive", "chairman", "spokeswoman", "CEO"])
def test_a_job_is_no_candidate(job: str) -> None:
    assert not [text for text in found(f"The {job} closed the harbour. The {job} went home.") if job in text]


def test_dull_adjectives_are_cut_off() -> None:
    assert "ferry" in found("The new ferry sank. A large ferry burned.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge will close, according to the Brimsea Post.",
        "The bridge will close, she told the Brimsea Post.",
        "The bridge will close, she told Northern newspaper Brimsea Post.",
        "The bridge will close, she told us, speaking exclusively to the Brimsea Post.",
        "The bridge will close, the Brimsea Post reported.",
        "The bridge will close. The Brimsea Post [of March] reports that it is old.",
        "The bridge will close. The Brimsea Post’s column says why.",
    ],
)
def test_a_paper_that_is_only_cited_is_no_candidate(sentence: str) -> None:
    assert "Brimsea Post" not in found(sentence, ("Brimsea Post", "organisation"))


def test_a_paper_that_the_news_is_about_is_one() -> None:
    text = "The Brimsea Post will close, according to the Brimsea Post."
    assert "Brimsea Post" in found(text, ("Brimsea Post", "organisation"))


def test_the_place_of_a_dateline_is_no_candidate() -> None:
    assert "BRIMSEA" not in found("BRIMSEA - A ferry sank in the harbour.", ("BRIMSEA", "place"))


def test_the_article_s_own_author_and_outlet_are_no_candidates() -> None:
    text = "Ada Quill of the Post saw the ferry sink. Ada Quill swam. The Post was told."
    result = found(
        text, ("Ada Quill", "person"), ("Post", "organisation"), byline=("Ada Quill",), outlet="post.example"
    )
    assert not {"Ada Quill", "Post"} & set(result)


def test_headings_give_no_phrases() -> None:
    story = story_of("The ferry sank.\n\nHarbour Giants Quarrel Over Fees\n\nThe crew swam.")
    heading = Paragraph(story.paragraphs[1].text, "heading")
    paragraphs = (story.paragraphs[0], heading, story.paragraphs[2])
    changed = Story(*(paragraphs if f == "paragraphs" else getattr(story, f) for f in Story.__slots__))
    texts = [k.text for k in keywords.candidates(changed, nlp.parse(changed), ())]
    assert "ferry" in texts
    assert not any("Giants" in text for text in texts)


def test_no_more_than_twenty() -> None:
    things = "ferry harbour bridge trawler herring museum railway lorry kitchen soup tomato basil lighthouse".split()
    text = " ".join(f"The {one} needs a {other}." for one in things for other in things if one != other)
    assert len(found(text)) <= keywords.CANDIDATES


def test_a_text_of_general_words_alone_still_has_candidates() -> None:
    assert found("Nothing happened yesterday.") != []


def test_a_text_without_words_has_none() -> None:
    assert found("…") == []


def test_where_yake_fails_the_candidates_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = set(found(STRIKE))
    monkeypatch.setattr(keywords.yake.KeywordExtractor, "extract_keywords", lambda *_: [])
    assert keywords.yake_weights(STRIKE, "en") == {}
    assert set(found(STRIKE)) == expected


def test_an_error_that_yake_swallows_takes_no_candidate_away_and_is_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = set(found(STRIKE))
    monkeypatch.setattr("yake.core.yake.DataCore.build_mult_terms_features", lambda *_, **__: 1 / 0)
    assert keywords.yake_weights(STRIKE, "en") == {}
    assert set(found(STRIKE)) == expected
    assert (caplog.records, *capfd.readouterr()) == ([], "", "")


def test_a_phrase_whose_words_the_title_has_goes_before_one_of_which_it_has_none() -> None:
    text = "The town has a car ferry and a fish market. It paints the fish market and the car ferry."
    assert found(text, title="A ferry for every car").index("car ferry") == 0
    assert found(text, title="A market for every fish").index("fish market") == 0


def test_what_has_no_letter_or_digit_is_no_candidate() -> None:
    assert all(any(c.isalnum() for c in text) for text in found("The ferry 's sank 's. It 's the 's of the ferry."))


def test_yake_s_opinion_is_one_and_more_and_better_for_the_subject() -> None:
    weights = keywords.yake_weights(STRIKE, "en")
    assert min(weights.values()) >= 1
    assert weights["rail strike"] > weights["success"]


def test_yake_is_asked_once_and_about_the_parsed_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def weights(text: str, lang: str) -> dict[str, float]:
        asked.append(f"{lang} {text}")
        return {}

    monkeypatch.setattr(nlp, "LONGEST", 60)
    monkeypatch.setattr(keywords, "yake_weights", weights)
    found("The rail strike began in the port. " * 5)
    assert asked == ["en The rail strike began in the port. The rail strike began in"]


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        ("The ferry sank. Susan saw the ferry.", "", False),
        ("The ferry sank. Susan saw the ferry.", "Susan and the ferry", True),
        ("The ferry sank. Susan saw it. Then Susan left. The ferry hit Susan.", "", True),
    ],
)
def test_a_given_name_alone_is_a_candidate_in_the_title_or_where_it_stands_often(
    text: str, title: str, kept: bool
) -> None:
    assert ("Susan" in found(text, ("Susan", "person"), title=title)) is kept


def test_a_place_with_a_given_name_stays() -> None:
    assert "Susan" in found("The ferry sank near Susan.", ("Susan", "place"))


def test_words_that_tell_nothing_of_a_subject_are_no_tags_even_where_no_phrase_is_found() -> None:
    assert found("Nobody knew what this was about. They had never been there before that.") == ["knew"]
