from __future__ import annotations

from datetime import date

import pytest

from onrecord.knowledge import Gap, Holder, office_holder, office_in

DAY = date(2022, 12, 2)


@pytest.mark.parametrize(
    ("phrase", "key", "country"),
    [
        ("the Ukrainian president", "president", "Ukraine"),
        ("President of Ukraine", "president", "Ukraine"),
        ("the president of the Republic of Poland", "president", "Poland"),
        ("US President", "president", "United States"),
        ("US President Joe Biden", "president", "United States"),
        ("Ukraine’s President", "president", "Ukraine"),
        ("the 46th president", "president", None),
        ("the president of the country", "president", None),
        ("the head of state", "chief of state", None),
        ("the Russian leader", "leader", "Russia"),
        ("the Belarusian dictator", "leader", "Belarus"),
        ("British prime minister", "prime minister", "United Kingdom"),
        ("Estonia's PM", "prime minister", "Estonia"),
        ("the Taoiseach", "prime minister", "Ireland"),
        ("the chancellor", "chancellor", None),
        ("Foreign Minister", "foreign minister", None),
        ("Minister of Foreign Affairs of Latvia", "foreign minister", "Latvia"),
        ("head of Russian diplomacy", "foreign minister", "Russia"),
        ("head of EU diplomacy", "high representative", "European Union"),
        ("Secretary of State", "secretary of state", None),
        ("U.S. Secretary of Defense", "defence minister", "United States"),
        ("NATO secretary general", "secretary general", "NATO"),
        ("the UN chief", "secretary general", "United Nations"),
        ("the head of the European Commission", "commission president", "European Union"),
        ("the Kremlin spokesman", "press secretary", "Russia"),
        ("White House spokeswoman", "spokesperson", "United States"),
        ("Russian Foreign Ministry spokeswoman", "foreign ministry spokesperson", "Russia"),
        ("Press Secretary of the head of state", "press secretary", None),
        ("the Pope", "pope", "Holy See"),
        ("Scottish First Minister", "first minister", "Scotland"),
        ("Governor of Texas", "governor", "Texas"),
        ("Speaker of the Verkhovna Rada", "parliament speaker", "Ukraine"),
        ("secretary of Ukraine's National Security and Defence Council", "security council secretary", "Ukraine"),
        ("a bystander, the Polish president", "president", "Poland"),
    ],
)
def test_a_phrase_names_an_office(phrase: str, key: str, country: str | None) -> None:
    office = office_in(phrase)
    assert office
    assert (office.key, office.country, office.standing) == (key, country, "plain")


@pytest.mark.parametrize(
    ("phrase", "key", "standing"),
    [
        ("former president", "president", "former"),
        ("ex-President of Poland (1995-2005)", "president", "former"),
        ("then-prime minister", "prime minister", "former"),
        ("president until 2019", "president", "former"),
        ("deputy foreign minister", "foreign minister", "deputy"),
        ("First Deputy Minister of Foreign Affairs of Ukraine", "foreign minister", "deputy"),
        ("deputy prime minister", "deputy prime minister", "deputy"),
        ("vice president", "vice president", "deputy"),
        ("former vice president", "vice president", "former"),
        ("acting president", "president", "acting"),
        ("interim prime minister of Bulgaria", "prime minister", "acting"),
        ("president-elect", "president", "elect"),
        ("President-elect Jane Doe", "president", "elect"),
        ("the next chancellor", "chancellor", "future"),
        ("presidential hopeful and governor", None, None),
        ("prime minister candidate", "prime minister", "future"),
        ("outgoing president", "president", "plain"),
    ],
)
def test_a_phrase_says_how_one_stands_to_the_office(phrase: str, key: str | None, standing: str | None) -> None:
    office = office_in(phrase)
    assert (office.key, office.standing) == (key, standing) if office else (key is None)


@pytest.mark.parametrize(
    "phrase",
    [
        "company president",
        "the president of the bank",
        "president of Ukrainian Football Association",
        "president of the Ukrainian parliament",
        "Bundestag president",
        "the president's adviser",
        "the office of the president of Ukraine",
        "the President of Ukraine's office",
        "wife of the president",
        "adviser to the prime minister",
        "a president",
        "presidents",
        "the French and German leaders",
        "opposition leader",
        "Republican leader",
        "shadow foreign secretary",
        "Secretary of State for Transport",
        "the Russian-backed president",
        "self-proclaimed president",
        "senior vice president of public affairs",
        "UN nuclear chief",
        "the head",
        "",
    ],
)
def test_what_is_no_office_of_state_is_none(phrase: str) -> None:
    assert office_in(phrase) is None


def test_a_title_is_a_slice_of_its_phrase() -> None:
    office = office_in("NATO’s Secretary-General")
    assert office
    assert office.title == "Secretary-General"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Ukrainian president", "Volodymyr Zelensky"),
        ("the Kremlin spokesman", "Dmitry Peskov"),
        ("the US vice president", "Kamala Harris"),
        ("the UK chancellor", "Jeremy Hunt"),
        ("the Chinese leader", "Xi Jinping"),
        ("Secretary of State of the United States", "Antony Blinken"),
    ],
)
def test_an_office_is_resolved_as_of_a_day(phrase: str, name: str) -> None:
    office = office_in(phrase)
    found = office_holder(office, DAY) if office else None
    assert isinstance(found, Holder)
    assert found.name == name


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("the former US president", "not the holder but former"),
        ("the US president-elect", "not the holder but elect"),
        ("the deputy foreign minister of Ukraine", "not the holder but deputy"),
        ("the president", "no country named"),
        ("the governor of Texas", "no such office known"),
    ],
)
def test_a_gap_says_why(phrase: str, why: str) -> None:
    office = office_in(phrase)
    assert office
    assert office_holder(office, DAY) == Gap(why=why)


def test_the_article_may_tell_the_country() -> None:
    office = office_in("the chancellor")
    assert office
    found = office_holder(office, DAY, country="Germany")
    assert isinstance(found, Holder)
    assert found.name == "Olaf Scholz"
