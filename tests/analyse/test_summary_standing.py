"""Which sentences are whole, and which lean on the one before."""

from __future__ import annotations

import pytest
from newsdigest.analyse.summary_standing import leans, opens, paired, whole
from newsdigest.model import Mention, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry will sail again on Monday morning.", True),
        ('The captain said: "We will sail again on Monday."', True),
        ("The captain said: “We will sail again on Monday.”", True),
        ("The ferry sails again (it had been in dock since May).", True),
        ("The ferry sails again on Monday, and then the captain…", False),
        ("The ferry sails again on Monday, and then the captain...", False),
        ("More pictures of the ferry to Brimsea after the jump.", False),
        ("Who pays for the ferry to Brimsea now?", True),
        ("What would you pay for the ferry to Brimsea?", False),
        ("The captain spoke of the “harbour? lights in the fog.", False),
        ('The captain spoke of the "harbour? lights in the fog.', True),
        ('The captain spoke of the "harbour? Lights and the "fog? horns.', True),
        ("The ferry to Brimsea sails on Monday", False),
        ("Ferry back.", False),
        ("(Photo: the ferry to Brimsea sails on Monday.", False),
        ("The captain said: “We will sail again on Monday.", False),
        ('The captain said: "We will sail again on Monday.', False),
        ("‘We will sail again on Monday, the captain said.", False),
        ("1. The ferry will sail again on Monday morning.", False),
        ("• The ferry will sail again on Monday morning.", False),
        ("and the ferry will sail again on Monday morning.", False),
        ("Picture credit: the ferry will sail again on Monday.", False),
        ("By Ada Quill, who will sail again on Monday morning.", False),
        ("Write to ferry@brimsea.example before Monday morning at nine.", False),
        ("By Monday the ferry will sail again to the island.", True),
        ("By sailing again the ferry wins back its guests.", True),
        ("See www.brimsea.example for the times of the ferry.", False),
        ("Listen to the full interview with the captain on Brimsea Radio.", False),
        ("Listening to the captain is what the crew of the ferry does best.", True),
        ("Greetings from Brimsea and the crew of the ferry!", False),
        ("Be sure to check out what the crew of the ferry did.", False),
        ("Please register here for the next tour of the ferry.", False),
        ("Please the crew of the ferry and it will sail on.", True),
        ("Ada Quill is a senior staff writer at the Brimsea Ledger.", False),
        ("Ada Quill, a staff writer at the Brimsea Ledger, won a prize.", True),
        ("Win A Copy of The Harbour Lights!", False),
        ("Ada Quill of Brimsea Harbour sails on.", True),
        ("A: The ferry will sail again on Monday morning.", False),
        ("The captain fell asleep after the break of the mast.", False),
        ('The captain said: "We sail on Monday. "We always sail.', False),
        ('We sail." Ada Quill left, and the captain said: "She sails.', False),
        ("© The Brimsea Ferry and Harbour Company, all rights reserved.", False),
    ],
)
def test_whole_tells_a_sentence_from_captions_items_questions_and_fragments(text: str, expected: bool) -> None:
    assert whole(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [('a "b" c', True), ('a "b c', False), ("“a” “b”", True), ("“a” “b", False), ("(a", False)]
)
def test_paired_counts_quotation_marks_and_brackets(text: str, expected: bool) -> None:
    assert paired(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sails on.", True),
        ("The captain asked: “Who sails on?”", True),
        ("Who sails on?", False),
        ("“We sail on,” Ada Quill said.", False),
        ('"We sail on," Ada Quill said.', False),
    ],
)
def test_no_question_and_no_quotation_opens_a_summary(text: str, expected: bool) -> None:
    assert opens(text) is expected


def names_in(text: str, *names: str) -> list[Mention]:
    return [Mention(Span(100 + text.index(n), 100 + text.index(n) + len(n)), n, "person") for n in names]


