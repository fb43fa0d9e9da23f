"""Words are weighed by hiding them; what decided is told with them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.errors import UsageError
from onrecord.model import SHIPPED
from onrecord.reading import Reader
from onrecord.reading.act_encoder import ActOutputs
from onrecord.reading.act_pieces import kept
from onrecord.reading.awaited import Awaited, opener_of
from onrecord.reading.explain import MOST_WORDS, explain, hanging, hidings, naming, statement_of
from onrecord.reading.pieces import IntArray, Pieces
from onrecord.reading.wording import WORD
from onrecord.records import Actor, Article, Condition, Reading, Span, Speaker, Statement

TEXT = "Norvia said it would talk if Estmark left."
CONDITION = Condition(text="if Estmark left", span=Span(26, 41), kind="if", on=Actor(party="Estmark"))
STMT = Statement(
    id=1,
    parent=None,
    cue=(Span(7, 11),),
    source=(Span(0, 6),),
    content=(Span(12, 41),),
    text=TEXT[12:41],
    source_text="Norvia",
    form="indirect",
    medium="said",
    confidence=0.9,
    act="offer",
    conditions=(CONDITION,),
)
ARTICLE = Article(id="a.txt", text=TEXT)


def words_of(text: str) -> Pieces:
    """One piece a word; what it is numbers it."""
    spans = [match.span() for match in WORD.finditer(text)]
    start, end = (np.array([span[side] for span in spans], dtype=np.int64) for side in (0, 1))
    none = np.zeros(len(spans), dtype=np.int64)
    return Pieces(ids=np.arange(len(spans)), start=start, end=end, shape=none, gap=none)


class FakeActs:
    """Sees a condition with 0.8 at every piece, with 0.2 once the piece `opener` is hidden; counts its runs."""

    def __init__(self, *, opener: int = 5) -> None:
        self.opener = opener
        self.hidden: list[list[int]] = []

    def read(self, pieces: Pieces, roles: IntArray, *, hidden: IntArray | None = None) -> ActOutputs:
        """Give the same of all statements."""
        assert len(pieces) == len(roles)
        self.hidden.append([] if hidden is None else hidden.tolist())
        read = kept(roles)
        share = 0.1 if self.opener in self.hidden[-1] else 0.4
        conditions = np.log(np.tile(np.array([1 - 2 * share, share, share], dtype=np.float32), (len(read), 1)))
        flat = np.zeros(10, dtype=np.float32)
        return ActOutputs(read, acts=flat, polarity=flat[:2], certainty=flat[:2], conditions=conditions)


def test_every_word_is_hidden_once_and_by_itself() -> None:
    acts = FakeActs()
    hidings(acts, words_of(TEXT), STMT, ARTICLE)
    assert sorted(acts.hidden) == [[], *([place] for place in range(8))]


def test_each_word_keeps_its_part_and_place() -> None:
    runs = hidings(FakeActs(), words_of(TEXT), STMT, ARTICLE)
    parts = {word.text: word.part for word, _ in runs.without}
    assert (parts["Norvia"], parts["said"], parts["talk"]) == ("source", "cue", "content")
    assert all(word.span.of(TEXT) == word.text for word, _ in runs.without)


def test_words_stand_in_the_article_where_a_header_comes_before() -> None:
    header = "WIRE\n"
    cue, source, content = (Span(start + 5, end + 5) for start, end in ((7, 11), (0, 6), (12, 41)))
    moved = replace(STMT, cue=(cue,), source=(source,), content=(content,))
    article = Article(id="a", text=header + TEXT, body=len(header))
    runs = hidings(FakeActs(), words_of(TEXT), moved, article)
    assert {word.text for word, _ in runs.without} == set(WORD.findall(TEXT))


def test_of_a_long_statement_the_end_of_the_content_is_passed_over() -> None:
    text = TEXT[:-1] + " and" * 100
    acts = FakeActs()
    runs = hidings(acts, words_of(text), replace(STMT, content=(Span(12, len(text)),)), replace(ARTICLE, text=text))
    assert len(runs.without) == MOST_WORDS
    assert {"Norvia", "said", "it"} <= {word.text for word, _ in runs.without}


def test_the_word_that_a_condition_rests_on_weighs_most() -> None:
    pieces = words_of(TEXT)
    found = hanging(CONDITION, None, hidings(FakeActs(), pieces, STMT, ARTICLE), text=TEXT, pieces=pieces)
    assert found.opener == "if"
    assert found.words[0].text == "if"
    assert found.words[0].weight == pytest.approx(np.log(4), abs=1e-3)
    assert all(word.weight == pytest.approx(0, abs=1e-6) for word in found.words[1:])


@pytest.mark.parametrize(
    ("actor", "told"),
    [(Actor(party="Estmark"), ("Estmark", "named")), (Actor(party="Norvia"), (None, None))],
    ids=["the same", "another"],
)
def test_how_an_actor_was_found_is_told_of_that_actor_only(actor: Actor, told: tuple[str | None, str | None]) -> None:
    pieces = words_of(TEXT)
    on = Awaited(actor=actor, span=Span(29, 36), how="named")
    found = hanging(CONDITION, on, hidings(FakeActs(), pieces, STMT, ARTICLE), text=TEXT, pieces=pieces)
    assert (found.on_words, found.on_how) == told


@pytest.mark.parametrize(
    ("words", "opener"),
    [
        ("if the boats leave", "if"),
        ("only if they leave", "only if"),
        ("in exchange for salt", "in exchange for"),
        ("the attack would bring war", None),
        ("an attack would bring war", None),
    ],
)
def test_the_words_that_open_a_condition(words: str, opener: str | None) -> None:
    found = opener_of(words, Span(0, len(words)))
    assert (found.of(words) if found else None) == opener


def test_mentions_behind_the_source_lead_to_no_name() -> None:
    who = Speaker(id="norvia", name="Norvia", kind="organisation", how="named", mentions=(Span(0, 6), Span(12, 14)))
    assert [one.text for one in naming(who, STMT, TEXT).mentions] == ["Norvia"]


@pytest.mark.parametrize(
    ("many", "says"),
    [(0, "it has none"), (1, "it has only number 1"), (3, "it has 3, numbered from 1")],
)
def test_a_number_that_no_statement_has_is_an_error(many: int, says: str) -> None:
    stmts = tuple(replace(STMT, id=number) for number in range(1, many + 1))
    with pytest.raises(UsageError, match=f"a.txt has no statement 9: {says}"):
        statement_of(Reading(article=ARTICLE, statements=stmts, attributed_share=0.5), 9)


@pytest.mark.skipif(not (SHIPPED / "manifest.json").exists(), reason="no weights to read with")
def test_with_the_weights_what_is_explained_is_what_was_read() -> None:
    reader = Reader()
    article = Article(id="a", text="Mara Voss of Norvia never said that she would talk if Estmark left the strait.\n")
    stmt = reader.read(article).statements[0]
    found = explain(reader, article, 1)
    assert found.stmt == stmt
    assert found.act.chosen == found.act.likeliest[0].value == stmt.act
    assert found.polarity.rule == "the cue is negated"
    assert [one.condition for one in found.conditions] == list(stmt.conditions)
    weights = [word.weight for word in found.act.words]
    assert weights == sorted(weights, reverse=True)
    assert max(weights) > 0
