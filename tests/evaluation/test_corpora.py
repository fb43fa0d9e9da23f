"""Data sets are told apart by what is in them, and readings handed to the metrics as they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation.corpora import GUM, ReadsMentions, article, fingerprint, published, said, score_gum
from evaluation.seer import Said
from onrecord.records import Article, Reading, Span, Speaker, Statement

CONLLU = """\
# newdoc id = GUM_news_harbour
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# text = Ann spoke
1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t2:nsubj\tDiscourse=organization-heading:1->0:0:_|Entity=(1-person-new-s-cf1-1-coref)
2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t0:root\t_

# newpar
# text = She left
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t2:nsubj\tEntity=(1-person-giv:act-s-cf1-1-ana)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t0:root\t_
"""


class Mentions:
    """A reader that takes every word with a capital for the same person."""

    def mentions(self, read: Article, /) -> list[Capital]:
        """The words with a capital."""
        return [Capital(read.text.index(word), word) for word in read.text.split() if word.istitle()]


class Capital:
    """A mention of that person."""

    entity = 1

    def __init__(self, start: int, word: str) -> None:
        self.span = Span(start, start + len(word))


def stmt(*speakers: str) -> Statement:
    """A statement of these speakers."""
    return Statement(
        id=1,
        parent=None,
        cue=(),
        source=(),
        content=(Span(0, 4),),
        text="Rain",
        source_text="the two",
        form="direct",
        medium="said",
        confidence=1.0,
        speakers=tuple(
            Speaker(id=name.lower(), name=name, kind="person", how="named", mentions=()) for name in speakers
        ),
    )


@pytest.mark.parametrize(
    ("speakers", "name"),
    [((), ""), (("Ann Oro",), "Ann Oro"), (("Ann Oro", "Bob Kelp"), "Ann Oro and Bob Kelp")],
    ids=["nobody", "one", "two"],
)
def test_a_statement_is_said_by_the_speakers_that_were_found(speakers: tuple[str, ...], name: str) -> None:
    reading = Reading(article=Article(id="a1", text="Rain"), statements=(stmt(*speakers),), attributed_share=1.0)
    assert said(reading) == [Said(name, "Rain")]


def test_a_row_without_a_day_was_published_on_no_day() -> None:
    assert published({"published": ""}) is None
    assert article({"id": "a1", "text": "Rain.", "published": "2020-01-02"}).published == date(2020, 1, 2)


@pytest.mark.parametrize("change", ["content", "name", "file"])
def test_the_hash_of_a_folder_knows_names_and_contents(tmp_path: Path, change: str) -> None:
    (tmp_path / "a.xml").write_text("a")
    before = fingerprint(tmp_path)
    if change == "content":
        (tmp_path / "a.xml").write_text("b")
    if change == "name":
        (tmp_path / "a.xml").rename(tmp_path / "b.xml")
    if change == "file":
        (tmp_path / "c.xml").write_text("")
    assert fingerprint(tmp_path) != before


def test_coreference_is_read_from_the_documents_text(tmp_path: Path) -> None:
    (tmp_path / GUM).mkdir(parents=True)
    (tmp_path / GUM / "GUM_news_harbour.conllu").write_text(CONLLU)
    reader = Mentions()
    assert isinstance(reader, ReadsMentions)
    scores, resolved = score_gum(reader, tmp_path)
    assert (scores.conll, resolved.linked.of) == (1.0, 0)
