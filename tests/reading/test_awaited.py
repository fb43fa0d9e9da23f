"""Who must act for a condition to be fulfilled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reading.awaited import awaited, awaited_by, opener_of
from onrecord.reading.chains import chains
from onrecord.reading.speakers import speakers
from onrecord.records import Actor, Condition, Span
from tests.reading.people_builders import marked, scene, statements

VOSS = "French President [Mara Voss|1n] spoke. "


def on(words: str, clause: str, *, addressee: str | None = None) -> Actor | None:
    """Who must act for a clause to be fulfilled that stands in the last statement of a marked text."""
    set_up = scene(words)
    text = set_up.article.text
    stmts = chains(set_up.article, speakers(set_up, statements(marked(words))))
    start = text.rindex(clause)
    one = Condition(text=clause, span=Span(start, start + len(clause)), kind="if")
    stmts[-1] = replace(stmts[-1], conditions=(one,), addressee=addressee)
    (told,) = awaited(set_up, stmts)[-1].conditions
    assert replace(told, on=None) == one
    return told.on


def hangs(clause: str, *, before: str = VOSS, addressee: str | None = None) -> Actor | None:
    """Who must act for a clause in what the French president says; its mentions are marked."""
    plain = marked(clause).text
    return on(f"{before}<s1 [Voss|1n]> <c1 said> <t1 boats sail {clause}>.", plain, addressee=addressee)


COUNTRIES = {
    "a country": ("if Poland pays", "Poland"),
    "a country that is marked": ("if [Poland|2nl] pays", "Poland"),
    "an adjective": ("after a Polish attack", "Poland"),
    "a capital": ("only if Warsaw pays", "Poland"),
    "the first of two": ("unless Poland pays Ukraine", "Poland"),
    "done to one by another": ("if Poland is attacked by Ukraine", "Ukraine"),
    "done to another": ("after an attack on Poland", None),
    "in the passive": ("if Poland is attacked", None),
    "in the passive, denied": ("as long as Poland is not attacked", None),
    "who comes into an office": ("if Poland becomes the next chair of the council", None),
    "who is in front": ("if Poland were at the forefront", None),
    "who becomes no office holder": ("if Poland becomes the scene of a war", "Poland"),
    "who decides what is done": ("only if Poland decides when the ships can be inspected", "Poland"),
    "who is to be consulted": ("subject to French consultations with Poland", "Poland"),
    "in the passive, shortened": ("if Poland isn’t stopped", None),
    "who is let do it": ("if Poland is allowed to win", None),
    "who is paid": ("unless Poland is paid a million", None),
    "who receives": ("if Poland receives [Ukrainian|2nl] aid", "Ukraine"),
    "who is elected": ("if Poland is elected to the council", None),
    "who wins an office": ("if Poland wins the election", None),
    "who wins anything else": ("if Poland wins the war", "Poland"),
    "what there is": ("if there is a storm over Poland", None),
    "where it is": ("without peace in Poland", None),
    "whom it is for": ("without support for Poland", None),
    "anybody": ("if someone attacks Poland", None),
    "nobody": ("if it rains", None),
}


@pytest.mark.parametrize(("clause", "party"), COUNTRIES.values(), ids=COUNTRIES)
def test_a_country_that_must_act(clause: str, party: str | None) -> None:
    actor = hangs(clause)
    assert (actor.party if actor else None) == party


def test_a_country_has_no_name_of_a_person() -> None:
    assert hangs("if Poland pays") == Actor(party="Poland")


OWNED = {
    "an adjective elsewhere": ("Polish patrol boats lie in the strait. ", "until the boats leave", "Poland"),
    "a possessive elsewhere": ("Poland's fishing boats left. ", "if the boats return", "Poland"),
    "of a side elsewhere": ("The boats of Poland left. ", "if the last of the boats returns", "Poland"),
    "of two sides": ("Polish boats met Ukrainian boats. ", "if the boats leave", None),
    "of nobody": ("The boats left. ", "if the boats return", None),
    "what is done to them": ("Polish boats left. ", "if the boats are inspected", None),
    "not its subject": ("Polish boats left. ", "if it rains on the boats", None),
}


@pytest.mark.parametrize(("before", "clause", "party"), OWNED.values(), ids=OWNED)
def test_a_thing_is_moved_by_whose_it_is(before: str, clause: str, party: str | None) -> None:
    actor = hangs(clause, before=VOSS + before)
    assert (actor.party if actor else None) == party


def test_a_nameless_doer_acts_for_the_body_that_the_article_names() -> None:
    words = "once [inspectors|5d] of the [League of Ports|6no] arrive"
    assert hangs(words) == Actor(party="League of Ports")


JOINED = {
    "two countries": ("should Poland and Ukraine pay", "Poland and Ukraine"),
    "a country and its people": ("if Poland and Poles pay", None),
    "nameless people": ("if the [sailors|7d] stay", "sailors"),
    "somebody nameless": ("unless a [judge|7d] agrees", "judge"),
    "a thing": ("if the [lake|7dl] freezes", None),
}


@pytest.mark.parametrize(("clause", "name"), JOINED.values(), ids=JOINED)
def test_those_who_must_act_are_told_together_or_described(clause: str, name: str | None) -> None:
    actor = hangs(clause)
    assert (actor.name if actor else None) == name


PERSONS = {
    "a name": ("if [Ann Lee|2n] signs", "Ann Lee"),
    "a pronoun": ("if [she|2p] signs", "Ann Lee"),
    "a name behind the president": ("if the [president|3d] [Ann Lee|2n] signs", "Ann Lee"),
    "a state that says whose president": ("if the [Polish|4no] [president|2d] signs", "Ann Lee"),
    "by somebody": ("if the paper is signed by [Ann Lee|2n]", "Ann Lee"),
}


@pytest.mark.parametrize(("clause", "name"), PERSONS.values(), ids=PERSONS)
def test_a_person_who_must_act(clause: str, name: str) -> None:
    actor = hangs(clause, before=VOSS + "Polish President [Ann Lee|2n] listened. ")
    assert actor == Actor(name=name, party="Poland")


def test_i_is_the_speaker() -> None:
    assert hangs("if [I|1p] agree") == Actor(name="Mara Voss", party="France")


@pytest.mark.parametrize("clause", ["if we agree", "only with our help"])
def test_we_is_the_speakers_side(clause: str) -> None:
    assert hangs(clause) == Actor(party="France")


@pytest.mark.parametrize(("addressee", "expected"), [("Poland", Actor(party="Poland")), (None, None)])
def test_you_is_the_addressee(addressee: str | None, expected: Actor | None) -> None:
    assert hangs("if you agree", addressee=addressee) == expected


def test_i_of_a_speaker_whom_nobody_names_is_nobody() -> None:
    assert on("<t1 It rains if I say so>.", "if I say so") is None


@pytest.mark.parametrize("clause", ["if [that|9p] happens", "if [this|9p] goes on"])
def test_words_that_point_at_a_matter_are_nobody(clause: str) -> None:
    assert hangs(clause) is None


def test_whoever_comes_first_must_act() -> None:
    assert hangs("if Poland helps us") == Actor(party="Poland")
    assert hangs("if we help Poland") == Actor(party="France")


def test_a_statement_without_conditions_stays() -> None:
    words = VOSS + "<s1 [Voss|1n]> <c1 said> <t1 boats sail>."
    set_up = scene(words)
    stmts = speakers(set_up, statements(marked(words)))
    assert awaited(set_up, stmts) == list(stmts)


HOW = {
    "a country": ("if Poland pays", "Poland", "named"),
    "the speaker": ("if we agree", "we", "the speaker"),
    "the addressee": ("if you agree", "you", "whom the statement addresses"),
}


@pytest.mark.parametrize(("clause", "words", "how"), HOW.values(), ids=HOW)
def test_what_tells_who_must_act(clause: str, words: str, how: str) -> None:
    told = VOSS + f"<s1 [Voss|1n]> <c1 said> <t1 boats sail {clause}>."
    set_up = scene(told)
    text = set_up.article.text
    (stmt,) = speakers(set_up, statements(marked(told)))
    one = Condition(text=clause, span=Span(text.index(clause), text.index(clause) + len(clause)), kind="if")
    found = awaited_by(set_up, replace(stmt, addressee="Poland"), one, [stmt])
    assert found is not None
    assert (found.span.of(text), found.how) == (words, how)


OPENERS = {
    "if": ("if Poland pays", "if"),
    "only if": ("only if the port opens", "only if"),
    "in exchange for": ("in exchange for the coal", "in exchange for"),
    "none": ("Poland would have to pay", None),
}


@pytest.mark.parametrize(("clause", "expected"), OPENERS.values(), ids=OPENERS)
def test_the_words_that_open_a_condition(clause: str, expected: str | None) -> None:
    text = f"Boats sail {clause}"
    opener = opener_of(text, Span(len("Boats sail "), len(text)))
    assert (opener.of(text) if opener else None) == expected


ATTACKS = {
    "theirs": ("A Norvian attack on [Estmark|6nl] failed. ", "in the event of an invasion", "Norvia"),
    "what they plan": ("Russia wants to invade Poland. ", "if Poland is attacked", "Russia"),
    "done by the one to the other": (
        "After the invasion of Russia to Poland it rained. ",
        "in case of an attack",
        "Russia",
    ),
    "of the victim": ("A Russian attack failed. ", "if Russia is attacked", None),
    "of both": ("A Russian attack failed. A Polish attack failed. ", "in the event of an invasion", None),
    "of nobody known": ("It rained. ", "in the event of an invasion", None),
    "of somebody in the dark": ("A Russian attack failed. ", "if it is attacked", None),
    "a war to come": ("A Russian attack failed. ", "in the event of a war", "Russia"),
    "a war that ends": ("A Russian attack failed. ", "after the war is over", None),
}


@pytest.mark.parametrize(("told", "clause", "party"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_of_whoever_attacks_in_the_article(told: str, clause: str, party: str | None) -> None:
    actor = hangs(clause, before=f"{told.replace('Norvian', 'Russian').replace('Norvia', 'Russia')}{VOSS}")
    assert (actor.party if actor else None) == (party and party.replace("Norvia", "Russia"))


OTHERS = {
    "the world": ("unless the world helps", Actor(name="the world")),
    "a body of a state": ("if Congress agrees", Actor(name="Congress", party="United States")),
    "several who are described": ("only when other [candidates|9d] agree", Actor(name="other candidates")),
    "bodies": ("unless the [companies|9do] agree", Actor(name="companies")),
    "a thing that means no one": ("without strong [artillery|1do]", None),
    "a relative": ("if [his|1p] wife agrees", None),
}


@pytest.mark.parametrize(("clause", "actor"), OTHERS.values(), ids=OTHERS)
def test_who_else_must_act(clause: str, actor: Actor | None) -> None:
    assert hangs(clause) == actor


def test_terms_of_talks_hang_on_the_other_side() -> None:
    words = f"{VOSS}<s1 [Voss|1n]> <c1 said> <t1 France negotiates with Poland, but without ultimatums>."
    assert on(words, "without ultimatums") == Actor(party="Poland")
    words = f"{VOSS}<s1 [Voss|1n]> <c1 said> <t1 France negotiates with Poland, but without haste>."
    assert on(words, "without haste") is None


def test_we_of_a_politician_is_the_country() -> None:
    assert hangs("if we agree") == Actor(party="France")
    republican = "<s1 [Ann Lee|1n], a Republican senator,> <c1 said> <t1 boats sail if we agree>."
    assert on(republican, "if we agree") == Actor(party="United States")
