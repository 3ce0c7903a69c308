"""What linking found is taken from the build before where nothing has changed that it looks at; else found anew."""

from __future__ import annotations

import gc
from contextlib import nullcontext
from dataclasses import fields, replace
from datetime import timedelta
from functools import wraps
from pathlib import Path

import pytest
from newsdigest import engines, kept, linked
from newsdigest.corrections import Curation, EntityCorrection, StoryCorrection
from newsdigest.intake import Intake
from newsdigest.kept import DIGEST, digest_of
from newsdigest.link import link, people, wording
from newsdigest.linked import FILE, FINDINGS, WORDINGS
from newsdigest.model import Edition, Skipped, Story
from newsdigest.options import Options

from tests.link.naming import SAVED, article
from tests.sample import ANALYSES, STORIES

WORDING = wording._wording
SKIPPED = (Skipped("x.pdf", "is no text"),)
RENAMED = Curation(entities=(EntityCorrection("Ada Quill", rename="Ada Reed"), EntityCorrection("Nobody", hide=True)))


@pytest.fixture
def stock(tmp_path: Path) -> Intake:
    return intake(tmp_path / "cache" / "digest.sqlite")


def intake(cache: Path | None) -> Intake:
    return Intake(
        root=Path("content"), paths=(), pages=(), skipped=(), saved={}, curation=Curation(),
        options=Options(), warnings=(), now=SAVED, cache=cache,
    )  # fmt: skip


def edition(stock: Intake, warnings: tuple[str, ...] = ("a setting is not known",)) -> Edition:
    return linked.linked(STORIES, ANALYSES, SKIPPED, warnings, stock)


def clean(stock: Intake, warnings: tuple[str, ...] = ("a setting is not known",)) -> Edition:
    return link(STORIES, ANALYSES, stock.curation, SKIPPED, warnings, stock.options)


def remembered(stock: Intake, patch: pytest.MonkeyPatch) -> bool:
    """Tell whether a build of this intake links nothing; it gives the same as a clean one in any case."""
    made: list[bool] = []
    patch.setattr(linked, "link", lambda *given: (made.append(True), link(*given))[1])
    assert edition(stock) == clean(stock)
    return not made


def test_without_a_cache_everything_is_linked_and_nothing_written(tmp_path: Path) -> None:
    assert edition(intake(None)) == clean(intake(None))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("curation", [Curation(), RENAMED], ids=["as found", "corrected"])
def test_the_same_is_linked_once(stock: Intake, curation: Curation, monkeypatch: pytest.MonkeyPatch) -> None:
    stock = replace(stock, curation=curation)
    assert not remembered(stock, monkeypatch)
    assert remembered(stock, monkeypatch)


def test_warnings_and_what_was_skipped_are_those_of_the_build(stock: Intake) -> None:
    stock = replace(stock, curation=RENAMED)
    edition(stock)
    found = linked.linked(STORIES[::-1], ANALYSES[::-1], (), ("another",), stock)
    assert found == replace(clean(stock, ("another",)), skipped=())
    assert len(found.warnings) == 2


def test_who_said_it_and_what_is_no_place_stays_corrected(stock: Intake) -> None:
    one = article("one", "Lumen beat Arlen, said Ada Quill.", "Ada Quill", places="Lumen | Arlen", quote="Ada Quill")
    two = article("two", "Lumen lost to Arlen.", places="Lumen | Arlen", days=1)
    curation = Curation(
        stories=(StoryCorrection("one.txt", speakers=(("Lumen beat…", ""),)),),
        entities=(EntityCorrection("Lumen", kind="organisation"),),
    )
    stock = replace(stock, curation=curation)
    stories, analyses = zip(one, two, strict=True)
    found = [linked.linked(stories, analyses, (), (), stock) for _ in range(2)]
    assert found[0] == found[1] == link(stories, analyses, curation, (), (), Options())
    assert found[1].analyses != analyses
    assert [one.name for one in found[1].entities if one.kind == "organisation"] == ["Lumen"]


