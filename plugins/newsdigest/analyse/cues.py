"""Cues: the words that attribute speech, in one table a kind. Lemmas, lower case, sorted."""

from __future__ import annotations

SAYING = frozenset(
    """
    accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assert assure attest
    bark begin blast boast brag caution chide cite claim clarify comment complain concede conclude confess confide
    confirm contend continue counter crow decide declare decry defend demand denounce deny describe detail disclose
    dismiss email emphasise emphasize encourage estimate exclaim exhort explain express fear forecast fume grumble
    guess hint imply indicate inform insist instruct interject invite joke lament lecture maintain marvel mention
    mock mumble muse mutter note observe opine order plead pledge point post praise predict proclaim promise
    pronounce propose protest quip react read realise realize reason rebuke recall recommend recount reflect
    reiterate relate remark remind repeat reply report respond retort retweet reveal rule say scoff scream shout
    shrug sigh signal smile speak speculate state stress submit suggest summarise summarize swear talk tease tell
    testify text think thunder tout tweet underline underscore urge vow warn weigh whisper wonder write yell
    """.split()
)
"""`Doe said`."""

NAMING = frozenset(
    """
    blast brand call characterise characterize condemn criticise criticize decry deem denounce deride describe
    dismiss dub hail label praise ridicule slam tout
    """.split()
)
"""`Doe called it`, `described by Doe as`."""

THINKING = frozenset("believe consider expect feel find foresee hope know learn see suspect think".split())
"""Attribute words only where marks stand: `Doe believes it is "over"`."""

VERBS = SAYING | NAMING | THINKING

SPEAKING_NOUNS = frozenset(
    """
    account ad adult advertisement ally article assessment audience backer band book boy brief campaign caption clip
    club colleague complaint country couple crowd daughter democrat document email employer family fan female filing
    firm friend general girl group half headline husband indictment insider lawsuit letter list magazine majority
    male man management memo message ministry mother motion movement neighbor neighbour note notice old opponent
    order other outlet paper parent parents passage people person petition poll post protester public publication
    relative release reply report republican resident response review rival ruling sign son source speech staff
    statement study supporter survey testimony town troupe tweet user video viewer village visitor voter website
    wife witness woman
    """.split()
)
"""Besides jobs and bodies, what may speak and has no name: `a neighbour said`, `the report said`."""
