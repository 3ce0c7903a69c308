"""Words that decide whether a phrase is fit to be a tag: one table a kind of word, sorted; general English, lower case.

Evidence: nouns and adjectives that stand in 1.2 % or more of 1,103 news texts and web articles, read one by one. What
names a subject by itself stayed out of the tables (`police`, `court`, `economy`, `health`, `football`).
"""

from __future__ import annotations

GENERIC = frozenset(
    """
    ability absence access account act action activity addition address adoption adult advance advantage adviser
    afternoon age agreement aim allegation alternative ambition amount analysis analyst announcement answer anyone
    anything appearance application appreciation approach approval archive area argument arm arrival article aspect
    asset assistance associate association atmosphere attachment attempt attention attitude audience aunt author
    authority availability average awareness baby back balance banker base basis bed beginning behavior behaviour being
    belief benefit bid bit blog blow board body boost boss bowl boy break brother builder building business button call
    campaign capability captain care career case catch category cause center centre ceo chairman challenge chance change
    character check chief choice circle circumstance citizen claim clarity class client closing club color colour
    combination command comment commission commissioner commitment committee community company competitor complaint
    complexity complication concept concern concession conclusion condition conduct confidence confusion congratulation
    connection consequence consideration consistency contact container content context contrast control controversy
    convenience copyright core corner cost counter country couple course cousin coverage creation critic cross crowd
    curve customer cut dad danger data date daughter dawn deadline deal debate debut decision decline defeat definition
    degree delay demand department departure design designation desire detail determination development device dialogue
    difference director disagreement discussion display dispute disruption distribution division document dollar door
    doubt doubter dream drive drop duration duty dynamic ease edge edition effect effort element email embarrassment
    emergence emotion emphasis employee end enquiry enthusiasm entry episode era estimate euro event everyone everything
    evidence examination example exception excess exchange excitement executive expansion expectation expense experience
    expert explanation exposure extension extent eye face facility fact factor failing failure fall fan fate father fear
    feature federation feel feeling fellow field figure file filing final finding firm fit focus folk follow following
    force form format forum foundation founder fraction friend front fun function future gain game gap generation
    gesture girl glimpse globe glory goal goodbye gossip government gram grandson grip ground group growth guidance
    guide guideline guy hack hand handful head help hint history hit hold holiday home honour hope host house human
    hurdle husband idea ideal image impact implementation implication importance impression improvement incentive
    incident inclusion increase indication individual industry influence information initiative inquiry insider insight
    inspiration instance institute instruction intention interaction interest interview introduction investor
    involvement isolation issue item job joy judgement judgment jump key kick kid kilogram kind knowledge lack landscape
    launch layer lead leader leadership leap legacy length letter level license life light likelihood limit limitation
    line link list live living load location look loss love luck machine majority maker man manager manner mark mass
    match mate material matter maturity meaning means measure media meeting member men mention message method metric
    midfielder milestone mind minister ministry mischief mistake mix mixture mode model mom momentum mood mother
    motivation move multitude mum name nature necessity need nephew net news niece no north note nothing notice notion
    number objection objective observation observer obstacle occasion offer offering office official one opening
    operation opinion opponent opportunity opposite option order organisation organization other others ouster ousting
    out outcome outlook output overview owner pace pack package page panel parent part participant partner party passage
    passion patch path pattern pence people performance period permission person personality perspective phase
    phenomenon phone photo pick picture piece pioneer pitch pixel place plan play player plenty point policy portion
    position possibility post potential power practice precedent preference premise preparation presence pressure price
    pride priority problem procedure process product professional profile program programme progress project promise
    proof proposal prospect provider provision publication purpose pursuit quality question rage range ranking rate
    rating reaction read reader reality reason rebound recap recipient recognition recommendation record reduction
    reference region relation relationship release relevance reliance relief remark rematch reply report reporter
    representative request requirement researcher residence resistance resource respect response responsibility rest
    result retirement return revelation review right ring rise risk rival role room round routine row rs rule run
    running rupee sale scale scene schedule scheme scope scorer scratch search searcher season secretary section sector
    segment selection sense sentiment series service session set setback setting setup shadow shape share shareholder
    shift shock show side sight sign signatory significance similarity sister site situation size skill slide slump
    smile society solution someone something son sound source speaker specialist speculation speed spin split spokesman
    spokesperson spokeswoman spot spread stability staff stage stake stand standard star start starting state statement
    statistic status stay step story strain strategy strength stretch striker structure struggle studio study stuff
    style subject substitute success suggestion summer support supporter surge surprise survey suspicion switch system
    table tag talk target task team tear tech technique technology tendency tension term test testing text thank theme
    theory thing thinking thought threat tie tip title toll tone tool top topic total touch track tradition transaction
    transfer transition translate treat trend tribute trip triumph trouble truth turmoil turn turning twist type
    uncertainty uncle understanding unit university update upset usage use user value variation venture verge version
    vice victim victory video view vision visit voice wait walk wallet warning way weakness website week while wife
    willingness win winner wire wisdom wish woman women word work worker world worry yen yuan zone
    """.split()
)
"""No tag when alone; part of one in company (`death rate`, `power station`)."""

