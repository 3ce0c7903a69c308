"""What functions found in the build before: asked the same again, they need not look.

In: a pure function of what MessagePack can write, and the type of what it gives. Out: the same function, that looks its
answer up by the digest of itself and all its arguments, as far as the `known` answers go. Every answer of this build is
among the `given`, for the next; what was not asked for is forgotten, so they grow with the collection only.
Method: a memo table that outlives the process (constructive traces: Mokhov et al., Build Systems à la Carte, 2018).
Limits: a function that takes less than 10 µs is no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import ParamSpec, TypeVar

from msgspec import Raw, msgpack

DIGEST = 16
"""Bytes."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Findings:
    """Answers by the digests of what was asked."""

    known: Mapping[bytes, Raw] = field(default_factory=dict)
    """Of the build before."""
    given: dict[bytes, Raw] = field(default_factory=dict)
    """Of this one."""

    def keeping(self, function: Callable[Asked, Answer], kind: type[Answer]) -> Callable[Asked, Answer]:
        """Give a function that answers from what is known, where it can."""
        encode, decode = msgpack.Encoder(order="deterministic").encode, msgpack.Decoder(kind).decode
        name = f"{function.__module__}.{function.__qualname__}".encode()

        def ask(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            asked = blake2b(encode((name, args, kwargs)), digest_size=DIGEST).digest()
            told = self.known.get(asked)
            if told is not None:
                self.given[asked] = told
                return decode(told)
            answer = function(*args, **kwargs)
            self.given[asked] = Raw(encode(answer))
            return answer

        return ask
