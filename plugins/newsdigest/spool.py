"""What is made once, asked for several times, and too much to be held: bytes in a file that goes with the process.

In: a name, and what makes the bytes. Out: the bytes, made or read again; the disk's own cache holds what there is room
for. The file has no name, so nothing is left of it, however the process ends. Where there is no room for a file, or no
right to make one, the bytes are held, or made again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import suppress
from io import BytesIO, FileIO
from pathlib import Path
from tempfile import TemporaryFile


class Spool:
    """Such a file."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin one in this folder, or where the system has its temporary files."""
        self._file = _opened(folder)
        self._places: dict[Hashable, tuple[int, int]] = {}

    def once(self, name: Hashable, make: Callable[[], bytes]) -> bytes:
        """Give what `make` gives, or gave before under this name."""
        if name in self._places:
            start, size = self._places[name]
            self._file.seek(start)
            return self._file.read(size)
        data = make()
        start = self._file.seek(0, 2)
        with suppress(OSError):  # a full disk
            if self._file.write(data) == len(data):
                self._places[name] = start, len(data)
        return data


def _opened(folder: Path | None) -> BytesIO | FileIO:
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        return TemporaryFile(buffering=0, dir=folder)  # lives as long as the spool
    except OSError:
        return BytesIO()
