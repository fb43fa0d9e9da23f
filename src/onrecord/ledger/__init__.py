"""The ledger: statements in a database, found again, corrected, and never lost.

Use `open_ledger` for a file or a URL, `fill` to read articles into it, `entries` to get statements out.
"""

from onrecord.ledger.context import InContext, in_context
from onrecord.ledger.corrections import Correction, correct, unplaced
from onrecord.ledger.drawn import BEGINNING, Drawn, Parties, Rest, Sketch, drawn
from onrecord.ledger.entries import article_of, entries
from onrecord.ledger.fill import fill
from onrecord.ledger.filters import ALL, Filters
from onrecord.ledger.issues import (
    Example,
    Issue,
    add_issue,
    all_issues,
    by_hand,
    chosen,
    issue_entries,
    issue_named,
    issue_size,
    put_by_hand,
    remove_issue,
)
from onrecord.ledger.journal import Change, journal
from onrecord.ledger.like import like
from onrecord.ledger.listing import Listed, listed
from onrecord.ledger.lookup import abbreviated, statement_key
from onrecord.ledger.merges import merge
from onrecord.ledger.report import Report
from onrecord.ledger.reread import outdated, reread
from onrecord.ledger.search import Found, Hit, search
from onrecord.ledger.speakers import SpeakerTotal, speakers
from onrecord.ledger.stats import Run, Stats, stats
from onrecord.ledger.store import Ledger, open_ledger
from onrecord.ledger.terms import term, terms
from onrecord.ledger.uncollected import uncollected
from onrecord.ledger.undo import undo

__all__ = [
    "ALL",
    "BEGINNING",
    "Change",
    "Correction",
    "Drawn",
    "Example",
    "Filters",
    "Found",
    "Hit",
    "InContext",
    "Issue",
    "Ledger",
    "Listed",
    "Parties",
    "Report",
    "Rest",
    "Run",
    "Sketch",
    "SpeakerTotal",
    "Stats",
    "abbreviated",
    "add_issue",
    "all_issues",
    "article_of",
    "by_hand",
    "chosen",
    "correct",
    "drawn",
    "entries",
    "fill",
    "in_context",
    "issue_entries",
    "issue_named",
    "issue_size",
    "journal",
    "like",
    "listed",
    "merge",
    "open_ledger",
    "outdated",
    "put_by_hand",
    "remove_issue",
    "reread",
    "search",
    "speakers",
    "statement_key",
    "stats",
    "term",
    "terms",
    "uncollected",
    "undo",
    "unplaced",
]
