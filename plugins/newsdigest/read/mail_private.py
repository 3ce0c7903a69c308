"""Which lines of a mail are about those who wrote, sent or got it, and not of the article.

The lines of a mail come in, with who wrote it and to whom; the numbers of the private ones go out: lines with an
address of theirs, what a newsletter says of a reader's subscription, what programs add to every mail, and the footer.
A footer begins at a wording of the tables that nothing but footers follow, looked for from the end upwards. Nothing is
private where nothing would be left. Limits: a signature without any of the wordings; letters in other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdigest.text import words

NOTICES = re.compile(
    r"""\b(?:
        abbestellen
        |annulla\w*\ l['’]iscrizione
        |cancelar\ (?:[ls]u?\ |a\ )?su[bs]\w+
        |(?:change|manage|update)\ (?:your\ )?(?:e-?mail\ )?(?:preferences|profile|settings|subscription)
        |darse\ de\ baja
        |désabonner
        |désinscri\w+
        |forwarded\ this\ (?:e-?mail|newsletter)
        |im\ browser\ (?:ansehen|anzeigen|lesen|öffnen)
        |(?:read|see|view)\ .{0,40}\bin\ (?:your\ |a\ )?(?:web\ )?browser
        |this\ (?:e-?mail|message|newsletter)\ (?:was|is|has\ been)\ (?:intended|sent)
        |uitschrijven
        |unsubscribe
        |you\ received\ this
        |you(?:['’]re|\ are)\ (?:getting|receiving|subscribed)
        )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What newsletters say of the reader's own subscription."""
NOTICE_LENGTH = 200
"""Characters; an article about newsletters says it in longer paragraphs."""
ADDED = re.compile(
    r"""\W*(?:
        (?:caution|warning)\b.{0,20}\b(?:this|the)\ (?:e-?mail|message)\b.*\b(?:attach\w+|external|links?|outside)\b.*
        |diese\ e-?mail\ wurde\ von\ .{1,60}\ gesendet
        |download\ (?:outlook|the\ .{1,30}\ app)\ for\ .{1,20}
        |envoyé\ (?:à\ partir\ )?(?:de|depuis)\ (?:mon|l['’]application|yahoo)\b.{0,40}
        |enviado\ (?:desde|do)\ (?:mi|meu|yahoo)\b.{0,40}
        |external\b.{0,20}\b(?:this|the)\ (?:e-?mail|message|sender)\b.*
        |(?:get|holen\ sie\ sich|télécharger)\ .{0,5}outlook\ (?:for|für|pour)\ .{1,20}
        |inviato\ da(?:l\ mio|\ yahoo)\b.{0,40}
        |(?:mail|this\ e-?mail)\ (?:was\ )?scanned\ (?:by|for)\b.*
        |sent\ from\ my\b.{0,40}
        |sent\ (?:from|via|with)(?:\ (?:an?|app|email|for|mail|mobile|secure|the|(?-i:[A-Z])\S*|\d+))+
        |skickat\ från\ min\b.{0,40}
        |this\ (?:e-?mail|message)\ (?:originated|came|was\ sent)\ from\ outside\b.*
        |verzonden\ (?:vanaf|met)\ mijn\b.{0,40}
        |virus-free\b.{0,40}
        |(?:von\ meinem|mit\ der)\ .{1,40}\ gesendet
        |you\ don['’]t\ often\ get\ e-?mail\ from\b.*
        )\W*(?:<?https?://\S+)?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Whole lines that programs and companies add to every mail."""
GREETING = re.compile(
    r"(?:bonjour|ciao|dear|good (?:afternoon|evening|morning)|hallo|hello|hey|hi|hola|liebe[rs]?|olá)\b,? .{1,50}",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"""(?:
        (?:all\ |with\ |my\ )*(?:best|kind|kindest|warm|warmest)?\ ?(?:regards|wishes)|(?:all\ the\ |all\ my\ )?best
        |atenciosamente|bien\ à\ (?:toi|vous)|cheers|cordiali\ saluti|cordialement|met\ vriendelijke\ groet(?:en)?
        |(?:mit\ )?(?:beste|freundliche|herzliche|liebe|schöne|viele)n?\ grü(?:ß|ss)en?|mfg|saludos(?:\ cordiales)?
        |sincerely|(?:many\ )?thanks(?:\ (?:again|and\ regards|so\ much))?|thank\ you|un\ saludo|v?lg
        |yours(?:\ (?:ever|faithfully|sincerely|truly))?
        )\s?[,.!]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Whole lines above the name of somebody who writes a letter."""
LEGAL = re.compile(
    r"""(?:
        .{0,60}\bamtsgericht\ .{1,30}\ hr[ab]\ ?\d
        |(?:confidentiality|disclaimer|legal|privacy)\ (?:and\ \w+\ )?(?:disclaimer|note|notice|statement)\b
        |disclaimer\s?:
        |.{0,60}\bhandelsregister\b.{0,20}\d
        |(?:please\ )?(?:consider|think\ (?:about|of))\ the\ environment\ before
        |(?:please\ )?(?:do\ not|don['’]t)\ print\ this\ e-?mail
        |registered\ (?:address|office)\s?[:.]
        |.{0,60}\bregistered\ in\ [A-Z]\w+.{0,40}\ n(?:o|umber)\b
        |.{0,60}\bsitz\ der\ gesellschaft\b
        )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How the parts of a company's footer begin."""
THIS_MAIL = re.compile(
    r"\b(?:this|the (?:above|foregoing|attached)|ces?t?|diese[rs]?|d[ei]ze?|dit|est[ae]|questa?) (?:présent )?"
    r"(?:bericht|communication|correo|courriel|(?:electronic )?(?:mail|message)|e-?mails?|mensaje|messaggio|nachricht"
    r"|transmission)\b|\bintended recipient\b",
    re.IGNORECASE,
)
WARNINGS = re.compile(
    r"\b(?:absender|addressee|afzender|attachments?|confiden[ct]i\w+|delete|destinat[aá]r\w+"
    r"|destinataire|disclos\w+|disseminat\w+|empfänger|erreur|error|errore|expéditeur|geadresseerde|intended|irrtümlich"
    r"|liab(?:le|ility)|mittente|notify|privileged|recipients?|remitente|riservat\w+|sender|solely|unauthori[sz]ed"
    r"|unbefugt\w*|vertraulich\w*|vertrouwelijk|virus(?:es)?)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"\b(?:authori[sz]ed|law|monitor(?:ed|s)?|recorded|registered|regulated|responsib(?:ility|le)|trading name|vat"
    r"|warrant(?:s|y|ies)?)\b",
    re.IGNORECASE,
)
"""What else stands in paragraphs below a disclaimer."""
ENOUGH = 2
"""Different words of warning beside `this mail` from which on a paragraph is a disclaimer: real ones have 3 to 12."""
CONTACT = re.compile(r"\bwww\.\S|https?://|\S@\w|\+?\d[\d ()./-]{7,}\d")
SHORT_LINE, SHORT_LINES = 60, 10
"""Characters of a line, and lines, that may stand between and below the wordings of a footer."""
WRAPPED = 120
"""Characters of a line from which on a line is a paragraph."""
_TOKEN = re.compile(
    r"https?://\S*(?:unsub|optout|opt-out|preferences|[?&](?:e|email|token|uid|subscriber)=)\S*", re.IGNORECASE
)
"""An address that would let anybody act for the reader."""
_SENTENCE = re.compile(r"(?:\w\S*\s+){4}\S+[.!?][\"'”’]?\s*$")
_NO_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class People:
    """Who wrote a mail or sent it on, and who got it: names and addresses, as in its head. An outlet is nobody here."""

    writers: tuple[tuple[str, str], ...] = ()
    readers: tuple[tuple[str, str], ...] = ()


def private_lines(lines: Sequence[str], people: People, frame: Iterable[int] = ()) -> frozenset[int]:
    """Give the numbers, from 1, of the private lines; `frame` stands around the article already."""
    around = frozenset(frame)
    inside = [number for number in range(1, len(lines) + 1) if number not in around]
    own = [address.casefold() for _, address in (*people.writers, *people.readers) if "@" in address]
    called = {part for name in _names(people.readers) for part in name.split() if len(part) > 1}
    found = {number for number in inside if _is_private(lines[number - 1], own, called)}
    found |= set(inside[_footer([lines[number - 1] for number in inside], _names(people.writers)) :])
    return (
        frozenset(found) if any(words(lines[number - 1]) for number in inside if number not in found) else frozenset()
    )


def _names(people: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Give names as they are compared: as stated, else as in the address (`jane.doe@`)."""
    stated = (name if name and "@" not in name else address.partition("@")[0] for name, address in people)
    return frozenset(name for text in stated if (name := _folded(text)))


def _folded(text: str) -> str:
    return _NO_LETTER.sub(" ", text).strip().casefold()


def _is_private(line: str, own: Sequence[str], called: Iterable[str]) -> bool:
    if any(address in line.casefold() for address in own) or _TOKEN.search(line):
        return True
    bare = line.strip()
    if len(bare) > NOTICE_LENGTH:
        return False
    greeted = GREETING.fullmatch(bare) and not set(called).isdisjoint(_folded(bare).split())
    return bool(NOTICES.search(bare) or ADDED.fullmatch(bare) or greeted)


# --- the footer ---


def _footer(lines: Sequence[str], writers: frozenset[str]) -> int:
    """Give the place where the footer begins, else the end."""
    start, short = len(lines), 0
    for first, end in reversed(list(_groups(lines, writers))):
        group = lines[first:end]
        if _opens(group, writers):
            start = first
        elif not _may_follow(group):
            break
        else:
            short += len(group)
        if short > SHORT_LINES:
            break
    return start


def _groups(lines: Sequence[str], writers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give where lines stand together: paragraphs, each again from a wording of footers on."""
    start = 0
    for place, line in enumerate(lines):
        alone = len(line) > WRAPPED or (place and len(lines[place - 1]) > WRAPPED)
        if not line.strip() or alone or _opens(lines[place : place + 1], writers):
            if lines[start:place]:
                yield start, place
            start = place if line.strip() else place + 1
    if lines[start:]:
        yield start, len(lines)


def _opens(group: Sequence[str], writers: frozenset[str]) -> bool:
    """Tell what stands in footers alone: `Kind regards` and a name only where a person writes."""
    first, whole = group[0].strip(), " ".join(group)
    if ADDED.fullmatch(first) or LEGAL.match(first.lstrip("*_ ")) or _warns(whole):
        return True
    if len(whole) <= NOTICE_LENGTH and NOTICES.search(whole):
        return True
    return bool(writers) and bool(SIGN_OFF.fullmatch(first) or _is_name(first, writers))


def _warns(text: str) -> bool:
    return bool(THIS_MAIL.search(text)) and len({found.casefold() for found in WARNINGS.findall(text)}) >= ENOUGH


def _is_name(line: str, writers: frozenset[str]) -> bool:
    """Tell `Jane`, `Jane Doe` and `Jane Doe, Acme Ltd` where Jane Doe writes."""
    name = _folded(re.split(r"[,|•·(]|\s[-–—]\s", line.lstrip("-–—~* "))[0])
    return any(name in (writer, writer.split()[0]) for writer in writers)


def _may_follow(group: Sequence[str]) -> bool:
    """Tell what an article does not end with: more of a disclaimer, or lines that are short and no sentence."""
    whole = " ".join(group)
    if WARNINGS.search(whole) or COMPANY.search(whole):
        return True
    return not _SENTENCE.search(whole[-NOTICE_LENGTH:]) and all(len(line.strip()) <= _longest(line) for line in group)


def _longest(line: str) -> int:
    return NOTICE_LENGTH if CONTACT.search(line) else SHORT_LINE
