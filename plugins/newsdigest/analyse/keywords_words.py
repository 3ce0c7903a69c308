"""Words that decide whether a phrase is fit to be a tag: one table a kind of word, sorted; general English, lower case.

Evidence: nouns and adjectives that stand in 1.2 % or more of 1,103 news texts and web articles, read one by one. What
names a subject by itself stayed out of the tables (`police`, `court`, `economy`, `health`, `football`).
"""

from __future__ import annotations

GENERIC = frozenset(
    """
    ability absence access account act action activity addition address adoption adult advance advantage adviser
    afternoon age agreement aim allegation alternative ambition amount analysis analyst announcement answer anyone
    anything appearance application approach approval archive area argument arm arrival article aspect asset assistance
    associate association atmosphere attempt attention audience author authority availability average awareness baby
    back balance banker base basis bed beginning behavior behaviour being belief benefit bid bit blog blow board body
    boost boss bowl boy break building business button call campaign capability captain care career case category cause
    center centre ceo chairman challenge chance change character check chief child choice circumstance claim clarity
    class client color colour combination command comment commission commissioner commitment committee community
    company competitor complaint complexity complication concept concern concession conclusion condition conduct
    confidence confusion congratulation connection consequence consideration consistency contact container content
    context contrast control controversy convenience copyright core corner cost counter country couple course coverage
    creation critic cross crowd curve customer cut dad danger data date dawn deadline deal debate debut decision defeat
    definition degree delay demand department departure design desire detail determination development device dialogue
    difference director disagreement discussion display dispute disruption distribution division document dollar door
    doubt dream drive drop duty dynamic ease edge edition effect effort element email embarrassment emergence emotion
    emphasis employee end enquiry enthusiasm entry episode era estimate euro event everyone everything evidence
    examination example exception exchange excitement executive expansion expectation expense experience expert
    explanation exposure extension extent eye face facility fact factor failure fall fan fate fear feature
    federation feel feeling fellow field figure file filing final finding firm fit focus folk follow following force
    form format forum foundation founder fraction friend front fun function future gain game gap generation gesture
    girl glimpse globe glory goal goodbye gossip government gram grandson grip ground group growth guidance guide
    guideline guy hand handful head help hint history hit hold holiday home honour hope host house human hurdle idea
    ideal image impact implementation implication importance impression improvement incentive incident inclusion
    increase indication individual industry influence information initiative inquiry insider insight inspiration
    instance institute instruction intention interaction interest interview introduction investor involvement isolation
    issue item job joy judgement judgment jump key kick kid kilogram kind knowledge lack landscape launch layer lead
    leader leadership leap legacy length letter level license life light likelihood limit limitation line link list
    live living load location look loss love luck machine majority maker man manager manner mark mass match mate
    material matter maturity meaning means measure meeting member men mention message method metric midfielder
    milestone mind minister ministry mistake mixture mode model mom momentum mood motivation move multitude mum name
    nature necessity need net news no north note nothing notice notion number objection objective observation observer
    obstacle occasion offer offering office official one opening operation opinion opponent opportunity opposite option
    order organisation organization other others ouster ousting out outcome outlook output overview owner pace pack
    package page panel parent part participant partner party passage passion patch path pattern pence people
    performance period permission person personality perspective phase phenomenon phone photo pick picture piece
    pioneer pitch pixel place plan play player plenty point policy portion position possibility post potential power
    practice precedent preference premise preparation presence pressure price pride priority problem procedure process
    product professional profile program programme progress project promise proof proposal prospect provider provision
    publication purpose pursuit quality question rage range ranking rate rating reaction read reader reality reason
    recap recognition recommendation record reduction reference region relation relationship release relevance reliance
    relief remark rematch reply report reporter representative request requirement researcher residence resistance
    resource respect response responsibility rest result retirement return revelation review right ring rise risk rival
    role room round routine row rs rule run running rupee sale scale scene schedule scheme scope scorer scratch search
    season secretary section sector segment selection sense sentiment series service session set setback setting setup
    shadow shape share shareholder shift shock show side sight sign significance similarity site situation size skill
    slide slump smile society solution someone something sound source space speaker specialist speculation speed spin
    split spokesman spokesperson spokeswoman spot spread stability staff stage stake stand standard star start starting
    state statement statistic status stay step story strain strategy strength stretch striker structure struggle studio
    study stuff style subject substitute success suggestion summer support supporter surge surprise survey suspicion
    switch system table tag talk target task team tear tech technique technology tendency tension term test testing
    text thank theory thing thinking thought threat tie tip title toll tone tool top topic total touch track tradition
    transaction transfer transition translate treat trend tribute trip triumph trouble truth turmoil turn turning twist
    type uncertainty understanding unit university update upset usage use user value variation venture verge version
    vice victim victory video view vision visit voice wait walk warning way weakness website week while willingness win
    winner wire wisdom wish woman women word work worker world worry yen yuan zone
    """.split()
)
"""No tag when alone; part of one in company (`death rate`, `power station`)."""

VAGUE = frozenset(
    """
    amount anniversary billion bit bunch case century copy couple date day decade dozen edition end evening example
    fact feet fiscal foot half hour hundred inch instance kilometer kilometre kind lack lot majority meter metre
    mile million minute moment month morning night number outset pair part people percent percentage period person
    piece pound quarter rest sort spokesman spokesperson spokeswoman stuff term thing thousand time today tomorrow
    ton tonight tonne top total trillion type variety way week weekend year yesterday
    """.split()
)
"""Never the last word of a tag."""

DULL = frozenset(
    """
    able actual additional ago alleged annual apparent available average bad best better big bigger biggest brief
    certain clear close common complete considerable current daily different difficult due earlier early easy enough
    entire exact existing extra few final fine first following former free fresh full fuller further general good
    great greater greatest happy hard high higher highest huge immediate important impossible initial interesting
    key large larger largest last late later latest least less likely little long longer low lower lowest main major
    many maximum mere minimum minor more most much multiple near nearby necessary new newer newest next nice
    numerous obvious ongoing only original other overall own particular past perfect poor popular possible potential
    present previous prime-time prior proper quick rare ready real recent regular related relevant remaining
    respective right same second separate serious several short significant similar simple single small smaller
    smallest so-called special specific strong subsequent substantial such sure third top total true typical unable
    unclear upcoming usual various vast weekly whole wide wonderful worse worst worth wrong young younger youngest
    """.split()
)
"""Adjectives that say nothing about the subject: cut from the front of a phrase (`recent rail strike`)."""

CALENDAR = frozenset(
    """
    april august autumn bst cet christmas december easter edt est february fri friday gmt january july june march may
    mon monday november october pdt pst sat saturday sept september spring summer sun sunday thu thursday today tomorrow
    tonight tue tuesday utc wed wednesday winter yesterday
    """.split()
)
"""Days, months, seasons and time zones: no tag alone, and no name begins or ends with one."""
