"""What can go wrong, each with a message for the owner of the files: what was found, what was expected, what to do."""


class DigestError(Exception):
    """Base of all errors that the project raises on purpose."""


class UnusableFileError(DigestError):
    """A file that cannot become an article. The message is the reason, as the build report shows it."""


class SettingError(DigestError):
    """A setting with a value that makes no sense."""


class CurationError(DigestError):
    """content/curation.toml cannot be read at all."""


class CacheError(DigestError):
    """The cache of analyses cannot be written."""
