"""Discourse Network Analyzer: a database with its tables, and its event list."""

from __future__ import annotations

import base64
import csv
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.exports import write_dna, write_dna_events
from onrecord.exports.as_dna import java_offset
from onrecord.exports.as_dna_events import EVENT_COLUMNS
from onrecord.exports.days import is_published
from onrecord.exports.dna_coding import agrees, codings
from onrecord.exports.dna_tables import VARIABLES
from onrecord.records import Act, Entry, Polarity
from tests.exports.builders import KEY, TEXT, WIRE, entries, joint, offer, quotation, relay, story, texts

DNA_TABLES = """ATTRIBUTEVALUES ATTRIBUTEVARIABLES CODERRELATIONS CODERS DATABOOLEAN DATAINTEGER DATALONGTEXT
    DATASHORTTEXT DOCUMENTS ENTITIES REGEXES SETTINGS STATEMENTS STATEMENTTYPES VARIABLELINKS VARIABLES"""
SHOWN = TEXT.replace("\r\n", "\n").encode("utf-16-le")  # as DNA has it, two bytes a unit


def text_of(_: Entry) -> str:
    """The story."""
    return TEXT


@contextmanager
def opened(path: Path, *entries: Entry, issue: str | None = None) -> Iterator[sqlite3.Connection]:
    """The database of these entries."""
    write_dna(entries, path, text_of=text_of, issue=issue)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    """What the database answers."""
    return [tuple(row) for row in connection.execute(query)]


# The way DNA itself takes the short texts of statements: by variable, through their entities.
CODED = """SELECT STATEMENTS.ID, Variable, ENTITIES.Value FROM STATEMENTS
    JOIN DATASHORTTEXT ON DATASHORTTEXT.StatementId = STATEMENTS.ID
    JOIN ENTITIES ON ENTITIES.ID = DATASHORTTEXT.Entity AND ENTITIES.VariableId = DATASHORTTEXT.VariableId
    JOIN VARIABLES ON VARIABLES.ID = DATASHORTTEXT.VariableId"""


def coded(connection: sqlite3.Connection, variable: str) -> list[str]:
    """The values of a variable, in the order of the statements."""
    return [value for _, name, value in rows(connection, f"{CODED} ORDER BY 1") if name == variable]


