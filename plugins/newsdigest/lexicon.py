"""Words that several stages know: one table a kind of word, sorted; general English only, no names."""

from __future__ import annotations

HONORIFICS = frozenset(
    """
    Baroness Capt. Captain Col. Colonel Dame Dr Dr. Father Gen. General Judge Justice King Lady Lieutenant Lord Lt.
    Madame Major Master Miss Mr Mr. Mrs Mrs. Ms Ms. Pope Prince Princess Prof Prof. Professor Queen Rabbi Rev. Reverend
    Sergeant Sgt. Sheikh Sir Sister
    """.split()
)
"""Stand before a name and are no part of it."""

ROLE_NOUNS = frozenset(
    """
    academic activist actor actress administrator adviser advisor aide ambassador analyst apprentice archbishop
    architect archivist artist assailant assistant astronaut astronomer athlete attorney auditor author banker
    bassist billionaire biographer biologist bishop blogger bodyguard boss botanist boxer broadcaster broker
    campaigner candidate captain cardinal caretaker carpenter ceo cfo chair chairman chairperson chairwoman
    challenger champion chancellor chaplain chef chemist chief choreographer cinematographer cio clergyman clerk
    clinician co-author co-chair co-founder co-sponsor coach cofounder collector columnist comedian comic commander
    commentator commissioner committeeman committeewoman composer comptroller conductor congressman congresswoman
    conservator constable consultant contender contributor controller coo coordinator correspondent councillor
    councilman councilwoman counsel counselor creator critic cto curator cyclist dancer dealer dean defendant
    defender delegate deputy dermatologist designer detective developer diplomat director director-general dissident
    doctor dramatist driver drummer ecologist economist editor educator employee engineer entertainer entrepreneur
    envoy epidemiologist essayist ethicist executive expert explorer farmer fellow filmmaker financier firebrand
    firefighter footballer forecaster forward founder freshman front-runner frontrunner geneticist geographer
    geologist goalkeeper golfer governor guitarist gunman gymnast hacker head heiress historian hopeful host
    illustrator imam immunologist incumbent industrialist inspector instructor intern interpreter inventor
    investigator investor jockey journalist judge jurist keeper keyboardist king landlord landowner lawmaker lawyer
    leader lecturer legend legislator librarian lieutenant linebacker linguist lobbyist magistrate magnate manager
    mathematician mayor mediator medic meteorologist midfielder millionaire minister mogul monk musician narrator
    naturalist negotiator neurologist neuroscientist newscaster nominee novelist nurse officer official ombudsman
    operative operator opponent orator organiser organist organizer owner paediatrician painter partner pastor
    pathologist pediatrician performer pharmacist philanthropist philosopher photographer physician physicist
    pianist pilot pioneer pitcher player playwright plumber poet politician pollster pope preacher premier presenter
    president priest prince princess principal prodigy producer professor programmer promoter prosecutor provost
    psychiatrist psychologist publisher pundit quarterback queen rabbi racer ranger rapper realtor receiver
    recruiter referee regent registrar reporter representative researcher restaurateur rider rival runner sailor
    salesman scholar scientist scout screenwriter sculptor seaman secretary senator sergeant sheriff shooter
    shopkeeper singer skier skipper socialite sociologist soldier solicitor songwriter soprano speaker specialist
    spokesman spokesperson spokeswoman sponsor sprinter staffer star statesman statistician steward strategist
    striker student superintendent superstar supervisor surgeon survivor suspect swimmer teacher technician
    technologist tenor theologian theorist therapist toxicologist trader trainee trainer translator treasurer
    trustee tutor tycoon undergraduate undersecretary urologist veteran veterinarian vicar vice-chairman
    vice-president virologist viscount vocalist volunteer warden whistleblower winner worker wrestler writer
    zoologist
    """.split()
)
"""Last words of a role: `chief executive officer`, `co-founder`. Lower case."""

ROLE_ABBREVIATIONS = frozenset(
    """
    adm. asst. atty. brig. cmdr. det. gen. gov. govs. insp. lt. maj. pres. rep. reps. sec. sen. sens. sgt. supt.
    """.split()
)
"""Roles shortened, as they stand before a name. Lower case."""

