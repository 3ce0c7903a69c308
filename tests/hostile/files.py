"""Names of files, and things in a folder that are no ordinary file."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import Case, prose

NAMES = (
    "#hash.txt",
    "%2e%2e%2fescape.txt",
    "-rf.txt",
    "<img src=x onerror=zqx()>.txt",
    "A-CASE.txt",
    "a-case.txt",
    "alike.md",
    "alike.txt",
    "ALL-CAPS.TXT",
    "Cafe\u0301.txt",
    "Café.txt",
    "COM1.txt",
    "con.txt",
    "index.txt",
    "name with spaces .txt",
    "q?uestion=1&x=2.txt",
    "quo'te\"s.txt",
    "semi;colon`id`$(id).txt",
    "trailing.dot..txt",
    "two..dots.txt",
    "ünïcode 🎉.txt",
    "{{ 7*7 }}{% raw %}.txt",
    "[{filename}x](y).txt",
    "deep/" * 40 + "deep.txt",
    "long-" * 49 + "long.txt",
    "same.txt",
    "sub/same.txt",
    "sub.txt/inside.txt",
)
"""Each is an article."""
BAD_NAMES = {
    "line\nbreak.txt": "line\\nbreak.txt",
    "tab\there.txt": "tab\\there.txt",
    "turned\u202etxt.exe.txt": "turned\\u202etxt.exe.txt",
    "escape\x1b[31m.txt": "escape\\x1b[31m.txt",
    "bytes\udcff\udcfe.txt": "bytes\\udcff\\udcfe.txt",
}
"""Names that cannot be shown, and how the account spells them."""
NO_ENDING = ("README", "article.txt.exe", "article.txt~", "article.tx", "noextension.")
HIDDEN = (".hidden.txt", ".git/config.txt")
"""Nobody's articles, and not named."""


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's whole path may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "device.txt": (_link("/dev/zero"), "no regular file"),
    "itself.txt": (_link("itself.txt"), "no regular file"),
    "loop": (_link("."), "no regular file"),
    "nowhere.txt": (_link("gone.txt"), "no regular file"),
    "outside.txt": (_link(__file__), "leads out of the content folder"),
    "parent": (_link(".."), "no regular file"),
    "pipe.txt": (_pipe, "no regular file"),
    "ring-1.txt": (_link("ring-2.txt"), "no regular file"),
    "ring-2.txt": (_link("ring-1.txt"), "no regular file"),
    "socket.txt": (_socket, "no regular file"),
}
"""How each is made, and the reason why it is left out."""
CASES = (
    *(Case(name, prose(name).encode(), keeps="quay") for name in NAMES),
    *(Case(name, prose(name).encode("utf-8"), skipped="cannot be shown") for name in BAD_NAMES),
    *(Case(name, prose(name).encode(), skipped="; save the article as") for name in NO_ENDING),
)
