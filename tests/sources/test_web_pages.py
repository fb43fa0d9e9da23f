from __future__ import annotations

import logging
from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.pages import PAGE_LIMIT, read_page
from tests.sources.source_builders import HEAD, PARAGRAPHS, page


def read(html: str | bytes, **options: object) -> Article:
    return read_page(html if isinstance(html, bytes) else html.encode(), id="a.html", **options)


def test_text_title_day_outlet_and_address_are_found_and_the_page_is_kept():
    html = page(head=HEAD)
    article = read(html)
    assert article == Article(
        id="a.html",
        text=article.text,
        published=date(2022, 12, 2),
        outlet="The Harbor",
        title="Talks go on",
        url="https://harbor.example/talks",
        raw=html.encode(),
    )


def test_the_text_is_the_article_without_what_stands_around_it():
    text = read(page(head=HEAD)).text
    assert all(words in text for words in PARAGRAPHS)
    assert "Home" not in text
    assert "All rights" not in text


def test_the_address_that_it_was_fetched_from_wins_over_what_the_page_says():
    assert read(page(head=HEAD), url="https://lake.example/1").url == "https://lake.example/1"


def test_a_day_that_merely_stands_on_the_page_is_not_taken():
    assert read(page(*PARAGRAPHS, "In 2019, on 12 March 2019, nobody came.")).published is None


def test_a_wire_header_in_the_text_is_read():
    article = read(page("HARBOR TOWN, Norvia, Feb 2, 2022 (Reuters) - " + PARAGRAPHS[0], *PARAGRAPHS[1:]))
    assert article.place == "Harbor Town"
    assert article.published == date(2022, 2, 2)
    assert article.text[article.body :].startswith(("The envoy", "Talks"))


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body></body></html>", "no article text found (26 bytes of HTML)"),
        ("<html><script>no()</script></html>", "no article text found"),
        ("<html><p>1 2 3</p></html>", "no article text found"),
        ("", "no article text found (0 bytes"),
        ("\x00" * 99, "no article text found"),
        ("<html>" + "<div>" * 40_000 + "no", "no article text found"),
        ("<b>" * 60_000, "a page of 60,000 tags"),
        ("<html>" + "a" * PAGE_LIMIT, "a page of more than 10 MB"),
    ],
    ids=["no body", "a script", "no letters", "nothing", "NULs", "nested without end", "tags without end", "too large"],
)
def test_a_page_without_an_article_is_an_error(html, reason):
    with pytest.raises(InputError) as caught:
        read(html)
    assert caught.value.where == "a.html"
    assert reason in caught.value.reason


@pytest.mark.parametrize("day", ["yesterday", "2022-13-45", "9999-99-99T00:00:00Z", "0000-00-00", ""])
def test_a_broken_day_is_none(day):
    assert read(page(head=f'<meta property="article:published_time" content="{day}">')).published is None


@pytest.mark.parametrize(
    ("charset", "server"),
    [("windows-1251", None), ("koi8-r", None), ("windows-1251", "windows-1251"), ("utf-16", None), ("utf-8", "koi8-r")],
)
def test_the_encoding_is_that_which_the_page_or_the_server_says(charset, server):
    words = "Переговоры в гавани продолжаются, сказал посол, и никто не знает, как долго они ещё продлятся."
    head = "" if server else f'<meta charset="{charset}">'
    assert words in read(page(words, words.replace("посол", "министр"), head=head).encode(charset), charset=server).text


def test_what_the_libraries_log_stays_away_from_standard_error(capsys):
    with pytest.raises(InputError):
        read("<html>")
    assert logging.getLogger("trafilatura").handlers
    assert capsys.readouterr().err == ""


def test_nul_characters_within_a_page_are_harmless():
    assert "The envoy" in read(page("The envoy \x00" + PARAGRAPHS[0], *PARAGRAPHS[1:])).text
