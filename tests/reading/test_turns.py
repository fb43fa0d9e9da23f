"""Whose turn it is in a transcript, and who "I" is there."""

from __future__ import annotations

import pytest

from onrecord.reading.turns import turn_at
from tests.reading.people_builders import DAY, read, scene

HOST = "President of Norvia [Mara Voss|1n]: Welcome. "
GUEST = "Prime Minister of Estria [Tolo Brand|2n] (retranslated): Thank you. "
TOLD = "<s1 [{word}|9p]> <c1 said> <t1 so>. "
I_TOLD = TOLD.format(word="I")


SAYS = {
    "the host": (f"{HOST}{I_TOLD}{GUEST}", "Mara Voss"),
    "the guest": (f"{HOST}{GUEST}{I_TOLD}", "Tolo Brand"),
    "the host again": (f"{HOST}{GUEST}[Mara Voss|1n]: {I_TOLD}", "Mara Voss"),
    "who asks": (f"{HOST}Question: {I_TOLD}", "questioner"),
    "we": (f"President of Ukraine [Volodymyr Zelensky|1n]: {TOLD.format(word='We')}", "Ukraine"),
    "in no transcript": (f"[Mara Voss|1n] came. Her guest: no. {I_TOLD}", "I"),
    "after a colon in a report": (f"They left. [Tolo Brand|2n]: a life. {I_TOLD}", "I"),
}


@pytest.mark.parametrize(("words", "name"), SAYS.values(), ids=SAYS)
def test_in_a_transcript_i_is_whose_turn_it_is(words: str, name: str) -> None:
    (told,) = read(words, day=DAY)
    assert [speaker.name for speaker in told.speakers] == [name]


def test_a_quotation_in_a_turn_has_its_own_speaker() -> None:
    words = f"{HOST}<s1 [Brand|2n]> <c1 said> <t1 <s2 [I|9p]> <c2 promise> <t2 it>>. {GUEST}"
    outer, inner = read(words, day=DAY)
    assert [outer.speakers[0].name, inner.speakers[0].name] == ["Tolo Brand", "Tolo Brand"]


def test_turns_go_to_the_next_label_and_the_last_one_to_the_end() -> None:
    here = scene(f"{HOST}{GUEST}{I_TOLD}")
    text = here.article.text
    assert [turn.span.of(text).strip()[:9] for turn in here.turns] == ["President", "Prime Min"]
    assert (here.turns[0].span.start, here.turns[-1].span.end) == (0, len(text))


def test_before_the_first_label_it_is_nobodys_turn() -> None:
    here = scene(f"They met. [Mara Voss|1n]: Yes. [Mara Voss|1n]: No. {I_TOLD}")
    assert turn_at(here.turns, 0) is None
    assert turn_at(here.turns, len(here.article.text) - 1) == here.turns[-1]
