"""The speaker of each statement, and how the name was found."""

from __future__ import annotations

import pytest

from tests.reading.people_builders import DAY, read, scene, who


def names(words: str) -> list[list[str]]:
    """The names of the speakers of each statement, in the order of the statements."""
    return [[speaker.name for speaker in stmt.speakers] for stmt in read(words, day=DAY)]


NAMED = {
    "named here": ("<s1 [Mara Voss|1n]> <c1 said> <t1 so>.", "Mara Voss", "named"),
    "by the fullest name of the article": (
        "[Mara Voss|1n] came. <s1 [Voss|1n]> <c1 said> <t1 so>.",
        "Mara Voss",
        "named",
    ),
    "a pronoun": ("[Mara Voss|1n] came. <s1 [She|1p]> <c1 said> <t1 so>.", "Mara Voss", 'same as "Mara Voss"'),
    "a pronoun behind a surname": (
        "[Mara Voss|1n] came. [Voss|1n] sat. <s1 [She|1p]> <c1 said> <t1 so>.",
        "Mara Voss",
        'same as "Voss"',
    ),
    "a pronoun before the name": (
        "In <s1 [her|1p] statement> <c1 she says> <t1 so>. [Mara Voss|1n] left.",
        "Mara Voss",
        'same as "Mara Voss"',
    ),
    "a description": (
        "Minister [Mara Voss|1n] came. <s1 The [minister|2d]> <c1 said> <t1 so>.",
        "Mara Voss",
        'same as "Mara Voss"',
    ),
    "a name to comment under": ("<s1 One reader, username kelp77,> <c1 said> <t1 so>.", "kelp77", "named"),
    "where a sentence leads in": (
        "Minister [Mara Voss|1n] was glad of the lake:\n<t1 “It is cold.”>",
        "Mara Voss",
        "named",
    ),
    "a body": ("The [Dun Pool|1no] met. <s1 [It|1po]> <c1 said> <t1 so>.", "Dun Pool", 'same as "Dun Pool"'),
    "a surname from the tables": ("<s1 [Biden|1n]> <c1 said> <t1 so>.", "Joe Biden", "held the office on 2022-12-02"),
    "an office": (
        "<s1 The Ukrainian president> <c1 said> <t1 so>.",
        "Volodymyr Zelensky",
        "held the office on 2022-12-02",
    ),
    "a capital": ("<s1 [Washington|1no]> <c1 does not see> <t1 it>.", "United States", "named"),
    "an unnamed source": ("<s1 officials> <c1 said> <t1 so>.", "officials", "not named"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "name", "how"), NAMED.values(), ids=NAMED)
def test_a_speaker_says_how_the_name_was_found(words: str, name: str, how: str) -> None:
    speaker = who(words, day=DAY)
    assert (speaker.name, speaker.how) == (name, how)


ROLES = {
    "beside the name": ("<s1 White House spokesman [Tolo Brand|1n]> <c1 said> <t1 so>.", "White House spokesman"),
    "beside the name elsewhere": (
        "<s1 [Brand|1n]> <c1 said> <t1 so>. [Tolo Brand|1n], the mayor of Dun, left.",
        "mayor of Dun",
    ),
    "an editor's insertion": ("<s1 President (Mara. – Ed.) [Voss|1n]> <c1 said> <t1 so>.", "President"),
    "in the words of the source": (
        "Minister [Tolo Brand|1n] came. <s1 The health [minister|1d]> <c1 said> <t1 so>.",
        "health minister",
    ),
    "of an office": ("<s1 The Ukrainian president> <c1 said> <t1 so>.", "Ukrainian president"),
    "of an unnamed aide": ("<s1 a senior [aide|1d]> <c1 said> <t1 so>.", "senior aide"),
    "vague words are none": ("[Tolo Brand|1n] came. <s1 The [official|1d]> <c1 said> <t1 so>.", None),
    "none of a body": ("<s1 The [Harbour Council|1no]> <c1 said> <t1 so>.", None),
}


