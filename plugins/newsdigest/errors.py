"""What can go wrong, each with a message for the owner of the files: what was found, what was expected, what to do."""

import errno
from pathlib import Path

CURES = {
    errno.EACCES: "let it be read and written to",
    errno.EBUSY: "let it be an ordinary folder, which can be renamed",
    errno.EDQUOT: "make room there",
    errno.EEXIST: "let no hand-written page be written there",
    errno.EFBIG: "let larger files be written",
    errno.ENAMETOOLONG: "give it a shorter name",
    errno.ENOSPC: "make room there",
    errno.EPERM: "let it be read and written to",
    errno.EROFS: "let it be written to",
    errno.EXDEV: "let it be an ordinary folder on the disk of the project",
}
"""What to do about an error of the disk."""


class DigestError(Exception):
    """Base of all errors that the project raises on purpose."""


class UnusableFileError(DigestError):
    """A file that cannot become an article. The message is the reason, as the build report shows it."""


class SettingError(DigestError):
    """A setting with a value that makes no sense."""


class CurationError(DigestError):
    """content/curation.toml cannot be read at all."""


class EngineError(DigestError):
    """The processes or the machines that are to analyse cannot, or are lost."""


class CacheError(DigestError):
    """The cache of analyses cannot be written."""


def explained(error: OSError, place: Path) -> str:
    """Say of an error of the disk, met in this place: where, what, and what to do.

    >>> explained(OSError(errno.ENOSPC, "No space left on device"), Path("output"))
    'output: No space left on device; make room there, and build again'
    """
    return f"{error.filename or place}: {error.strerror}; {CURES.get(error.errno or 0, 'see to it')}, and build again"
