"""Analysis: a Story in, an Analysis out: its sentences, names, roles, quotations, candidate tags and summary.

Everything found is a span of `Story.text`. The one parse of the article is shared by the steps and stays in here.
The steps, in their order: `nlp`, `sentences`, `entities`, `roles`, `quotes`, `keywords`, `summary`, `summary_gist`.
Names, roles and quotations are found in the model's language only: in German it takes `Dieses Jahr` for a person.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read by numpy's import: for matrices as small two cost double

from newsdigest.analyse import entities, keywords, nlp, quotes, roles, sentences, summary, summary_gist
from newsdigest.lexicon import is_english
from newsdigest.model import Analysis, Sentences, Story
from newsdigest.options import Options


def analyse(story: Story, options: Options) -> Analysis:
    """Find all there is to find in one article. Raises DigestError where the language model is missing."""
    story = nlp.beginning(story)
    doc = nlp.parse(story, fast=options.fast)
    split = sentences.split(story, doc)
    known = is_english(story.lang)
    mentions = entities.find(story, doc) if known else ()
    stated = roles.find(story, doc, mentions) if known else ()
    chosen = summary.choose(story, split, mentions, options)
    return Analysis(
        story_id=story.id,
        sentences=Sentences.of(split),
        mentions=mentions,
        roles=stated,
        quotes=quotes.find(story, doc, split, mentions, stated) if known else (),
        keywords=keywords.candidates(story, doc, mentions),
        summary=chosen,
        gist=summary_gist.gist(story, split, chosen, mentions),
    )
