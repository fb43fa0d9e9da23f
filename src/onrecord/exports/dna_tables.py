"""The tables of a database of Discourse Network Analyzer, version 3.

Look here for what `as_dna` fills: names of tables and columns, types and keys are those of DNA 3.0 (SQLite), where a
statement marks a passage of a document and has one value for each variable of its type. Texts that are short are
entities of their variable, shared by statements, each with values for the variable's attributes.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

VERSION = "3.0.11"
STATEMENT_TYPE = (1, "DNA Statement")
ATTRIBUTES = ("Type", "Alias", "Notes")

DataType: TypeAlias = Literal["short text", "long text", "boolean"]

# The first four are DNA's own and keep their places, so that what users know from DNA works as they know it.
VARIABLES: dict[str, DataType] = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
    "party": "short text",
    "act": "short text",
    "polarity": "short text",
    "certainty": "short text",
    "form": "short text",
    "addressee": "short text",
    "said on": "short text",
    "chain": "long text",
    "conditions": "long text",
    "onrecord": "long text",
}

_MAY = """AddDocuments EditDocuments DeleteDocuments ImportDocuments AddStatements EditStatements DeleteStatements
    EditAttributes EditRegex EditStatementTypes EditCoders ViewOthersDocuments EditOthersDocuments
    ViewOthersStatements EditOthersStatements"""
_PERMISSIONS = ",\n    ".join(
    f"Permission{may} INTEGER NOT NULL DEFAULT 1 CHECK (Permission{may} BETWEEN 0 AND 1)" for may in _MAY.split()
)
_COLOUR = ", ".join(
    f"{part} INTEGER NOT NULL DEFAULT 0 CHECK ({part} BETWEEN 0 AND 255)" for part in ("Red", "Green", "Blue")
)
_VALUE_KEYS = """FOREIGN KEY (StatementId) REFERENCES STATEMENTS (ID) ON DELETE CASCADE,
    FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (StatementId, VariableId)"""
_RELATIONS = ", ".join(
    f"{name} INTEGER NOT NULL DEFAULT 1 CHECK ({name} BETWEEN 0 AND 1)"
    for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
)

TABLES = f"""
CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS (ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, {_COLOUR},
    Refresh INTEGER NOT NULL DEFAULT 0 CHECK (Refresh BETWEEN 0 AND 9999),
    FontSize INTEGER NOT NULL DEFAULT 14 CHECK (FontSize BETWEEN 1 AND 99),
    Password TEXT NOT NULL,
    PopupWidth INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999),
    ColorByCoder INTEGER NOT NULL DEFAULT 0 CHECK (ColorByCoder BETWEEN 0 AND 1),
    PopupDecoration INTEGER NOT NULL DEFAULT 0 CHECK (PopupDecoration BETWEEN 0 AND 1),
    PopupAutoComplete INTEGER NOT NULL DEFAULT 1 CHECK (PopupAutoComplete BETWEEN 0 AND 1),
    {_PERMISSIONS});
CREATE TABLE CODERRELATIONS (ID INTEGER NOT NULL PRIMARY KEY,
    Coder INTEGER CHECK (Coder > 0 AND Coder != OtherCoder),
    OtherCoder INTEGER CHECK (OtherCoder > 0 AND OtherCoder != Coder), {_RELATIONS},
    FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE,
    FOREIGN KEY (OtherCoder) REFERENCES CODERS (ID) ON DELETE CASCADE);
CREATE TABLE REGEXES (Label TEXT PRIMARY KEY, {_COLOUR});
CREATE TABLE DOCUMENTS (ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER,
    Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '',
    Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL,
    FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE);
CREATE TABLE STATEMENTTYPES (ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL, {_COLOUR});
CREATE TABLE VARIABLES (ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL,
    DataType TEXT NOT NULL DEFAULT 'short text'
        CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')),
    StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId),
    FOREIGN KEY (StatementTypeId) REFERENCES STATEMENTTYPES (ID) ON DELETE CASCADE);
CREATE TABLE VARIABLELINKS (ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER,
    TargetVariableId INTEGER CHECK (TargetVariableId != SourceVariableId),
    FOREIGN KEY (SourceVariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE,
    FOREIGN KEY (TargetVariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE);
CREATE TABLE STATEMENTS (ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
    Start INTEGER NOT NULL CHECK (Start >= 0 AND Start < Stop),
    Stop INTEGER NOT NULL CHECK (Stop >= 0 AND Stop > Start), Coder INTEGER,
    FOREIGN KEY (StatementTypeId) REFERENCES STATEMENTTYPES (ID) ON DELETE CASCADE,
    FOREIGN KEY (DocumentId) REFERENCES DOCUMENTS (ID) ON DELETE CASCADE,
    FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE);
CREATE TABLE ENTITIES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
    Red INTEGER CHECK (Red BETWEEN 0 AND 255), Green INTEGER CHECK (Green BETWEEN 0 AND 255),
    Blue INTEGER CHECK (Blue BETWEEN 0 AND 255), ChildOf INTEGER CHECK (ChildOf > 0 AND ChildOf != ID),
    UNIQUE (VariableId, Value), FOREIGN KEY (ChildOf) REFERENCES ENTITIES (ID) ON DELETE CASCADE,
    FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE);
CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
    VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 1, {_VALUE_KEYS});
CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
    VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 0, {_VALUE_KEYS});
CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
    VariableId INTEGER NOT NULL, Value TEXT DEFAULT '', {_VALUE_KEYS});
CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
    VariableId INTEGER NOT NULL, Entity INTEGER NOT NULL, {_VALUE_KEYS},
    FOREIGN KEY (Entity) REFERENCES ENTITIES (ID) ON DELETE CASCADE);
CREATE TABLE ATTRIBUTEVARIABLES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL,
    AttributeVariable TEXT NOT NULL, UNIQUE (VariableId, AttributeVariable),
    FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE);
CREATE TABLE ATTRIBUTEVALUES (ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL,
    AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '',
    UNIQUE (EntityId, AttributeVariableId), FOREIGN KEY (EntityId) REFERENCES ENTITIES (ID) ON DELETE CASCADE,
    FOREIGN KEY (AttributeVariableId) REFERENCES ATTRIBUTEVARIABLES (ID) ON DELETE CASCADE);
"""