VAGUE = frozenset(
    """
    amount anniversary billion bit bunch case century copy couple date day decade dozen edition end evening example fact
    feet fiscal foot half hour hundred inch instance kilometer kilometre kind lack lot majority meter metre mile million
    min mins minute moment month morning night number outset pair part people percent percentage period person piece
    pound quarter rest sec secs sort spokesman spokesperson spokeswoman stuff term thing thousand time today tomorrow
    ton tonight tonne top total trillion type variety way week weekend year yesterday
    """.split()
)
"""Never the last word of a tag."""

DULL = frozenset(
    """
    able actual additional ago alleged amazing angry annual apparent attractive available average avid awesome awful
    awkward bad best better big bigger biggest bizarre bold brave breathtaking brief brilliant certain charming clear
    clever close comfortable common complete confident conflicting considerable controversial convincing crazy crucial
    curious current cute daily decent delicious delighted desperate different difficult dreadful due eager earlier early
    easy elegant embarrassing enormous enough entire exact excellent exceptional excited exciting existing extra
    extraordinary fabulous famous fantastic fascinating favorite favourite few fierce final fine first following former
    free fresh friendly frustrating full fuller funny further general generous glad glorious good gorgeous grateful
    great greater greatest happy hard hefty helpful high higher highest hopeful horrible huge humble iconic immediate
    important impossible incredible initial insane inspiring intense interesting intriguing keen key large larger
    largest last late later latest leading least less likely little long longer lovely low lower lowest loyal lucky
    luxurious magnificent main major many marvellous massive maximum mere minimum minor modest more most much multiple
    mysterious nasty near nearby necessary nervous new newer newest next nice notable numerous obvious odd ongoing only
    original other outstanding overall own painful particular passionate past peculiar perfect pleasant polite poor
    popular possible potential powerful precious present pretty previous prime-time prior prominent promising proper
    proud quick rare ready real recent regular related relevant remaining remarkable renowned reported respective
    ridiculous right sad same satisfying scary seasoned second senior sensible separate serious several shocking short
    significant silly similar simple single small smaller smallest so-called solid special specific spectacular splendid
    steady strange striking strong stunning stupid subsequent substantial successful such sudden superb sure surprising
    talented terrible terrific third thoughtful thrilling tiny top total tough tremendous true typical ugly unable
    unbelievable unclear unexpected unhappy unique unlikely unusual upcoming upset useful usual valuable various vast
    viable vibrant vicious weekly weird welcome whole wide willing witty wonderful worried worrying worse worst worth
    worthy wrong young younger youngest
    """.split()
)
"""Adjectives that say nothing about the subject: cut from the front of a phrase (`recent rail strike`)."""

CALENDAR = frozenset(
    """
    am april august autumn bst cet christmas december easter edt est february fri friday gmt january july june march may
    mon monday november october pdt pm pst sat saturday sept september spring summer sun sunday thu thursday today
    tomorrow tonight tue tuesday utc wed wednesday winter yesterday
    """.split()
)
"""Days, months, seasons and time zones: no tag alone, and no name begins or ends with one."""

FAINT = frozenset(
    """
    agenda assist backseat bear beginner bench block box buck buddy calculation cap card caution channel click
    cloud clutter compatibility competition compound compromise constraint crossing cutter cycle damage debris disgrace
    dish disk disrepute distance edit enclosure encore error estate exercise fabric feed fever flexibility
    formation freedom functionality gear guard habit heart hip impulse index instrument integration journey lesson
    listing lot map mask memory mess moisture movement node nose outburst platform plot plume precision prompt public
    query roof scan score seed shot sidebar softness starter stick stomach stop streak surface taste trace traffic
    try vacation valuation venue wall window witness wood yield
    """.split()
)
"""In small letters and alone a tag only if the title has it, singular: read from 760 such tags of 420 articles."""

RUDE = frozenset(
    """
    arse arsehole ass asshole bastard bitch bollocks bullshit crap cunt dumbass fuck fucker fucking goddamn
    motherfucker piss pissed prick shit shitty slut twat wank wanker whore
    """.split()
)
"""In no tag, not even as a part: `pig-shit crazy`; longer lists hold what news is about (`rape`, `Nazi`, `drugs`)."""
