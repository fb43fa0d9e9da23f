from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.header import Header, read_header

BODY = "The envoy said no."
DAY = date(2022, 12, 5)


def header_of(text: str, *, published: date | None = DAY) -> tuple[str | None, str | None, str | None]:
    """Day, outlet and place; the rest of the text must be the body."""
    header = read_header(text, published=published)
    assert text[header.body :] == BODY
    day = header.published.isoformat()[5:] if header.published else None
    return day, header.outlet, header.place


DATELINES = [
    ("KYIV, Feb 2 (Reuters) - ", "02-02", "Reuters", "Kyiv"),
    ("WASHINGTON (AP) — ", None, "AP", "Washington"),
    ("BRATISLAVA, Slovakia (AP) - ", None, "AP", "Bratislava"),
    ("Tirana, Albania (AP) — ", None, "AP", "Tirana"),
    ("NEW YORK, Nov. 19 (UPI) — ", "11-19", "UPI", "New York"),
    ("SAN JUAN, P.R. — ", None, None, "San Juan"),
    ("WASHINGTON, D.C. — ", None, None, "Washington"),
    ("ST. JOHN'S, Canada (AP) — ", None, "AP", "St. John's"),
    ("McALLEN, Texas (AP) — ", None, "AP", "McAllen"),
    ("PORT-AU-PRINCE, Haiti (AP) — ", None, "AP", "Port-au-Prince"),
    ("N'DJAMENA, Chad (AFP) - ", None, "AFP", "N'Djamena"),
    ("Paris (AFP) – ", None, "AFP", "Paris"),
    ("RIO DE JANEIRO, 2 Dec 2022 (AFP) - ", "12-02", "AFP", "Rio de Janeiro"),
    ("MINSK, 30 September (BelTA) – ", "09-30", "BelTA", "Minsk"),
    ("MINSK, 28 January (BelTA) –", "01-28", "BelTA", "Minsk"),
    ("WASHINGTON, December 2 – RIA Novosti. ", "12-02", "RIA Novosti", "Washington"),
    ("MOSCOW, December 2. /TASS/. ", "12-02", "TASS", "Moscow"),
    ("TASS, December 2. ", "12-02", "TASS", None),
    ("MOSCOW. Dec 2 (Interfax) - ", "12-02", "Interfax", "Moscow"),
    ("MOSCOW/KYIV, Feb. 2 (Reuters) - ", "02-02", "Reuters", "Moscow/Kyiv"),
    ("KYIV, December 2 (Ukrinform). ", "12-02", "Ukrinform", "Kyiv"),
    ("BEIJING, Dec. 2 (Xinhua) -- ", "12-02", "Xinhua", "Beijing"),
    ("Berlin (dpa) - ", None, "dpa", "Berlin"),
    ("(ANSA) - ROME, DEC 2 - ", "12-02", "ANSA", "Rome"),
    ("Madrid, Dec 2 (EFE).- ", "12-02", "EFE", "Madrid"),
    ("Warsaw, Dec. 2 (PAP) – ", "12-02", "PAP", "Warsaw"),
    ("ANKARA (AA) - ", None, "AA", "Ankara"),
    ("TOKYO, Dec. 2 (Kyodo) -- ", "12-02", "Kyodo", "Tokyo"),
    ("KYIV, Friday, Dec. 2 (Reuters) - ", "12-02", "Reuters", "Kyiv"),
    ("GENEVA, Sept 30. — ", "09-30", None, "Geneva"),
    ("Geneva, 2 December 2022 - ", "12-02", None, "Geneva"),
    ("(Tirana, 1 February 2022) ", "02-01", None, "Tirana"),
    ("DHAKA, Dec 2 (Reuters): ", "12-02", "Reuters", "Dhaka"),
    ("ISLAMABAD: ", None, None, "Islamabad"),
    ("LONDON — ", None, None, "London"),
    ("LONDON ― ", None, None, "London"),
    ("RYE, N.H. - ", None, None, "Rye"),
    ("CLINTON, Iowa — ", None, None, "Clinton"),
    ("Dec 29 (Reuters) - ", "12-29", "Reuters", None),
    ("(Reuters) - ", None, "Reuters", None),
    ("(CNN)- ", None, "CNN", None),
    ("CNN —\n\n", None, "CNN", None),
    ("Hong Kong CNN —\n\n", None, "CNN", "Hong Kong"),
    ("BREAKING (Reuters) - ", None, "Reuters", None),
    ("LVIV, 2 December (Daily Wire) – ", "12-02", "Daily Wire", "Lviv"),
    ("HARBOR, Maine, Feb. 21, 2022 /PRNewswire/ -- ", "02-21", "PRNewswire", "Harbor"),
    ("HARBOR, MAINE / ACCESS Newswire / February 21, 2022 / ", "02-21", "ACCESS Newswire", "Harbor"),
]


@pytest.mark.parametrize(("line", "day", "outlet", "place"), DATELINES, ids=[line[0].strip() for line in DATELINES])
def test_a_dateline_says_day_outlet_and_place(line, day, outlet, place):
    assert header_of(line + BODY) == (day, outlet, place)


STAMPS = [
    (" date 2022-12-02 ", "12-02", None, None),
    (" date 2022-12-02 WASHINGTON, December 1 – RIA Novosti. ", "12-02", "RIA Novosti", "Washington"),
    ("2022-12-02\n", "12-02", None, None),
    ("December 2, 2022\r\n\r\n", "12-02", None, None),
    ("Friday, 2 December 2022\n", "12-02", None, None),
    ("02.12.2022\n", "12-02", None, None),
    ("Published: 2 December 2022, 10:30\n\n", "12-02", None, None),
    ("December 2, 2022\n\nKYIV (AP) — ", "12-02", "AP", "Kyiv"),
    ("2022-12-02 KYIV (AP) — ", "12-02", "AP", "Kyiv"),
]


