from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.sources.columns import FieldError, are_usual, choose, find_columns


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (("text", "id"), {"text": "text", "id": "id"}),
        (("Body", "Pub Date", "SITE"), {"text": "Body", "published": "Pub Date", "outlet": "SITE"}),
        (("content", "text", "date", "published"), {"text": "text", "published": "published"}),
        (
            ("article", "headline", "link", "guid"),
            {"text": "article", "title": "headline", "url": "link", "id": "guid"},
        ),
        (("text", "topic"), {"text": "text"}),
    ],
    ids=["our names", "whatever their case", "the first of several", "others' names", "what is not known"],
)
def test_usual_names_are_found(names, columns):
    assert dict(find_columns(names)) == columns


def test_what_the_user_named_wins_and_an_empty_name_means_none():
    chosen = choose({"text": "lead", "outlet": ""})
    assert dict(find_columns(("text", "lead", "source"), chosen)) == {"text": "lead"}


@pytest.mark.parametrize(
    ("names", "chosen", "table", "message"),
    [
        (
            ("a", "b"),
            {},
            True,
            'there is no column "text"; there are "a", "b"; name the right one with --column text=NAME',
        ),
        (("a",), {}, False, 'there is no field "text"; there are "a"; name'),
        ((), {}, True, 'there is no column "text"; there are none'),
        (("text", "a"), {"text": "lead"}, False, 'there is no field "lead"; there are "text", "a"'),
        (("text", "a"), {"outlet": "by"}, True, 'there is no column "by"; there are "text", "a"'),
        (tuple(f"c{n}" for n in range(30)), {}, True, '"c19" and 10 more'),
    ],
    ids=["a table", "a record", "no columns", "the text named", "another named", "many"],
)
def test_a_column_that_is_missing_is_an_error_that_lists_those_there_are(names, chosen, table, message):
    with pytest.raises(FieldError) as caught:
        find_columns(names, choose(chosen), table=table)
    assert message in str(caught.value)


def test_a_record_may_lack_what_the_user_named_but_not_the_text():
    assert dict(find_columns(("text",), choose({"outlet": "by"}))) == {"text": "text"}


def test_a_field_that_no_article_has_is_a_usage_error():
    with pytest.raises(UsageError, match='"author" is no field of an article; there are text, id'):
        choose({"author": "by"})


@pytest.mark.parametrize(
    ("names", "usual"),
    [(("text", "Date"), True), (("text",), False), (("text", "topic"), False), (("date", "title"), False), ((), False)],
)
def test_a_header_is_told_by_all_of_its_names(names, usual):
    assert are_usual(names) is usual
