from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.columns import choose
from onrecord.sources.lines import split_lines
from onrecord.sources.tables import delimiter_of, is_header, read_table

NO = "The envoy said no."


def read(text: str, **options: object) -> list[Article | InputError]:
    return list(read_table(split_lines([text]), name="a.csv", **options))


def shown(text: str) -> list[str]:
    """Texts of articles, and where errors are, marked with `!`."""
    return [f"!{item.where}" if isinstance(item, InputError) else item.text for item in read(text)]


def test_every_field_is_taken():
    header = "id,body,pub_date,source,headline,link,topic\n"
    row = f'7,"{NO}",2022-12-02,The Harbor,No,https://a.example,passed over\n'
    assert read(header + row) == [
        Article(id="7", text=NO, published=date(2022, 12, 2), outlet="The Harbor", title="No", url="https://a.example")
    ]


def test_a_row_without_a_name_is_named_by_the_line_on_which_it_begins():
    items = read(f'text,title\n"{NO}\nAnd no.",a\n\n{NO},b\n')
    assert [item.id for item in items if isinstance(item, Article)] == ["a.csv:2", "a.csv:5"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(delimiter):
    [item] = read(f"text{delimiter}outlet\n{NO}{delimiter}Harbor, The\n".replace("Harbor, The", '"Harbor, The"'))
    assert (item.text, item.outlet) == (NO, "Harbor, The")


def test_the_columns_may_be_named():
    [item] = read(f"a,b\n{NO},2022-12-02\n", chosen=choose({"text": "a", "published": "b"}))
    assert (item.text, item.published) == (NO, date(2022, 12, 2))


BAD = [
    ("one,two,three", "a row of 3 cells under a header of 2"),
    ('"one" more,two', "a quotation mark within a cell"),
    (",two", "empty"),
    ("1 2 3,two", "no letter"),
    ("No.\x00,two", "NUL"),
    ("a\rb,two", "carriage return"),
]


@pytest.mark.parametrize(("row", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_row_is_an_error_and_the_rest_is_read(row, reason):
    first, bad, last = read(f"text,title\n{NO},a\n{row}\n{NO},b\n")
    assert isinstance(bad, InputError)
    assert bad.where == "a.csv:3"
    assert reason in bad.reason
    assert (first.text, last.text) == (NO, NO)


@pytest.mark.parametrize("day", ["yesterday", "02/12/2022", "2022-13-45"])
def test_a_broken_day_is_an_error_that_shows_it(day):
    [item] = read(f"text,date\n{NO},{day}\n")
    assert isinstance(item, InputError)
    assert item.reason == f'"date" is "{day}", not a day such as 2022-12-02'


def test_a_quotation_mark_that_is_never_closed_is_an_error_where_it_opens():
    *_, item = read(f'text,title\n{NO},a\n"{NO},b\n{NO},c\n')
    assert isinstance(item, InputError)
    assert (item.where, item.reason) == ("a.csv:3", "a quotation mark that is never closed")


def test_a_line_that_is_too_long_costs_itself_only():
    lines = ["text,title\n", f"{NO},a\n", None, f"{NO},b\n"]
    items = list(read_table(lines, name="a.csv"))
    assert [isinstance(item, InputError) for item in items] == [False, True, False]
    assert items[1].where == "a.csv:3"
    assert "10 MB" in items[1].reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("\n \n", "it is empty"),
        ("a,b\n1,2\n", 'there is no column "text"; there are "a", "b"'),
        ('"text,b\n', "its header is broken: a quotation mark that is never closed"),
    ],
    ids=["nothing", "blank", "no text", "a broken header"],
)
def test_a_table_that_cannot_be_read_is_one_error(text, reason):
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.where == "a.csv"
    assert reason in caught.value.reason


def test_a_header_alone_is_empty():
    assert shown("text,title\n") == ["!a.csv"]


def test_a_cell_longer_than_the_usual_limit_of_parsers_is_read():
    [item] = read(f'text,title\n"{NO * 20_000}",a\n')
    assert len(item.text) == len(NO) * 20_000


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("text,date\n", True),
        ("Title;Body;Date\n", True),
        ("text\n", False),
        ("No, said she.\n", False),
        ('"text,date\n', False),
        (None, False),
    ],
)
def test_a_header_is_told_from_a_text(line, header):
    assert is_header(line) is header


def test_a_comma_stands_between_cells_where_nothing_else_is_told():
    assert delimiter_of("text") == ","
