"""From the first comment to the end nothing is the article's."""

from __future__ import annotations

import pytest
from newsdigest.clean.blocks import lines_of
from newsdigest.clean.comments import comment_thread
from newsdigest.clean.kinds import kind_of

PROSE = "The council voted on Tuesday to close the old swimming hall, although most people who spoke were against it."
ARTICLE = f"{PROSE}\nIn its place a library is planned. {PROSE}\n"


def thread(text: str) -> list[str]:
    blocks = lines_of(text)
    return [block.text for block in comment_thread(blocks, [kind_of(block.text) for block in blocks])]


@pytest.mark.parametrize(
    "start",
    [
        "Leave a Reply",
        "Post a comment",
        "Comments powered by Chatterbox",
        "Pool party (Score:5, Funny)",
        "Re: (Score:2)",
        "{ 12 comments… read them below or add one }",
        "12 Comments",
        "Comments (3)",
        "Three thoughts on “The old swimming hall”",
        "Pingback: Other news",
        "Newest comments",
    ],
)
def test_a_thread_runs_from_its_first_line_to_the_end(start: str) -> None:
    assert thread(f"{ARTICLE}{start}\nI learned to swim there.\n{PROSE}") == [start, "I learned to swim there.", PROSE]


def test_two_speakers_after_the_article_are_a_thread() -> None:
    assert thread(f"{ARTICLE}Jo says:\nSad.\nBo Lund says:\nYes.")[0] == "Jo says:"


def test_one_such_line_is_not() -> None:
    assert thread(f"{ARTICLE}The mayor said:\n{PROSE}") == []


@pytest.mark.parametrize("menu", ["Comments", "Leave a comment", "12 Comments", "Post a comment"])
def test_the_words_of_a_menu_above_the_article_start_nothing(menu: str) -> None:
    assert thread(f"Home\n{menu}\nPrint\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "16. Thought",
        "comments(",
        "Comment on the plan was not to be had",
        "No response came",
        "Two replies came by post",
    ],
)
def test_lines_of_an_article_start_nothing(line: str) -> None:
    assert thread(f"{ARTICLE}{line}\n{PROSE}") == []


def test_a_counter_with_nothing_after_it_is_no_thread() -> None:
    assert thread(f"{ARTICLE}0 Comments") == []


@pytest.mark.parametrize(
    "start",
    [
        "125 Comments Add A Comment",
        "Add a comment »",
        "Have your say",
        "Comments are closed for this story",
        "Discuss this article",
        "Be the first to post a comment on this story",
        "Tell us what you think...",
    ],
)
def test_an_invitation_to_comment_ends_the_article(start: str) -> None:
    assert thread(f"{ARTICLE}{start}\n{PROSE}") == [start, PROSE]


@pytest.mark.parametrize(
    "head",
    [
        "Posted by: Jo | Jan 10, 2008 4:49:12 PM",
        "Posted by Jo on January 10, 2008 5:58 PM",
        "BY JO AT 01/08/08 05:30 PM",
        "By Jo on 10 January, 17:30",
    ],
)
def test_two_lines_that_sign_with_the_time_of_day_are_a_thread(head: str) -> None:
    assert thread(f"{ARTICLE}{head}\nSad.\n{head}\nYes.") == [head, "Sad.", head, "Yes."]
    assert thread(f"{ARTICLE}{head}\nSad.") == []


def test_three_time_stamps_are_a_thread_two_are_not() -> None:
    stamps = ["October 16, 2012 11:57 AM", "October 16, 2012 3:02 PM", "October 17, 2012 6:49 AM"]
    assert thread(ARTICLE + "\nWell done.\n".join(stamps))[0] == stamps[0]
    assert thread(ARTICLE + "\nWell done.\n".join(stamps[:2])) == []


def test_days_without_a_time_are_a_chronicle() -> None:
    assert thread(ARTICLE + "\nIt rained.\n".join(["16 May 2012", "17 May 2012", "18 May 2012", "19 May 2012"])) == []


def test_what_stands_above_the_article_does_not_hide_its_thread() -> None:
    text = f"By Ada Brook on 3 May 2024, 10:30\n{ARTICLE}By Jo on 3 May, 11:30\nSad.\nBy Bo on 3 May, 12:30\nYes."
    assert thread(text)[0] == "By Jo on 3 May, 11:30"


VOICES = (
    "Thanks for sharing this!",
    "Great article, I grew up by that pool.",
    "Hi Ada, will the cafe stay?",
    "Love this!!!",
)


def test_four_lines_in_the_voice_of_readers_are_a_thread() -> None:
    assert thread("\n".join([ARTICLE, *VOICES, "It will not."])) == [*VOICES, "It will not."]


def test_three_such_lines_are_not() -> None:
    assert thread("\n".join([ARTICLE, *VOICES[:3]])) == []


def test_thanks_at_the_beginning_too_are_a_conversation() -> None:
    text = "\n".join(["Hi Ada, thanks for coming.", ARTICLE * 4, *VOICES])
    assert thread(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Thanks to the mayor the hall will stay.",
        "Great Britain won by two boats.",
        "Hello was the first word on the line.",
        "Good news travels slowly, she said.",
        "I love it here, she said.",
    ],
)
def test_lines_of_an_article_are_in_no_readers_voice(line: str) -> None:
    assert thread(ARTICLE + "\n".join([line] * 5)) == []


@pytest.mark.parametrize("control", ["Reply", "ReplyDelete", "Report this comment", "Quote | Report this post"])
def test_a_button_below_each_of_two_comments_tells_the_thread(control: str) -> None:
    assert thread(f"{ARTICLE}How sad.\n{control}\nIndeed.\n{control}") == ["How sad.", control, "Indeed.", control]
    assert thread(f"{ARTICLE}How sad.\n{control}") == []


@pytest.mark.parametrize(
    "line", ["Lovely to read this :-)", "So sad!!! I miss it.", "What a day ;)", "Thanks for this"]
)
def test_signs_tell_the_voice_of_readers_too(line: str) -> None:
    assert thread(f"{ARTICLE}{line}\nSad.\n{line}\nYes.\n{line}\nNo.\n{line}")[0] == line