@pytest.mark.parametrize(("stamp", "day", "outlet", "place"), STAMPS, ids=[stamp[0].strip() for stamp in STAMPS])
def test_a_stamp_says_the_day(stamp, day, outlet, place):
    assert header_of(stamp + BODY) == (day, outlet, place)


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance of thirty - said no.",
        "NATO - The alliance said no.",
        "EU: The envoys said no.",
        "US — The envoys said no.",
        "BREAKING: The envoy said no.",
        "EXCLUSIVE – Anna Bell: No deal.",
        "TRUMP: I will not go.",
        "TRUMP - He will not go.",
        "TRUMP, PUTIN - Both will not go.",
        "SMITH: I will not go.",
        "SMITH (Reuters): Mr President, why not?",
        "SMITH--Anna, 98, of Harbor, passed away.",
        "QUESTION (TASS): Why not?",
        "AP: Envoy said no.",
        "The talks failed – he said so.",
        "On Monday, 2 December 2022 – The envoy said no.",
        "Victory Day, 9 May – The envoy said no.",
        "London — The envoy said no.",
        "December 24, 1991 – The flag came down.",
        "2022-12-02 was a day of talks.",
        "KYIV-based firms said no.",
        "KYIV - the city - said no.",
        "KYIV, Feb 2 — ",
        "KYIV: A city that said no\n\nThe envoy said no.",
        "HARBOR — A city that said no\n\nThe envoy said no.",
        "LETTERS.\n\nThe envoy said no.",
        "FIVE DEAD IN HARBOR FIRE - Police said no.",
        "Anna Bell (Greens) - She said no.",
        "",
        "\n",
        "—",
    ],
)
def test_what_only_looks_like_a_header_is_left_to_the_reader(text):
    assert read_header(text, published=DAY) == Header()


BELOW = [
    ("Envoy says no\n\nKYIV, Feb 2 (Reuters) - ", "02-02", "Reuters", "Kyiv"),
    ("Envoy says no\nBy Anna Bell\n2 December 2022\n\nTirana, Albania (AP) — ", "12-02", "AP", "Tirana"),
    ("Envoy says no\n2022-12-02\n\n", "12-02", None, None),
]


@pytest.mark.parametrize(("above", "day", "outlet", "place"), BELOW, ids=["dateline", "both", "day"])
def test_a_header_below_the_headline_is_read_and_the_headline_kept(above, day, outlet, place):
    header = read_header(above + BODY, published=DAY)
    assert header.body == 0
    assert (str(header.published)[5:], header.outlet, header.place) == (day, outlet, place)


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("KYIV, Dec 2, 2021 (AP) - ", DAY, date(2021, 12, 2)),
        ("KYIV, Dec 2 (AP) - ", None, None),
        ("KYIV, Dec 2 (AP) - ", date(2022, 12, 2), date(2022, 12, 2)),
        ("KYIV, Dec 31 (AP) - ", date(2023, 1, 1), date(2022, 12, 31)),
        ("KYIV, Jan 1 (AP) - ", date(2022, 12, 31), date(2023, 1, 1)),
        ("KYIV, Dec 8 (AP) - ", DAY, date(2021, 12, 8)),
        ("KYIV, Feb 29 (AP) - ", DAY, date(2020, 2, 29)),
        ("KYIV, Feb 30 (AP) - ", DAY, None),
    ],
    ids=["in the text", "unknown", "same day", "new year", "a day ahead", "a year back", "leap day", "no such day"],
)
def test_a_day_without_year_is_the_last_one_up_to_publication(line, published, day):
    assert read_header(line + BODY, published=published).published == day


def test_the_example_of_the_project():
    text = " date 2022-12-02 WASHINGTON, December 2 – RIA Novosti. US President Ann Doe said no."
    assert read_header(text) == Header(body=55, published=date(2022, 12, 2), outlet="RIA Novosti", place="Washington")


NAMES = ["KYIV", "New York", "Dec. 2", "2022-12-02", "(AP)", "/TASS/", "RIA Novosti", "CNN", "date", "The", "a", "1"]
MARKS = [
    ", ",
    " - ",
    " — ",
    ": ",
    ". ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "'",
    "’",
    "(",
    "/",
    "-",
    "ß",
    "ǅ",
    "\ud800",
    "\u2028",
]
PIECES = st.sampled_from(NAMES) | st.sampled_from(MARKS)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_has_a_header_within_it(text):
    header = read_header(text, published=DAY)
    assert 0 <= header.body <= min(len(text), 200)
    assert header.body == 0 or text[header.body :].strip()


@pytest.mark.parametrize("unit", ["A.", "A ", "A, ", "AA/", "\n", "(a", "- ", "Dec "])
def test_a_long_text_of_one_kind_takes_no_longer(unit):
    assert read_header(unit * 200_000) == Header()


@pytest.mark.parametrize("line", [line[0] for line in DATELINES], ids=[line[0].strip() for line in DATELINES])
def test_what_comes_after_the_first_sentence_changes_nothing(line):
    text = line + BODY
    assert read_header(f"{text}\n\nPARIS (AP) — No.", published=DAY) == read_header(text, published=DAY)
