"""The lines of a mail: which of them are the article, where it was forwarded, quoted or signed.

The text of a mail comes in as its lines; a `Letter` goes out: the lines, those that stand around the article, and what
is stated above a forwarded one. A forwarded mail is known by the lines that every program puts above it (From, Date,
Subject, To, in many languages) under a mark or in a mail whose subject says so; the longest part is the article.
Lines of `format=flowed` are joined (RFC 3676). Limits: programs in other languages; articles that show a mail's head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsdigest.text import words

LABELS = {
    "date": """
        data / date / dato / datum / dátum / elküldve / enviada / enviado / enviado el / envoyé / fecha / gesendet
        / gönderilme tarihi / inviato / lähetetty / odesláno / odoslané / poslano / päivämäärä / päiväys / sendt / sent
        / skickat / tarih / trimis / verzonden / wysłano / дата / надіслано / отправлено
        """,
    "from": """
        da / de / de la / expeditor / expeditorul / feladó / fra / from / från / gönderen / kimden / lähettäjä
        / mittente / nadawca / od / saatja / van / von / šalje / від / від кого / от / отправитель
        """,
    "other": """
        allegati / anlagen / antwort an / attachments / bcc / bijlage / bilgi / cc / cci / ccn / copia / copie / cópia
        / importance / kopi / kopia / kopie / kopio / kópia / másolat / pièces jointes / priority / reply-to
        / répondre à / wichtigkeit / копия / копія
        """,
    "subject": """
        aihe / asunto / assunto / betreff / emne / konu / naslov / objet / oggetto / onderwerp / predmet / předmět
        / subiect / subiectul / subject / sujet / temat / teema / tárgy / ämne / тема
        """,
    "to": """
        a / aan / adresat / an / címzett / către / destinatar / destinatarul / destinatario / do / kime / komu / para
        / pour / pre / prima / saaja / til / till / to / vastaanottaja / à / кому
        """,
}
"""What stands before the colon above a forwarded mail, by language of the program that sent it."""
FORWARD = "doorst / enc / fw / fwd / pd / rv / tr / vb / vl / vs / wg / пересл"
REPLY = "antw / aw / odp / re / ref / res / rif / sv / ynt"
"""What programs put before the subject of a mail that is sent on, or answered."""
BLOCK = 30
"""Lines above a forwarded mail, at most: two lists of people on several lines each."""
FOLDED = 2
"""Lines that the value of one label may run on."""
QUOTED = 0.6
"""Share of lines with a `>` from which on they are how the whole text was sent on, not quotations in an answer."""
LEVELS = 20
SIGNATURE = 10
"""Lines of a signature, at most: custom allows four, companies add a notice."""

_FIELD_OF = {label.strip(): name for name, labels in LABELS.items() for label in " ".join(labels.split()).split("/")}
_FIELD = re.compile(r"[>\s*_|]{0,40}(?P<label>[^\W\d_][\w -]{0,20}?)[*_]{0,2}\s?:[*_]{0,2}(?:\s+|$)(?P<value>.*)")
_MARK = re.compile(r"[>\s]{0,40}(?:-{2,}.{0,60}-{2,}|_{5,}|[-=*]{5,}|[^\W\d_][^:@]{3,60}:)\s*")
_QUOTE = re.compile(r"\s{0,3}> ?")
_SIGNATURE = re.compile(r"-- ?|_{40,}")
_PREFIX = re.compile(
    rf"\s*(?:(?P<forward>{FORWARD.replace(' / ', '|')})|{REPLY.replace(' / ', '|')})\.?(?:\[\d+\]|\(\d+\))?\s?:(?!//)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines of a mail, the places (from 0) of those around the article, and what is stated above it."""

    lines: tuple[str, ...]
    frame: frozenset[int] = frozenset()
    stated: Mapping[str, str] | None = None
    """Of a mail inside this one: `subject`, `date`, `from`, where stated; None where the mail itself is the article."""


@dataclass(frozen=True, slots=True)
class Head:
    """Lines `first` to `end` (from 0, exclusive) above a forwarded mail."""

    first: int
    end: int
    marked: bool
    stated: Mapping[str, str] = field(default_factory=dict)


def plain_subject(subject: str) -> tuple[str, str]:
    """Cut what programs put before a subject; also tell what the first of it says: `forward`, `reply` or nothing.

    >>> plain_subject("WG: Re[2]: Dam breaks")
    ('Dam breaks', 'forward')
    """
    first = found = _PREFIX.match(subject)
    while found:
        subject = subject[found.end() :]
        found = _PREFIX.match(subject)
    return subject.strip(), "" if not first else "forward" if first["forward"] else "reply"


