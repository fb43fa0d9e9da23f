"""The tables of a ledger, the same in SQLite and in PostgreSQL.

Look here for where something is kept; docs/ledger.md tells the same for people. A change here is a new version: raise
`VERSION` and add the step that brings older ledgers there to `migrations`.

Rows in `statements` are as corrected, so that search and answers need not look further; what was read is kept in
`corrections.was` and `statement_speakers.speaker_read`. Count statements where `copy_of` is null and `removed` is not
set: the others are told again by a near copy, or were taken out by the user.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
)

from onrecord.ledger.columns import Packed, Words

VERSION = 1

metadata = MetaData()

# SQLite counts rows by itself only where the column is called INTEGER; there it has 64 bits all the same.
_Number = BigInteger().with_variant(Integer(), "sqlite")


def _references(column: str, *, ondelete: str = "CASCADE") -> ForeignKey:
    return ForeignKey(column, ondelete=ondelete)


meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),  # "schema": the version of the tables
    Column("value", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("version", Text, nullable=False),  # of onrecord
    Column("weights", Text, nullable=False),  # fingerprint of the model
    Column("started", DateTime(timezone=True), nullable=False),
    Column("finished", DateTime(timezone=True)),  # null while it runs, and for ever if it was killed
    Column("settings", JSON, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),  # SHA-256 of the text, in hex
    Column("text", Words, nullable=False),
    Column("length", Integer, nullable=False),  # code points
    Column("body", Integer, nullable=False),
    Column("published", Date),  # of the appearance that it was read as, which anchors "yesterday"
    Column("outlet", Words),  # likewise
    Column("place", Words),
    Column("language", Words),
    Column("raw", Packed),
    Column("attributed_share", Double, nullable=False),
    Column("near", _Number, _references("articles.id", ondelete="SET NULL"), index=True),  # first of its near copies
    Column("run", _Number, ForeignKey("runs.id"), nullable=False, index=True),
)

# One row for each band of an article's MinHash signature; articles that share one may be near copies.
bands = Table(
    "bands",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("article", _Number, _references("articles.id"), primary_key=True, index=True, autoincrement=False),
    sqlite_with_rowid=False,
)

appearances = Table(
    "appearances",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("article", _Number, _references("articles.id"), nullable=False, index=True),
    Column("digest", Text, nullable=False),  # of all but the title; nulls would not be equal in a unique constraint
    Column("name", Words, nullable=False),  # `Article.id`
    Column("outlet", Words, index=True),
    Column("published", Date, index=True),
    Column("title", Words),
    Column("url", Words),
    UniqueConstraint("article", "digest"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Words, primary_key=True),  # `Speaker.id`
    Column("name", Words, nullable=False),  # as first met
    Column("kind", Text, nullable=False),
    Column("merged_into", Words, ForeignKey("speakers.id"), index=True),
)

statements = Table(
    "statements",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("key", Text, nullable=False, unique=True),  # `Entry.id`
    Column("article", _Number, _references("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),  # `Statement.id`
    Column("parent", Integer),  # the number of another statement of the article
    Column("cue", Text, nullable=False),  # spans are JSON, as `spans` writes them: [[start, end], …]
    Column("source", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("words", Text, nullable=False),  # `terms.index_terms(text)`: folded and stemmed, for full-text search
    Column("sameness", BigInteger, nullable=False, index=True),  # a hash of these words, to find copies by
    Column("source_text", Words, nullable=False),
    Column("form", Text, nullable=False),
    Column("medium", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("chain", JSON, nullable=False),
    Column("said_first", Date),
    Column("said_last", Date),
    Column("said_text", Words),
    Column("said_how", Text),
    Column("day_first", Date, index=True),  # `Entry.first_day`: that of publication where the text does not say
    Column("day_last", Date, index=True),  # `Entry.last_day`
    Column("act", Text),
    Column("act_confidence", Double, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("addressee", Words, index=True),
    Column("copy_of", _Number, _references("statements.id", ondelete="SET NULL")),  # told first there
    Column("removed", Boolean, nullable=False, default=False),  # by the user
    UniqueConstraint("article", "number"),
    sqlite_autoincrement=True,  # no number is given twice: `vector_blocks` still hold those of rows that are gone
)

# Partial in SQLite, which has no statistics: its planner would take "no copy" for something rare. What is counted is
# counted in the second of them. PostgreSQL needs neither, and to say so here would load its dialect at every start.
_counted = and_(statements.c.copy_of.is_(None), statements.c.removed.is_(False))
_copied = statements.c.copy_of.is_not(None)
Index("ix_statements_copy_of", statements.c.copy_of, sqlite_where=_copied)
Index("ix_statements_act", statements.c.act, statements.c.day_first, sqlite_where=_counted)

statement_speakers = Table(
    "statement_speakers",
    metadata,
    Column("statement", _Number, _references("statements.id"), primary_key=True, autoincrement=False),
    Column("place", SmallInteger, primary_key=True, autoincrement=False),  # 0, 1, … in `Statement.speakers`
    Column("speaker", Words, ForeignKey("speakers.id"), nullable=False),  # merges followed
    Column("speaker_read", Words, ForeignKey("speakers.id"), nullable=False, index=True),  # `Speaker.id` as read
    Column("name", Words, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Words),
    Column("party", Words),
    Column("how", Words, nullable=False),
    Column("mentions", Text, nullable=False),  # spans
    Index("ix_statement_speakers_speaker", "speaker", "statement"),
    Index("ix_statement_speakers_party", "party", "statement"),
    sqlite_with_rowid=False,  # rows lie in the order of their statements, where they are looked for
)

conditions = Table(
    "conditions",
    metadata,
    Column("statement", _Number, _references("statements.id"), primary_key=True, autoincrement=False),
    Column("place", SmallInteger, primary_key=True, autoincrement=False),
    Column("text", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("on_name", Words),
    Column("on_party", Words, index=True),
    Column("confidence", Double, nullable=False),
)

# Apart from the statements, so that all vectors are read without their texts.
vectors = Table(
    "vectors",
    metadata,
    Column("statement", _Number, _references("statements.id"), primary_key=True, autoincrement=False),
    Column("vector", LargeBinary, nullable=False),
)

# A copy of `vectors`, many to a row, which is read three times as fast; see `like`.
vector_blocks = Table(
    "vector_blocks",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("last", _Number, nullable=False),  # statement in the block
    Column("statements", LargeBinary, nullable=False),  # their numbers, int64
    Column("vectors", LargeBinary, nullable=False),  # int8, all of one length
)

# What each speaker said, counted; but for those in `stale_totals`, who are to be counted anew.
speaker_totals = Table(
    "speaker_totals",
    metadata,
    Column("speaker", Words, primary_key=True),
    Column("party", Words),  # the one that they spoke for most often
    Column("statements", Integer, nullable=False, index=True),
    Column("first", Date),
    Column("last", Date),
    Column("outlets", Integer, nullable=False),
)

stale_totals = Table(
    "stale_totals",
    metadata,
    Column("speaker", Words, primary_key=True),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", Words),
    Column("action", Text, nullable=False),  # "correct", "remove", "merge"
    Column("what", JSON, nullable=False),  # before and after
    Column("undone", Boolean, nullable=False, default=False),
)

# By key and not by row: a correction outlives the rows of a statement that is read again.
corrections = Table(
    "corrections",
    metadata,
    Column("key", Text, primary_key=True),  # `Entry.id`
    Column("field", Text, primary_key=True),
    Column("value", JSON, nullable=False),
    Column("was", JSON, nullable=False),  # as read
    Column("placed", Boolean, nullable=False, default=True),  # false when its statement was not found again
    Column("journal", _Number, ForeignKey("journal.id"), nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    Column("filters", JSON, nullable=False),
    Column("examples", JSON, nullable=False),
    Column("created", DateTime(timezone=True), nullable=False),
)

# What the user put in or out by hand; by key, as corrections are.
issue_statements = Table(
    "issue_statements",
    metadata,
    Column("issue", _Number, _references("issues.id"), primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),
    Column("included", Boolean, nullable=False),
)
