"""Column types for what a database would refuse or waste space on.

Use `Words` for every text column: it keeps any Python string and gives it back unchanged, in every database. PostgreSQL
knows no NUL, and no database knows half a surrogate pair, but texts from broken files hold both. Use `Packed` for
pages, which are long and repeat themselves.
"""

from __future__ import annotations

import re
import zlib

from sqlalchemy import Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_ESCAPE = "\x10"  # "data link escape": made for this, and as rare in a text as what it escapes
_REFUSED = re.compile("[\x00\x10\ud800-\udfff]")
_ESCAPED = re.compile("\x10([0-9a-f]{4})")


class Words(TypeDecorator[str]):
    """Text, with NUL and lone surrogates escaped in the database only."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """On the way in."""
        return _REFUSED.sub(_escaped, value) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """On the way out."""
        return _ESCAPED.sub(_plain, value) if value and _ESCAPE in value else value


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed in the database only."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """On the way in."""
        return None if value is None else zlib.compress(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """On the way out."""
        return None if value is None else zlib.decompress(value)


def _escaped(match: re.Match[str]) -> str:
    return f"{_ESCAPE}{ord(match[0]):04x}"


def _plain(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