def test_the_tables_are_those_of_dna(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", *story()) as database:
        names = rows(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        assert sorted(name for (name,) in names) == DNA_TABLES.split()


def test_no_key_leads_nowhere(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", *story()) as database:
        assert rows(database, "PRAGMA foreign_key_check") == []
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_the_first_variables_are_dnas_own(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna") as database:
        own = rows(database, "SELECT Variable, DataType FROM VARIABLES WHERE StatementTypeId = 1 AND ID <= 4")
    assert own == [
        ("person", "short text"),
        ("organization", "short text"),
        ("concept", "short text"),
        ("agreement", "boolean"),
    ]


def test_the_version_is_one_that_dna_3_opens(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna") as database:
        ((version,),) = rows(database, "SELECT Value FROM SETTINGS WHERE Property = 'version'")
        assert version.startswith("3.")


def test_the_password_is_the_one_in_the_documents(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna") as database:
        ((name, stored),) = rows(database, "SELECT Name, Password FROM CODERS")
    salt, digest = base64.b64decode(stored)[:16], base64.b64decode(stored)[16:]
    expected = hashlib.sha256(salt + b"onrecord").digest()
    for _ in range(99_999):
        expected = hashlib.sha256(expected).digest()
    assert (name, digest) == ("Admin", expected)


def test_one_text_is_one_document(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", *story()) as database:
        ((title, text, source, seconds),) = rows(database, "SELECT Title, Text, Source, Date FROM DOCUMENTS")
    assert (title, source) == ("Lee ready to open the strait", "Meridian Wire; Norvia Herald")
    assert text == TEXT.replace("\r\n", "\n")
    assert seconds == 1_932_768_000  # 2031-04-01 at midnight in UTC


def test_a_passage_is_marked_where_dna_shows_it(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", offer(), joint()) as database:
        marks = rows(database, "SELECT Start, Stop FROM STATEMENTS ORDER BY ID")
    shown = [SHOWN[2 * start : 2 * stop].decode("utf-16-le") for start, stop in marks]
    assert shown == [offer().stmt.text, joint().stmt.text, joint().stmt.text]


def test_a_content_in_pieces_is_marked_from_end_to_end(tmp_path: Path) -> None:
    whole = replace(quotation(), appearances=(WIRE,))
    with opened(tmp_path / "talks.dna", whole) as database:
        ((start, stop),) = rows(database, "SELECT Start, Stop FROM STATEMENTS")
    shown = SHOWN[2 * start : 2 * stop].decode("utf-16-le")
    assert (shown[:11], shown[-10:]) == ("“The pact,”", "“is dead.”")


@given(texts, st.integers(0, 12))
def test_offsets_never_split_a_character(text: str, offset: int) -> None:
    shown = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    assert java_offset(text, offset) * 2 == len(shown.encode("utf-16-le"))


def test_each_speaker_is_a_statement(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", joint()) as database:
        assert coded(database, "organization") == ["Foreign Ministry of Estmark", "crew"]
        assert coded(database, "person") == ["", ""]


def test_a_person_speaks_for_a_party(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", offer()) as database:
        assert (coded(database, "person"), coded(database, "organization")) == (["Ann Lee"], ["Norvia"])


def test_every_statement_has_every_variable(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", *story()) as database:
        tables = ("DATASHORTTEXT", "DATALONGTEXT", "DATABOOLEAN")
        counts = [rows(database, f"SELECT StatementId, COUNT(*) FROM {table} GROUP BY 1") for table in tables]
        numbers = rows(database, "SELECT ID FROM STATEMENTS ORDER BY ID")
    per_statement = {number: sum(dict(found)[number] for found in counts) for (number,) in numbers}
    assert set(per_statement.values()) == {len(VARIABLES)}


def test_an_entity_tells_what_it_is(tmp_path: Path) -> None:
    query = """SELECT ENTITIES.Value, AttributeValue FROM ENTITIES
        JOIN ATTRIBUTEVALUES ON EntityId = ENTITIES.ID
        JOIN ATTRIBUTEVARIABLES ON ATTRIBUTEVARIABLES.ID = AttributeVariableId AND AttributeVariable = 'Type'
        WHERE AttributeValue != ''"""
    with opened(tmp_path / "talks.dna", offer(), joint()) as database:
        assert ("Ann Lee", "person") in rows(database, query)
        assert ("crew", "group") in rows(database, query)


def test_the_concept_is_the_act_or_else_the_issue(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", offer(), relay()) as database:
        assert coded(database, "concept") == ["offer", "refuse"]
    with opened(tmp_path / "talks.dna", offer(), relay(), issue="the strait") as database:
        assert coded(database, "concept") == ["the strait", "the strait"]
        assert rows(database, "SELECT Value FROM DATABOOLEAN ORDER BY StatementId") == [(1,), (0,)]


@pytest.mark.parametrize(
    ("act", "polarity", "issue", "agreed"),
    [
        ("offer", "positive", None, True),
        ("refuse", "positive", None, True),
        ("promise", "negative", None, False),
        ("offer", "positive", "talks", True),
        ("refuse", "positive", "talks", False),
        ("deny", "positive", "talks", False),
        ("refuse", "negative", "talks", True),
        ("offer", "negative", "talks", False),
    ],
)
def test_agreement_is_with_the_concept(act: Act, polarity: Polarity, issue: str | None, agreed: bool) -> None:
    stmt = replace(offer().stmt, act=act, polarity=polarity)
    assert agrees(stmt, issue=issue) is agreed


def test_what_is_not_dated_is_left_out(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna", *story()) as database:
        query = (
            "SELECT Value FROM DATALONGTEXT WHERE VariableId = (SELECT ID FROM VARIABLES WHERE Variable = 'onrecord')"
        )
        ids = {value for (value,) in rows(database, query)}
    assert ids == {entry.id for entry in story()} - {quotation().id}


def test_nothing_gives_a_database_without_documents(tmp_path: Path) -> None:
    with opened(tmp_path / "talks.dna") as database:
        assert rows(database, "SELECT COUNT(*) FROM DOCUMENTS") == [(0,)]


@given(kept=st.lists(entries.filter(is_published), max_size=2))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_any_entries_keep_the_rules_of_the_tables(kept: list[Entry], tmp_path: Path) -> None:
    path = tmp_path / "talks.dna"
    write_dna(kept, path, text_of=lambda _: "x" * 12_000)
    with closing(sqlite3.connect(path)) as database:
        assert rows(database, "PRAGMA foreign_key_check") == []
        coded = sum(1 for entry in kept for _ in codings(entry, issue=None))
        assert rows(database, "SELECT COUNT(*) FROM STATEMENTS") == [(coded,)]


def test_the_event_list_has_dnas_columns(tmp_path: Path) -> None:
    write_dna_events(story(), tmp_path / "talks.csv")
    head = (tmp_path / "talks.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith(
        '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";'
        '"organization";"concept";"agreement"'
    )


def test_the_event_list_tells_the_same(tmp_path: Path) -> None:
    write_dna_events([offer(), joint()], tmp_path / "talks.csv", issue="the strait; “now”")
    with (tmp_path / "talks.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter=";"))
    assert [row["statement ID"] for row in found] == ["1", "2", "3"]
    assert (found[0]["time"], found[0]["person"], found[0]["agreement"]) == ("2031-04-01 00:00:00", "Ann Lee", "1")
    assert {row["concept"] for row in found} == {"the strait; “now”"}
    assert [row["onrecord"] for row in found] == [offer().id, joint().id, joint().id]
    assert tuple(found[0]) == EVENT_COLUMNS
    assert found[0]["onrecord"].startswith(KEY)
