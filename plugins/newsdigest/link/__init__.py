"""From single articles to an edition: who is who, what belongs together, and the owner's corrections on top.

In: stories and their analyses, side by side in any order. Out: the `Edition`, newest story first.
Method: group the names (`entities`) with the owner's word on speakers (`corrections_speakers`) and kinds (`kinds`),
correct them (`corrections`), then companions, tags and related articles, which all see the corrected names. Every order
is total, so the same input gives the same edition. What stays uncertain is found by `doubts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsdigest.corrections import Curation
from newsdigest.link import folding, organisation_names, person_names, person_spellings, tags_ideas
from newsdigest.link.companions import companions as with_companions
from newsdigest.link.corrections import correct
from newsdigest.link.corrections_speakers import restated
from newsdigest.link.entities import group
from newsdigest.link.findings import Findings
from newsdigest.link.kinds import recalled
from newsdigest.link.related import related as find_related
from newsdigest.link.tags import choose
from newsdigest.link.versions import find_versions
from newsdigest.link.wording import Wording, runs, wordings
from newsdigest.model import Analysis, Edition, Skipped, Story, StoryId
from newsdigest.options import Options

REMEMBERED = (
    folding.fold, organisation_names.parse, person_names.parse, person_spellings.spelling, tags_ideas.idea_key,
)  # fmt: skip
"""What is made of a string once only: until the names are grouped, and again until the edition is made."""


def link(
    stories: tuple[Story, ...],
    analyses: tuple[Analysis, ...],
    curation: Curation,
    skipped: tuple[Skipped, ...],
    warnings: tuple[str, ...],
    options: Options,
    known: Mapping[StoryId, Wording] = MappingProxyType({}),
    findings: Findings | None = None,
) -> Edition:
    """Link all stories into one edition; corrections that match nothing become warnings.

    What is `known` of single texts need not be read anew, nor what was found in the build before.
    """
    findings = findings or Findings()
    stories, analyses = newest_first(stories, analyses)
    analyses, unsaid = restated(stories, analyses, curation.stories)
    found = group(stories, analyses, findings)
    mended = recalled(analyses, found, curation)
    if mended:
        analyses, found = mended, group(stories, mended, findings)
    corrected, unmatched = correct(found, stories, analyses, curation)
    _forget()
    entities = with_companions(corrected)
    read = wordings(stories, known)
    versions = find_versions([runs(read[story.id]) for story in stories], findings)
    chosen, story_tags, unknown = choose(stories, analyses, entities, curation.tag_renames, curation.tag_bans, options)
    related = find_related(stories, analyses, story_tags, entities, versions, read)
    _forget()
    return Edition(
        stories=stories,
        analyses=analyses,
        entities=entities,
        tags=chosen,
        story_tags=story_tags,
        related=related,
        skipped=skipped,
        warnings=(
            *warnings,
            *unsaid,
            *unmatched,
            *(f"curation.toml: no article has the tag “{name}”" for name in unknown),
        ),
        versions=tuple(tuple(stories[i].id for i in group) for group in versions.groups),
    )


def _forget() -> None:
    for one in REMEMBERED:
        one.cache_clear()


def newest_first(
    stories: tuple[Story, ...], analyses: tuple[Analysis, ...]
) -> tuple[tuple[Story, ...], tuple[Analysis, ...]]:
    """Sort by date, newest first, then by title and path; the analyses go along."""
    pairs = sorted(zip(stories, analyses, strict=True), key=lambda p: (-p[0].date.timestamp(), p[0].title, p[0].path))
    return tuple(story for story, _ in pairs), tuple(analysis for _, analysis in pairs)
