"""`onrecord explain`: its page, its JSON and its errors."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.reading.explanation import Chance, Choice, Explanation, Hanging, Mention, Naming, Word
from onrecord.records import Actor, Article, Condition, Span
from tests.cli.conftest import Run
from tests.cli.fakes import FakeReader
from tests.conftest import Golden

TEXT = "Mara Voss said that Norvia would talk if Estmark left\n"


def word(text: str, weight: float) -> Word:
    """A word of the text."""
    start = TEXT.index(text)
    return Word(text=text, span=Span(start, start + len(text)), part="content", weight=weight)


def explained(_: FakeReader, article: Article, number: int) -> Explanation:
    """An explanation of the only statement."""
    if number != 1:
        raise UsageError(f"{article.id} has no statement {number}: it has only number 1")
    condition = Condition(
        text="if Estmark left", span=Span(38, 53), kind="if", on=Actor(party="Estmark"), confidence=0.8
    )
    stmt = FakeReader().read(article).statements[0]
    stmt = replace(stmt, act="offer", act_confidence=0.91, conditions=(condition,), chain=("The Wire", "Mara Voss"))
    chances = tuple(Chance(value=act, probability=share) for act, share in (("offer", 0.7), ("claim", 0.2)))
    sure = (Chance(value="certain", probability=0.88), Chance(value="hedged", probability=0.12))
    weighed = (word("talk", 1.2), word("would", 0.01), word("left", -0.4))
    (speaker,) = stmt.speakers
    return Explanation(
        article=article.id,
        stmt=stmt,
        act=Choice(chosen="offer", likeliest=chances, words=weighed),
        polarity=Choice(chosen="negative", likeliest=(), words=(word("said", 2.0),), rule="the cue is negated"),
        certainty=Choice(chosen="certain", likeliest=sure, words=(word("said", 0.3),)),
        conditions=(
            Hanging(condition=condition, opener="if", words=(word("if", 2.5),), on_words="Estmark", on_how="named"),
        ),
        names=(Naming(speaker=speaker, mentions=(Mention(text="Mara Voss", span=Span(0, 9)),)),),
    )


@pytest.fixture
def explain(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `onrecord explain` where `a.txt` is."""
    monkeypatch.setattr(sys.modules["onrecord.reading"], "explain", explained, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return lambda *args, **options: run("explain", *args, **options)


def test_the_page_looks_as_it_was_reviewed(explain: Run, golden: Golden) -> None:
    golden("explain.txt", explain("a.txt", 1).stdout)


def test_json_has_every_word_that_was_weighed(explain: Run) -> None:
    answer = json.loads(explain("a.txt", 1, "--json").stdout)
    assert [one["text"] for one in answer["act"]["words"]] == ["talk", "would", "left"]
    assert (answer["article"], answer["statement"]["id"]) == ("a.txt", 1)
    assert answer["conditions"][0]["on_how"] == "named"


def test_a_rule_that_decided_stands_in_place_of_words(explain: Run) -> None:
    shown = explain("a.txt", 1).stdout
    assert "negative, the cue is negated" in shown
    assert "+2.00" not in shown


def test_standard_input_can_be_explained(explain: Run) -> None:
    assert explain("-", 1, input=TEXT).exit_code == 0


def test_a_number_that_no_statement_has_is_one_line_and_2(explain: Run) -> None:
    result = explain("a.txt", 7)
    assert (result.exit_code, result.stderr) == (2, "onrecord: a.txt has no statement 7: it has only number 1\n")


def test_several_articles_are_refused(explain: Run) -> None:
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    result = explain(".", 1)
    assert (result.exit_code, result.stderr) == (2, "onrecord: . has more than one article: name a file with one\n")


def test_a_file_that_cannot_be_read_is_named(explain: Run) -> None:
    result = explain("none.txt", 1)
    assert (result.exit_code, result.stderr) == (2, "onrecord: cannot read none.txt: no such file or directory\n")
