"""Words that tell what a name is: tables of general English, lower case, sorted; no names.

They are about names of organisations and things; titles and roles of people stand in `lexicon`.
"""

from __future__ import annotations

from newsdigest.lexicon import MONTHS, WEEKDAYS

ORGANISATION_WORDS = frozenset(
    """
    academy administration agency airlines airways alliance army assembly association authority bancorp bank board
    brigade broadcasting brothers bureau cabinet chamber church club co college commission committee communications
    company confederation congress consortium corp corporation council court department division enterprises
    exchange faction federation force forces foundation front fund gmbh government group guard holdings hospital
    industries institute international investments jihad laboratories laboratory labs league legislature limited llc
    llp ltd magazine marines media ministry motors museum navy network networks news newspaper office orchestra
    organisation organization parliament partners party pharmaceuticals plc police post press productions publishing
    radio records reserve resources school securities senate service services society software solutions studios
    symphony systems team technologies telecom television times tribunal tribune trust union universities university
    ventures
    """.split()
)
"""Last words that make a name an organisation's."""

LEGAL_ENDINGS = frozenset("ag co corp corporation gmbh inc incorporated limited llc llp ltd nv plc sa spa".split())

STREETS = frozenset("ave blvd rd st".split())
"""Last words of an address."""

THING_WORDS = STREETS | frozenset(
    """
    act africa agreement airport amendment america anniversary arena asia avenue award awards beach bill biscuit
    bowl building cake canal cathedral center centre challenge championship championships channel city classic coast
    code conference constitution convention cookies county crafts cup daily deal desert disease district doctrine
    east edition effect election electric empire era europe farms festival film forum game games garden gardens
    group harbor harbour heights highway hills holiday hotel hurricane images initiative island islands isle journal
    list mall manor memo memorial mission model mountain mountains museum ocean open orchard palace park path phase
    photo photos plan plaza port prize problem program programme project province recipe report republic review
    river road room salad sauce scandal scheme sea series shield show soup square stadium state statement station
    storm strategy street strip structure suite summit survey syndrome system test theater theatre theme theory tour
    tower town treaty trial trophy valley version village virus war week wood world year
    """.split()
)
"""Last words that make a name no person's."""

PARTICLES = frozenset(
    """
    abu al bin da das de del della den der di do dos du e el ibn la las le los ter ul van vom von y zu
    """.split()
)
"""Small words inside a person's name."""

NOT_NAMES = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) | frozenset(
    """
    ai anybody anyone budget ceo cfo chairman chief christmas contributor coo copyright cto dad dollar earth easter
    editor edt est euro everybody everyone exclusive film gmt god he health her hi his http https hurricane i ii
    iii internet islam jew judaism mom mr mrs ms mum muslim muslims nobody none pdt phd photo president pst read
    renminbi rupee secretary she sir somebody someone thanks thanksgiving the they twitter utc video we welcome www
    yen yes yuan
    """.split()
)
"""Capitalised words that the model takes for names."""

LONE_WORDS = frozenset(
    """
    academy agency army association authority bank bar board cabinet centre chamber church club college commission
    committee company conference constitution corporation council court department division executive federation forum
    foundation fund government hospital institute judge law league ministry museum navy newspaper office organisation
    organization party police press school service society state times treasury trust union university
    """.split()
)
"""Name nobody by themselves: `the Department`, `the Party`."""

EVENT_WORDS = STREETS | frozenset(
    """
    act agreement amendment anniversary award awards bill bowl championship championships constitution convention
    cup display earthquake effect election era festival final finals games hurricane language marathon memorial name
    open prize report scandal scheme specification summit test theme tour treaty trial trophy war
    """.split()
)
"""Last words that make a name no organisation's."""

COMPANY_CONTEXT = frozenset(
    """
    ceo cfo cio co-founder co-founders cofounder cofounders coo cto employees engineers profits revenue revenues
    share shareholders shares stock subsidiary
    """.split()
)
"""Behind a name, or before "of" and a name, they make it an organisation's."""

COMPANY_NOUNS = frozenset(
    """
    agency airline bank brewer broadcaster broadsheet brokerage carmaker charity chipmaker company conglomerate daily
    drugmaker firm group insurer magazine manufacturer newspaper retailer start-up startup supermarket tabloid weekly
    """.split()
)
"""Before a name: `the newspaper Acme`."""

PRODUCT_NOUNS = frozenset(
    """
    album app application apps assistant browser camera car chatbot console database device devices document
    documents drug extension file files format formats framework game games handset language laptop library model
    models phone player plugin protocol software standard tablet tool tools vehicle version
    """.split()
)
"""Behind a name and an article: `the Acme app`."""

WORK_NOUNS = frozenset(
    """
    album blockbuster book comedy documentary drama film game movie musical novel opera play sitcom song soundtrack
    thriller track
    """.split()
)
"""Before a name: `the musical Acme Nights`."""

ABSTRACT = ("bility", "ence", "ences", "ism", "ities", "ity", "ment", "ments", "ness", "ship", "ships", "tion", "tions")
"""Endings of last words that name ideas, where the word is not one for an organisation."""

ABBREVIATIONS = frozenset(
    """
    agi agm ai aids api apis ar atm bmi bst cad cd cds ceos cet cfos cfp cio coo covid covid-19 cpu cpus css cst cto
    diy dj dna dvd dvds dvr dvrs ebitda eps esg est ev evs faq fdi fy gdp gif gmt gop gps gpu gpus gsm hd hdmi hdtv
    hiv hr html html5 ied iot ip ipo ipos iq ist it javascript jpeg jpg json lan lcd lgbt lgbtq llm llms mba mdt ml
    mp mp3 mpeg mps mri mst mvp nft nfts ngo ngos oled pac pacs pc pcs pdf pdt phd pin pm pms pr pst ptsd pvr pvrs
    q1 q2 q3 q4 qc r&d ram rdf rna roi rom rpg rss sars sdk seo sms sql ssd suv suvs tba tv tvs uav ufo ui
    url usb utc ux vat vcr vip vpn vr wan wav wifi wlan wma wmd xhtml xl xml xquery xslt
    """.split()
)
"""Capitals that stand for things."""

KIN = frozenset(
    """
    aunt boyfriend brother cousin daughter father fiance fiancee fiancé fiancée girlfriend grandfather grandmother
    grandson half-brother half-sister husband mother nephew niece sister son stepdaughter stepfather stepmother
    stepson uncle widow wife
    """.split()
)
"""`his wife Jane`: before a first name."""

GENERATION = frozenset("II III IV Jr Jr. Sr Sr.".split())