@pytest.mark.parametrize(("words", "expected"), ROLES.values(), ids=ROLES)
def test_the_role_of_a_speaker(words: str, expected: str | None) -> None:
    assert who(words, day=DAY).role == expected


KINDS = {
    "a person": ("<s1 [Mara Voss|1n]> <c1 said> <t1 so>.", "person"),
    "a holder": ("<s1 The Ukrainian president> <c1 said> <t1 so>.", "person"),
    "a body": ("<s1 The [Harbour Council|1no]> <c1 said> <t1 so>.", "organisation"),
    "a metonym": ("<s1 The [Kremlin|1no]> <c1 said> <t1 so>.", "organisation"),
    "an unnamed source": ("<s1 officials> <c1 said> <t1 so>.", "unnamed"),
    "a group": ("<s1 protesters> <c1 said> <t1 so>.", "group"),
}


@pytest.mark.parametrize(("words", "expected"), KINDS.values(), ids=KINDS)
def test_the_kind_of_a_speaker(words: str, expected: str) -> None:
    assert who(words, day=DAY).kind == expected


def test_two_who_speak_together_both_speak() -> None:
    assert names("<s1 [Mara Voss|1n] and [Tolo Brand|2n]> <c1 said> <t1 so>.") == [["Mara Voss", "Tolo Brand"]]


def test_somebody_and_her_husband_both_speak() -> None:
    words = "<s1 [Mara Voss|1n], 38, and her [husband|2d], [Tolo Brand|2n], 51,> <c1 say> <t1 so>."
    assert names(words) == [["Mara Voss", "Tolo Brand"]]


def test_one_named_twice_speaks_once() -> None:
    assert names("<s1 [Voss|1n]> <c1 and> <s1 [Mara Voss|1n]> <c1 said> <t1 so>.") == [["Mara Voss"]]


def test_whoever_is_meant_is_mentioned_in_all_places() -> None:
    words = "[Mara Voss|1n] came. [Tolo Brand|2n] sat. <s1 [She|1p]> <c1 said> <t1 [her|1p] harbour is full>."
    text = scene(words).article.text
    assert [span.of(text) for span in who(words).mentions] == ["Mara Voss", "She", "her"]


def test_the_lawyer_is_not_his_client() -> None:
    assert names("[Tolo Brand|1n] left. <s1 [His|1p] [lawyer|1d]> <c1 said> <t1 so>.") == [["lawyer"]]


def test_a_spokesman_is_not_the_one_he_speaks_for() -> None:
    speaker = who("<s1 a [spokesman|2d] for President [Voss|1n]> <c1 said> <t1 so>.")
    assert (speaker.name, speaker.kind) == ("spokesman for President Voss", "unnamed")


def test_remarks_are_their_owners() -> None:
    assert names("<s1 [Mara Voss|1n]’s remarks> <c1 suggest> <t1 so>.") == [["Mara Voss"]]


SPOKE = "<s1 [Mara Voss|1n]> <c1 said> <t1 it rains>. "

ALONE = {
    "a quotation right behind": (SPOKE + "\n<t2 “It pours.”>", ["Mara Voss"]),
    "a quotation two paragraphs on": (SPOKE + "\n\n<t2 “It pours.”>", ["Mara Voss"]),
    "a cue that goes on": (SPOKE + "<c2 Adding> <t2 that it pours>.", ["Mara Voss"]),
    "the last of two": (SPOKE + "<s3 [Tolo Brand|2n]> <c3 nodded> <t3 so>. <t4 “It pours.”>", ["Tolo Brand"]),
    "a sentence that only mentions somebody leads nowhere": (
        "The lake of [Mara Voss|1n] is cold:\n<t1 “It is cold.”>",
        [],
    ),
    "a quotation far behind": (SPOKE + "\n\n\n\n\n\n<t2 “It pours.”>", []),
    "a quotation before anybody spoke": ("<t9 “It pours.”> <s1 [Mara Voss|1n]> <c1 said> <t1 so>.", []),
    "a report that nobody makes": (SPOKE + "It is <c2 reportedly> <t2 pouring>.", ["reports"]),
    "a cue that does not go on": (SPOKE + "It <c2 is feared> <t2 that it pours>.", ["unnamed"]),
}


