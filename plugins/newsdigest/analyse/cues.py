"""Cues: the words that attribute speech, in one table a kind. Lemmas, lower case, sorted."""

from __future__ import annotations

SAYING = frozenset(
    """
    accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assert assure attest
    bark beam bellow blast boast boom brag caution chant cheer chide chime cite claim clarify comment complain
    concede conclude confess confide confirm contend continue counter crack crow cry deadpan decide declare decry
    defend demand demur denounce deny describe detail disclose dismiss echo elaborate email emphasise emphasize enthuse
    estimate exclaim exhort explain express fear forecast fume gripe grouse grumble guess gush hint imply indicate
    inform insist instruct interject intone invite jest joke lament lecture maintain marvel moan mock mumble muse
    mutter note observe opine order plead pledge point post praise predict press proclaim promise pronounce propose
    protest quip quote react read realise realize reason rebuke recall recommend recount reflect reiterate relate
    remark remind repeat reply report respond retaliate retort retweet reveal roar rule say scoff scream shout shrug
    sigh signal snap sniff sob speak speculate state stress submit suggest summarise summarize surmise swear tease
    tell testify text threaten thunder tout tweet type underline underscore urge venture voice vow warn weigh
    whisper wonder write yell
    """.split()
)
"""`Doe said`."""

NAMING = frozenset(
    """
    advocate assail bemoan berate blame blast brand call castigate characterise characterize chastise commend
    condemn criticise criticize decry deem denounce depict deride describe dismiss dub hail herald knock label
    lambast lambaste liken nickname paint portray praise reference ridicule scold skewer slam taunt term tout
    """.split()
)
"""`Doe called it`, `described by Doe as`."""

THINKING = frozenset("believe consider expect feel find foresee hope know learn suspect think".split())
"""Attribute words only where marks stand: `Doe believes it is "over"`."""

SAID = frozenset("said says told".split())
"""Forms that the model does not always trace back."""

UNSAID = frozenset("could may might must n't n’t not should to would".split())
"""With them a verb tells what was not said: `he would not call it`."""

VERBS = SAYING | NAMING | THINKING

UTTERANCES = frozenset(
    """
    accusation admission allegation announcement answer appeal argument assertion assessment assurance boast call
    characterization claim complaint conclusion contention criticism declaration demand denial description
    explanation insistence mantra message motto observation phrase pitch plea pledge prediction promise proposal
    question quip rallying remark reply request response slogan suggestion threat vow warning word
    """.split()
)
"""Nouns whose owner speaks: `Doe's promise to`, `her reply:`."""

MESSAGES = frozenset(
    """
    ad advertisement email letter memo message note post release statement tweet video
    """.split()
)
"""What somebody sends: `in a statement that said`."""

SPEAKING_PRONOUNS = frozenset(
    """
    another both everyone few he her him it many most one others she some somebody someone they those two who
    """.split()
)
"""Speak for themselves, and who they are may be unknown."""

SPEAKING_NOUNS = frozenset(
    """
    account ad adult advertisement ally article assessment attendee audience aunt authority backer band bill book
    boy brief brother caller campaign caption child classmate client clip club colleague commuter complaint country
    couple cousin crowd customer daughter defense democrat demonstrator document email employer family fan
    female filing firm friend general girl grandfather grandmother group guest half headline husband indictment
    insider kid law lawsuit letter list lobby magazine majority male man management memo message migrant ministry
    minority mother motion movement narrator neighbor neighbour note notice old opponent order other outlet paper
    parent parents passage passenger patient pensioner people person petition pilot poll post prosecution protester
    public publication reader refugee regulator relative release reply report republican resident response review
    rival roommate ruling shopper sibling sign sister son source speech staff statement study supporter survey
    survivor teenager testimony tourist town troupe tweet uncle user victim video viewer village visitor voter
    website widow wife witness woman
    """.split()
)
"""Besides jobs and bodies, what may speak and has no name: `a neighbour said`, `the report said`."""
