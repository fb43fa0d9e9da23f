from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources import from_text

TEXT = "KYIV, Feb 2 (Reuters) - The envoy said no.\r\n"


def test_the_header_fills_what_is_not_given():
    article = from_text(TEXT.replace("Feb 2", "Feb 2, 2022"), id="a")
    assert article == Article(
        id="a",
        text="KYIV, Feb 2, 2022 (Reuters) - The envoy said no.\r\n",
        body=30,
        published=date(2022, 2, 2),
        outlet="Reuters",
        place="Kyiv",
    )


def test_what_is_given_wins():
    article = from_text(
        TEXT, id="a", published=date(2022, 2, 3), outlet="The Harbor", title="No", url="https://a.example"
    )
    assert (article.published, article.outlet) == (date(2022, 2, 3), "The Harbor")
    assert (article.title, article.url, article.place) == ("No", "https://a.example", "Kyiv")


def test_a_byte_order_mark_is_taken_away_before_offsets_are_counted():
    assert from_text("\ufeff" + TEXT, id="a") == from_text(TEXT, id="a")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        (" \r\n\u2003", "empty"),
        ("\ufeff", "empty"),
        ("1, 2 … 3", "no letter"),
        ("No.\ud83d", r"\ud83d at character 4"),
        ("No.\x00", "NUL"),
    ],
    ids=["nothing", "white space", "a mark", "no letters", "half a character", "a NUL"],
)
def test_what_cannot_be_an_article_is_an_error_with_its_name(text, word):
    with pytest.raises(InputError) as caught:
        from_text(text, id="the-id")
    assert caught.value.where == "the-id"
    assert word in caught.value.reason