@pytest.mark.parametrize(("words", "expected"), ALONE.values(), ids=ALONE)
def test_what_no_source_stands_with(words: str, expected: list[str]) -> None:
    assert names(words)[-1] == expected


def test_a_report_of_nobodys_is_not_named() -> None:
    speaker = who("It is <c1 reportedly> <t1 pouring>.")
    assert (speaker.kind, speaker.how) == ("unnamed", "not named")


MINISTER = "<s1 French minister [Mara Voss|1n]> <c1 said> "

OURS = {
    "I am who speaks": (MINISTER + "<t1 <s2 [I|8p]> <c2 warned> <t2 so>>.", "Mara Voss"),
    "we are the party": (MINISTER + "<t1 <s2 [we|8p]> <c2 warned> <t2 so>>.", "France"),
    "we are who speaks without one": ("<s1 [Voss|1n]> <c1 said> <t1 <s2 [we|8p]> <c2 warned> <t2 so>>.", "Voss"),
    "we of a body are the body": ("<s1 [NATO|1no]> <c1 said> <t1 <s2 [we|8p]> <c2 warned> <t2 so>>.", "NATO"),
    "somebody else is not": (MINISTER + "<t1 <s2 [Tolo Brand|2n]> <c2 warned> <t2 so>>.", "Tolo Brand"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), OURS.values(), ids=OURS)
def test_who_speaks_in_what_another_says(words: str, expected: str) -> None:
    assert names(words)[1] == [expected]


def test_the_party_that_we_means_says_so() -> None:
    speaker = who(MINISTER + "<t1 <s2 [we|8p]> <c2 warned> <t2 so>>.")
    assert (speaker.kind, speaker.party, speaker.how) == ("organisation", "France", 'same as "France"')


def test_statements_keep_their_order_where_one_lies_in_a_later_one() -> None:
    told = read("<t2 <s1 [Tolo Brand|2n]> <c1 warned> <t1 so>>, <s2 [Mara Voss|1n]> <c2 said>.")
    assert [(stmt.id, [one.name for one in stmt.speakers]) for stmt in told] == [
        (1, ["Tolo Brand"]),
        (2, ["Mara Voss"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "<s1 The British prime minister> <c1 said> <t1 so>.",
        "<s1 The deputy Ukrainian foreign minister> <c1 said> <t1 so>.",
        "<s1 The Norvian president> <c1 said> <t1 so>.",
    ],
    ids=["two candidates", "a deputy", "a country that nobody knows"],
)
def test_an_office_that_leaves_a_doubt_names_nobody(words: str) -> None:
    assert who(words, day=DAY.replace(month=10, day=25)).how == "not named"


def test_an_office_without_a_day_names_nobody() -> None:
    speaker = who("<s1 The Ukrainian president> <c1 said> <t1 so>.")
    assert (speaker.name, speaker.party, speaker.how) == ("Ukrainian president", "Ukraine", "not named")


BOTH = {
    "two": ("[Joe Biden|1n] met [Olaf Scholz|2n].", ["Joe Biden", "Olaf Scholz"]),
    "three": ("[Joe Biden|1n] met [Olaf Scholz|2n] and [Emmanuel Macron|3n].", ["both leaders"]),
}


@pytest.mark.parametrize(("before", "expected"), BOTH.values(), ids=BOTH)
def test_both_leaders_are_the_two_whom_the_article_has(before: str, expected: list[str]) -> None:
    assert names(f"{before} <s1 Both [leaders|9d]> <c1 said> <t1 so>.") == [expected]


def test_what_somebody_was_told_is_not_said_by_whoever_spoke_before() -> None:
    assert names("<s1 [Mara Voss|1n]> <c1 said> <t1 so>. They <c2 were told> <t2 more>.") == [
        ["Mara Voss"],
        ["unnamed"],
    ]
