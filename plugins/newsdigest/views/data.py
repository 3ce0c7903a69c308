"""What the site knows, as records for programs: articles, people, organisations, quotations.

In: the library. Out: records of plain values in a stable order, and what each of their fields means; the page that
offers the files shows the same table. Articles are joined to the rest by `id`, names by `page`. Whole texts are left
out (they stand on the pages, where they may). Every text is verbatim, and an unknown value is null, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdigest.model import Entity, Kind
from newsdigest.text import web_address
from newsdigest.views.addresses import entity_path, stories_of
from newsdigest.views.cards import quote_card, story_card
from newsdigest.views.library import Library
from newsdigest.views.quotations import every_quotation
from newsdigest.views.roles import reported_roles
from newsdigest.views.schema import Json
from newsdigest.views.versions import text_of

Record = Mapping[str, Json]
ARTICLE = {
    "id": "identity of the article; stays as long as its address or its file does",
    "title": "title; words of the first sentence where none is stated",
    "title_is": "where the title is stated",
    "authors": "their names, in the order given",
    "source": "who published it; null where not known",
    "date": "day, as 2026-03-09",
    "date_is": "“published”, or “saved” where the article states no day",
    "language": "as en",
    "original": "address of the original; null where not known",
    "page": "its page on this site",
    "words": "length of the whole text",
    "summary": "sentences of the article that sum it up",
    "subjects": "its subjects, best first",
    "people": "pages of the people it names, in the order of first mention",
    "organisations": "likewise",
    "quotations": "how many it gives",
    "related": "identities of related articles, nearest first",
    "text_id": "identity of the newest article with nearly the same text, most often its own: articles that share it, "
    "such as wire copy, are one source",
}
NAME = {
    "name": "the fullest form of the name",
    "page": "its page on this site",
    "also_written": "other forms, each with the rule that joined it",
    "roles": "as reported, the leading one first: role, organisation, standing (stands, past, ended), "
    "identities of the articles that state it, newest first (none: the editor of this site does)",
    "articles": "identities of the articles that name it, newest first, and how often each does",
    "quotations": "how many are its own",
    "doubts": "what is uncertain, in words",
}
QUOTATION = {
    "quotation": "the words between the quotation marks",
    "speaker": "the name in the who’s who, else the words of the article; null where nobody is named",
    "speaker_page": "the speaker’s page; null where there is none",
    "attribution": "how the speaker is known, in words",
    "cue": "the word that attributes the quotation, as it stands",
    "article": "title of the article",
    "source": "who published it",
    "date": "day of the article",
    "date_is": "“published”, or “saved” where the article states no day",
    "original": "address of the original; null where not known",
    "link": "the paragraph on this site",
    "article_id": "identity of the article",
    "paragraph": "its number in the article, from 1",
}


def articles(library: Library) -> Iterator[Record]:
    """List the articles, newest first."""
    for story in library.edition.stories:
        card = story_card(library, story.id)
        present = [entity for entity, _ in library.present.get(story.id, ())]
        yield {
            "id": story.id,
            "title": story.title,
            "title_is": story.title_origin,
            "authors": story.byline,
            "source": story.outlet,
            "date": card.when.iso,
            "date_is": "published" if story.published else "saved",
            "language": story.lang,
            "original": web_address(story.url),
            "page": address(library, card.path),
            "words": card.words,
            "summary": [sentence.text for sentence in card.summary],
            "subjects": [tag.name for tag in library.tags[story.id]],
            "people": _pages(library, present, "person"),
            "organisations": _pages(library, present, "organisation"),
            "quotations": len(library.analyses[story.id].quotes),
            "related": [one.other_id for one in library.related.get(story.id, ())],
            "text_id": text_of(library, story.id),
        }


def names(library: Library, kind: Kind) -> Iterator[Record]:
    """List people, or organisations, in the order of the edition."""
    for entity in library.entities.values():
        if entity.kind == kind:
            yield _name(library, entity)


def quotations(library: Library) -> Iterator[Record]:
    """List every quotation of every article, newest first."""
    for stated in every_quotation(library):
        story, said = library.stories[stated.story_id], quote_card(library, stated.story_id, stated.quote)
        yield {
            "quotation": said.text,
            "speaker": said.speaker,
            "speaker_page": address(library, said.speaker_path) if said.speaker_path else None,
            "attribution": said.how,
            "cue": said.cue,
            "article": story.title,
            "source": story.outlet,
            "date": said.story.when.iso,
            "date_is": "published" if story.published else "saved",
            "original": web_address(story.url),
            "link": address(library, said.path),
            "article_id": story.id,
            "paragraph": said.paragraph,
        }


def address(library: Library, path: str) -> str:
    """Give the address of a page; relative to the files' folder where the site's own is not known."""
    return f"{library.base or '..'}/{path}"


def _name(library: Library, entity: Entity) -> Record:
    mentions = {one.story_id: len(one.mentions) for one in entity.appearances}
    return {
        "name": entity.name,
        "page": address(library, entity_path(entity)),
        "also_written": [{"form": alias.text, "rule": alias.rule} for alias in entity.aliases],
        "roles": [
            {
                "role": one.role.text,
                "organisation": one.role.organisation,
                "standing": one.standing,
                "articles": list(dict.fromkeys(stated.story_id for stated in one.statements if stated.story_id)),
            }
            for one in reported_roles(library, entity)
        ],
        "articles": [{"id": one, "mentions": mentions[one]} for one in stories_of(entity, library.rank)],
        "quotations": len(entity.quotes),
        "doubts": entity.notes,
    }


def _pages(library: Library, entities: Sequence[Entity], kind: Kind) -> list[str]:
    return [address(library, entity_path(entity)) for entity in entities if entity.kind == kind]
