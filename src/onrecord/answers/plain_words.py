"""Words that tell nothing about a subject: those that stand anywhere, and those that carry a stance.

Use them when subjects are compared. They are short on purpose: a word that is common on one issue weighs little there
anyway.
"""

from __future__ import annotations

_STOP_WORDS = """
about above after again against all also although always among and another any are around because been before being
below between both but came can cannot come could did does doing done down during each either else even ever every few
first for from further get give given goes going had has have having her here hers him his how however into its itself
just know last like made make makes many may might more most much must neither never new next nor not nothing now off
once one only other our ours out over own per put said same saw say saying says see seen she should since some such take
taken than that the their theirs them then there these they thing things this those though through too under until upon
use very want wants was way well were what when where whether which while who whom whose why will with within without
somebody something someone anybody anything anyone everybody everything nobody none gone went come comes
would yet you your yours year years day days week weeks month months today yesterday tomorrow time times
monday tuesday wednesday thursday friday saturday sunday mr mrs president minister government country countries side
sides party parties people told tell
"""
_STANCE_WORDS = """
able accept accepted accepts accuse accused accuses accusing agree agreed agrees agreement admit admits admitted allow
allowed allows ask asked asks assure assured call called calls certain clear concede conceded consider considered
condition conditions conditional continue declared declined demand demanded demands deny denied denies denying exclude
excluded expect expected explain favour hope hopes impossible intend intends intention necessary need needed needs offer
offered offers open opposed oppose planned plan plans possible possibility possibly prepared promise promised promises
promising propose proposed proposal ready readiness refuse refused refuses refusing refusal reject rejected rejects
rejecting rule ruled ruling support supported supports supporting suggest threat threaten threatened threatens unless
urge urged urges unacceptable unwilling willing willingness warned warning warns provided accepting offering never
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
STANCE_WORDS = frozenset(_STANCE_WORDS.split())


def is_plain(word: str) -> bool:
    """Whether a word, in lower case, tells nothing about a subject."""
    return word in STOP_WORDS or word in STANCE_WORDS
