"""The page that offers the data: which files there are, what is in them, and whose texts they hold.

In: the library. Out: a DataPage; a file that would be empty is neither made nor offered.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from newsdigest.views.data import ARTICLE, NAME, QUOTATION
from newsdigest.views.downloads import ARTICLES, ORGANISATIONS, PEOPLE
from newsdigest.views.library import Library
from newsdigest.views.metadata import Meta, page_meta
from newsdigest.views.quotations import CSV, JSON, Download

PATH = "data/index.html"


class Field(Struct, frozen=True, gc=False):
    """A value of a record, and what it means."""

    name: str
    meaning: str


class DataSet(Struct, frozen=True, gc=False):
    """Records of one kind, in one or more files."""

    anchor: str
    title: str
    count: int
    files: tuple[Download, ...]
    fields: tuple[Field, ...]


class DataPage(Struct, frozen=True, gc=False):
    """All that can be downloaded."""

    meta: Meta
    title: str
    lead: str
    sets: tuple[DataSet, ...]


def data_page(library: Library) -> DataPage:
    """Describe the files."""
    kinds = [entity.kind for entity in library.entities.values()]
    quotes = sum(len(analysis.quotes) for analysis in library.edition.analyses)
    sets = (
        _set("articles", "Articles", len(library.edition.stories), (ARTICLES,), ARTICLE),
        _set("people", "People", kinds.count("person"), (PEOPLE,), NAME),
        _set("organisations", "Organisations", kinds.count("organisation"), (ORGANISATIONS,), NAME),
        _set("quotations", "Quotations", quotes, (JSON, CSV), QUOTATION),
    )
    lead = "What this site knows of articles, people, organisations and quotations, as files for programs."
    return DataPage(
        meta=page_meta(library, PATH, "Data", lead),
        title="Data",
        lead=lead,
        sets=tuple(one for one in sets if one.count),
    )


def _set(anchor: str, title: str, count: int, files: tuple[Download, ...], fields: Mapping[str, str]) -> DataSet:
    return DataSet(anchor, title, count, files, tuple(Field(*pair) for pair in fields.items()))
