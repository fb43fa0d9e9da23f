"""Tags become mentions with whole words for their cores."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.mentions import Anchors, Mention, mentions, short_names, whole_words, within
from onrecord.reading.wording import PRONOUNS
from onrecord.records import Span
from tests.reading.builders import certain, nothing, outputs, pieces_of
from tests.reading.mention_builders import told

Read = tuple[str, str, str]

CORES: dict[str, tuple[str, list[Read]]] = {
    "a full name": ("[Mara Voss] spoke.", [("Mara Voss", "person", "named")]),
    "a name behind a title": ("[President Mara Voss] spoke.", [("Mara Voss", "person", "named")]),
    "a name behind a title with a full stop": ("[Mr. Brand] spoke.", [("Brand", "person", "named")]),
    "a name behind a title, taken for a body": ("[organisation: Ms Brand] spoke.", [("Brand", "person", "named")]),
    "a name with an initial": ("[Dr. Tolo J. Brand] spoke.", [("Tolo J. Brand", "person", "named")]),
    "a body that the tags saw the noun of": (
        "the [organisation: League] of Estmark Ports met.",
        [("League of Estmark Ports", "organisation", "named")],
    ),
    "a name of which the tags saw a part": ("[Voss]-Brand spoke.", [("Voss-Brand", "person", "named")]),
    "a name with an apostrophe": ("[O’Brand] spoke.", [("O’Brand", "person", "named")]),
    "a name with a possessive ending": (
        "[Mara Voss’s] lawyer and [Tolo Brand’s] spoke.",
        [("Mara Voss", "person", "named"), ("Tolo Brand", "person", "named")],
    ),
    "a body": ("the [organisation: Ministry of Ports] spoke.", [("Ministry of Ports", "organisation", "named")]),
    "a body behind its article": ("[organisation: The Ministry] spoke.", [("Ministry", "organisation", "named")]),
    "a country": ("ships from [place: Norvia]’s ports", [("Norvia", "place", "named")]),
    "an abbreviation with full stops": ("the [place: U.S.] ports", [("U.S.", "place", "named")]),
    "a person behind a country": (
        "the prime minister of [organisation: Poland Mara Voss] spoke.",
        [("Mara Voss", "person", "named")],
    ),
    "a description": ("[a senior aide] spoke.", [("aide", "person", "nominal")]),
    "a pronoun": ("[She] spoke.", [("She", "person", "pronoun")]),
    "a pronoun with a verb": ("[She]’s late.", [("She", "person", "pronoun")]),
    "a pronoun at the end of a description": ("[the minister she] met", [("she", "person", "pronoun")]),
    "an editor's insertion": ("President ([Mara]. – Ed.) [Voss] spoke.", [("Voss", "person", "named")]),
    "an editor": ("President (Mara. – [Ed].) [Voss] spoke.", [("Voss", "person", "named")]),
    "an article alone": ("[the] rain", []),
    "a weekday": ("on [Monday] it rained", []),
    "two names": (
        "[Mara Voss] and [Tolo Brand] spoke.",
        [("Mara Voss", "person", "named"), ("Tolo Brand", "person", "named")],
    ),
}


def read(marked: str) -> list[Read]:
    """The mentions of a text by their words."""
    one = told(marked)
    return [(mention.span.of(one.text), mention.type, mention.form) for mention in mentions(one.outputs, one.text)]


@pytest.mark.parametrize(("marked", "cores"), CORES.values(), ids=CORES)
def test_tags_mean_a_core(marked: str, cores: list[Read]) -> None:
    assert read(marked) == cores


def test_a_text_without_words_mentions_nobody() -> None:
    assert mentions(nothing(), "") == []


def test_a_text_without_tags_mentions_nobody() -> None:
    assert read("Mara Voss spoke.") == []


def test_a_cue_is_nobody() -> None:
    one = told("[Mara Voss] [critic] that it rained.", tags="SsC.....")
    assert [mention.span.of(one.text) for mention in mentions(one.outputs, one.text)] == ["Mara Voss"]


def test_a_word_decides_that_it_is_a_pronoun_not_its_tag() -> None:
    text = "Then they left."
    given_outputs = outputs("....", mentions={1: 5}, pieces=pieces_of(text))  # a named organisation
    assert [mention.form for mention in mentions(given_outputs, text)] == ["pronoun"]


@pytest.mark.parametrize(("tag", "kind"), [(10, "person"), (11, "organisation"), (12, "place")])
def test_a_tag_that_goes_on_with_nothing_begins_a_core(tag: int, kind: str) -> None:
    text = "Then Norvia left."
    (one,) = mentions(outputs("....", mentions={1: tag}, pieces=pieces_of(text)), text)
    assert (one.span.of(text), one.type, one.form) == ("Norvia", kind, "named")


def test_places_count_from_the_start_of_the_article() -> None:
    one, header = told("Then [Mara Voss] spoke."), "NORVIA CITY (HP) – "
    (mention,) = mentions(one.outputs, header + one.text, body=len(header))
    assert mention.span.of(header + one.text) == "Mara Voss"
    assert mention.anchor == one.found[0].anchor


def test_the_anchor_is_the_first_piece_of_the_last_word() -> None:
    one = told("Then [Mara Voss] spoke.")
    (mention,) = mentions(one.outputs, one.text)
    assert mention.anchor is not None
    assert one.outputs.pieces.start[one.outputs.linked[mention.anchor]] == one.text.index("Voss")


def test_a_core_whose_vectors_were_not_kept_has_no_anchor() -> None:
    one = told("Then [Mara] Voss spoke.")
    assert Anchors(one.outputs, one.text, body=0).of(Span(5, 14)) is None


SHORT = {
    "the first word of a name": ("The [organisation: League of Ports] met. The [organisation: League] left.", "named"),
    "of nobody's name": ("The [organisation: Council of Ports] met. The [organisation: League] left.", "nominal"),
    "of a name of two words": ("The [organisation: League Cup] began. The [organisation: League] left.", "nominal"),
}


@pytest.mark.parametrize(("marked", "form"), SHORT.values(), ids=SHORT)
def test_a_body_goes_by_the_first_word_of_its_name(marked: str, form: str) -> None:
    one = told(marked)
    found = [*one.found[:-1], replace(one.found[-1], form="nominal")]
    assert short_names(found, one.text)[-1].form == form


WHOLE = {
    "a part of a word": ("the ministry", (4, 8), "ministry"),
    "a possessive ending": ("Voss’s aide", (0, 6), "Voss"),
    "a bare apostrophe": ("the ministers' aide", (4, 14), "ministers"),
    "marks around": ("(Voss), then", (0, 7), "Voss"),
    "a full stop at the end of a sentence": ("said Voss.", (5, 10), "Voss"),
    "a full stop of an abbreviation": ("the U.S. left", (4, 8), "U.S."),
    "no word": ("it … rained", (3, 4), None),
}


@pytest.mark.parametrize(("text", "span", "words"), WHOLE.values(), ids=WHOLE)
def test_a_span_takes_whole_words(text: str, span: tuple[int, int], words: str | None) -> None:
    whole = whole_words(text, Span(*span))
    assert (whole.of(text) if whole else None) == words


def test_mentions_within_a_span_lie_in_it_whole() -> None:
    one = told("[Mara Voss] and [Tolo Brand] met [a driver] there.")
    start, end = one.text.index("Voss"), one.text.index("driver") + 1
    assert [one.found[index].span.of(one.text) for index in within(one.found, Span(start, end))] == ["Tolo Brand"]


WORDS = (
    *("Mara", "Voss", "Tolo", "Brand’s", "VOSS", "O’Brand", "Voss-Brand", "J.", "van", "der"),
    *("President", "Mr.", "minister", "Ministry", "of", "the", "and", "House", "Norvia", "Poland", "U.S.", "Polish"),
    *("she", "He", "their", "who", "aide", "officials", "said", "Monday", ",", ".", "“", "(", "\n", "7", "é"),
)


@st.composite
def tagged_texts(draw: st.DrawFn) -> tuple[str, list[int], str]:
    """A text with any tags of mentions and of roles."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25)))
    count = len(pieces_of(text))
    tags = draw(st.lists(st.integers(0, 12), min_size=count, max_size=count))
    return text, tags, "".join(draw(st.lists(st.sampled_from(".CS"), min_size=count, max_size=count)))


