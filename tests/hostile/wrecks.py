"""What may lie in the place of a file of the cache that is none of ours; what a link leads to is somebody else's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

LETTER = "not ours"


def strangers(place: Path) -> Path:
    """Make a folder of somebody else's."""
    (place / "elsewhere" / "deep").mkdir(parents=True)
    for name in ("letter.txt", "deep/diary.txt"):
        (place / "elsewhere" / name).write_text(LETTER, encoding="utf-8")
    (place / "elsewhere" / "empty").touch()
    return place / "elsewhere"


def intact(elsewhere: Path) -> bool:
    """Tell whether nothing was changed, deleted or added there."""
    found = {path.relative_to(elsewhere).as_posix(): path for path in elsewhere.rglob("*")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in found.items() if path.is_file()}
    return set(found) == {"deep", *texts} and texts == {"letter.txt": LETTER, "deep/diary.txt": LETTER, "empty": ""}


def _folder(path: Path, _: Path) -> None:
    (path / "inside").mkdir(parents=True)
    (path / "inside" / "link").symlink_to(path.parent)
    (path / "inside" / "file").touch()


def _link(to: str) -> Callable[[Path, Path], None]:
    return lambda path, elsewhere: path.symlink_to(elsewhere / to)


WRECKS: dict[str, Callable[[Path, Path], None]] = {
    "a folder": _folder,
    "a link to a file": _link("letter.txt"),
    "a link to a folder": _link("."),
    "a link to an empty file": _link("empty"),
    "a link to itself": lambda path, _: path.symlink_to(path.name),
    "a link to nothing": _link("nothing"),
    "a pipe": lambda path, _: os.mkfifo(path),
}
"""Each makes one, given its path and the folder of somebody else's."""
