"""The exceptions of this project. "Cannot answer" is a status of an answer, not an exception.

``PnmeError``
    ├── ``DocumentError``   a source document cannot be read (scanned, encrypted, empty, wrong encoding)
    ├── ``ParseError``      a document does not hold what its parser was promised
    ├── ``LexiconError``    an entry of the lexicon is bad; says the file and the line
    ├── ``IndexError_``     an index is missing, damaged, or of another version
    ├── ``ModelError``      the embedding model can't be loaded
    └── ``BusyError``       another process is building the index
"""


class PnmeError(Exception):
    """Base of all errors that this project raises on purpose. Its text is Spanish and may be shown to an operator."""


class DocumentError(PnmeError):
    """A source document cannot be read."""


class ParseError(PnmeError):
    """A document does not hold what its parser was promised."""


class LexiconError(PnmeError):
    """An entry of the lexicon is bad."""


class IndexError_(PnmeError):
    """An index is missing, damaged, or of another version."""


class BusyError(PnmeError):
    """Another process is building the index."""


class ModelError(PnmeError):
    """The embedding model can't be loaded."""