@pytest.mark.parametrize("name", [field.name for field in fields(Options)])
def test_of_all_settings_only_the_number_of_tags_counts(
    stock: Intake, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition(stock)
    value = getattr(stock.options, name)
    other = (not value) if isinstance(value, bool) else value + 1 if isinstance(value, int) else f"{value}x"
    changed = replace(stock, options=replace(stock.options, **{name: other}))
    assert remembered(changed, monkeypatch) is (name != "tags")


def test_what_linking_looks_at_makes_it_link_anew(stock: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    edition(stock)
    assert not remembered(replace(stock, curation=RENAMED), monkeypatch)
    assert not remembered(stock, monkeypatch)  # only the last collection is kept
    monkeypatch.setattr(engines, "engine_digest", lambda _: "other code")
    assert not remembered(stock, monkeypatch)


def test_a_date_alone_makes_it_link_anew(stock: Intake) -> None:
    edition(stock)
    stories = (replace(STORIES[0], published=STORIES[0].date + timedelta(days=900)), *STORIES[1:])
    found = linked.linked(stories, ANALYSES, (), (), stock)
    assert found == link(stories, ANALYSES, Curation(), (), (), Options())


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: b"",
        lambda _: b"no such thing",
        lambda written: written[:-1],
        lambda written: written + b"x",
        lambda written: written[:DIGEST],
        lambda written: written[:-9] + bytes([written[-9] ^ 1]) + written[-8:],
        lambda written: bytes(DIGEST) + written[DIGEST:],
        lambda written: digest_of(b"other", written[DIGEST:]) + written[DIGEST:],
    ],
)
def test_a_file_that_is_torn_or_of_another_collection_is_made_anew(
    stock: Intake, spoilt: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition(stock)
    assert stock.cache
    place = stock.cache.with_name(FILE)
    good = place.read_bytes()
    place.write_bytes(spoilt(good))  # type: ignore[operator]
    assert not remembered(stock, monkeypatch)
    assert place.read_bytes() == good


def test_a_record_of_another_form_is_made_anew(stock: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    edition(stock)
    assert stock.cache
    with monkeypatch.context() as patch:
        patch.setattr(kept, "recall", lambda *_: b"\x93\x01\x02\x03")
        assert not remembered(stock, patch)


def test_where_nothing_can_be_written_the_build_goes_on(stock: Intake) -> None:
    assert stock.cache
    stock.cache.parent.write_bytes(b"a file where the cache should lie")
    assert edition(stock) == clean(stock)


@pytest.mark.parametrize("collects", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_python_looks_for_no_rings_while_linking_and_does_afterwards_as_before(
    stock: Intake, monkeypatch: pytest.MonkeyPatch, collects: bool, fails: bool
) -> None:
    seen: list[bool] = []

    def watched(*given: object) -> Edition:
        seen.append(gc.isenabled())
        if fails:
            raise KeyError
        return link(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(linked, "link", watched)
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        with pytest.raises(KeyError) if fails else nullcontext():
            edition(stock)
        assert (seen, gc.isenabled()) == ([False], collects)
    finally:
        (gc.enable if before else gc.disable)()


def read_anew(stock: Intake, stories: tuple[Story, ...], patch: pytest.MonkeyPatch) -> list[str]:
    """Tell which articles a build reads; it gives the same as a clean one in any case."""
    read: list[str] = []
    with patch.context() as patched:
        patched.setattr(wording, "_wording", lambda one, *more: (read.append(one.path), WORDING(one, *more))[1])
        found = linked.linked(stories, ANALYSES, (), (), stock)
    assert found == link(stories, ANALYSES, stock.curation, (), (), stock.options)
    return read


def test_of_the_texts_only_the_changed_are_read_again(stock: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(read_anew(stock, STORIES, monkeypatch)) == len(STORIES)
    changed = (replace(STORIES[0], title="Another title"), *STORIES[1:])
    assert read_anew(stock, changed, monkeypatch) == [STORIES[0].path]
    corrected = replace(stock, curation=RENAMED)
    assert read_anew(corrected, changed, monkeypatch) == []
    assert read_anew(corrected, STORIES, monkeypatch) == [STORIES[0].path]


@pytest.mark.parametrize("data", [b"", b"rubbish", None])
def test_texts_are_read_anew_where_the_file_cannot_be_read(
    stock: Intake, monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    read_anew(stock, STORIES, monkeypatch)
    file = (stock.cache or Path()).with_name(WORDINGS)
    file.write_bytes(file.read_bytes()[:-1] if data is None else data)
    assert len(read_anew(replace(stock, curation=RENAMED), STORIES, monkeypatch)) == len(STORIES)


def test_texts_are_read_anew_by_other_code(stock: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    read_anew(stock, STORIES, monkeypatch)
    monkeypatch.setattr(engines, "engine_digest", lambda _: "other code")
    assert len(read_anew(stock, STORIES, monkeypatch)) == len(STORIES)


def looked_at(stock: Intake, stories: tuple[Story, ...], patch: pytest.MonkeyPatch) -> int:
    """Tell in how many articles the names are put together; it gives the same as a clean build in any case."""
    looked: list[str] = []
    find = people.in_article
    with patch.context() as patched:
        patched.setattr(people, "in_article", wraps(find)(lambda *given: (looked.append(""), find(*given))[1]))
        found = linked.linked(stories, ANALYSES, (), (), stock)
    assert found == link(stories, ANALYSES, stock.curation, (), (), stock.options)
    return len(looked)


def test_of_the_names_only_those_of_articles_with_others_are_put_together_again(
    stock: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert looked_at(stock, STORIES, monkeypatch) > 1
    changed = (replace(STORIES[0], title="Another title"), *STORIES[1:])
    assert looked_at(stock, changed, monkeypatch) == 0
    assert looked_at(replace(stock, curation=RENAMED), changed, monkeypatch) == 0
    monkeypatch.setattr(engines, "engine_digest", lambda _: "other code")
    assert looked_at(stock, STORIES, monkeypatch) > 1


@pytest.mark.parametrize("data", [b"", b"rubbish", None])
def test_findings_that_cannot_be_read_are_found_anew(
    stock: Intake, monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    first = looked_at(stock, STORIES, monkeypatch)
    file = (stock.cache or Path()).with_name(FINDINGS)
    good = file.read_bytes()
    file.write_bytes(good[:-1] if data is None else data)
    assert looked_at(replace(stock, curation=RENAMED), STORIES, monkeypatch) == first
    assert len(file.read_bytes()) == len(good)
