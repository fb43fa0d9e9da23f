from __future__ import annotations

import json
from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.jsonl import is_record, read_records


def read_one(line: str | None, *, name: str = "a.jsonl") -> Article | InputError:
    [item] = read_records([line], name=name)
    return item


def article_of(**fields: object) -> Article:
    item = read_one(json.dumps({"text": "The envoy said no.", **fields}))
    assert isinstance(item, Article), item
    return item


def error_of(line: str | None) -> InputError:
    item = read_one(line)
    assert isinstance(item, InputError), item
    assert item.where == "a.jsonl:1"
    return item


def test_every_field_is_taken():
    fields = {"id": "7", "published": "2022-12-02", "outlet": "The Harbor", "title": "No", "url": "https://a.example"}
    assert article_of(**fields, topic="passed over") == Article(
        id="7",
        text="The envoy said no.",
        published=date(2022, 12, 2),
        outlet="The Harbor",
        title="No",
        url="https://a.example",
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"id": "i", "name": "n", "url": "u"}, "i"),
        ({"id": None, "name": "n", "url": "u"}, "n"),
        ({"id": "", "url": "u"}, "u"),
        ({"id": 7}, "7"),
        ({"id": 0}, "0"),
        ({}, "a.jsonl:1"),
    ],
    ids=["id", "name", "url", "a number", "zero", "the line"],
)
def test_an_article_is_named_by_the_first_name_it_has(fields, name):
    assert article_of(**fields).id == name


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-12-02", date(2022, 12, 2)),
        ("2022-12-02T23:30:00-05:00", date(2022, 12, 2)),
        ("2022-12", None),
        ("2022", None),
        ("", None),
        (None, None),
    ],
)
def test_published_is_a_day_or_nothing(value, day):
    assert article_of(published=value).published == day


def test_the_header_in_a_text_is_read_and_the_record_wins():
    text = "KYIV, Feb 2 (Reuters) - The envoy said no."
    assert article_of(text=text).outlet == "Reuters"
    article = article_of(text=text, outlet="The Harbor", published="2022-02-03")
    assert (article.outlet, article.published, article.place) == ("The Harbor", date(2022, 2, 3), "Kyiv")
    assert text[article.body :] == "The envoy said no."


BAD = [
    ("{", "invalid JSON at column 2"),
    ('{"text": "no"', "invalid JSON at column 14"),
    ('{"text": "no"} {"text": "no"}', "invalid JSON at column 16"),
    ("[]", "not a JSON object but a list"),
    ('"no"', "not a JSON object but a string"),
    ("{}", 'no field "text"'),
    ('{"text": null}', '"text" is null, not a string'),
    ('{"text": ["no"]}', '"text" is a list, not a string'),
    ('{"text": " "}', "empty"),
    ('{"text": "no", "id": true}', '"id" is true or false'),
    ('{"text": "no", "name": ["n"]}', '"name" is a list'),
    ('{"text": "no", "outlet": 7}', '"outlet" is a number'),
    ('{"text": "no", "published": "yesterday"}', '"published" is "yesterday", not a day such as 2022-12-02'),
    ('{"text": "no", "published": "2022-13-02"}', '"published" is "2022-13-02"'),
    ('{"text": "no", "published": 20221202}', '"published" is a number'),
    ('{"text": "no \\ud83d"}', '"text" has a lone surrogate, \\ud83d at character 4'),
    ('{"text": "no", "title": "\\udc00"}', '"title" has a lone surrogate'),
    ('{"text": "no\\u0000"}', "NUL"),
    ('{"text": ' + "[" * 100_000, "invalid JSON"),
    ('{"text": "no", "id": ' + "9" * 5000 + "}", "invalid JSON"),
    (None, "10 MB"),
]


@pytest.mark.parametrize(("line", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_line_is_an_error_that_says_what_is_wrong(line, reason):
    assert reason in error_of(line).reason


def test_a_bad_line_stops_nothing_and_blank_ones_are_counted():
    items = list(read_records(["{\n", "\n", None, '{"text": "no"}\n'], name="a.jsonl"))
    assert [item.where if isinstance(item, InputError) else item.id for item in items] == [
        "a.jsonl:1",
        "a.jsonl:3",
        "a.jsonl:4",
    ]


def test_no_line_at_all_is_an_error():
    [item] = read_records(["\n", " \n"], name="a.jsonl")
    assert isinstance(item, InputError)
    assert (item.where, item.reason) == ("a.jsonl", "it is empty")


def test_a_key_that_stands_twice_is_harmless():
    item = read_one('{"id": "1", "text": "no", "id": "2"}')
    assert isinstance(item, Article)
    assert item.id == "2"


def test_a_whole_surrogate_pair_is_one_character():
    item = read_one('{"text": "no \\ud83d\\ude00"}')
    assert isinstance(item, Article)
    assert item.text == "no 😀"


def test_a_mark_before_a_line_is_taken_away():
    assert isinstance(read_one('\ufeff{"text": "no"}'), Article)


@pytest.mark.parametrize(
    ("line", "record"),
    [
        ('{"text": "no"}\n', True),
        (' {"text": 1}', True),
        ('{"id": 1}', False),
        ("{no}", False),
        ("no", False),
        (None, False),
    ],
)
def test_a_record_is_an_object_with_a_text(line, record):
    assert is_record(line) is record
