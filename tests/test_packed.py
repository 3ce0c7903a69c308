"""What is packed comes out as it went in, in the same order, however it is asked for, and is written down as it is."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsdigest.model import Mention, Removals, Removed, Sentence, Sentences, Span
from newsdigest.packed import Packed, Small

LINES = st.tuples(st.integers(1, 10**6), st.integers(1, 10**6))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
REMOVED = st.lists(st.builds(Removed, LINES, TEXT, TEXT)).map(tuple)
PLACES = st.integers(0, 10**9)
SENTENCES = st.lists(st.builds(Sentence, st.builds(Span, PLACES, PLACES), PLACES)).map(tuple)
TWO = (Removed((1, 2), "Share this", "menu"), Removed((9, 9), "“More” – Ω", "link list"))


@dataclass(frozen=True, slots=True)
class Holder:
    """As a story holds it: packed, or plain where it was made by hand."""

    held: Removals | tuple[Removed, ...]


@given(REMOVED)
def test_removals_come_out_as_they_went_in(values: tuple[Removed, ...]) -> None:
    assert tuple(Removals.of(values)) == values


@given(SENTENCES)
def test_sentences_come_out_as_they_went_in(values: tuple[Sentence, ...]) -> None:
    packed = Sentences.of(values)
    assert (tuple(packed), len(packed), bool(packed)) == (values, len(values), bool(values))


@pytest.mark.parametrize("number", [0, 1, -1, slice(1), slice(None, None, -1)])
def test_one_and_several_are_asked_for_as_of_a_tuple(number: Any) -> None:
    assert Removals.of(TWO)[number] == TWO[number]


def test_what_is_not_there_is_not_given() -> None:
    with pytest.raises(IndexError):
        Removals.of(TWO)[2]


def test_the_same_values_in_the_same_order_are_equal_and_no_others() -> None:
    packed = Removals.of(iter(TWO))
    assert packed == Removals.of(TWO)
    assert hash(packed) == hash(Removals.of(TWO))
    assert packed != Removals.of(TWO[::-1])
    assert TWO[1] in packed


@pytest.mark.parametrize("held", [TWO, Removals.of(TWO), (), Removals.of(())])
@pytest.mark.parametrize("form", [msgspec.json, msgspec.msgpack])
def test_packed_and_plain_values_are_written_and_read(held: Any, form: Any) -> None:
    assert form.decode(form.encode(Holder(held)), type=Holder) == Holder(held)


def test_packed_values_go_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Removals.of(TWO))) == Removals.of(TWO)  # noqa: S301


def test_what_is_packed_takes_a_fraction_of_the_room() -> None:
    values = tuple(Sentence(Span(300 + 90 * n, 388 + 90 * n), n // 3) for n in range(40))
    as_objects = sum(one.__sizeof__() + one.span.__sizeof__() + 2 * (300).__sizeof__() for one in values)
    assert len(Sentences.of(values).data) * 8 < as_objects


@pytest.mark.parametrize("kind", Packed.__subclasses__(), ids=lambda kind: kind.__name__)
def test_every_packed_type_knows_of_what_it_is(kind: type[Packed[Any]]) -> None:
    assert tuple(kind.of(())) == ()


@pytest.mark.parametrize("kind", Small.__subclasses__(), ids=lambda kind: kind.__name__)
def test_small_values_are_frozen(kind: type[Small]) -> None:
    config = kind.__struct_config__
    assert (config.frozen, config.gc, config.array_like) == (True, False, True)


def test_small_values_of_different_types_are_never_equal() -> None:
    assert Span(1, 2) != Removed((1, 2), "", "")
    assert Span(1, 2) < Span(1, 3) < Span(2, 0)
    with pytest.raises(AttributeError):
        Mention(Span(1, 2), "Ada", "person").text = "Bob"  # type: ignore[misc]
