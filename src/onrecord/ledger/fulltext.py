"""The full-text index: FTS5 in SQLite, a column of lexemes in PostgreSQL.

Look here for how it is made and kept in step; searching it is `search`. Both index `statements.words`, which is folded
and stemmed by `terms`, so that both give the same answers: FTS5 in `statements_fts`, whose rowid is `statements.id`,
PostgreSQL in `statements.lexemes`.
"""

from __future__ import annotations

from sqlalchemy import Connection

_SQLITE = (
    "CREATE VIRTUAL TABLE statements_fts USING fts5(words, content='statements', content_rowid='id')",
    """CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN
        INSERT INTO statements_fts(rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
        INSERT INTO statements_fts(statements_fts, rowid, words) VALUES ('delete', old.id, old.words);
    END""",
    """CREATE TRIGGER statements_fts_update AFTER UPDATE OF words ON statements BEGIN
        INSERT INTO statements_fts(statements_fts, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO statements_fts(rowid, words) VALUES (new.id, new.words);
    END""",
)
_POSTGRESQL = (
    """ALTER TABLE statements ADD COLUMN lexemes tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED""",
    "CREATE INDEX ix_statements_lexemes ON statements USING gin (lexemes)",
)


def create(connection: Connection) -> None:
    """Make the index, once the tables are there."""
    for command in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(command)
