"""Small invented mails, and how to read one."""

from __future__ import annotations

from newsdigest.model import Stated
from newsdigest.options import Options
from newsdigest.read import mail
from newsdigest.read.found import Found

FIRST = "The bridge of Dunmore opened on Monday after two years of work, the mayor said at the river."
SECOND = "It is red, as the old one was, and carries two lanes and a path for people on foot."
BODY = f"{FIRST}\n\n{SECOND}"
PAGE = f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>"
HEAD = "From: The Lake Post <news@example.org>\nSubject: Bridge opens\nDate: Mon, 02 Mar 2026 08:00:00 +0100\n"
STATED = Stated(title="Bridge opens", outlet="The Lake Post", date="2026-03-02T08:00:00+01:00", origin="mail header")


FORWARDED = f"""Look!

---------- Forwarded message ---------
From: The Lake Post <news@example.org>
Date: Mon, Mar 2, 2026 at 8:00 AM
Subject: Re: Bridge opens
To: <ada@example.org>

{BODY}
"""


def read(text: str | bytes, options: Options | None = None) -> tuple[Found, ...]:
    return mail.read(text.encode() if isinstance(text, str) else text, options or Options())


def one(text: str | bytes) -> Found:
    (found,) = read(text)
    return found


def article(found: Found) -> str:
    return "\n".join(
        line for n, line in enumerate(found.text.split("\n"), start=1) if n not in found.frame and line.strip()
    )


def parts(kind: str, *contents: str) -> str:
    """Pack contents, each with its head, into a container."""
    name = kind[:3]
    packed = "".join(f"--{name}\n{content}\n" for content in contents)
    return f'Content-Type: multipart/{kind}; boundary="{name}"\n\n{packed}--{name}--\n'


def part(text: str, kind: str = "text/plain", more: str = "") -> str:
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{text}"
