"""What a mail says of those who wrote or got it is told from its article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.mail_private import People, private_lines

WRAPPED = [
    "The bridge of Dunmore opened on Monday after two years of work, the",
    "mayor said at the river, where some hundred people had come to see it.",
]
LAST = ["It is red, as the old one was."]
ARTICLE = [*WRAPPED, "", *LAST]
LONG = [" ".join(WRAPPED), "It carries two lanes and a path for people on foot, and it will be closed to lorries. " * 2]
ADA = People((("Ada Moor", "ada@moorhaven.example"),), (("Jo Hale", "jo@example.org"),))
DISCLAIMER = [
    "This email and any attachments are confidential and intended solely for the",
    "use of the individual to whom they are addressed. If you have received it",
    "in error, please tell us, and delete it; any use of it is against the law.",
]
SPANNED = ["The law of England holds for all of this, and no other, wherever it may have been read or kept."]


def kept(lines: list[str], people: People = ADA) -> list[str]:
    private = private_lines(lines, people)
    return [line for number, line in enumerate(lines, start=1) if number not in private and line.strip()]


def filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


# --- footers ---


@pytest.mark.parametrize(
    "footer",
    [
        DISCLAIMER,
        [" ".join(DISCLAIMER)],
        ["CONFIDENTIALITY NOTICE", "", *DISCLAIMER],
        ["*Disclaimer:* see our site."],
        [*DISCLAIMER, "", "The sender accepts no liability for any virus in the attachments or for a late delivery."],
        ["If you are not the intended recipient, please notify the sender."],
        ["Diese E-Mail ist vertraulich; sollten Sie nicht der Empfänger sein, löschen Sie sie."],
        ["Ce message est confidentiel et destiné à son seul destinataire."],
        ["Sent from my phone"],
        ["Sent from my Fone 12"],
        ["Sent with Quickbird Mail secure email."],
        ["Get Outlook for iOS <https://example.org/o>"],
        ["Von meinem Telefon gesendet"],
        ["Envoyé de mon téléphone"],
        ["Please consider the environment before printing this email"],
        ["Moorhaven Ltd, 12 Quay Road. Registered in England, number 123456"],
        ["Registered office: 12 Quay Road", "Dunmore DM1 2AB"],
        ["Moorhaven GmbH, Amtsgericht Dunmore HRB 1234"],
        ["Best,", "Ada"],
        [
            "Kind regards,",
            "",
            "Ada Moor",
            "Analyst",
            "Moorhaven Ltd | 12 Quay Road | T +44 555 123 4567",
            "www.moor.example",
        ],
        ["Ada Moor | Analyst", "Moorhaven Ltd", "T: 555 123 4567"],
        ["- Ada"],
        ["Mit freundlichen Grüßen", "Ada Moor"],
        ["Ada Moor", "", "Sent from my phone", "", *DISCLAIMER],
        ["You are receiving this because you are a member.", "", "Moorhaven Ltd", "12 Quay Road", "Dunmore"],
        [
            "To unsubscribe from this group and stop receiving messages from it,",
            "send a word to the one who keeps the list.",
        ],
    ],
)
@pytest.mark.parametrize("article", [ARTICLE, LONG])
def test_what_stands_below_an_article_in_a_mail_is_private(article: list[str], footer: list[str]) -> None:
    assert kept([*article, "", *footer]) == filled(article)


def test_a_footer_needs_no_empty_line_above_it() -> None:
    assert kept([*LONG, *DISCLAIMER]) == LONG
    assert kept([*LONG, "Kind regards", "Ada Moor", " ".join(DISCLAIMER), "Moorhaven Ltd"]) == LONG


@pytest.mark.parametrize(
    "wording",
    [["Sent from my phone"], DISCLAIMER, ["Best,", "Ada"], ["You are receiving this because you asked for it."]],
)
def test_an_article_below_a_wording_of_footers_stays(wording: list[str]) -> None:
    assert filled(ARTICLE) == [line for line in kept([*wording, "", *ARTICLE]) if line not in wording]


@pytest.mark.parametrize(
    "last",
    [
        "The email was sent to the wrong recipient and held confidential names, the council said on Monday.",
        "“This message will find its readers,” the sender said, and went to the bridge.",
        "Ada Moor said that the bridge was hers.",
        "The old bridge was sent from my town to hers in parts, and built again by people who had never seen one.",
        "Thanks to the river, the town grew.",
        "Warning: the message of the river is a different one.",
        "The plan of the bridge opens in a browser.",
        "Best of all, it is red.",
        "For tickets call 555 123 4567.",
        "Registered voters may cross the bridge without paying.",
        "Sent from the north by rail, the parts arrived in May.",
        "Legal notices of the town hang at the bridge.",
    ],
)
def test_the_end_of_an_article_is_no_footer(last: str) -> None:
    assert kept([*ARTICLE, "", last])[-1] == last


@pytest.mark.parametrize("sign_off", [["Best wishes,", "Jane Doe"], ["Thanks for reading", "Jane"]])
def test_where_an_outlet_writes_a_column_keeps_its_greeting(sign_off: list[str]) -> None:
    assert kept([*ARTICLE, "", *sign_off], People()) == filled([*ARTICLE, *sign_off])


def test_lists_of_short_lines_below_a_wording_are_no_footer() -> None:
    news = [f"Bridge {number} opens" for number in range(11)]
    assert kept(["You are receiving this because you asked.", "", *news]) == news


# --- single lines ---


@pytest.mark.parametrize(
    "line",
    [
        "From Ada (ada@moorhaven.example)",
        "JO@EXAMPLE.ORG",
        "Hi Jo,",
        "Dear Jo Hale",
        "Good morning, Jo!",
        "CAUTION: This email came from outside the company. Do not open what is attached.",
        "[EXTERNAL] This message was sent by somebody we do not know.",
        "You don't often get email from news@example.org. Learn why this is important",
        "View this in your browser",
        "View in browser",
        "Newsletter abbestellen",
        "Forwarded this email? Subscribe here.",
        "Update your email preferences",
        "https://example.org/go?uid=7",
        "Sent from my phone",
    ],
)
@pytest.mark.parametrize("at", [0, 3, 4])
def test_a_line_about_those_who_wrote_or_got_the_mail_is_private_wherever_it_stands(line: str, at: int) -> None:
    assert kept([*ARTICLE[:at], line, "", *ARTICLE[at:]]) == filled(ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Moor",
        "Jo Hale opens the bridge",
        "Hello, bridge",
        "Hi all,",
        "Dear diary: a bridge",
        "External walls are red",
    ],
)
def test_a_name_in_the_article_stays(line: str) -> None:
    assert line in kept([line, "", *ARTICLE])


def test_a_long_paragraph_about_newsletters_stays() -> None:
    line = "Readers who unsubscribe rarely come back, a study of the papers found. " * 4
    assert kept([*ARTICLE, "", line, "", *ARTICLE]) == [*filled(ARTICLE), line, *filled(ARTICLE)]


def test_lines_around_the_article_are_not_counted_again() -> None:
    lines = [*ARTICLE, "", "Sent from my phone", "", "> Jo wrote a long answer to this, which is around the article."]
    assert private_lines(lines, ADA, {8}) == {6, 7}


def test_nothing_is_private_where_nothing_would_be_left() -> None:
    assert private_lines(["Hi Jo,", "Sent from my phone"], ADA) == frozenset()


@pytest.mark.parametrize(
    ("name", "address"), [("", "ada.moor@x.example"), ("ada.moor@x.example", "ada.moor@x.example")]
)
def test_who_states_no_name_is_called_as_in_the_address(name: str, address: str) -> None:
    assert kept([*ARTICLE, "", "Ada Moor", "Moorhaven"], People(((name, address),))) == filled(ARTICLE)


LINES = st.lists(st.sampled_from([*ARTICLE, *DISCLAIMER, *SPANNED, "", "Best,", "Ada Moor", "Hi Jo,", "x" * 130]))


@given(LINES, st.booleans())
def test_something_is_always_left_and_no_line_invented(lines: list[str], person: bool) -> None:
    private = private_lines(lines, ADA if person else People())
    assert private <= set(range(1, len(lines) + 1))
    assert bool(kept(lines)) == bool(filled(lines))


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    private_lines(text.split("\n"), ADA)
