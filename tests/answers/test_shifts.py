"""Pairs of statements by which a side seems to have moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Shift, shifts
from onrecord.answers.subjects import cosine
from onrecord.records import Entry, SaidOn, Speaker
from tests.answers.builders import condition, day, entry, okoro, said

BOATS = "the patrol boats will be withdrawn from the strait"
IF_LEE = condition("if Estmark opens its ports", "Estmark")
IF_BUOYS = condition("if the buoys are lifted", "Vardonia")


def only(entries: list[Entry], **options: Any) -> Shift:
    """The one pair that is found."""
    (pair,) = shifts(entries, **options).pairs
    return pair


def test_a_refusal_and_a_later_offer_of_the_same_are_a_shift() -> None:
    before, after = okoro("refuse", BOATS, 3), okoro("offer", BOATS, 9)
    pair = only([after, before])
    assert (pair.side, pair.change, pair.before.entry, pair.after.entry) == ("Anselm Okoro", "stance", before, after)


def test_a_shift_says_why_and_what_makes_it_comparable() -> None:
    pair = only([okoro("refuse", BOATS, 3), okoro("offer", BOATS, 9)])
    assert pair.shared == ("patrol", "boats", "withdrawn", "strait")
    assert pair.why.startswith("possible change from unwilling to willing: unwilling 2031-03-03 (a refusal)")


CONDITIONS = [
    ((), (IF_LEE,), "condition appeared"),
    ((IF_LEE,), (), "condition went"),
    ((IF_LEE,), (IF_BUOYS,), "condition changed"),
]


@pytest.mark.parametrize(("before", "after", "change"), CONDITIONS)
def test_a_condition_that_came_went_or_changed_is_a_shift(before: Any, after: Any, change: str) -> None:
    pair = only([okoro("offer", BOATS, 3, conditions=before), okoro("offer", BOATS, 9, conditions=after)])
    assert pair.change == change


SAME = [
    condition("once the ports of Estmark are open", "Estmark", kind="after"),
    condition("if Estmark opens its ports to all", "Estmark"),
    condition("if they open", "Estmark"),
]


@pytest.mark.parametrize("again", SAME, ids=lambda one: one.text)
def test_a_condition_in_other_words_is_no_shift(again: Any) -> None:
    entries = [okoro("offer", BOATS, 3, conditions=[IF_LEE]), okoro("offer", BOATS, 9, conditions=[again])]
    assert shifts(entries).pairs == ()


NO_SHIFT = [
    ("another subject", okoro("refuse", BOATS, 3), okoro("offer", "a summer school for young poets", 9)),
    ("the same day", okoro("refuse", BOATS, 3), okoro("offer", BOATS, 3)),
    ("the same stance", okoro("offer", BOATS, 3), okoro("promise", BOATS, 9)),
    ("no scale", okoro("demand", BOATS, 3), okoro("offer", BOATS, 9)),
    ("a doubtful one", okoro("refuse", BOATS, 3, confidence=0.3), okoro("offer", BOATS, 9)),
    ("a doubtful act", okoro("refuse", BOATS, 3), okoro("offer", BOATS, 9, act_confidence=0.3)),
    (
        "names and a verb",
        okoro("refuse", "to send rockets to Ukraine", 3),
        okoro("offer", "to send thirty new tanks to Ukraine", 9),
    ),
    ("one common word", okoro("refuse", "boats and poets", 3), okoro("offer", "boats for the summer festival", 9)),
    (
        "a door left open",
        okoro("refuse", BOATS, 3, polarity="negative"),
        okoro("offer", BOATS, 9, conditions=[IF_LEE]),
    ),
    ("overlapping days", okoro("refuse", BOATS, 12, said_on=said(day(3), day(9))), okoro("offer", BOATS, 9)),
    (
        "praise and blame of others",
        okoro("support", "the harbour plan", 3, addressee="Norvia"),
        okoro("accuse", "the harbour plan", 9, addressee="Estmark"),
    ),
]


NO_SHIFT += [
    ("names alone", okoro("refuse", "to back Ann Lee", 3), okoro("promise", "Ann Lee will meet with Bo Holm", 9)),
    (
        "praise and blame of one for two deeds",
        okoro("support", "Ann Lee for calm words", 3),
        okoro("accuse", "Ann Lee on grain", 9),
    ),
    (
        "a second stance behind a but",
        okoro("offer", "to meet the envoys about tolls", 3),
        okoro("refuse", "the tolls but will meet the envoys", 9),
    ),
    ("all but some", okoro("refuse", f"that {BOATS} aside from two", 3), okoro("offer", BOATS, 9)),
    (
        "some alone",
        okoro("refuse", "boats on patrol that can reach the strait", 3),
        okoro("offer", "boats on patrol", 9),
    ),
    (
        "a change of position refused",
        okoro("offer", BOATS, 3),
        okoro("refuse", f"to change his position that {BOATS}", 9),
    ),
    (
        "a condition that is up to nobody",
        okoro("offer", BOATS, 3),
        okoro("offer", BOATS, 9, conditions=[condition("if necessary")]),
    ),
    (
        "a condition of another offer",
        okoro("offer", "the patrol boats withdrawn and the mines swept", 3),
        okoro("offer", "the patrol boats withdrawn and the fishermen paid", 9, conditions=[IF_LEE]),
    ),
    (
        "a denial of having promised what was refused",
        okoro("refuse", BOATS, 3),
        okoro("deny", f"that he had ever promised {BOATS}", 9),
    ),
    (
        "a denial of two words in many",
        okoro(
            "promise",
            "to raise the harbour fees for foreign ships, autumn cruises and old trawlers to pay for quays and lights",
            3,
        ),
        okoro("deny", "“I never said I was going to pay for fees.”", 9),
    ),
    (
        "blame of somebody's manager",
        okoro("accuse", "Ann Lee's campaign manager of lying", 3),
        okoro("support", "Ann Lee's campaign", 9),
    ),
]


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in NO_SHIFT], ids=[case[0] for case in NO_SHIFT])
def test_these_are_no_shift(before: Entry, after: Entry) -> None:
    assert shifts([before, after]).pairs == ()


def test_what_somebody_once_said_is_earlier_than_what_is_reported_with_it() -> None:
    once = okoro("refuse", BOATS, 9, said_on=SaidOn(first=None, last=day(8), text="once", how="before"))
    pair = only([okoro("offer", BOATS, 9), once])
    assert pair.before.entry == once
    assert "before 2031-03-09" in pair.why


def test_what_somebody_once_said_is_never_the_later_one() -> None:
    once = okoro("offer", BOATS, 9, said_on=SaidOn(first=None, last=day(8), text="once", how="before"))
    assert shifts([okoro("refuse", BOATS, 3), once]).pairs == ()


def test_only_the_nearest_earlier_statement_is_compared() -> None:
    entries = [
        okoro("refuse", BOATS, 3),
        okoro("refuse", BOATS, 5),
        okoro("offer", BOATS, 9),
        okoro("offer", BOATS, 11),
    ]
    pair = only(entries)
    assert (pair.before.entry.first_day, pair.after.entry.first_day) == (day(5), day(9))


def test_what_is_not_comparable_hides_nothing() -> None:
    blamed, praised = okoro("accuse", "Ann Lee", 3), okoro("support", "Ann Lee", 11)
    manager = okoro("accuse", "Ann Lee's campaign manager", 9)
    assert only([blamed, manager, praised]).before.entry == blamed


def test_members_of_a_political_party_speak_for_themselves() -> None:
    before = entry("Dario Penn", "Republican Party", "refuse", BOATS, on=day(3))
    after = entry("Ann Lee", "Republican Party", "offer", BOATS, on=day(9))
    assert shifts([before, after], by="party").pairs == ()
    assert only([replace(before, stmt=replace(before.stmt, speakers=after.stmt.speakers)), after], by="party")


def test_two_bodies_of_a_state_speak_each_for_itself() -> None:
    ministry, fleet = (
        replace(okoro("refuse", BOATS, 3).stmt.speakers[0], name=name, kind="organisation")
        for name in ("Ports Board", "Fleet")
    )
    before, after = okoro("refuse", BOATS, 3), okoro("offer", BOATS, 9)
    assert shifts([_by(before, ministry), _by(after, fleet)], by="party").pairs == ()
    assert only([_by(before, fleet), _by(after, fleet)], by="party").side == "Estria"


def _by(one: Entry, speaker: Speaker) -> Entry:
    return replace(one, stmt=replace(one.stmt, speakers=(speaker,)))


def test_a_party_shifts_where_two_of_its_speakers_differ() -> None:
    before = entry("Dario Penn", "Estria", "refuse", BOATS, on=day(3))
    assert only([before, okoro("offer", BOATS, 9)], by="party").side == "Estria"
    assert shifts([before, okoro("offer", BOATS, 9)], by="speaker").pairs == ()


def test_what_another_side_tells_makes_no_shift() -> None:
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    told = okoro("refuse", BOATS, 3, chain=("Tova Brandt", "Anselm Okoro"))
    found = shifts([brandt, told, okoro("offer", BOATS, 9)])
    assert (found.pairs, found.left_out) == ((), 1)


def test_what_the_own_side_tells_without_a_day_makes_no_shift() -> None:
    castellane = entry("Livia Castellane", "Estria", "claim", "it rains")
    told = okoro("refuse", BOATS, 3, chain=("Livia Castellane", "Anselm Okoro"))
    on_a_day = replace(told, stmt=replace(told.stmt, said_on=said(day(2), day(2))))
    assert shifts([castellane, told, okoro("offer", BOATS, 9)]).pairs == ()
    assert only([castellane, on_a_day, okoro("offer", BOATS, 9)]).before.entry == on_a_day


def test_vectors_make_up_for_different_words_but_not_for_none() -> None:
    same = bytes([100, 20] * 64)
    before = okoro("refuse", "boats and poets", 3, vector=same)
    assert only([before, okoro("offer", "boats for a summer festival", 9, vector=same)]).shared == ("boats",)
    assert shifts([before, okoro("offer", "vessels sail home", 9, vector=same)]).pairs == ()


def test_a_refusal_for_one_case_goes_with_an_offer() -> None:
    before = okoro("refuse", BOATS, 3, conditions=[IF_LEE])
    assert shifts([before, okoro("offer", BOATS, 9)]).pairs == ()


def test_a_denial_of_what_another_said_is_no_link() -> None:
    said = okoro("claim", "the boats would leave the strait by spring", 3)
    own = okoro("deny", "that Estria had ever promised that the boats would leave the strait", 9)
    other = okoro("deny", "that Holm had ever promised that the boats would leave the strait", 9)
    assert only([said, own]).change == "denial"
    assert shifts([said, other]).pairs == ()


def test_what_two_of_a_party_say_of_themselves_is_no_shift() -> None:
    before = okoro("promise", "to release his own letters on the strait", 3)
    after = entry("Dario Penn", "Estria", "refuse", "to release the letters on the strait", on=day(9))
    assert shifts([before, after], by="party").pairs == ()
    same = okoro("promise", "to release the letters on the strait", 3)
    assert only([same, after], by="party").change == "stance"


def test_a_condition_that_is_given_up_in_words_went() -> None:
    before = okoro("offer", "to come to the table", 3, conditions=[condition("only on neutral ground", kind="only")])
    after = okoro("offer", "to meet anywhere, and no longer insisted on neutral ground", 9)
    pair = only([before, after])
    assert (pair.change, pair.shared) == ("condition went", ("neutral", "ground"))


def test_a_condition_that_is_not_given_up_stays() -> None:
    before = okoro("offer", "to come to the table", 3, conditions=[condition("only on neutral ground", kind="only")])
    after = okoro("offer", "to meet anywhere, but does not intend to give up the neutral ground", 9)
    assert shifts([before, after]).pairs == ()


def test_to_refuse_to_let_go_is_of_one_mind_with_a_promise_to_hold_on() -> None:
    before = okoro("promise", "Estria will hold on to its islands in the strait", 3)
    after = okoro("refuse", "Estria will not give up its islands in the strait", 9)
    assert shifts([before, after]).pairs == ()


def test_to_promise_to_keep_from_something_is_of_one_mind_with_refusing_it() -> None:
    before = okoro("refuse", "a vote in the council on the islands of the strait", 3)
    after = okoro("promise", "to block any vote in the council on the islands of the strait", 9)
    assert shifts([before, after]).pairs == ()
    allowed = okoro("promise", "to allow a vote in the council on the islands of the strait", 9)
    assert only([before, allowed]).change == "stance"


def test_praise_and_blame_in_which_only_the_own_side_is_named_are_no_shift() -> None:
    before = entry("Jan Nowak", "Poland", "support", "the ports of Poland in the strait will be kept open", on=day(3))
    after = entry("Jan Nowak", "Poland", "accuse", "the ports of Poland in the strait were to be shut", on=day(9))
    assert shifts([before, after]).pairs == ()


PRAISED = [("Poland", True), ("Ukraine", False)]


@pytest.mark.parametrize(("blamed", "is_shift"), PRAISED)
def test_praise_and_blame_are_a_shift_where_they_are_for_the_same(blamed: str, is_shift: bool) -> None:
    before = okoro("support", "Poland was wise to close the ports of the strait", 3)
    after = okoro("accuse", f"{blamed} was wrong to close the ports of the strait", 9)
    assert bool(shifts([before, after]).pairs) == is_shift


TARGETS = [
    ("Mrs. Ann Holm", "Ann Holm", True),
    ("Mrs. Ann Holm", "Mr. Ann Lund", False),
    ("that Ann Holm is not fit for the office", "“Holm is overwhelmingly fit for the office”", True),
    ("the rally against recent attacks from Ann Holm", "Ann Holm", False),
    ("that Holm is not fit for the office", "‘Of Course’ Ann Holm Is Fit For The Office", True),
]


@pytest.mark.parametrize(("blamed", "praised", "is_shift"), TARGETS)
def test_a_speaker_shifts_who_praises_whom_he_blamed(blamed: str, praised: str, *, is_shift: bool) -> None:
    pairs = shifts([okoro("accuse", blamed, 3), okoro("support", praised, 9)]).pairs
    assert [pair.change for pair in pairs] == (["stance"] if is_shift else [])


def test_a_party_in_which_one_praises_whom_another_blames_has_not_moved() -> None:
    before = entry("Dario Penn", "Estria", "accuse", "Ann Holm", on=day(3))
    assert shifts([before, okoro("support", "Ann Holm", 9)], by="party").pairs == ()


BACKED = [
    ("accuse", "that Ann Lee is a weathercock", "support", "Ann Lee", True),
    ("accuse", "Ann Lee for taking the grain", "support", "Sen. Ann Lee's presidential campaign", True),
    ("accuse", "Ann Lee for taking the grain", "support", "Ann Lee for sending it back", False),
    ("support", "Ann Lee", "accuse", "Ann Lee", False),
    ("support", "Ann Lee", "accuse", "Ann Lee for taking the tolls", False),
    ("support", "Ann Lee for calm words", "accuse", "Ann Lee", False),
    ("accuse", "that Ann Lee is a weathercock", "support", "Ann Lund", False),
    ("accuse", "that Ann Lee is a weathercock", "promise", "to vote for Sen. Ann Lee", True),
    ("accuse", "that Ann Lee is a weathercock", "promise", "to support Ann Lee as the nominee", False),
    ("refuse", "he is “not ready” to endorse Lee", "support", "Ann Lee", True),
    ("refuse", "he will not vote for Ann Lee", "support", "Mrs. Lee", True),
    ("refuse", "to endorse Lee", "support", "“I support and endorse our speaker of the House, Ann Lee,”", True),
    ("support", "Ann Lee", "refuse", "to back Lee's campaign", False),
    ("refuse", "to support Lee’s plan for the harbour", "support", "Ann Lee", False),
    ("refuse", "to support Ukraine", "support", "Ukraine", False),
    ("accuse", "Ann Lee of dumping, but backs her plan", "support", "Ann Lee", False),
]


@pytest.mark.parametrize(("first", "of_what", "then", "of_whom", "is_shift"), BACKED)
def test_who_backs_whom_he_blamed_has_turned(
    first: Any, of_what: str, then: Any, of_whom: str, *, is_shift: bool
) -> None:
    found = shifts([okoro(first, of_what, 3), okoro(then, of_whom, 9)]).pairs
    assert [pair.change for pair in found] == (["stance"] if is_shift else [])


def test_a_crowd_turns_to_nobody() -> None:
    pair = [okoro("accuse", "that Ann Lee is a weathercock", 3), okoro("support", "Ann Lee", 9)]
    voters = replace(pair[0].stmt.speakers[0], name="voters", kind="group")
    assert only(pair).side == "Anselm Okoro"
    assert shifts([replace(one, stmt=replace(one.stmt, speakers=(voters,))) for one in pair]).pairs == ()


def test_backing_is_told_once() -> None:
    said = [("accuse", "Ann Lee of dumping", 3), ("support", "Ann Lee", 5), ("accuse", "Ann Lee on the tolls", 7)]
    pair = only([okoro(act, text, on) for act, text, on in [*said, ("support", "Ann Lee", 9)]])
    assert (pair.before.entry.first_day, pair.after.entry.first_day) == (day(3), day(5))


def test_of_what_stands_against_backing_a_refusal_is_told_first() -> None:
    said = [("refuse", "to endorse Ann Lee", 3), ("accuse", "Ann Lee", 5), ("accuse", "Ann Lee of dumping", 7)]
    pair = only([okoro(act, text, on) for act, text, on in [*said, ("support", "Ann Lee", 9)]])
    assert (pair.before.entry.first_day, pair.before.stance, pair.shared) == (day(3), "unwilling", ("Lee",))
    assert pair.why.startswith("possible change from unwilling to supports: unwilling 2031-03-03 (a refusal)")


ONLY = condition("only on neutral ground", "Vardonia", kind="only")
TALKS = [
    ("that he is ready to meet Brandt at any time", "he is open to dialogue with Vardonia", (), (ONLY,), True),
    ("that Estria is willing to talk to Vardonia", "ready for talks with Brandt, not in Sund", (), (ONLY,), True),
    ("he is ready for talks with Vardonia", "he is ready for talks with Norvia", (), (ONLY,), False),
    ("he is ready for talks with Vardonia", "he remains open to dialogue with Vardonia", (ONLY,), (), False),
    ("he is ready for talks with Vardonia", "he is open to dialogue with Vardonia", (ONLY,), (), False),
    ("he is ready for talks with Vardonia", "ready to meet Brandt in any format", (ONLY,), (), True),
    ("ready to meet Brandt", "open to talks with Vardonia", (), (condition("if all want peace", "Estria"),), False),
    ("ready to meet Brandt", "ready for talks with Vardonia, but if it shoots, Estria will", (), (ONLY,), False),
    ("ready to negotiate with Vardonia", "ready to negotiate a treaty on fish with Vardonia", (), (ONLY,), False),
    ("ready for talks with Vardonia and Norvia on fish", "open to dialogue with Vardonia", (), (ONLY,), False),
]


@pytest.mark.parametrize(("first", "then", "before", "after", "is_shift"), TALKS, ids=[case[1] for case in TALKS])
def test_offers_to_talk_are_compared_by_whom_they_are_made_to(
    first: str, then: str, before: Any, after: Any, *, is_shift: bool
) -> None:
    others = [entry("Tova Brandt", "Vardonia", "claim", "it rains"), entry("Bo Ness", "Norvia", "claim", "it rains")]
    pair = [okoro("offer", first, 3, conditions=before), okoro("offer", then, 9, conditions=after)]
    assert [one.shared for one in shifts([*others, *pair]).pairs] == ([("talks with Vardonia",)] if is_shift else [])


REFUSED = [
    ("he will not negotiate with Brandt", True),
    ("to meet Vardonia", True),
    ("talks with Vardonia would be of no use before the harvest is in and all the boats are back", False),
    ("he will not negotiate with people who shoot, as Vardonia does and did", False),
]


@pytest.mark.parametrize(("refused", "is_shift"), REFUSED)
def test_who_offers_talks_that_he_refused_has_moved(refused: str, *, is_shift: bool) -> None:
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    pair = [okoro("refuse", refused, 3), okoro("offer", "that he is open to dialogue with Vardonia", 9)]
    assert bool(shifts([brandt, *pair]).pairs) == is_shift


NO_TALKS = [
    ("offer", (), "refuse", "“If the boats shoot, there is nothing to talk about with them,”", "condition appeared"),
    ("offer", (ONLY,), "refuse", "he will not sit down at the negotiating table if Brandt comes", "condition changed"),
    ("refuse", (), "refuse", "he will not sit down at the negotiating table if Brandt comes", None),
    ("offer", (), "refuse", "“We cannot say that we are not ready to talk,”", None),
    ("offer", (), "offer", "he is ready for talks with bankers", None),
]


@pytest.mark.parametrize(("first", "before", "then", "text", "change"), NO_TALKS, ids=[case[3] for case in NO_TALKS])
def test_who_would_not_talk_in_one_case_sets_a_condition(
    first: Any, before: Any, then: Any, text: str, change: str | None
) -> None:
    case = () if change is None and "table" not in text else (condition("if it comes so"),)
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    usual = [okoro("offer", "ready to meet Brandt", on, conditions=[ONLY] if before else ()) for on in (1, 2)]
    words = "he will not meet Brandt" if first == "refuse" else "open to talks with Vardonia"
    told = [okoro(first, words, 3, conditions=before), okoro(then, text, 9, conditions=case)]
    found = [pair.change for pair in shifts([brandt, *usual, *told]).pairs if pair.after.entry == told[-1]]
    assert found == ([change] if change else [])


def test_what_goes_together_with_a_refusal_in_one_case_is_looked_for_behind_it() -> None:
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    free = okoro("offer", "ready to meet Brandt at any time", 3)
    refused = okoro("refuse", "he will not meet Brandt if it shoots", 5, conditions=[condition("if it shoots")])
    bound = okoro("offer", "ready to meet Brandt", 9, conditions=[ONLY])
    found = shifts([brandt, free, refused, bound]).pairs
    assert [(pair.before.entry, pair.after.entry) for pair in found] == [(free, refused), (free, bound)]


def test_two_shifts_on_two_matters_are_both_told() -> None:
    one = [okoro("refuse", BOATS, 3), okoro("offer", BOATS, 9)]
    other = [okoro("refuse", "fees on grain from Norvia", 4), okoro("offer", "fees on grain from Norvia", 8)]
    assert len(shifts([*one, *other]).pairs) == 2


def test_a_long_statement_meets_a_short_one_where_their_vectors_are_near() -> None:
    near = [bytes([100, 20] * 64), bytes([100, 100, 20, 0] * 32)]
    brief = okoro("promise", "to sweep the strait of boats", 3, vector=near[0])
    words = (
        "the harbour needs pilots, lights, tugs, doctors, quays, cranes and a lock, but he refuses to sweep it of boats"
    )
    long = okoro("refuse", words, 9, vector=near[1])
    assert 0.6 < cosine(*near) < 0.75
    assert only([brief, long]).shared == ("sweep", "boats")
    assert shifts([brief, replace(long, stmt=replace(long.stmt, vector=b""))]).pairs == ()


DENIALS = [
    ("deny", "that he had ever promised to withdraw the boats by spring"),
    ("deny", "having promised to withdraw the boats by spring"),
    ("claim", "“I never promised to withdraw the boats by spring,”"),
    ("claim", "“We didn’t promise to withdraw the boats by spring,”"),
]


@pytest.mark.parametrize(("act", "text"), DENIALS)
def test_a_denial_of_having_said_it_is_linked_to_what_was_said(act: str, text: str) -> None:
    before = okoro("promise", "that the boats would be withdrawn by spring", 3)
    pair = only([before, okoro(act, text, 9)])
    assert (pair.change, pair.before.entry) == ("denial", before)


def test_a_denial_reaches_what_another_side_told() -> None:
    brandt = entry("Tova Brandt", "Vardonia", "claim", "it rains")
    told = okoro("promise", "that the boats would leave by spring", 3, chain=("Tova Brandt", "Anselm Okoro"))
    assert (
        only([brandt, told, okoro("deny", "that he had promised that the boats leave by spring", 9)]).change == "denial"
    )


def test_a_denial_on_behalf_of_one_whom_it_names_is_linked() -> None:
    said_before = okoro("promise", "that the boats would leave by spring", 3)
    denial = entry(
        "Livia Castellane", "Estria", "deny", "that Okoro had promised that the boats leave by spring", on=day(9)
    )
    assert only([said_before, denial]).side == "Anselm Okoro"


NO_DENIAL = [
    ("claim", "that Vardonia never promised to withdraw the boats by spring"),
    ("claim", "that Estria would never agree that the boats be withdrawn by spring"),
    ("claim", "“I guess one should never say never, but the boats leave by spring,”"),
    ("deny", "that the boats leave by spring"),
    ("claim", "that the boats had left by spring"),
]


@pytest.mark.parametrize(("act", "text"), NO_DENIAL)
def test_what_is_no_denial_of_ones_own_words_is_linked_to_nothing(act: str, text: str) -> None:
    assert shifts([okoro("promise", "that the boats would leave by spring", 3), okoro(act, text, 9)]).pairs == ()


def test_a_denial_that_is_itself_negated_denies_nothing() -> None:
    denial = okoro("deny", "that he had promised that the boats leave by spring", 9, polarity="negative")
    assert shifts([okoro("promise", "that the boats would leave by spring", 3), denial]).pairs == ()


MADE = st.lists(
    st.builds(
        entry,
        st.sampled_from(["Ann Lee", "Bo Holm"]),
        st.just("Estmark"),
        st.sampled_from(["offer", "refuse", "support", "accuse", "deny"]),
        st.sampled_from([BOATS, "the strait and the boats", "talks on Sund", "that he had promised the boats"]),
        on=st.dates(date(2031, 1, 1), date(2031, 2, 1)),
        conditions=st.sampled_from([(), (IF_LEE,), (IF_BUOYS,)]),
    ),
    max_size=14,
)


@given(MADE, st.sampled_from(["speaker", "party"]))
def test_a_pair_is_of_one_side_and_in_time_and_speaks_of_something(entries: list[Entry], by: Any) -> None:
    for pair in shifts(entries, by=by).pairs:
        before, after = pair.before.entry, pair.after.entry
        assert before.last_day
        assert after.first_day
        assert before.last_day < after.first_day
        assert pair.shared
        assert before.stmt.speakers[0].party == after.stmt.speakers[0].party
