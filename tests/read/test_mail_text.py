"""In the lines of a mail the article is found, whoever sent it on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.read.mail_text import Letter, letter, plain_subject, unflowed

BODY = ["The bridge of Dunmore opened on Monday after two years of work, the mayor said.", "It is red."]
NOTE = ["Have you seen this?", "Jo"]


def article(found: Letter) -> list[str]:
    return [line for place, line in enumerate(found.lines) if place not in found.frame and line.strip()]


# --- subjects ---


@pytest.mark.parametrize(
    ("subject", "plain", "kind"),
    [
        ("Bridge opens", "Bridge opens", ""),
        ("Fwd: Bridge opens", "Bridge opens", "forward"),
        ("FW: RE: Bridge opens", "Bridge opens", "forward"),
        ("Re: Fwd: Bridge opens", "Bridge opens", "reply"),
        ("WG: AW: Brücke offen", "Brücke offen", "forward"),
        ("TR : Le pont ouvre", "Le pont ouvre", "forward"),
        ("Re[2]: Re(3): Bridge opens", "Bridge opens", "reply"),
        ("Report: the bridge", "Report: the bridge", ""),
        ("Repair work: Re-opened", "Repair work: Re-opened", ""),
        ("Fwd:", "", "forward"),
        ("", "", ""),
    ],
)
def test_what_programs_put_before_a_subject_is_cut(subject: str, plain: str, kind: str) -> None:
    assert plain_subject(subject) == (plain, kind)


# --- flowed text ---


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("The bridge \nopened.\n\nIt is \nred.", "The bridge opened.\n\nIt is red."),
        ("> The bridge \n> opened.\n>> Who says \n>> so?", "> The bridge opened.\n>> Who says so?"),
        ("> quoted \nanswer", "> quoted \nanswer"),
        ("One \n-- \nJo", "One \n-- \nJo"),
        (" >stuffed \n text", ">stuffed text"),
        ("fixed\nlines", "fixed\nlines"),
        ("ends open ", "ends open "),
    ],
)
def test_lines_that_flow_are_joined(flowed: str, text: str) -> None:
    assert unflowed(flowed) == text


def test_the_space_that_only_marks_the_flow_is_dropped_where_that_is_stated() -> None:
    assert unflowed("橋は \n開いた。", without_space=True) == "橋は開いた。"


# --- forwarded mails ---

HEADS = {
    "apple": """
        Begin forwarded message:

        From: Lake Post <a@b.example>
        Subject: Bridge
        opens
        Date: 2 March 2026 at 08:00:00 GMT
        To: Jo <jo@b.example>
        """,
    "apple, German": """
        Anfang der weitergeleiteten Nachricht:

        Von: Lake Post <a@b.example>
        Betreff: Bridge opens
        Datum: 2 March 2026 at 08:00:00 GMT
        An: jo@b.example
        Kopie: Bo <bo@b.example>, Al
            <al@b.example>
        """,
    "gmail": """
        ---------- Forwarded message ---------
        From: Lake Post <a@b.example>
        Date: 2 March 2026 at 08:00:00 GMT
        Subject: Bridge opens
        To: <jo@b.example>, <bo@b.example>,
        <al@b.example>
        """,
    "gmail, French": """
        ---------- Forwarded message ---------
        De : Lake Post <a@b.example>
        Date: 2 March 2026 at 08:00:00 GMT
        Subject: Bridge opens
        To: <jo@b.example>
        """,
    "outlook": """
        ________________________________
        From: Lake Post <a@b.example>
        Sent: 2 March 2026 at 08:00:00 GMT
        To: Jo <jo@b.example>; Bo
        <bo@b.example>
        Subject: Bridge opens
        """,
    "outlook, old": """
        -----Original Message-----
        From: Lake Post [mailto:a@b.example]
        Sent: 2 March 2026 at 08:00:00 GMT
        To: Jo
        Subject: Bridge opens
        """,
    "in bold": """
        ---- weitergeleitet ----
        *Von:* Lake Post <a@b.example>
        *Gesendet:* 2 March 2026 at 08:00:00 GMT
        *An:* Jo
        *Betreff:* Bridge opens
        """,
    "thunderbird": """
        -------- Forwarded Message --------
        Subject: \tBridge opens
        Date: \t2 March 2026 at 08:00:00 GMT
        From: \tLake Post <a@b.example>
        To: \tjo@b.example
        """,
}


def lines_of(name: str) -> list[str]:
    return [line.strip() if "<al" not in line else line[8:] for line in HEADS[name].strip().split("\n")]


@pytest.mark.parametrize("name", sorted(HEADS))
@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("gap", [[], [""]])
def test_a_forwarded_mail_is_the_article_with_what_stands_above_it(name: str, quoted: bool, gap: list[str]) -> None:
    head = lines_of(name)
    inner = [*head, *(gap if "Cc" not in head else [""]), *BODY]
    lines = [*NOTE, "", *(f"> {line}" if quoted else line for line in inner)]
    found = letter(lines, "")
    assert article(found) == BODY
    assert found.stated is not None
    assert found.stated["subject"] == "Bridge opens"
    assert found.stated["date"] == "2 March 2026 at 08:00:00 GMT"
    assert found.stated["from"].startswith("Lake Post")
    assert len(found.lines) == len(lines)


@pytest.mark.parametrize(("kind", "above", "inner"), [("forward", NOTE, True), ("", NOTE, False), ("", [], True)])
def test_a_head_without_a_mark_counts_in_a_forward_or_at_the_top(kind: str, above: list[str], inner: bool) -> None:
    found = letter([*above, *lines_of("outlook, old")[1:], "", *BODY], kind)
    assert (found.stated is not None) == inner


def test_the_longest_of_several_forwarded_mails_is_the_article() -> None:
    lines = [*NOTE, "", *lines_of("gmail"), "", "See below, please.", "", *lines_of("outlook"), "", *BODY]
    assert article(letter(lines, "forward")) == BODY


def test_an_answer_that_is_longer_than_what_it_answers_is_the_article() -> None:
    lines = [*BODY, "", *lines_of("outlook, old"), "", "When does it open?"]
    found = letter(lines, "reply")
    assert article(found) == BODY
    assert found.stated is None


def test_an_article_below_a_short_answer_is_the_article() -> None:
    assert article(letter(["Thanks!", "", *lines_of("outlook, old"), "", *BODY], "reply")) == BODY


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_an_article_sent_on_as_a_quotation_loses_its_marks_but_states_nothing(levels: int) -> None:
    lines = [*NOTE[:1], "", "On Monday Jo wrote:", "", *("> " * levels + line for line in [*BODY, "", *BODY])]
    found = letter(lines, "reply")
    assert article(found) == BODY * 2
    assert found.stated == {}


def test_quotations_in_an_article_stay() -> None:
    lines = [*BODY, "> said one", *BODY]
    found = letter(lines, "")
    assert found == Letter(tuple(lines))


# --- signatures ---


@pytest.mark.parametrize(
    ("below", "signed"),
    [
        (["-- ", "Jo Hale", "Lake Post"], True),
        (["--", "Jo Hale"], True),
        (["_" * 47, "list mailing list", "list@b.example"], True),
        (["-- ", *BODY * 6], False),
        (["---", "Jo Hale"], False),
        (["--"], True),
    ],
)
def test_a_signature_stands_around_the_article(below: list[str], signed: bool) -> None:
    assert article(letter([*BODY, *below], "")) == ([*BODY] if signed else [*BODY, *below])


def test_a_mail_that_is_all_signature_is_kept() -> None:
    assert article(letter(["-- ", "Jo"], "")) == ["-- ", "Jo"]


# --- anything ---

LINES = st.lists(
    st.sampled_from([*BODY, *NOTE, "", "> ", ">> x", "-- ", "From: a", "Subject: b", "To: c", "Date: d", "--- x ---"])
)


@given(LINES, st.sampled_from(["", "forward", "reply"]))
def test_no_line_is_lost_or_invented(lines: list[str], kind: str) -> None:
    found = letter(lines, kind)
    assert len(found.lines) == len(lines)
    assert all(new in old for new, old in zip(found.lines, lines, strict=True))
    assert all(0 <= place < len(lines) for place in found.frame)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    assert len(letter(unflowed(text).split("\n"), "forward").lines) == unflowed(text).count("\n") + 1
    plain_subject(text)
