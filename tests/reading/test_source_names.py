"""Which names of a source speak, where the case is not one of whole heads."""

from __future__ import annotations

import pytest

from onrecord.reading.source_names import completed, is_governed, joined, names_it, together, unseen
from onrecord.records import Span

NAMES = ("Mara Voss", "Tolo Brand", "Dorn")


def whole(text: str) -> Span:
    """The span of a text that is a source and nothing else."""
    return Span(0, len(text))


def span_of(words: str, text: str) -> Span:
    """Where words stand first."""
    return Span(text.index(words), text.index(words) + len(words))


JOINED = {
    "a surname": ("Mara Voss and Brand", "Brand"),
    "a country": ("Mara Voss and Germany", None),
    "a surname before more": ("Mara Voss and Brand of Norvia", None),
    "a common noun": ("Mara Voss and aides", None),
    "nothing": ("Mara Voss", None),
}


@pytest.mark.parametrize(("text", "expected"), JOINED.values(), ids=JOINED)
def test_a_surname_may_be_joined_to_a_name(text: str, expected: str | None) -> None:
    found = joined(text, whole(text), span_of("Mara Voss", text))
    assert (found.of(text) if found else None) == expected


TOGETHER = {
    "joined by and": ("Mara Voss and Tolo Brand", 2),
    "joined by an ampersand": ("Mara Voss & Tolo Brand", 2),
    "joined by more words": ("Mara Voss together with Tolo Brand and Dorn", 3),
    "with titles between": ("Mara Voss and former Prime Minister Tolo Brand", 2),
    "with a noun between": ("Mara Voss and the lawyer of Tolo Brand", 1),
    "with a comma alone": ("Mara Voss, Tolo Brand", 1),
    "broken off": ("Mara Voss near Tolo Brand and Dorn", 1),
}


@pytest.mark.parametrize(("text", "count"), TOGETHER.values(), ids=TOGETHER)
def test_names_speak_together_that_are_joined(text: str, count: int) -> None:
    names = [span_of(name, text) for name in NAMES if name in text]
    assert together(text, whole(text), names) == names[:count]


def test_without_names_none_speak_together() -> None:
    assert together("an aide", Span(0, 7), []) == []


GOVERNED = {
    "for whom": ("an aide to Mara Voss", True),
    "for whom, with a title": ("an aide to President Mara Voss", True),
    "whose": ("Mara Voss’s lawyer", True),
    "which": ("Mara Voss campaign", True),
    "a name before also": ("Mara Voss also", False),
    "the name of a role before": ("the head of the council Mara Voss", False),
    "a name behind a break": ("the head of the council, Mara Voss", False),
}


@pytest.mark.parametrize(("text", "expected"), GOVERNED.values(), ids=GOVERNED)
def test_a_name_may_only_say_whose_or_for_whom(text: str, expected: bool) -> None:
    assert is_governed(text, whole(text), span_of("Mara Voss", text)) is expected


NAMING = {
    "within": ("the minister Mara Voss", "the minister Mara Voss", True),
    "right behind": ("the minister, Mara Voss", "the minister", True),
    "behind titles": ("the ministry, Prime Minister Mara Voss", "the ministry", True),
    "an apposition to a role": ("the minister, in office for many a year, Mara Voss", "the minister", True),
    "an apposition to no role": ("the ship, in service for many a year, Mara Voss", "the ship", False),
    "further on": ("the minister, who had not been told of it by Mara Voss", "the minister", False),
}


@pytest.mark.parametrize(("text", "first", "expected"), NAMING.values(), ids=NAMING)
def test_a_name_may_be_that_of_what_begins_a_source(text: str, first: str, expected: bool) -> None:
    assert names_it(text, whole(text), span_of(first, text), span_of("Mara Voss", text)) is expected


def test_a_name_that_is_a_mention_is_not_found_again() -> None:
    text = "scientist Mara Voss"
    assert [span.of(text) for span in unseen(text, whole(text), whole(text), [])] == ["Mara Voss"]
    assert unseen(text, whole(text), whole(text), [span_of("Voss", text)]) == []


def test_a_name_that_ends_a_source_behind_a_body_is_found() -> None:
    text = "the director, Harbour Trust (HT), formerly of the Norvian Ports, Mara Voss"
    assert "Mara Voss" in [span.of(text) for span in unseen(text, whole(text), span_of("the director", text), [])]


COMPLETED = {
    "by": ("a report by the harbour board, which", "a report by", "a report by the harbour board"),
    "nothing more": ("a report and the harbour board", "a report", "a report"),
    "a name to comment under": ("one reader, username kelp77 said", "one reader", "one reader, username kelp77"),
    "as far as the next part": ("a report by Mara Voss said so", "a report by", "a report by Mara Voss"),
}


@pytest.mark.parametrize(("text", "source", "expected"), COMPLETED.values(), ids=COMPLETED)
def test_a_source_cut_short_goes_on_to_whom_it_is_of(text: str, source: str, expected: str) -> None:
    end = text.index(" said") if " said" in text else len(text)
    assert completed(text, span_of(source, text), end).of(text) == expected
