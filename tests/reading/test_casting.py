"""The scene of an article: every source has a head, and every head is a mention."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reading.casting import is_body, scene
from onrecord.reading.speakers import Scene
from onrecord.records import Article, Span, Statement
from tests.reading.builders import nothing
from tests.reading.mention_builders import SURELY, Scores, Told, told
from tests.reading.people_builders import DAY


def stmt(text: str, number: int, source: str, content: str, *, parent: int | None = None) -> Statement:
    """A statement by its words, each where they first stand; `said` is no part of it."""
    start, end = text.index(content), text.index(content) + len(content)
    names = (Span(text.index(source), text.index(source) + len(source)),) if source else ()
    return Statement(
        id=number,
        parent=parent,
        cue=(),
        source=names,
        content=(Span(start, end),),
        text=content,
        source_text=source,
        form="indirect",
        medium="said",
        confidence=0.9,
    )


def set_up(one: Told, *said: tuple[str, str]) -> Scene:
    """The scene of a text in which these sources say these contents."""
    stmts = [stmt(one.text, number, source, content) for number, (source, content) in enumerate(said, 1)]
    return scene(Article(id="t", text=one.text), one.outputs, stmts, distances=(0.0,))


def mentioned(article: Scene) -> list[tuple[str, str, str]]:
    """All mentions by their words."""
    found = article.cast.found
    return [(mention.span.of(article.article.text), mention.type, mention.form) for mention in found]


def heads(article: Scene, number: int) -> list[tuple[str, int | None]]:
    """The heads of a statement's source, with the index of their mention."""
    return [(head.span.of(article.article.text), head.mention) for head in article.heads[number]]


def test_an_article_without_words_has_an_empty_scene() -> None:
    empty = scene(Article(id="t", text=""), nothing(), [], distances=(0.0,))
    assert (empty.heads, list(empty.cast.found), list(empty.cast.groups)) == ({}, [], [])


def test_the_head_of_a_source_is_its_mention() -> None:
    article = set_up(told("Envoy [Mara Voss] said it rained."), ("Envoy Mara Voss", "it rained"))
    assert heads(article, 1) == [("Mara Voss", 0)]


def test_a_head_that_was_no_mention_becomes_one() -> None:
    article = set_up(told("[Mara Voss] met the envoy. The envoy said it rained."), ("The envoy", "it rained"))
    assert mentioned(article) == [("Mara Voss", "person", "named"), ("envoy", "person", "nominal")]
    assert heads(article, 1) == [("envoy", 1)]


def test_a_head_takes_the_place_of_what_it_overlaps() -> None:
    one = told("The director of [organisation: Harbour Council Mara Voss] said it rained.")
    article = set_up(one, ("The director of Harbour Council Mara Voss", "it rained"))
    assert mentioned(article) == [("Mara Voss", "person", "named")]
    assert heads(article, 1) == [("Mara Voss", 0)]


def test_a_source_without_a_name_or_noun_has_no_head() -> None:
    article = set_up(told("“It rained.” Then [Mara Voss] left."), ("", "It rained."))
    assert article.heads == {1: []}


def test_a_source_is_read_from_the_line_that_it_ends_in_before_its_cue() -> None:
    one = told("Photo of the envoy\n\n[Mara Voss] said it rained.")
    said = stmt(one.text, 1, "the envoy\n\nMara Voss", "it rained")
    cue = Span(one.text.index("said"), one.text.index("said") + 4)
    article = scene(Article(id="t", text=one.text), one.outputs, [replace(said, cue=(cue,))], distances=(0.0,))
    assert heads(article, 1) == [("Mara Voss", 0)]


def test_a_source_cut_short_goes_on_to_its_cue() -> None:
    one = told("A report by the envoy said it rained.")
    said = stmt(one.text, 1, "A report by", "it rained")
    cue = Span(one.text.index("said"), one.text.index("said") + 4)
    article = scene(Article(id="t", text=one.text), one.outputs, [replace(said, cue=(cue,))], distances=(0.0,))
    assert heads(article, 1) == [("envoy", 0)]


def test_a_surname_alone_is_a_persons_whom_the_tables_know() -> None:
    assert not is_body("Scholz", Span(0, 6), DAY)


def test_whoever_signs_a_quotation_is_its_source() -> None:
    one = told("“It rains.”\n– Ann Lee\n")
    quoted = replace(stmt(one.text, 1, "", "It rains."), form="direct")
    article = scene(Article(id="t", text=one.text), one.outputs, [quoted], distances=(0.0,))
    assert [words for words, _ in heads(article, 1)] == ["Ann Lee"]


def test_a_state_that_no_table_has_is_a_place() -> None:
    article = set_up(told("[Norvia]'s navy left."), ("navy", "left"))
    assert ("Norvia", "place", "named") in mentioned(article)


def test_mentions_stay_in_order_with_the_heads_among_them() -> None:
    one = told("The envoy said it rained. Then [Mara Voss] left.")
    spans = [mention.span for mention in set_up(one, ("The envoy", "it rained")).cast.found]
    assert spans == sorted(spans)
    assert len(spans) == 2


ASKS: Scores = {2: {0: SURELY, 1: SURELY + 1}}


@pytest.mark.parametrize(("parent", "same"), [(None, 0), (1, 1)], ids=["of the article", "of a content"])
def test_only_sources_of_the_article_go_on_speaking(parent: int | None, same: int) -> None:
    one = told("[The driver] said it rained near [the envoy]. [He] said it snowed.", asks=ASKS)
    stmts = [
        stmt(one.text, 1, "The driver", "it rained near the envoy"),
        stmt(one.text, 2, "He", "it snowed", parent=parent),
    ]
    groups = scene(Article(id="t", text=one.text), one.outputs, stmts, distances=(0.0,)).cast.groups
    assert groups[2] == groups[same]


NAMES = {"Bellona": True, "Harbour Council": True, "Mara Voss": False, "Poland Ports": True}


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=NAMES)
def test_a_name_that_the_tags_missed_is_a_bodys_by_its_words(name: str, expected: bool) -> None:
    assert is_body(name, Span(0, len(name)), None) is expected
