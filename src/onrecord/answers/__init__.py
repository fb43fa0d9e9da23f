"""Answers from statements: where each side stands, what has changed, who waits for whom, what became of a quotation.

Use `timeline`, `positions`, `shifts`, `standoff` and `variants` over any entries of a ledger; each result tells what it
rests on and why. Those that end in `_of` take the statements of a saved issue out of a ledger by themselves.
"""

from onrecord.answers.charts import drawn, timeline_spec
from onrecord.answers.drawing import drawing, told
from onrecord.answers.fronts import positions_of, shifts_of, standoff_of, timeline_of, variants_of
from onrecord.answers.graphs import dot, graphml
from onrecord.answers.positions import STANCES, positions
from onrecord.answers.results import (
    By,
    Cell,
    Change,
    Circle,
    Edge,
    Held,
    Moment,
    Position,
    Positions,
    Scope,
    Shift,
    Shifts,
    Stance,
    Standoff,
    Timeline,
    Wait,
)
from onrecord.answers.shifts import shifts
from onrecord.answers.sides import days, scope_of
from onrecord.answers.stances import awaits, rule_of, rules, stance_of
from onrecord.answers.standoff import standoff
from onrecord.answers.timeline import timeline
from onrecord.answers.variants import variants
from onrecord.answers.versions import Likeness, Piece, Variant, Variants

__all__ = [
    "STANCES",
    "By",
    "Cell",
    "Change",
    "Circle",
    "Edge",
    "Held",
    "Likeness",
    "Moment",
    "Piece",
    "Position",
    "Positions",
    "Scope",
    "Shift",
    "Shifts",
    "Stance",
    "Standoff",
    "Timeline",
    "Variant",
    "Variants",
    "Wait",
    "awaits",
    "days",
    "dot",
    "drawing",
    "drawn",
    "graphml",
    "positions",
    "positions_of",
    "rule_of",
    "rules",
    "scope_of",
    "shifts",
    "shifts_of",
    "stance_of",
    "standoff",
    "standoff_of",
    "timeline",
    "timeline_of",
    "timeline_spec",
    "told",
    "variants",
    "variants_of",
]
