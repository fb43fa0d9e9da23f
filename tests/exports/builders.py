"""Entries for tests: a story of states that do not exist, and any entry at all.

`offer`, `relay` and the like are single statements of one text; `entries` is a hypothesis strategy for the laws.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from onrecord.records import Actor, Appearance, Condition, Entry, SaidOn, Span, Speaker, Statement

TEXT = (
    "Norvia is ready to open the strait if Estmark withdraws its boats, President Ann Lee said on Tuesday 🕊.\r\n"
    "“The pact,” said her spokesman Tolo Brand, “is dead.”\r\n"
    "Brand said that Lee had refused to meet the mediators."
)
KEY = "3f9ac01b2d4e5f60"

LEE = Speaker(
    id="ann-lee",
    name="Ann Lee",
    kind="person",
    role="President",
    party="Norvia",
    how="named",
    mentions=(Span(78, 85),),
)
BRAND = Speaker(id="tolo-brand", name="Tolo Brand", kind="person", party="Norvia", how="named", mentions=())
MINISTRY = Speaker(
    id="foreign-ministry-of-estmark",
    name="Foreign Ministry of Estmark",
    kind="organisation",
    party="Estmark",
    how="named",
    mentions=(),
)
CREW = Speaker(id="crew", name="crew", kind="group", how="not named", mentions=())

HERALD = Appearance(
    article="herald-1",
    outlet="Norvia Herald",
    published=date(2031, 4, 2),
    title="Lee ready to open the strait",
    url="https://herald.example/strait?page=1&x=ü",
)
WIRE = Appearance(article="wire-9", outlet="Meridian Wire", published=date(2031, 4, 1), same=False)
TUESDAY = SaidOn(first=date(2031, 4, 1), last=date(2031, 4, 1), text="on Tuesday", how="expression")


def spans_of(*words: str) -> tuple[Span, ...]:
    """Where words stand first in the story."""
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def entry(*words: str, appearances: tuple[Appearance, ...] = (WIRE, HERALD), **fields: Any) -> Entry:
    """A statement whose content is these words of the story."""
    content = spans_of(*words)
    number = fields.pop("id", 1)
    plain: dict[str, Any] = {"parent": None, "cue": (), "source": (), "source_text": "", "form": "indirect"}
    plain |= {"medium": "said", "confidence": 0.9, "act": "claim", "act_confidence": 0.8}
    stmt = Statement(id=number, content=content, text=" … ".join(words), **(plain | fields))
    return Entry(id=f"{KEY}.{content[0].start}-{content[-1].end}", stmt=stmt, appearances=appearances)


def offer() -> Entry:
    """A conditional offer by a president, on a day, to a party."""
    words = "Norvia is ready to open the strait if Estmark withdraws its boats"
    hangs = "if Estmark withdraws its boats"
    condition = Condition(text=hangs, span=spans_of(hangs)[0], kind="if", on=Actor(party="Estmark"), confidence=0.75)
    return entry(
        words,
        cue=spans_of("said"),
        source=spans_of("President Ann Lee"),
        source_text="President Ann Lee",
        speakers=(LEE,),
        chain=("Ann Lee",),
        said_on=TUESDAY,
        act="offer",
        act_confidence=0.875,
        certainty="hedged",
        conditions=(condition,),
        addressee="Estmark",
        vector=bytes(range(8)),
    )


def quotation() -> Entry:
    """A direct quotation that its cue interrupts, in one outlet, without a day."""
    known = replace(HERALD, published=None)
    return entry("“The pact,”", "“is dead.”", id=2, speakers=(BRAND,), chain=("Tolo Brand",), form="direct",
                 appearances=(known,), act="deny", polarity="negative")  # fmt: skip


def relay() -> Entry:
    """A president's refusal, told by her spokesman."""
    return entry(
        "to meet the mediators", id=4, parent=3, speakers=(LEE,), chain=("Tolo Brand", "Ann Lee"), act="refuse"
    )


def joint() -> Entry:
    """What a ministry and a crew say together, accusing a party."""
    return entry(
        "Lee had refused to meet the mediators",
        id=3,
        speakers=(MINISTRY, CREW),
        chain=("Foreign Ministry of Estmark",),
        act="accuse",
        addressee="Norvia",
    )


def unattributed() -> Entry:
    """A quotation that nobody is named for."""
    return entry("Tuesday", id=5, form="direct", act=None, act_confidence=0.0)


def story() -> tuple[Entry, ...]:
    """All of them."""
    return offer(), quotation(), joint(), relay(), unattributed()


# Half characters cannot be written as UTF-8, so no text that was read holds one.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.none() | words
days = st.dates()
shares = st.floats(min_value=0, max_value=1)
span = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
span_lists = st.lists(span, max_size=3).map(tuple)


def tuples(of: st.SearchStrategy[Any], *, least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of something."""
    return st.lists(of, min_size=least, max_size=3).map(tuple)


speakers = st.builds(
    Speaker,
    id=words,
    name=words,
    kind=st.sampled_from(["person", "organisation", "group", "unnamed"]),
    role=maybe,
    party=maybe,
    how=words,
    mentions=span_lists,
)
conditions = st.builds(
    Condition,
    text=words,
    span=span,
    kind=st.sampled_from(["if", "unless", "only", "until", "after", "subject_to"]),
    on=st.none() | st.builds(Actor, name=maybe, party=maybe),
    confidence=shares,
)
said_ons = st.builds(
    lambda first, extra, text, how: SaidOn(
        first=first, last=min(first, date.max - timedelta(60)) + timedelta(extra), text=text, how=how
    ),
    days.filter(lambda day: day < date.max - timedelta(60)),
    st.integers(0, 60),
    words,
    st.sampled_from(["expression", "carried"]),
) | st.builds(SaidOn, first=st.none(), last=days, text=words, how=st.just("before"))
appearances = st.builds(
    Appearance, article=words, outlet=maybe, published=st.none() | days, title=maybe, url=maybe, same=st.booleans()
)
acts = st.sampled_from(
    ["claim", "deny", "support", "accuse", "demand", "offer", "promise", "refuse", "concede", "threaten"]
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Any statement at all."""
    act = draw(st.none() | acts)
    return Statement(
        id=draw(st.integers(1, 900)),
        parent=draw(st.none() | st.integers(1, 900)),
        cue=draw(span_lists),
        source=draw(span_lists),
        content=draw(tuples(span, least=1)),
        text=draw(words),
        source_text=draw(texts),
        form=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        medium=draw(st.sampled_from(["said", "written", "thought"])),
        confidence=draw(shares),
        speakers=draw(tuples(speakers)),
        chain=draw(tuples(words)),
        said_on=draw(st.none() | said_ons),
        act=act,
        act_confidence=draw(shares) if act else 0.0,
        polarity=draw(st.sampled_from(["positive", "negative"])),
        certainty=draw(st.sampled_from(["certain", "hedged"])),
        conditions=draw(tuples(conditions)),
        addressee=draw(maybe),
        vector=draw(st.binary(max_size=9)),
    )


keys = st.tuples(st.text("0123456789abcdef", min_size=16, max_size=16), st.integers(0, 99), st.integers(100, 999))
entries = st.builds(
    Entry,
    id=keys.map(lambda key: f"{key[0]}.{key[1]}-{key[2]}"),
    stmt=statements(),
    appearances=tuples(appearances, least=1),
    corrected=tuples(st.sampled_from(["speaker", "act", "party"])),
)
