"""Clubs in results and league tables: the lines of an article in, where they name clubs out.

`Eastby Town 2 Westby 0`, `Eastby Town 22 7 5 10 25 29 26`, `EASTBY AT WESTBY`: what stands before the figures is a
club, whatever the model takes it for. One such line proves nothing; lines of players or of national teams name none.
Limits: clubs that only the prose names; a national team whose state is not in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from newsdigest.analyse.name_given import is_given_name
from newsdigest.model import Kind, Span

ENOUGH = 2
"""Lines of figures in an article. With 1, 2 and 3 organisations' F1 is .773, .770, .767; one line alone is too
little to call `Chapter 1 Section 2` clubs."""

LONGEST_LINE = 160
"""Characters; longer lines are prose. A bound against slow patterns, not tuned."""

STATES = frozenset(
    name.strip()
    for name in """
    afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahrain,
    bangladesh, barbados, belarus, belgium, belize, benin, bermuda, bolivia, bosnia, botswana, brazil, britain,
    bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa rica,
    croatia, cuba, cyprus, czech republic, czechia, denmark, dominica, ecuador, egypt, el salvador, england,
    eritrea, estonia, ethiopia, faroe islands, fiji, finland, france, gabon, gambia, georgia, germany, ghana, great
    britain, greece, grenada, guatemala, guinea, guyana, haiti, honduras, hong kong, hungary, iceland, india,
    indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo,
    kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg,
    macedonia, madagascar, malawi, malaysia, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia,
    montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
    north korea, northern ireland, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru,
    philippines, poland, portugal, qatar, republic of ireland, romania, russia, rwanda, samoa, san marino, saudi
    arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south
    korea, spain, sri lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
    thailand, the netherlands, togo, tonga, trinidad, trinidad and tobago, tunisia, turkey, turkmenistan, u.a.e.,
    u.s., uae, uganda, ukraine, united arab emirates, united states, uruguay, us, usa, uzbekistan, venezuela,
    vietnam, wales, west indies, yemen, yugoslavia, zambia, zimbabwe
    """.split(",")
)
"""National teams are no clubs."""

GAME_WORDS = frozenset(
    """
    beat championship coach cup defeat defender defenders final goal goalkeeper goals halftime inning innings league
    match matches midfielder pitcher player players quarterback runs season scored striker team teammate touchdown
    tournament victory wicket wickets winger
    """.split()
)
PLAYED = 4
"""Of these words an article on a game has that many. With 3, 4 and 6 organisations' F1 is .771, .770, .770."""
PLAYERS = frozenset(
    """
    boss captain centre coach defender flanker forward fullback goalkeeper halfback keeper linebacker manager midfielder
    pitcher quarterback scrum-half skipper striker winger
    """.split()
)
"""Between a club and a name: `Eastby striker Jane Doe`."""
PLAYING = frozenset(
    """
    are beat beats clinched dominated drew have host hosted lead leads led lost play played plays scored sign signed
    take took trail trailed visit were won
    """.split()
)
"""Behind a club. Forms, not lemmas: it is the table of what headlines and reports say of a game."""

BEATEN = frozenset("against beat beating beats defeated joined over v vs".split())
"""Before a club."""

_WORD = r"[^\W\d_a-z][\w.'’&-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|la|\d{{4}}(?= [A-Z])))*(?: \([A-Z]{{1,2}}\))?"
_HOME, _AWAY = rf"(?:\d\. ?)?(?P<home>{_NAME})", rf"(?P<away>{_NAME})"
_ASIDE = r"(?: \([^()]*\)?)?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"^{_HOME}{_ASIDE} \d{{1,3}}{_ASIDE} {_AWAY}{_ASIDE} \d{{1,3}}(?![\w%]|[.,:]\d)",
        rf"^(?:[XYZxyz] ?-+ ?)?{_HOME}{_ASIDE}(?: +[\d.½/-]+){{3,}}$",
        rf"^{_HOME} vs?\.? {_AWAY}$",
        r"^(?P<home>[A-Z][A-Z .-]+) AT (?=[A-Z][A-Z .-]+$)",
    )
)
"""A result, a line of a league table, a fixture (behind `AT` is where it is played)."""


def clubs(text: str) -> list[Span]:
    """Give where the results and tables of an article name clubs."""
    lines = [list(_names(match.group(), match.start())) for match in re.finditer(r"[^\n]+", text)]
    found = [span for spans in lines for span in spans]
    names = [text[span.start : span.end] for span in found]
    players = sum(" " in name and is_given_name(name.split()[0]) for name in names)
    nations = sum(name.lower() in STATES for name in names)
    if sum(map(bool, lines)) < ENOUGH or 2 * players > len(names) or 2 * nations > len(names):
        return []
    return [span for span, name in zip(found, names, strict=True) if name.lower() not in STATES]


def is_game(doc: Doc) -> bool:
    """Say whether an article is about a game."""
    return len(GAME_WORDS.intersection(token.lower_ for token in doc)) >= PLAYED


def plays(doc: Doc, start: int, end: int) -> bool:
    """Say whether a place in a report of a game stands for its club: `Eastby beat Westby`, `Eastby captain Doe`."""
    if doc[start:end].text.lower() in STATES or end + 1 >= len(doc):
        return False
    behind, then = doc[end], doc[end + 1]
    if behind.lower_ in PLAYERS:
        return then.text[0].isupper()
    if behind.text in ("'s", "’s"):
        return then.lower_ in PLAYERS
    before = doc[start - 1].lower_ if start else ""
    return behind.lower_ in PLAYING or before in BEATEN


def elsewhere(text: str, found: Iterable[Span], kinds: Mapping[str, Kind]) -> set[str]:
    """Choose the clubs that the article means everywhere: no person bears the name, nothing happens in the place.

    Not those in capitals: a fixture has clubs and places so.
    """
    names = {text[span.start : span.end] for span in found}
    located = set(re.findall(r"\b(?:in|near|outside) (" + "|".join(sorted(map(re.escape, names))) + r")\b", text))
    return {name for name in names - located if kinds.get(name) != "person" and not name.isupper()}


def _names(line: str, offset: int) -> Iterator[Span]:
    if len(line) > LONGEST_LINE:
        return
    for match in filter(None, (shape.match(line) for shape in _SHAPES)):
        for side in match.groupdict():
            yield Span(offset + match.start(side), offset + match.end(side))
        return