NO_NAME_WORDS = frozenset(
    """
    about agencies agency all and application applications article associated associates blog board books bureau
    business by care case center centre channel city club comment comments committee community company contact
    contributor copy core corner corporation correspondent council daily department design desk editorial editors
    features financial food for foundation free from gazette get goals government group guest health herald hire
    home inc institute insurance international journal latest link live ltd magazine mail market media member
    members ministry money more most music national network new news newsletter newspaper newsroom next now office
    online opinion our page party photo photos policy popular post press previous primary product products program
    programs project projects radio read related report reporters reports review school science service services
    share shop shopping sign site society solutions special sports staff story studio subscribe system systems team
    technology television terms the times tips today tool tools top topics travel tribune university up updated
    updates us use user video view views web website weekly wire with world writers your
    """.split()
)
"""Words of desks, agencies, outlets, menus and companies: who has one of them is nobody's name. Lower case."""

GIVEN_NAMES = frozenset({"april", "august", "june", "may"})
"""Months that people are called."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_NAMES = (
    "ene enero gen gennaio jan janeiro januar januari january janv janvier ocak stycznia tammikuuta января січня",
    "feb febbraio febrero februar februari february fev fevereiro fév févr février helmikuuta lutego şubat"
    " лютого февраля",
    "maaliskuuta maart mar marca march maret mars mart marz marzo março mär märz mrt березня марта",
    "abr abril apr april aprile avr avril huhtikuuta kwietnia nisan апреля квітня",
    "mag maggio mai maio maj maja may mayo mayıs mei toukokuuta мая травня",
    "czerwca giu giugno haziran juin jun june junho juni junio kesäkuuta июня червня",
    "heinäkuuta juil juillet jul julho juli julio july lipca lug luglio temmuz июля липня",
    "ago agosto agustus août aug august augusti augustus ağustos elokuuta sierpnia августа серпня",
    "eylül sep sept september septembre septiembre set setembro settembre syyskuuta września вересня сентября",
    "ekim lokakuuta oct octobre october octubre okt oktober ott ottobre out outubro października жовтня октября",
    "kasım marraskuuta nov november novembre noviembre novembro листопада ноября",
    "aralık dec december decembre des desember dez dezembro dezember dic dicembre diciembre déc décembre grudnia"
    " joulukuuta грудня декабря",
)
"""January to December as dates write them in sixteen languages of Europe, with their abbreviations, lower case. Polish
November is not there: Croatian October is the same word."""

WEEKDAY_NAMES = (
    "lun lundi lunedì lunes maandag man mandag mon monday montag måndag poniedziałek segunda segunda-feira понедельник",
    "di dienstag dinsdag mar mardi martedì martes terça terça-feira tirsdag tisdag tue tues tuesday wtorek вторник",
    "mer mercoledì mercredi mi mittwoch miércoles mié ons onsdag quarta quarta-feira wed wednesday woensdag środa"
    " среда",
    "czwartek do donderdag donnerstag gio giovedì jeu jeudi jue jueves quinta quinta-feira thu thur thurs thursday tors"
    " torsdag четверг",
    "fr fre fredag freitag fri friday piątek sexta sexta-feira ven vendredi venerdì vie viernes vrijdag пятница",
    "lør lördag lørdag sa sab sabato sam samedi samstag sat saturday sobota sonnabend sábado sáb zaterdag суббота",
    "dim dimanche dom domenica domingo niedziela so son sonntag sun sunday søn søndag sön söndag zondag воскресенье",
)
"""Monday to Sunday likewise."""

ENGLISH = frozenset(("en", "eng"))
"""What tags of English texts begin with."""


def is_english(tag: str) -> bool:
    """Tell whether a language tag names English.

    >>> is_english("en-GB"), is_english("eng"), is_english("enm"), is_english("pt-BR")
    (True, True, False, False)
    """
    return tag.partition("-")[0].lower() in ENGLISH
