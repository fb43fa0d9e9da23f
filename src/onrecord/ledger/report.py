"""What a fill came to: the counts that a user is told.

Use `Tally` while articles are stored, and its `report` for whoever watches or asks at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from onrecord.errors import InputError
from onrecord.ledger.storing import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts of articles, unless said otherwise.

    Attributes:
        added: new in the ledger.
        near: of these, near copies of others.
        statements: statements stored, those that replaced others included.
        known: their text was there already.
        again: of these, in a place where they were not known to have appeared.
        reread: whose statements were replaced.
        skipped: by the language that they are written in.
        failed: could not be read or stored.
        unplaced: keys of corrected statements that were not found again; the corrections are kept.
    """

    added: int = 0
    near: int = 0
    statements: int = 0
    known: int = 0
    again: int = 0
    reread: int = 0
    skipped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    failed: int = 0
    unplaced: tuple[str, ...] = ()

    @property
    def articles(self) -> int:
        """All that were seen."""
        return self.added + self.known + sum(self.skipped.values()) + self.failed


class Tally:
    """Counts that grow while a ledger is filled.

    Args:
        tell: called with each error of an article.
        watch: called with the counts when they have grown.
    """

    def __init__(
        self, *, tell: Callable[[InputError], None] | None = None, watch: Callable[[Report], None] | None = None
    ) -> None:
        self._tell = tell
        self._watch = watch
        self._counts: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()
        self._unplaced: list[str] = []

    def count(self, outcome: Stored | InputError) -> None:
        """Count an article that was stored, or could not be."""
        if isinstance(outcome, InputError):
            self.fail(outcome)
            return
        self._counts["added"] += outcome.new
        self._counts["near"] += outcome.near
        self._counts["known"] += not outcome.new
        self._counts["again"] += outcome.again
        self._counts["reread"] += outcome.replaced
        self._counts["statements"] += outcome.statements
        self._unplaced += outcome.unplaced

    def known(self) -> None:
        """Count an article that is there and needs no storing."""
        self._counts["known"] += 1

    def skip(self, language: str) -> None:
        """Count an article in a language that is not read."""
        self._skipped[language] += 1

    def fail(self, error: InputError) -> None:
        """Count an article that could not be read or stored, and say why."""
        self._counts["failed"] += 1
        if self._tell:
            self._tell(error)

    def show(self) -> None:
        """Let whoever watches see the counts."""
        if self._watch:
            self._watch(self.report())

    def report(self) -> Report:
        """The counts as they stand."""
        return Report(**self._counts, skipped=MappingProxyType(dict(self._skipped)), unplaced=tuple(self._unplaced))
