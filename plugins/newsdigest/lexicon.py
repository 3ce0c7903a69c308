"""Words that several stages know: one table a kind of word, sorted; general English only, no names."""

from __future__ import annotations

HONORIFICS = frozenset(
    """
    Baroness Capt. Captain Col. Colonel Dame Dr Dr. Father Gen. General Judge Justice King Lady Lieutenant
    Lord Lt. Madame Major Master Miss Mr Mr. Mrs Mrs. Ms Ms. Pope Prince Princess Prof. Professor Queen Rabbi
    Rev. Reverend Sergeant Sgt. Sheikh Sir Sister
    """.split()
)
"""Stand before a name and are no part of it."""

ROLE_NOUNS = frozenset(
    """
    activist actor actress adviser advisor aide ambassador analyst architect artist attorney author banker
    biologist boss broker campaigner candidate captain ceo cfo chair chairman chairperson chairwoman
    chancellor chef chief cio co-author co-chair co-founder cofounder coach columnist commander commentator
    commissioner composer congressman congresswoman consultant coo coordinator correspondent counsel critic
    cto curator dean delegate deputy designer developer diplomat director doctor economist editor engineer
    envoy epidemiologist executive expert farmer fellow filmmaker financier founder governor head historian
    inspector inventor investigator investor journalist judge lawmaker lawyer leader lecturer legislator
    lobbyist manager mayor minister musician negotiator novelist officer official organiser organizer owner
    partner pastor photographer physician physicist pilot player poet politician premier president principal
    producer professor programmer prosecutor psychologist publisher reporter representative researcher scholar
    scientist secretary senator sergeant singer sociologist solicitor speaker specialist spokesman
    spokesperson spokeswoman staffer strategist superintendent surgeon teacher technologist trader treasurer
    trustee undersecretary vice-chairman vice-president winner writer
    """.split()
)
"""Last words of a role: `chief executive officer`, `co-founder`. Lower case."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
