"""Whatever is edited between builds: each gives what a build without a memory gives, byte for byte."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdigest.corrections import Curation, EntityCorrection
from newsdigest.link import link
from newsdigest.linked import FILE, FINDINGS, WORDINGS, linked
from newsdigest.model import Keyword
from newsdigest.options import Options

from tests.link.naming import Article, article
from tests.test_linked import intake

NAMES = ("Ada Quill", "Quill", "Tomas Brandt", "T. Brandt", "Ms. Quill")
HOUSES = ("Harbour Council", "Lumen Works", "Lumen", "HC")
TEXTS = st.builds(
    lambda name, house, places, more: f"{name} of {house} spoke in {places} about the night ferry. {more}",
    st.sampled_from(NAMES),
    st.sampled_from(HOUSES),
    st.sampled_from(("Arlen", "Bradwell", "Arlen, Bradwell and Corby")),
    st.sampled_from(
        ("", "It sails at nine from the old pier.", "It sails at nine from the pier of old Corby in rain.")
    ),
)
ARTICLES = st.dictionaries(st.sampled_from("abcdef"), st.tuples(TEXTS, st.integers(0, 2)), max_size=5)
CURATIONS = st.sampled_from(
    (
        Curation(),
        Curation(entities=(EntityCorrection("Ada Quill", rename="Ada Reed"),)),
        Curation(entities=(EntityCorrection("Nobody", hide=True),), tag_bans=("ferry",)),
        Curation(entities=(EntityCorrection("Arlen", kind="organisation"),), tag_renames=(("ferry", "Night boat"),)),
    )
)
OPTIONS = st.builds(Options, tags=st.sampled_from((1, 8)), feed_items=st.sampled_from((10, 50)))
STATES = st.lists(st.tuples(ARTICLES, CURATIONS, OPTIONS), min_size=2, max_size=5)


def made(key: str, text: str, days: int) -> Article:
    """Make an article with candidates for tags."""
    story, analysis = article(key, text, " | ".join(NAMES), " | ".join(HOUSES), "Arlen | Bradwell | Corby", days)
    keywords = tuple(Keyword(word, 1.5) for word in ("night ferry", "ferry", "Lumen") if word in text)
    return story, replace(analysis, keywords=keywords)


@settings(deadline=None, max_examples=60)
@given(STATES, st.integers(0, 4), st.binary(max_size=40))
def test_every_build_gives_what_a_clean_one_gives(
    states: list[tuple[dict[str, tuple[str, int]], Curation, Options]], torn: int, rubbish: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stock = intake(Path(folder, "digest.sqlite"))
        for number, (texts, curation, options) in enumerate([*states, *states[-1:], states[0]]):
            pairs = [made(key, text, days) for key, (text, days) in texts.items()]
            stories, analyses = tuple(story for story, _ in pairs), tuple(analysis for _, analysis in pairs)
            if number == torn:
                Path(folder, (FILE, FINDINGS, WORDINGS)[len(rubbish) % 3]).write_bytes(rubbish)
            found = linked(stories, analyses, (), (), replace(stock, curation=curation, options=options))
            clean = link(stories, analyses, curation, (), (), options)
            assert msgspec.json.encode(found) == msgspec.json.encode(clean)
