"""Any reading that the nouns allow, for laws."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import get_args

from hypothesis import strategies as st

from onrecord.records import (
    Act,
    Actor,
    Article,
    Certainty,
    Condition,
    ConditionKind,
    Form,
    Medium,
    Polarity,
    Reading,
    SaidOn,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

_NUMBERS = count(1)

words = st.text(max_size=12)
names = st.text(min_size=1, max_size=12)
shares = st.floats(0, 1)
days = st.dates(min_value=date(1, 1, 1))
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 500), st.integers(1, 50))
pieces = st.lists(spans, max_size=3).map(tuple)
actors = st.builds(Actor, name=names, party=st.none() | names) | st.builds(Actor, party=names)

speakers = st.builds(
    Speaker,
    id=words,
    name=names,
    kind=st.sampled_from(get_args(SpeakerKind)),
    role=st.none() | words,
    party=st.none() | words,
    how=words,
    mentions=pieces,
)
conditions = st.builds(
    Condition,
    text=words,
    span=spans,
    kind=st.sampled_from(get_args(ConditionKind)),
    on=st.none() | actors,
    confidence=shares,
)
said_on = st.builds(
    SaidOn, first=st.none() | days, last=days, text=words, how=st.sampled_from(("expression", "carried", "before"))
)


def statements(number: int) -> st.SearchStrategy[Statement]:
    """A statement with that id."""
    return st.builds(
        Statement,
        id=st.just(number),
        parent=st.none() | st.integers(1, 9),
        cue=pieces,
        source=pieces,
        content=st.lists(spans, min_size=1, max_size=3).map(tuple),
        text=words,
        source_text=words,
        form=st.sampled_from(get_args(Form)),
        medium=st.sampled_from(get_args(Medium)),
        confidence=shares,
        speakers=st.lists(speakers, max_size=2).map(tuple),
        chain=st.lists(words, max_size=3).map(tuple),
        said_on=st.none() | said_on,
        act=st.none() | st.sampled_from(get_args(Act)),
        act_confidence=shares,
        polarity=st.sampled_from(get_args(Polarity)),
        certainty=st.sampled_from(get_args(Certainty)),
        conditions=st.lists(conditions, max_size=2).map(tuple),
        addressee=st.none() | words,
        vector=st.binary(max_size=8),
    )


articles = st.builds(
    Article,
    id=words,
    text=words.map(lambda text: f"{next(_NUMBERS)} {text}"),  # no two alike
    body=st.integers(0, 5),
    published=st.none() | days,
    outlet=st.none() | words,
    place=st.none() | words,
    title=st.none() | words,
    url=st.none() | words,
    language=st.none() | st.just("en"),
    raw=st.none() | st.binary(max_size=20),
)
readings = st.builds(
    Reading,
    article=articles,
    statements=st.integers(0, 4).flatmap(lambda most: st.tuples(*map(statements, range(1, most + 1)))),
    attributed_share=shares,
)
