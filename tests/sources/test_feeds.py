from __future__ import annotations

from datetime import date

import feedparser
import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.feeds import FEED_LIMIT, is_feed, read_feed
from tests.sources.source_builders import rss

NO = "The envoy said no."
ITEM = f"<title>A</title><guid>g1</guid><description>{NO}</description>"


def read(feed: str | bytes, **options: object) -> list[Article | InputError]:
    return list(read_feed(feed if isinstance(feed, bytes) else feed.encode(), name="a.rss", **options))


def one(*item: str) -> Article:
    [article] = read(rss("".join(item)))
    assert isinstance(article, Article), article
    return article


def test_every_field_of_an_rss_item_is_taken():
    markup = "<p>The envoy said <b>no</b>.</p><p>And no.</p>"
    article = one(
        '<title>No &amp;amp; no</title><link>https://harbor.example/1</link><guid isPermaLink="false">g1</guid>',
        "<pubDate>Fri, 02 Dec 2022 10:00:00 GMT</pubDate><description>In short.</description>",
        f"<content:encoded><![CDATA[{markup}]]></content:encoded>",
    )
    assert article == Article(
        id="g1",
        text="The envoy said no.\n\nAnd no.",
        published=date(2022, 12, 2),
        outlet="The Harbor",
        title="No & no",
        url="https://harbor.example/1",
        raw=markup.encode(),
    )


def test_an_atom_feed_is_read():
    [article] = read(
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Lake</title><entry><id>tag:1</id>'
        '<title>No</title><updated>2022-12-02T10:00:00Z</updated><link href="https://lake.example/1"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoy said no.</p></div></content>'
        "</entry></feed>"
    )
    assert (article.id, article.text, article.outlet) == ("tag:1", NO, "The Lake")
    assert (article.published, article.url) == (date(2022, 12, 2), "https://lake.example/1")


def test_an_rdf_feed_is_read():
    [article] = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Lake</title></channel>'
        f'<item rdf:about="u"><title>No</title><description>{NO}</description><dc:date>2022-12-02</dc:date></item>'
        "</rdf:RDF>"
    )
    assert (article.text, article.outlet, article.published) == (NO, "The Lake", date(2022, 12, 2))


def test_an_entry_with_only_a_summary_is_read_for_it():
    article = one(f"<title>A</title><description>&lt;p&gt;{NO}&lt;/p&gt;</description>")
    assert article.text == NO


def test_plain_text_needs_no_other_form():
    assert one(ITEM).raw is None


def test_an_entry_is_named_by_its_id_else_its_link_else_its_number():
    items = [
        ITEM,
        f"<link>https://harbor.example/2</link><description>{NO}</description>",
        f"<title>A</title><description>{NO}</description>",
    ]
    assert [item.id for item in read(rss(*items))] == ["g1", "https://harbor.example/2", "a.rss:3"]


def test_a_link_that_leaves_out_its_host_leads_to_the_feeds():
    item = f"<link>/2</link><description>{NO}</description>"
    assert read(rss(item))[0].url == "https://harbor.example/2"
    assert read(rss(item), url="https://lake.example/feeds/a")[0].url == "https://lake.example/2"


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("Fri, 02 Dec 2022 23:30:00 -0500", date(2022, 12, 2)),
        ("2022-12-02T10:00:00+09:00", date(2022, 12, 2)),
        ("Fri Dec  2 10:00:00 2022", date(2022, 12, 2)),
        ("2022-12", None),
        ("10:00", None),
    ],
)
def test_a_day_is_taken_as_it_is_written(day, published):
    assert one(ITEM, f"<pubDate>{day}</pubDate>").published == published


@pytest.mark.parametrize(
    "day", ["yesterday", "2023-02-29", "Fri, 45 Foo 2022 10:00:00 GMT", "2022-13-45", "0000-00-00", ""]
)
def test_a_broken_day_is_none(day):
    assert one(ITEM, f"<pubDate>{day}</pubDate>").published is None


def test_an_entry_without_text_is_an_error_and_the_rest_is_read():
    items = read(rss("<title>A</title>", ITEM))
    assert isinstance(items[0], InputError)
    assert (items[0].where, items[0].reason) == ("a.rss:1", "it is empty")
    assert items[1].text == NO


@pytest.mark.parametrize(
    ("feed", "text"),
    [
        (rss(ITEM).replace("no.", "no.\x00\x01"), NO),
        (rss(ITEM).replace("</item></channel></rss>", ""), NO),
        (rss(ITEM).replace("no.", "no & no."), "The envoy said no & no."),
        (rss(ITEM).replace("The envoy", "Zoë").replace("utf-8", "iso-8859-1").encode("latin-1"), "Zoë said no."),
        (rss(ITEM).encode("utf-16"), NO),
    ],
    ids=["control characters", "cut short", "a bare ampersand", "another encoding", "UTF-16"],
)
def test_a_feed_that_is_not_quite_right_is_read(feed, text):
    [article] = read(feed)
    assert article.text.startswith(text)


def test_what_the_first_parser_cannot_read_is_left_to_the_second_but_for_its_days(monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(feedparser, "parse", broken)
    [article] = read(rss(ITEM + "<link>/1</link><pubDate>yesterday</pubDate>"))
    assert (article.id, article.text, article.published, article.outlet) == ("g1", NO, None, "The Harbor")


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("", "no entry of a feed"),
        ("<rss>", "no entry of a feed"),
        (rss(), "no entry of a feed"),
        ("<html><p>No.", "no entry of a feed"),
        ("http://127.0.0.1/feed", "no entry of a feed"),
        ("<a>" * 50_000, "no entry of a feed"),
        ("<a>" * 500_001, "a feed of 500,001 tags"),
        (b" " * (FEED_LIMIT + 1), "a feed of more than 20 MB"),
    ],
    ids=[
        "nothing",
        "no channel",
        "no item",
        "a page",
        "an address",
        "nested without end",
        "tags without end",
        "too large",
    ],
)
def test_what_is_no_feed_is_an_error(feed, reason):
    with pytest.raises(InputError) as caught:
        read(feed)
    assert caught.value.where == "a.rss"
    assert reason in caught.value.reason


def test_an_address_instead_of_a_feed_is_never_followed(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.create_connection", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    with pytest.raises(InputError):
        read("http://harbor.example/feed")


ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
LAUGHS = f'<!DOCTYPE l [<!ENTITY a "{"ha" * 5}">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE], ids=["a billion laughs", "a file of ours"])
def test_entities_are_not_followed(doctype):
    feed = rss(f"<title>A</title><description>{NO} &j; no</description>").replace("<rss", doctype + "<rss")
    for item in read(feed):
        assert isinstance(item, InputError) or (len(item.text) < 100 and "root:" not in item.text)


@pytest.mark.parametrize(
    ("head", "feed"), [("<rss version", True), ("<?xml?>\n<!-- a --><feed>", True), ("No <rss>", False), ("", False)]
)
def test_a_feed_is_told_by_its_first_tag(head, feed):
    assert is_feed(head) is feed
