"""The same quotation in other articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Variant, variants
from onrecord.answers.quoted import quotation
from onrecord.answers.wording import compared
from onrecord.records import Entry, Speaker
from tests.answers.builders import condition, day, entry, said

WHOLE = "“We have never closed the door. It was closed in our face, and everybody on this coast knows it,”"


def quoted(text: str, on: int = 3, who: str = "Ilse Marant", **fields: Any) -> Entry:
    """A direct quotation in the Castelmar Tribune."""
    told = {"form": "direct", "outlets": ("Castelmar Tribune",)} | fields
    return entry(who, "Vardonia", told.pop("act", "accuse"), text, on=day(on), **told)


def elsewhere(one: Entry) -> Entry:
    """The same in the Haldane Courier."""
    return replace(one, appearances=tuple(replace(place, outlet="Haldane Courier") for place in one.appearances))


def only(asked: Entry, *others: Entry) -> Variant:
    """The one version that is found, if it was told elsewhere."""
    (found,) = variants([asked, *map(elsewhere, others)], asked).variants
    return found


KINDS = [
    (WHOLE, "same"),
    ('"We have never closed the door. It was closed in our face, and everybody on this coast knows it"', "same"),
    ("“We have never closed the door. It was closed in our face,”", "cut"),
    ("“We have never closed the door … and everybody on this coast knows it,”", "cut"),
    ("“We have never closed a door. It was slammed in our face, and everybody on this coast knows it,”", "altered"),
    (
        "“Friends, we have never closed the door. It was closed in our face, and everybody on this coast knows it,”",
        "fuller",
    ),
    ("“It was closed in our face, and everybody on this coast knows it, and so do you,”", "cut"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_became_of_a_quotation_is_told(text: str, kind: str) -> None:
    assert only(quoted(WHOLE), quoted(text)).kind == kind


def test_the_words_that_differ_are_marked() -> None:
    pieces = only(quoted(WHOLE), quoted(WHOLE.replace("closed in", "slammed in"))).pieces
    assert [(piece.mark, piece.text) for piece in pieces if piece.mark != "same"] == [
        ("gone", "closed"),
        ("new", "slammed"),
    ]


def test_a_cut_without_a_sign_says_so() -> None:
    silent = only(quoted(WHOLE), quoted("“We have never closed the door,”"))
    marked = only(quoted(WHOLE), quoted("“We have never closed the door …”"))
    assert ("without a sign" in silent.why, "without a sign" in marked.why) == (True, False)


def test_a_negation_among_the_words_is_told() -> None:
    assert "a negation" in only(quoted(WHOLE), quoted(WHOLE.replace("never ", ""))).why


def test_of_a_mixed_statement_only_the_quoted_words_are_compared() -> None:
    mixed = quoted("that Vardonia “had never closed the door” and that “it was closed in our face”", form="mixed")
    assert only(quoted(WHOLE), mixed).kind == "altered"


NO_VARIANT = [
    ("other words", quoted("“The harvest was good, and the fishermen came home before the rain,”", who="Bo Holm")),
    ("scattered words", quoted("“the face of the coast and the door of it all, in and out,”", on=29)),
    ("a short phrase of another speaker", quoted("“never closed the door”", who="Bo Holm")),
    ("a short phrase months later", quoted("“never closed the door”", on=3, said_on=None, outlets=())),
]


@pytest.mark.parametrize("other", [case[1] for case in NO_VARIANT], ids=[case[0] for case in NO_VARIANT])
def test_these_are_no_versions(other: Entry) -> None:
    asked = quoted(WHOLE)
    assert variants([asked, elsewhere(other)], asked).variants == ()


THANKS = "“I thank the crew of the cutter for its courage. Take care of yourselves, and of each other,”"
ONE_OUTLET = [
    (
        "a greeting after a pattern",
        quoted("“I thank the pilots of the harbour for their help. Take care of yourselves,”"),
    ),
    (
        "words alike in meaning",
        quoted("“You have shown great bravery at sea today, sailors,”", vector=bytes([9] * 128)),
    ),
    ("few words", quoted("“Take care of yourselves,”")),
]


@pytest.mark.parametrize("other", [case[1] for case in ONE_OUTLET], ids=[case[0] for case in ONE_OUTLET])
def test_an_outlet_that_tells_the_like_of_it_again_tells_no_version(other: Entry) -> None:
    asked = quoted(THANKS, vector=bytes([9] * 128))
    assert variants([asked, other], asked).variants == ()


def test_two_whom_nobody_names_may_be_anybody() -> None:
    unnamed = (Speaker(id="official", name="official", kind="unnamed", party="Vardonia", how="not named", mentions=()),)
    told = entry("official", "Vardonia", "claim", "that everybody on this coast knows who closed the door", on=day(3))
    asked = replace(told, id="0" * 16 + ".1-2", stmt=replace(told.stmt, speakers=unnamed))
    other = elsewhere(replace(told, stmt=replace(told.stmt, speakers=unnamed)))
    assert variants([other], asked).variants == ()


def test_a_pronoun_is_like_nothing() -> None:
    asked, other = (quoted("“this”", form="indirect", vector=bytes([9] * 128)) for _ in range(2))
    assert variants([asked, elsewhere(other)], asked).variants == ()


def test_an_indirect_one_in_the_same_words_is_the_same() -> None:
    asked, other = (quoted("that the harbour would be closed until the spring", form="indirect") for _ in range(2))
    assert only(asked, other).kind == "same"


TOLD = "that the harbour would be closed to all ships of the coast until the spring"


@pytest.mark.parametrize(
    ("text", "kind"), [(f"{TOLD} comes", "fuller"), (TOLD.removesuffix(" until the spring"), "cut"), (TOLD, "same")]
)
def test_an_indirect_one_is_compared_word_by_word_where_nearly_all_are_the_same(text: str, kind: str) -> None:
    assert only(quoted(TOLD, form="indirect"), quoted(text, form="indirect")).kind == kind


def test_a_negation_outside_of_the_common_words_is_not_told() -> None:
    asked = quoted("“It is not so. We have closed the door before the winter came to us,”")
    assert "a negation" not in only(asked, quoted("“We have closed a door before the winter came to us. Yes,”")).why


def test_a_long_quotation_is_found_under_another_name() -> None:
    assert only(quoted(WHOLE), quoted(WHOLE, on=29, who="Bo Holm")).kind == "same"


def test_the_same_article_holds_no_version() -> None:
    asked = quoted(WHOLE, article=4)
    assert variants([asked, quoted(WHOLE, article=4)], asked).variants == ()


def test_alike_vectors_make_a_translation() -> None:
    near, other = (
        bytes([90, 10] * 64),
        quoted("“It was not our side that shut the gate to the harbour,”", vector=bytes([88, 12] * 64)),
    )
    assert only(quoted(WHOLE, vector=near), other).kind == "translation"


def test_vectors_that_differ_are_not_overruled_by_common_words() -> None:
    asked = quoted("“Everybody on this coast knows who closed the door,”", vector=bytes([90, 10] * 64))
    other = quoted("“They closed the door, and the coast knows why,”", vector=bytes([10, 90] * 64))
    assert variants([asked, other], asked).variants == ()


def test_an_indirect_one_is_a_paraphrase() -> None:
    told = entry(
        "Ilse Marant", "Vardonia", "claim", "that everybody on this coast knows who closed the door", on=day(3)
    )
    assert only(quoted(WHOLE), told).kind == "paraphrase"


def test_two_that_do_the_same_and_wait_for_the_same_are_a_translation() -> None:
    hangs = condition("Let the boats go home", "Estria")
    asked = quoted("“Let the boats go home, and I will go to Sund the next morning,”", act="offer", conditions=[hangs])
    again = condition("Once the vessels have sailed home", "Estria", kind="after")
    other = quoted("“Once the vessels have sailed home, I shall be on Sund,”", act="offer", conditions=[again])
    assert only(asked, other).kind == "translation"


WORDS_OF = {
    "a part": ("that boats “come home” soon", "come home"),
    "two parts": ("“come” and “go”", "come go"),
    "straight marks within straight ones": (
        '"see how it works in "Diia", come" he said',
        "see how it works in diia come",
    ),
    "curly marks within curly ones": ("“the “old” boats come” he said", "the old boats come"),
    "a low mark": ("„come home“ he said", "come home"),
    "two paragraphs": ("“come home\n“and stay” he said", "come home and stay"),
    "one that is left open": ("he said “come home", "come home"),
}


@pytest.mark.parametrize(("text", "words"), WORDS_OF.values(), ids=WORDS_OF)
def test_of_a_mixed_one_the_quoted_words_are_compared(text: str, words: str) -> None:
    assert " ".join(quotation(quoted(text, form="mixed").stmt).words) == words


def test_a_year_is_no_occasion() -> None:
    told = entry(
        "Ilse Marant", "Vardonia", "claim", "that everybody on this coast knows who closed the door", on=day(3)
    )
    assert only(quoted(WHOLE), told).kind == "paraphrase"
    year = said(day(1).replace(month=1), day(31).replace(month=12))
    vague = replace(told, stmt=replace(told.stmt, said_on=year))
    asked = quoted(WHOLE)
    assert variants([asked, elsewhere(vague)], asked).variants == ()


def test_other_words_of_another_day_are_not_looked_at() -> None:
    told = entry(
        "Ilse Marant", "Vardonia", "claim", "that everybody on this coast knows who closed the door", on=day(9)
    )
    asked = quoted(WHOLE)
    assert variants([asked, told], asked).variants == ()


def test_the_scope_counts_all_versions() -> None:
    asked = quoted(WHOLE)
    found = variants([asked, quoted(WHOLE, on=5, outlets=("Courier",))], asked)
    assert (found.scope.statements, found.scope.outlets) == (2, ("Castelmar Tribune", "Courier"))


WORDS = st.lists(st.sampled_from(["we", "never", "closed", "the", "door"]), max_size=12)


@given(WORDS, WORDS)
def test_the_pieces_hold_all_words_of_both(one: list[str], other: list[str]) -> None:
    pieces = compared(one, other)
    ours = " ".join(piece.text for piece in pieces if piece.mark != "new").split()
    theirs = " ".join(piece.text for piece in pieces if piece.mark != "gone").split()
    assert (ours, theirs) == (one, other)