@pytest.mark.parametrize(
    "text",
    [
        "However, the ferry sails on.",
        "But the ferry sails on.",
        "It sails on.",
        "It’s sailing on.",
        "They sail on.",
        "His ferry sails on.",
        "This surprised the town.",
        "These ferries sail on.",
        "As a result, the ferry sails on.",
        "For example, the ferry sails on.",
        "The company sails on.",
        "The new company sails on.",
        "The spokesman added that the ferry sails on.",
        "According to the company, the ferry sails on.",
        "The 29-year-old sails on.",
        "In March he sailed on.",
        "In March he met a man.",
        "The others sail on.",
        "The third season of the show sails on.",
        "Nope: the ferry sails on.",
        "Yes, the ferry sails on.",
        "The ferry, however, sails on.",
        "The ferry has not lost its captain, though.",
        "The ferry sails, too.",
        "Quill added that the ferry sails on.",
        "Over the years, each of these ferries has sailed on.",
        "I discuss all these and more.",
        "All these and more sail on.",
        "Some are meant to sail on.",
        "A separate report says that the ferry sails on.",
        "Ada Quill has also sailed on.",
        "If anything, the ferry sails faster.",
        "At three knots, it is the slowest boat of the harbour.",
        "Below, see the ferry sail.",
        "In harbour circles it is known as the tub.",
        "Three other ferries sail on.",
        "Our captain does all of these things.",
        '"Sail on," the captain said.',
        "“Sail on,” the captain said.",
        "",
        "The harbour master confirmed the report's claims on Monday.",
        "Ferry owners denied those claims.",
        "A note by the harbour master corroborated his theory.",
        "Unfortunately, the ferry sails on.",
        "Interestingly enough, the ferry sails on.",
        "Of course, the ferry sails on.",
        "Strip that away and the ferry sails on.",
        "Sailors begin the week with a smile like this little guy.",
        "Ferries are built for those things.",
    ],
)
def test_a_sentence_leans_where_it_points_back(text: str) -> None:
    assert leans(text, [], 100)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry owners denied the claim that the boat was old.",
        "The owners rejected a claim by sailors.",
        "The ferry sails on.",
        "No ferry sails on.",
        "Brimsea added 300 sailors.",
        "The third season of the Brimsea ferry sails on.",
        "The company of sailors rows on.",
        "This week the ferry sails on.",
        "This guide explains how the ferry sails on.",
        "Although the wind blew, the ferry sailed on.",
        "There they sail on.",
        "A man lost his boat.",
        "On Monday a young harbour pilot, a 29-year-old, sold her boat.",
        "Hereford sails on.",
        "Butter sails on.",
        "Sadly missed, the ferry sails on.",
        "Strip mines that away from Brimsea lie open sail on.",
        "Ferries are built for those things that Brimsea needs.",
        "Say that Brimsea sails on.",
    ],
)
def test_a_sentence_stands_where_it_points_at_nothing_before(text: str) -> None:
    assert not leans(text, [], 100)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In March Ada Quill said that she would sail.", "Ada Quill"),
        ("When she was mayor, Ada Quill sailed.", "Ada Quill"),
        ("The company Quill Ferries sails on.", "Quill Ferries"),
        ("The company, Quill Ferries, sails on.", "Quill Ferries"),
        ("The Quill company sails on.", "Quill"),
        ("“We sail on,” Ada Quill said.", "Ada Quill"),
    ],
)
def test_a_name_in_the_sentence_tells_who_is_meant(text: str, name: str) -> None:
    assert leans(text, [], 100)
    assert not leans(text, names_in(text, name), 100)


@pytest.mark.parametrize("text", ["“Ada Quill sails on,” the captain said.", "“But it sails,” Ada Quill said."])
def test_a_quotation_stands_only_where_its_speaker_is_named_and_it_does_not_point_back(text: str) -> None:
    assert leans(text, names_in(text, "Ada Quill"), 100)


def test_a_name_that_comes_late_does_not_tell_who_the_company_is() -> None:
    text = "According to the company, Ada Quill sails on."
    assert leans(text, names_in(text, "Ada Quill"), 100)
