"""A database of Discourse Network Analyzer that is being filled.

Use `DnaDatabase` on an empty SQLite file: it makes the tables and what DNA expects of a new database, and keeps the
numbers of what it added. `dna_tables` says what the tables are, `as_dna` what goes into them.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.exports.dna_coding import Coding
from onrecord.exports.dna_tables import ATTRIBUTES, STATEMENT_TYPE, TABLES, VARIABLES, VERSION

CODER = 1
PASSWORD = "onrecord"  # printed in the documents: DNA opens nothing without one
_SALT = b"onrecord onrecor"  # 16 bytes; a salt hides nothing here, and files that are the same stay the same
_ROUNDS = 100_000  # as the hashing that DNA uses (Jasypt's StrongPasswordEncryptor) has them
_INSERT_DOCUMENT = "INSERT INTO DOCUMENTS (Title, Text, Coder, Source, Notes, Date) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_STATEMENT = "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?)"
_INSERT_VALUE = {
    "short text": "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
    "long text": "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)",
    "boolean": "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as DNA keeps it.

    Attributes:
        title: what a person would know it by.
        text: as DNA shows it.
        source: who published it.
        notes: anything else.
        seconds: when it was published, since 1970 in UTC.
    """

    title: str
    text: str
    source: str
    notes: str
    seconds: int


class DnaDatabase:
    """Holds the connection and the entities that were added.

    Args:
        connection: to an empty database; nothing is committed here.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._entities: dict[tuple[int, str], int] = {}
        connection.executescript(TABLES)
        self._begin()

    def add_document(self, document: Document) -> int:
        """Add a text; its number."""
        row = (document.title, document.text, CODER, document.source, document.notes, document.seconds)
        return self._add(_INSERT_DOCUMENT, row)

    def add_statement(self, document: int, passage: tuple[int, int], coding: Coding) -> None:
        """Add a passage of a document with a value for each variable."""
        number = self._add(_INSERT_STATEMENT, (STATEMENT_TYPE[0], document, *passage, CODER))
        for variable, (name, value) in enumerate(coding.values.items(), start=1):
            kind = VARIABLES[name]
            stored = self._entity(variable, str(value), coding) if kind == "short text" else value
            self._connection.execute(_INSERT_VALUE[kind], (number, variable, stored))

    def _entity(self, variable: int, value: str, coding: Coding) -> int:
        """The number of a short text, which is added when it first comes."""
        if (variable, value) not in self._entities:
            entity = self._add("INSERT INTO ENTITIES (VariableId, Value) VALUES (?, ?)", (variable, value))
            self._entities[variable, value] = entity
            speaks = value and value in (coding.values["person"], coding.values["organization"])
            self._add_attributes(entity, variable, kind=coding.kind if speaks else "")
        return self._entities[variable, value]

    def _add_attributes(self, entity: int, variable: int, *, kind: str) -> None:
        """Every entity has a value for every attribute of its variable, an empty one where nothing is known."""
        self._connection.execute(
            "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) "
            "SELECT ?, ID, CASE AttributeVariable WHEN 'Type' THEN ? ELSE '' END "
            "FROM ATTRIBUTEVARIABLES WHERE VariableId = ?",
            (entity, kind, variable),
        )

    def _begin(self) -> None:
        """What DNA expects of a new database: its version, a coder, types of statements and their variables."""
        execute, executemany = self._connection.execute, self._connection.executemany
        execute("INSERT INTO SETTINGS VALUES ('version', ?)", (VERSION,))
        coder = (CODER, "Admin", 255, 255, 0, hashed_password(PASSWORD))
        execute("INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)", coder)
        types = [(*STATEMENT_TYPE, 239, 208, 51), (2, "Annotation", 211, 211, 211)]
        executemany("INSERT INTO STATEMENTTYPES VALUES (?, ?, ?, ?, ?)", types)
        variables = [*((name, kind, STATEMENT_TYPE[0]) for name, kind in VARIABLES.items()), ("note", "long text", 2)]
        executemany("INSERT INTO VARIABLES (Variable, DataType, StatementTypeId) VALUES (?, ?, ?)", variables)
        executemany("INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)", list(_attributes()))

    def _add(self, insert: str, row: tuple[object, ...]) -> int:
        return self._connection.execute(insert, row).lastrowid or 0


def hashed_password(password: str) -> str:
    """The password as DNA checks it: salted SHA-256, over and over, in Base64 with the salt before it."""
    digest = _SALT + password.encode("utf-8")
    for _ in range(_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(_SALT + digest).decode("ascii")


def _attributes() -> Iterator[tuple[int, str]]:
    """The attributes of each variable whose values are entities."""
    for variable, kind in enumerate(VARIABLES.values(), start=1):
        if kind == "short text":
            yield from ((variable, attribute) for attribute in ATTRIBUTES)
