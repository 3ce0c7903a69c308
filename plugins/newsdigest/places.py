"""Places of our own in the cache: whatever else lies in one makes way, and no link there is followed.

In: a path below the cache, and perhaps bytes. Out: nothing there, or a file that is whole. What a link leads to is
never read as ours, written to or deleted; the cache itself may be a link, as the owner put it there.
Limits: somebody who changes the cache at the same moment may still come between the look and the deed.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder itself, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def in_the_way(path: Path) -> bool:
    """Tell whether something lies there that is no file of ours: a folder, a pipe, a link."""
    return path.is_symlink() or (path.exists() and not path.is_file())


def clear(path: Path) -> None:
    """Delete what lies there: a folder with all that is in it, or a file, pipe or link."""
    if is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Put a file there, whole or not at all. Raises OSError where that cannot be."""
    new = path.with_name(f"{path.name}.new")
    clear(new)
    try:
        with new.open("xb") as file:
            file.write(data)
        if is_folder(path):
            clear(path)
        new.replace(path)
    except OSError:
        clear(new)
        raise
