"""English words that say little about what a statement says.

Use this where texts are compared by the words they share; the words are case-folded, and a contraction stands as the
two runs that its apostrophe leaves ("don", "t").
"""

from __future__ import annotations

_WORDS = """
a an the this that these those
i me my mine myself we us our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves one
who whom whose which what when where why how
am is are was were be been being do does did doing done have has had having
can could may might must shall should will would
and or but nor so yet if than then because as while
of in on at by for with from to into onto upon about over under between among through during
before after above below against without within toward towards up down out off
not no there here very too also just only even more most such some any all both each other own same again
s t d ll m re ve
don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn ain
"""

STOP_WORDS = frozenset(_WORDS.split())