def read_any(text: str, tags: list[int], roles: str) -> list[Mention]:
    """What any tags are taken to mean."""
    given_outputs = outputs(roles, pieces=pieces_of(text))
    linked = np.flatnonzero(np.array(tags) > 0)
    vectors = np.zeros((len(linked), 1), dtype=np.float32)
    heads = replace(given_outputs, mentions=certain(tags, of=13), linked=linked, ask=vectors, answer=vectors[:, 1:])
    return mentions(heads, text)


@given(tagged_texts())
def test_mentions_stand_in_order_and_do_not_overlap(tagged: tuple[str, list[int], str]) -> None:
    assert all(one.span.end <= after.span.start for one, after in pairwise(read_any(*tagged)))


@given(tagged_texts())
def test_a_core_cuts_no_word(tagged: tuple[str, list[int], str]) -> None:
    text = tagged[0]
    for mention in read_any(*tagged):
        start, end = mention.span.start, mention.span.end
        assert 0 <= start < end <= len(text)
        assert not text[max(start - 1, 0) : start + 1].isalnum() or start == 0
        assert not text[end - 1 : end + 1].isalnum() or end == len(text)


@given(tagged_texts())
def test_the_words_tell_a_pronoun(tagged: tuple[str, list[int], str]) -> None:
    for mention in read_any(*tagged):
        assert (mention.form == "pronoun") is (mention.span.of(tagged[0]).lower() in PRONOUNS)


@given(st.text(max_size=40), st.data())
def test_any_text_with_any_tags_is_read(text: str, data: st.DataObject) -> None:
    count = len(pieces_of(text))
    tags = data.draw(st.lists(st.integers(0, 12), min_size=count, max_size=count))
    found = read_any(text, tags, "." * count)
    assert all(mention.span.of(text).strip() for mention in found)


@given(tagged_texts())
def test_the_same_tags_mean_the_same(tagged: tuple[str, list[int], str]) -> None:
    assert read_any(*tagged) == read_any(*tagged)
