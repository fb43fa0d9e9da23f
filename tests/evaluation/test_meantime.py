"""Time expressions are scored against TIMEX3, in the annotated part only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation.meantime import Scores, read_document, report, score_document, score_meantime

HEAD = ["Rain falls", "May 6 , 2011", "It rained on Friday and last year ."]


def made(sentences: list[str], marks: list[tuple[int, str, str, str]], *, marked: bool = True) -> str:
    """A document; a mark is a sentence's number, its words, type and value."""
    tokens, at, xml = [], {}, []
    for number, sentence in enumerate(sentences):
        for word in sentence.split():
            tokens.append(f'<token t_id="{len(tokens) + 1}" sentence="{number}" number="0">{word}</token>')
            at.setdefault((number, word), len(tokens))
    for number, words, kind, value in marks:
        role = "CREATION_TIME" if marked and number == 1 else "NONE"
        anchors = "".join(f'<token_anchor t_id="{at[number, word]}"/>' for word in words.split())
        xml.append(f'<TIMEX3 type="{kind}" value="{value}" functionInDocument="{role}">{anchors}</TIMEX3>')
    return f"<Document>{''.join(tokens)}<Markables>{''.join(xml)}</Markables></Document>"


DATE_LINE = (1, "May 6 , 2011", "DATE", "2011-05-06")


def write(folder: Path, xml: str, name: str = "a.xml") -> Path:
    path = folder / name
    path.write_text(xml, encoding="utf-8")
    return path


def test_a_document_is_read_with_its_own_date_apart(tmp_path):
    marks = [DATE_LINE, (2, "Friday", "DATE", "2011-05-06")]
    document = read_document(write(tmp_path, made(HEAD, marks)))
    assert document.text == "Rain falls\nMay 6, 2011\nIt rained on Friday and last year."
    assert document.created == date(2011, 5, 6)
    assert [(timex.text, timex.span.of(document.text)) for timex in document.gold] == [("Friday", "Friday")]


def test_the_date_line_is_the_creation_time_where_none_is_marked(tmp_path):
    document = read_document(write(tmp_path, made(HEAD, [DATE_LINE], marked=False)))
    assert document.created == date(2011, 5, 6)
    assert document.gold == ()


def test_spans_and_values_are_counted_apart(tmp_path):
    marks = [DATE_LINE, (2, "on Friday", "DATE", "2011-05-06"), (2, "last year", "DATE", "2009")]
    scores = score_document(read_document(write(tmp_path, made(HEAD, marks))))
    assert (scores.exact.right, scores.overlapping.right, scores.overlapping.gold) == (1, 2, 2)
    assert (scores.value.right, scores.value.of) == (1, 2)
    assert scores.errors == {"edges DATE": 1, "value DATE": 1}


def test_what_is_missed_and_what_is_extra_are_told(tmp_path):
    marks = [DATE_LINE, (2, "It", "DATE", "2011"), (2, "Friday", "DATE", "2011-05-06")]
    scores = score_document(read_document(write(tmp_path, made(HEAD, marks))))
    assert scores.errors == {"missed DATE": 1, "extra year": 1}
    assert scores.overlapping.f1 == pytest.approx(0.5)


def test_sentences_past_the_annotated_ones_are_not_read(tmp_path):
    document = read_document(write(tmp_path, made([*HEAD, "A .", "B .", "C .", "It rained on Monday ."], [DATE_LINE])))
    assert "Monday" not in document.text


def test_halves_are_every_other_document(tmp_path):
    for name in ("a.xml", "b.xml", "c.xml"):
        write(tmp_path, made(HEAD, [DATE_LINE, (2, "Friday", "DATE", "2011-05-06")]), name)
    assert [score_meantime(tmp_path, half=half).overlapping.gold for half in (None, 0, 1)] == [3, 2, 1]


def test_a_report_shows_errors_when_asked():
    scores = Scores(shown=("missed\tDATE\tthe eve 2011\t",))
    assert "the eve" not in report(scores)
    assert "the eve" in report(scores, errors=True)
