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

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
