"""Judge the fields of a predicted statement by those of the gold statement that it was paired with.

Use this wherever pairs are at hand, whatever paired them. A new field is one function and one line in `FIELDS`; it
answers None for a pair that it says nothing about, and such pairs are not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from evaluation.names import same_speaker
from evaluation.statements import Days, Stmt
from evaluation.words import Offsets, folded_words, sources_meet, touched

# What follows one of these in a role belongs to its head noun: "head | of state", "spokesman | for the army".
_HEAD_ENDS = frozenset({"of", "for", "at", "in", "on", "to", "from", "with", "and", "who"})
_ARTICLES = frozenset({"the", "a", "an"})


class Pair(NamedTuple):
    """A gold statement, the predicted one that stands for it, their article's words and day of publication."""

    words: Sequence[Offsets]
    gold: Stmt
    predicted: Stmt
    published: date | None = None


Field: TypeAlias = Callable[[Pair], bool | None]


def same_form(pair: Pair) -> bool:
    """Whether both are direct, indirect or mixed alike."""
    return pair.gold.form == pair.predicted.form


def source_overlaps(pair: Pair) -> bool:
    """Whether the sources share a word or are both absent."""
    return sources_meet(touched(pair.words, pair.gold.source), touched(pair.words, pair.predicted.source))


def same_speakers(pair: Pair) -> bool | None:
    """Whether every predicted speaker is the gold's, by the rule of `same_speaker`; descriptions of the unnamed too.

    The gold's name is taken whole. Where it holds several people ("Ann Oro and Bob Kelp"), each of them agrees with it,
    since all their words are in it: one of them alone is enough, somebody else beside them is wrong.
    """
    if not pair.gold.speakers:
        return None
    names = pair.predicted.speakers
    return bool(names) and all(same_speaker(pair.gold.speaker, name) for name in names)


def same_kind(pair: Pair) -> bool | None:
    """Whether both are a person, an organisation, a group or unnamed alike."""
    return pair.gold.speaker_kind == pair.predicted.speaker_kind if pair.gold.speaker_kind else None


def same_role(pair: Pair) -> bool:
    """Whether one role is the other with more words ("US President", "President") around the same head noun."""
    gold, predicted = _role_words(pair.gold.role), _role_words(pair.predicted.role)
    if not gold or not predicted:
        return not gold and not predicted
    contained = set(gold) <= set(predicted) or set(predicted) <= set(gold)
    return contained and _head_noun(gold) == _head_noun(predicted)


def same_party(pair: Pair) -> bool:
    """Whether the parties have the same words, or there is none on either side; several in any order."""
    return party_words(pair.gold.party) == party_words(pair.predicted.party)


def same_chain(pair: Pair) -> bool | None:
    """Whether both chains are as long, with the same speaker at each place."""
    gold, predicted = pair.gold.chain, pair.predicted.chain
    if not gold:
        return None
    return len(gold) == len(predicted) and all(map(same_speaker, gold, predicted))


def same_long_chain(pair: Pair) -> bool | None:
    """The same, where the gold's chain is longer than one."""
    return same_chain(pair) if len(pair.gold.chain) > 1 else None


def same_days(pair: Pair) -> bool:
    """Whether both were said within exactly the same days; on the day of publication where the text does not say."""
    return _days(pair.gold, pair.published) == _days(pair.predicted, pair.published)


def same_other_days(pair: Pair) -> bool | None:
    """The same, where the gold was said on another day than that of publication."""
    return same_days(pair) if _days(pair.gold, pair.published) != _day(pair.published) else None


def same_act(pair: Pair) -> bool | None:
    """Whether both do the same; a reading without an act has it wrong."""
    return pair.gold.act == pair.predicted.act if pair.gold.act else None


def same_polarity(pair: Pair) -> bool | None:
    """Whether both are positive or negative alike, where the gold says."""
    return pair.gold.polarity == pair.predicted.polarity if pair.gold.polarity else None


def same_certainty(pair: Pair) -> bool | None:
    """Whether both are certain or hedged alike, where the gold says."""
    return pair.gold.certainty == pair.predicted.certainty if pair.gold.certainty else None


def same_addressee(pair: Pair) -> bool | None:
    """Whether the addressees have the same words, where either has one; somebody for nobody is wrong."""
    gold, predicted = party_words(pair.gold.addressee), party_words(pair.predicted.addressee)
    return gold == predicted if gold or predicted else None


def any_addressee(pair: Pair) -> bool:
    """Whether both have an addressee or neither has."""
    return bool(pair.gold.addressee) == bool(pair.predicted.addressee)


FIELDS: Mapping[str, Field] = {
    "form": same_form,
    "source": source_overlaps,
    "speaker": same_speakers,
    "speaker kind": same_kind,
    "role": same_role,
    "party": same_party,
    "chain": same_chain,
    "chain, nested": same_long_chain,
    "said_on": same_days,
    "said_on, another day": same_other_days,
    "act": same_act,
}

# What only our labels tell; `training.readers` judges them.
LABEL_FIELDS: Mapping[str, Field] = {
    "act": same_act,
    "polarity": same_polarity,
    "certainty": same_certainty,
    "any addressee": any_addressee,
    "addressee": same_addressee,
}


def party_words(party: str) -> frozenset[str]:
    """The words by which a party is known, in no order: "the Oro Times" and "Oro Times" are one."""
    return frozenset(folded_words(party)) - {"the", "and"}


def _role_words(role: str) -> list[str]:
    return [word for word in folded_words(role) if word not in _ARTICLES]


def _head_noun(role: Sequence[str]) -> str:
    """The last word before the first preposition; the first word where a preposition begins."""
    ends = [place for place, word in enumerate(role) if place and word in _HEAD_ENDS]
    return role[min(ends, default=len(role)) - 1]


def _days(stmt: Stmt, published: date | None) -> Days | None:
    return stmt.said_on or _day(published)


def _day(day: date | None) -> Days | None:
    return (day, day) if day else None
