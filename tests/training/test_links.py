"""Labelled speakers tell who is the same in an article."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.gum import Document, GoldMention
from training.links import gum_links, spoken_links

Read = tuple[str, str | None, str, int]

TEXT = (
    "Foreign Minister Mara Voss met Tolo Brand. Voss said it rained. “It pours,” she said. "
    "The minister’s aide denied it. Mr Brand said the Harbour Council was late. The Harbour Council said it was not."
)


def stmt(source: str, name: str | None, kind: str = "person", *, text: str = TEXT) -> dict[str, Any]:
    """What is labelled of a statement, its source where the words last stand."""
    place = [[text.rindex(source), text.rindex(source) + len(source)]] if source else []
    return {"source": place, "speaker": {"name": name, "kind": kind}}


def links(*stmts: dict[str, Any], text: str = TEXT) -> list[Read]:
    """The links of a text by their words."""
    return [(text[one.start : one.end], one.type, one.form, one.entity) for one in spoken_links(text, list(stmts))]


MARA = stmt("Voss", "Mara Voss")


def test_a_speaker_is_found_wherever_the_text_writes_the_name() -> None:
    assert links(MARA) == [("Mara Voss", "person", "named", 0), ("Voss", "person", "named", 0)]


def test_a_pronoun_goes_with_its_speaker() -> None:
    assert links(stmt("she", "Mara Voss"))[-1] == ("she", "person", "pronoun", 0)


def test_a_noun_goes_with_its_speaker() -> None:
    assert links(stmt("The minister’s aide", "a ministerial aide", "unnamed")) == [("aide", "person", "nominal", 0)]


def test_a_noun_ends_before_what_is_said_of_it() -> None:
    text = "A driver of the Harbour Council said it rained."
    given = stmt("A driver of the Harbour Council", "a driver", "unnamed", text=text)
    assert links(given, text=text) == [("driver", "person", "nominal", 0)]


def test_a_body_is_found_by_all_of_its_words() -> None:
    found = links(stmt("The Harbour Council", "Harbour Council", "organisation"))
    assert found == [("Harbour Council", "organisation", "named", 0)] * 2


def test_speakers_are_told_apart() -> None:
    found = links(MARA, stmt("Mr Brand", "Tolo Brand"))
    assert [(words, entity) for words, _, _, entity in found] == [
        ("Mara Voss", 0),
        ("Tolo Brand", 1),
        ("Voss", 0),
        ("Brand", 1),
    ]


def test_links_stand_in_the_order_of_the_text() -> None:
    found = spoken_links(TEXT, [stmt("The Harbour Council", "Harbour Council", "organisation"), MARA])
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_surname_that_two_speakers_bear_is_left_out() -> None:
    text = "Mara Voss met Tolo Voss. Voss said it rained."
    given = [{"source": [], "speaker": {"name": name, "kind": "person"}} for name in ("Mara Voss", "Tolo Voss")]
    assert links(*given, text=text) == []


def test_another_spelling_of_a_surname_is_the_same() -> None:
    text = "Mara Vosskaya left. Vosskaia said it rained."
    found = links(stmt("Vosskaia", "Mara Vosskaya", text=text), text=text)
    assert [words for words, *_ in found] == ["Mara Vosskaya", "Vosskaia"]


def test_a_name_in_small_letters_is_no_name() -> None:
    text = "Tolo Brand said the brand was his."
    assert [words for words, *_ in links(stmt("Tolo Brand", "Tolo Brand", text=text), text=text)] == ["Tolo Brand"]


def test_a_speaker_without_a_name_links_nothing() -> None:
    assert links(stmt("she", None)) == []


def test_a_statement_without_a_source_links_the_names_alone() -> None:
    assert links(stmt("", "Mara Voss")) == links(MARA)


def test_no_place_is_linked_twice() -> None:
    assert links(MARA, MARA, stmt("she", "Mara Voss"), stmt("she", "Mara Voss")) == links(
        MARA, stmt("she", "Mara Voss")
    )


@pytest.mark.parametrize("kind", ["person", "organisation", "group", "unnamed"])
def test_every_link_is_learnt_from(kind: str) -> None:
    assert all(one.taught for one in spoken_links(TEXT, [stmt("Voss", "Voss", kind)]))


def test_every_mention_of_a_document_is_a_link() -> None:
    mention = GoldMention(start=0, end=4, type="place", form="named", entity=7)
    (one,) = gum_links(Document(name="t", text="Norvia", mentions=(mention,), sources=()))
    assert (one.start, one.end, one.type, one.form, one.entity, one.taught) == (0, 4, "place", "named", 7, True)
