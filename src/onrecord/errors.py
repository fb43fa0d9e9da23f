"""What can go wrong, in one short tree.

OnrecordError
├── ExportError     a file that cannot be written as asked
├── InputError      an article, a file or a line that cannot be read; the others still are
│   └── FetchError  an address that cannot or must not be fetched
├── LedgerError     a ledger that cannot be opened, read or written
├── ModelError      weights that are missing, damaged or of another form
└── UsageError      options that do not fit together
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose; its message names the thing, the value and the way out."""


class ExportError(OnrecordError):
    """An export cannot be written.

    Attributes:
        target: the file.
        reason: what is wrong with it.
    """

    def __init__(self, target: object, reason: str) -> None:
        super().__init__(f"cannot write {target}: {reason}")
        self.target = str(target)
        self.reason = reason


class InputError(OnrecordError):
    """One input cannot be read.

    Attributes:
        where: the file, with the line where there is one (`news.jsonl:17`).
        reason: what is wrong with it.
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"cannot read {where}: {reason}")
        self.where = where
        self.reason = reason


class FetchError(InputError):
    """One address cannot be fetched, or must not be; `where` is the address."""


class LedgerError(OnrecordError):
    """The ledger cannot be opened, read or written; what it holds is whole."""


class ModelError(OnrecordError):
    """The weights cannot be used."""


class UsageError(OnrecordError):
    """The options do not fit together."""