def unflowed(text: str, *, without_space: bool = False) -> str:
    """Join the lines that end in a space, as `format=flowed` means them; quotations keep their marks."""
    joined: list[tuple[int, list[str]]] = []
    going_on = False
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if going_on and joined[-1][0] == depth and bare != "-- ":
            joined[-1][1].append(bare)
        else:
            joined.append((depth, [bare]))
        going_on = bare.endswith(" ") and bare != "-- "
        if going_on and without_space:
            joined[-1][1][-1] = bare[:-1]
    return "\n".join((">" * depth + " " if depth else "") + "".join(parts) for depth, parts in joined)


def letter(lines: Sequence[str], kind: str) -> Letter:
    """Find the article in the lines of a mail; `kind` is what its subject says, as `plain_subject` gives it."""
    above = next((place for place, line in enumerate(lines) if words(line)), len(lines))
    heads = [head for head in _heads(lines) if head.marked or kind == "forward" or head.first <= above]
    if not heads:
        return _sent_on(lines)
    ends = [head.first for head in heads[1:]] + [len(lines)]
    parts = [(_length(lines[h.end : end]), -h.end, end, h.stated) for h, end in zip(heads, ends, strict=True)]
    length, start, end, stated = max(parts, key=lambda part: part[:2])
    if kind == "reply" and _length(lines[: heads[0].first]) > length:
        return _around(lines, 0, heads[0].first, None)
    return _around(lines, -start, end, stated)


def _length(lines: Iterable[str]) -> int:
    return sum(len(words(line)) for line in lines)


def _sent_on(lines: Sequence[str]) -> Letter:
    """Find an article that was sent on as one long quotation."""
    quoted = [i for i, line in enumerate(lines) if line.startswith(">")]
    if not quoted or len(quoted) < QUOTED * sum(bool(line.strip()) for line in lines):
        return _around(lines, 0, len(lines), None)
    return _around(lines, quoted[0], quoted[-1] + 1, {})


def _around(lines: Sequence[str], start: int, end: int, stated: Mapping[str, str] | None) -> Letter:
    inner = _unquoted(lines[start:end])
    end = start + _signed(inner)
    whole = (*lines[:start], *inner, *lines[start + len(inner) :])
    return Letter(whole, frozenset(range(len(whole))) - frozenset(range(start, end)), stated)


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Take away the marks of a quotation, as often as most of the lines have one."""
    found = list(lines)
    for _ in range(LEVELS):
        marked = [_QUOTE.match(line) for line in found]
        if sum(map(bool, marked)) < max(QUOTED * sum(bool(line.strip()) for line in found), 1):
            break
        found = [line[mark.end() :] if mark else line for line, mark in zip(found, marked, strict=True)]
    return found


def _signed(lines: Sequence[str]) -> int:
    """Give the place where the signature begins, else the end."""
    marks = [i for i, line in enumerate(lines) if _SIGNATURE.fullmatch(line)]
    short = marks and sum(bool(line.strip()) for line in lines[marks[-1] + 1 :]) <= SIGNATURE
    return marks[-1] if short and any(line.strip() for line in lines[: marks[-1]]) else len(lines)


def _heads(lines: Sequence[str]) -> list[Head]:
    labelled = [_labelled(line) for line in lines]
    found: list[Head] = []
    for i, label in enumerate(labelled):
        if label and (not found or i >= found[-1].end):
            head = _head(lines, labelled, i)
            found += [head] if head else []
    return found


def _labelled(line: str) -> tuple[str, str] | None:
    """Give the field and the value of a line such as `*Von:* Jane Doe`."""
    match = _FIELD.fullmatch(line) if ":" in line[:70] else None
    name = _FIELD_OF.get(" ".join(match["label"].casefold().split())) if match else None
    return (name, match["value"].strip()) if match and name else None


def _head(lines: Sequence[str], labelled: Sequence[tuple[str, str] | None], start: int) -> Head | None:
    stated: dict[str, str] = {}
    end, last, folded = start, "", list[str]()
    for i in range(start, min(start + BLOCK, len(lines))):
        found = labelled[i]
        bare = "" if found else lines[i].strip(" \t>")
        if found:
            if folded:
                stated[last] = " ".join((stated[last], *folded))
            last, value = found
            stated.setdefault(last, value)
            end, folded = i + 1, []
        elif (not bare and _is_whole(stated)) or len(folded) == FOLDED:
            break
        elif bare:
            folded.append(bare)
    if not _is_whole(stated):
        return None
    while last in ("to", "other") and end < len(lines) and "@" in lines[end]:
        end += 1
    return _marked(lines, start, end, stated)


def _is_whole(stated: Mapping[str, str]) -> bool:
    return {"from", "subject"} <= stated.keys() and bool(stated.keys() & {"date", "to"})


def _marked(lines: Sequence[str], start: int, end: int, stated: Mapping[str, str]) -> Head:
    """Take the mark above a head to it, if there is one."""
    above = next((i for i in range(start - 1, max(start - 4, -1), -1) if lines[i].strip(" >")), None)
    if above is not None and _MARK.fullmatch(lines[above]):
        return Head(above, end, True, stated)
    return Head(start, end, False, stated)
