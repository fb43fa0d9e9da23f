from __future__ import annotations

import gzip
import io
import re

import pytest

from onrecord.errors import InputError
from onrecord.records import Article
from onrecord.sources.pages import PAGE_LIMIT
from onrecord.sources.warc import is_archive, read_archive
from tests.sources.source_builders import HEAD, PARAGRAPHS, packed, page, record

HTML = page(head=HEAD)
ONE, TWO, THREE = (record(f"https://harbor.example/{number}", HTML) for number in (1, 2, 3))


def read(raw: bytes) -> list[Article | InputError]:
    return list(read_archive(io.BufferedReader(io.BytesIO(raw)), name="a.warc"))


def shown(raw: bytes) -> list[str]:
    """The last character of each article's address; `!` for an error."""
    return ["!" if isinstance(item, InputError) else item.id[-1] for item in read(raw)]


@pytest.mark.parametrize("raw", [ONE + TWO, packed(ONE, TWO)], ids=["plain", "compressed"])
def test_each_page_is_an_article_named_by_its_address(raw):
    first, second = read(raw)
    assert isinstance(first, Article)
    assert first.id == first.url == "https://harbor.example/1"
    assert (first.title, first.outlet, first.raw) == ("Talks go on", "The Harbor", HTML.encode())
    assert PARAGRAPHS[0] in first.text
    assert second.id == "https://harbor.example/2"


@pytest.mark.parametrize(
    "other",
    [
        record("https://a.example/9", HTML, kind="request"),
        record("https://a.example/9", HTML, status="404 Not Found"),
        record("https://a.example/9", "", status="301 Moved"),
        record("https://a.example/9", b"\x89PNG", headers="Content-Type: image/png"),
        record("https://a.example/9", HTML, headers="Server: a"),
        record("https://a.example/9", b" " * (PAGE_LIMIT + 200_000), headers="Content-Type: video/mp4"),
    ],
    ids=["a request", "not found", "moved", "a picture", "of no kind", "a film"],
)
def test_what_is_no_page_is_passed_over(other):
    assert shown(ONE + other + TWO) == ["1", "2"]
    assert shown(packed(ONE, other, TWO)) == ["1", "2"]


def test_a_compressed_page_in_chunks_is_unpacked():
    body = gzip.compress(HTML.encode())
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    headers = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    [article] = read(record("https://harbor.example/1", chunks, headers=headers))
    assert article.raw == HTML.encode()


GZIPPED = "Content-Type: text/html\r\nContent-Encoding: gzip"
BAD = [
    (record("https://a.example/9", "<html></html>"), "no article text found"),
    (record("https://a.example/9", gzip.compress(b"<p>" + bytes(PAGE_LIMIT)), headers=GZIPPED), "unfolds to more"),
    (record("https://a.example/9", gzip.compress(HTML.encode())[:-20], headers=GZIPPED), "cut short"),
    (record("https://a.example/9", HTML, headers="Content-Type: text/html\r\nContent-Encoding: br"), "'br'"),
    (record("https://a.example/9", b"<p>" + b" " * (PAGE_LIMIT + 200_000)), "more than 10 MB"),
    (record("https://a.example/9", HTML).replace(b"HTTP/1.1 200", b"nonsense 200"), "no HTTP response"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_page_is_an_error_with_its_address_and_the_rest_is_read(bad, reason):
    for raw in (ONE + bad + TWO, packed(ONE, bad, TWO)):
        first, error, second = read(raw)
        assert isinstance(error, InputError)
        assert error.where == "a.warc: https://a.example/9"
        assert reason in error.reason
        assert (first.id[-1], second.id[-1]) == ("1", "2")


SMALL = gzip.compress(TWO)
FLIPPED = SMALL[:-30] + bytes([SMALL[-30] ^ 255]) + SMALL[-29:]


@pytest.mark.parametrize(
    "raw",
    [
        ONE + b"nonsense\r\nno\r\n\r\n" + THREE,
        ONE + TWO[:-90] + b"\r\n\r\n" + THREE,
        ONE + TWO.replace(b"Content-Length: ", b"Content-Length: 9999999") + THREE,
        ONE + TWO.replace(b"WARC-Date", b"X: " + b"y" * 1_000_000 + b"\r\nWARC-Date") + THREE,
        packed(ONE) + SMALL[:-40] + packed(THREE),
        packed(ONE) + FLIPPED + packed(THREE),
        packed(ONE) + b"nonsense" * 99 + packed(THREE),
    ],
    ids=[
        "nonsense",
        "cut short",
        "said too long",
        "headers without end",
        "compressed, cut short",
        "compressed, damaged",
        "compressed, nonsense",
    ],
)
def test_a_broken_record_is_told_once_and_the_next_one_is_read(raw):
    found = shown(raw)
    assert found[0] == "1"
    assert found[-1] == "3"
    assert found.count("!") == 1


@pytest.mark.parametrize(
    "length", [b"Content-Length: 10", b"Content-Length: x", b"Content-Length: -1", b"Content-Length: " + b"9" * 30]
)
def test_after_a_record_that_does_not_say_its_length_the_next_one_is_read(length):
    assert shown(ONE + re.sub(rb"Content-Length: \d+", length, TWO) + THREE)[-1] == "3"


@pytest.mark.parametrize("raw", [ONE + TWO[:-50], packed(ONE) + SMALL[:-50]], ids=["plain", "compressed"])
def test_an_archive_that_is_cut_short_is_an_error_at_its_end(raw):
    assert shown(raw) == ["1", "!"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "there is no page in it"),
        (record("https://a.example/9", HTML, kind="request"), "there is no page in it"),
        (b"no archive\n" * 99, "a broken record"),
    ],
    ids=["nothing", "no response", "no archive"],
)
def test_an_archive_without_a_page_is_an_error(raw, reason):
    [item] = read(raw)
    assert isinstance(item, InputError)
    assert reason in item.reason


def test_a_record_that_unfolds_to_much_is_not_held():
    bomb = packed(record("https://a.example/9", bytes(100_000_000)))
    assert len(bomb) < 200_000
    assert shown(packed(ONE) + bomb + packed(TWO)) == ["1", "!", "2"]


@pytest.mark.parametrize(
    ("head", "archive"),
    [(ONE, True), (packed(ONE), True), (packed(ONE)[:200], True), (gzip.compress(b"No."), False), (b"\x1f\x8b", False)],
)
def test_an_archive_is_told_by_its_beginning(head, archive):
    assert is_archive(head) is archive
