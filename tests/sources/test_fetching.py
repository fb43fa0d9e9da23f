from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import FetchError, InputError
from onrecord.sources import Fetcher, Limits, feed, fetch
from onrecord.sources.fetcher import user_agent
from tests.sources.source_builders import HEAD, PARAGRAPHS, page, rss
from tests.sources.web_server import Site, moved, reply, serving

QUICK = Limits(size=200_000, seconds=5, redirects=3, pause=0)
HTML = page(head=HEAD)
PUBLIC = "93.184.216.34"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site({"/1": reply(HTML)})) as running:
        yield running


def at_home(host: str, port: int) -> list[str]:
    """Every host is this machine."""
    return ["127.0.0.1"]


def fetcher(**options: object) -> Fetcher:
    return Fetcher(**{"limits": QUICK, "allow_private": True, "resolve": at_home, **options})


def url(site: Site, path: str = "/1", host: str = "harbor.example") -> str:
    return f"http://{host}:{site.port}{path}"


def error_at(site: Site, path: str = "/1", **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url(site, path), fetcher=fetcher(**options))
    return caught.value


def test_a_page_is_an_article_with_its_address_and_language(site):
    article = fetch(url(site), fetcher=fetcher())
    assert article.id == article.url == url(site)
    assert (article.title, article.outlet, article.published) == ("Talks go on", "The Harbor", date(2022, 12, 2))
    assert (article.language, article.raw) == ("en", HTML.encode())
    assert PARAGRAPHS[0] in article.text


def test_we_say_who_we_are_and_whom_we_ask(site):
    fetch(url(site), fetcher=fetcher())
    assert site.asked[-1] == (f"harbor.example:{site.port}", "/1")
    assert site.headers["User-Agent"] == user_agent()
    assert user_agent().startswith("onrecord/")


def test_a_plain_text_is_an_article(site):
    site.replies["/1"] = reply("Die Gespräche gehen weiter, sagte der Gesandte.".encode("cp1252"), kind="text/plain")
    article = fetch(url(site), fetcher=fetcher())
    assert article.text == "Die Gespräche gehen weiter, sagte der Gesandte."
    assert article.language == "de"


@pytest.mark.parametrize(
    ("body", "encoding"), [(gzip.compress(HTML.encode()), "gzip"), (HTML.encode(), ""), (HTML.encode(), "identity")]
)
def test_a_compressed_page_is_unpacked(site, body, encoding):
    site.replies["/1"] = reply(body, Content_Encoding=encoding)
    assert fetch(url(site), fetcher=fetcher()).raw == HTML.encode()


def test_a_page_in_chunks_is_put_together(site):
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (HTML[:99].encode(), HTML[99:].encode()))
    site.replies["/1"] = reply(chunks + b"0\r\n\r\n", Transfer_Encoding="chunked", **{"Content-Length": ""})
    assert fetch(url(site), fetcher=fetcher()).raw == HTML.encode()


def test_redirects_are_followed_and_the_last_address_is_the_articles(site):
    site.replies |= {"/a": moved("b?c=d"), "/b?c=d": moved(url(site, "/1", "lake.example"), "308 Permanent Redirect")}
    assert fetch(url(site, "/a"), fetcher=fetcher()).url == url(site, "/1", "lake.example")


def test_too_many_redirects_are_an_error(site):
    site.replies["/a"] = moved("/a")
    assert "redirected more than 3 times" in error_at(site, "/a").reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (reply("no", status="404 Not Found"), "the server answered 404"),
        (reply("no", status="503 Busy"), "the server answered 503"),
        (reply(status="302 Found"), "the server answered 302"),
        (reply("no", kind="application/pdf"), "it is application/pdf"),
        (reply(rss(), kind="application/rss+xml"), "it is application/rss+xml, and only pages, plain texts and feeds"),
        (reply("no", kind=""), "the server does not say what it is"),
        (reply("<p>"), "no article text found"),
        (reply("1 2 3", kind="text/plain"), "empty"),
        (reply(HTML, Content_Encoding="br"), "compressed with 'br'"),
        (reply(b"a" * 200_001), "larger than 200,000 bytes"),
        (reply(gzip.compress(bytes(200_001)), Content_Encoding="gzip"), "unfolds to more than 200,000 bytes"),
        (reply(HTML).replace(b"Content-Length: ", b"Content-Length: 1"), "cut short"),
        (reply(HTML, Transfer_Encoding="chunked"), "no proper reply"),
        (b"nonsense\r\n\r\n", "no proper reply"),
        (b"", "no proper reply"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", "no proper reply"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n", "no proper reply"),
    ],
)
def test_a_reply_that_is_no_article_is_an_error_with_the_address(site, answer, reason):
    site.replies["/1"] = answer
    error = error_at(site)
    assert error.where == url(site)
    assert reason in error.reason


def test_a_feed_that_is_taken_for_a_page_says_what_to_do(site):
    site.replies["/1"] = reply(rss(), kind="application/rss+xml")
    assert "use onrecord feed" in error_at(site).reason


@contextmanager
def listening(answer: list[bytes], *, wait: float) -> Iterator[int]:
    """A server that gives its answer in parts, a while after each other."""
    server = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        try:
            connection, _ = server.accept()
            with connection:
                for part in answer:
                    connection.sendall(part)
                    time.sleep(wait)
        except OSError:
            return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield server.getsockname()[1]
    finally:
        server.close()
        thread.join(5)


@pytest.mark.parametrize(
    "answer",
    [[b""] * 12, [b"HTTP/1.1 200 OK\r\n"] + [b"A: b\r\n"] * 40, [reply(HTML)[:200]] + [b"a"] * 40],
    ids=["nothing", "headers", "a body"],
)
def test_a_server_that_drips_is_left_when_the_time_is_up(answer):
    start = time.monotonic()
    with listening(answer, wait=0.1) as port, pytest.raises(FetchError, match=r"robots\.txt cannot be read") as caught:
        fetch(f"http://harbor.example:{port}/", fetcher=fetcher(limits=Limits(seconds=0.5, pause=0)))
    assert "took too long" in caught.value.reason
    assert time.monotonic() - start < 3


def test_a_host_that_is_not_there_is_an_error():
    with pytest.raises(FetchError, match="no proper reply"):
        fetch("http://harbor.example:1/", fetcher=fetcher())


# What is not let through


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f.1/",
        "http://2130706433/",
    ],
)
def test_addresses_of_this_machine_and_its_network_are_never_connected_to(address, monkeypatch):
    def connect(*_: object, **__: object) -> socket.socket:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError):
        fetch(address, limits=QUICK)


@pytest.mark.parametrize(
    "to",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "//127.0.0.1/",
        "file:///etc/passwd",
        "http://harbor.example:22/",
        "http://[",
    ],
)
def test_a_redirect_to_what_may_not_be_fetched_is_refused(site, to, monkeypatch):
    """The first host is let through as if it were public; where it leads to is not."""
    site.replies["/a"] = moved(to)
    real = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda place, **options: real(("127.0.0.1", site.port), **options))

    def resolve(host: str, port: int) -> list[str]:
        return [PUBLIC] if host == "harbor.example" else [host]

    with pytest.raises(FetchError):
        fetch(url(site, "/a"), fetcher=fetcher(allow_private=False, resolve=resolve))
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_name_that_changes_its_number_between_two_look_ups_gains_nothing(site, monkeypatch):
    """The connection is made to the number that was checked: the name is not looked up again for it."""
    numbers = [[PUBLIC], [PUBLIC], ["127.0.0.1"]]
    connected: list[str] = []
    real = socket.create_connection

    def connect(place: tuple[str, int], **options: object) -> socket.socket:
        connected.append(place[0])
        return real(("127.0.0.1", site.port), **options)

    monkeypatch.setattr(socket, "create_connection", connect)
    rebinding = fetcher(allow_private=False, resolve=lambda host, port: numbers.pop(0))
    fetch(url(site), fetcher=rebinding)
    assert connected == [PUBLIC, PUBLIC]
    with pytest.raises(FetchError, match=r"is at 127\.0\.0\.1"):
        fetch(url(site), fetcher=rebinding)
    assert connected == [PUBLIC, PUBLIC]


def test_the_next_number_is_tried_where_the_first_does_not_answer(site):
    other = fetcher(resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert fetch(url(site), fetcher=other).title == "Talks go on"


# robots.txt


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: onrecord\nDisallow: /1\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: onrecord\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /private", True),
        ("", True),
        ("\x00\xff nonsense", True),
    ],
    ids=["nobody", "not us", "only us", "elsewhere", "nothing", "nonsense"],
)
def test_robots_txt_is_kept_to(site, rules, allowed):
    site.replies["/robots.txt"] = reply(rules, kind="text/plain")
    if allowed:
        assert fetch(url(site), fetcher=fetcher()).title
    else:
        assert error_at(site).reason == "the host's robots.txt does not allow it"
        assert "/1" not in site.paths()


@pytest.mark.parametrize(
    ("status", "allowed"),
    [("404 Not Found", True), ("403 Forbidden", True), ("500 Broken", False), ("503 Busy", False)],
)
def test_a_host_whose_rules_cannot_be_read_now_allows_nothing(site, status, allowed):
    site.replies["/robots.txt"] = reply("no", status=status)
    if allowed:
        assert fetch(url(site), fetcher=fetcher()).title
    else:
        assert "robots.txt cannot be read (status 50" in error_at(site).reason


def test_rules_are_asked_for_once_and_for_each_host_that_a_redirect_leads_to(site):
    site.replies["/a"] = moved(url(site, "/1", "lake.example"))
    one = fetcher()
    fetch(url(site, "/a"), fetcher=one)
    fetch(url(site, "/1", "lake.example"), fetcher=one)
    assert site.paths() == ["/robots.txt", "/a", "/robots.txt", "/1", "/1"]


def test_a_host_that_forbids_is_not_asked_through_a_redirect(site):
    site.replies |= {"/a": moved("/1"), "/robots.txt": reply("User-agent: *\nDisallow: /1", kind="text/plain")}
    assert "does not allow it" in error_at(site, "/a").reason


@pytest.mark.parametrize(
    ("rules", "pause", "waits"), [("", 0.0, 0.0), ("", 0.2, 0.2), ("User-agent: *\nCrawl-delay: 1", 0.0, 1.0)]
)
def test_a_host_is_left_in_peace_for_a_while(site, rules, pause, waits, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr("onrecord.sources.fetcher.sleep", waited.append)
    site.replies["/robots.txt"] = reply(rules, kind="text/plain")
    one = fetcher(limits=Limits(pause=pause))
    fetch(url(site), fetcher=one)
    fetch(url(site), fetcher=one)
    assert waited[0] == 0
    assert max(0, waits - 0.5) <= waited[1] <= waits


# Feeds

ENTRY = "<title>A</title><link>/1</link><pubDate>Sat, 03 Dec 2022 10:00:00 GMT</pubDate><description>{}</description>"


def test_a_feed_gives_its_entries(site):
    site.replies["/feed"] = reply(rss(ENTRY.format(PARAGRAPHS[0])), kind="application/rss+xml")
    [article] = feed(url(site, "/feed"), fetcher=fetcher())
    assert (article.text, article.url, article.language) == (PARAGRAPHS[0], url(site), "en")
    assert site.paths() == ["/robots.txt", "/feed"]


def test_whole_pages_are_fetched_when_they_are_asked_for(site):
    items = [ENTRY.format(PARAGRAPHS[0]), ENTRY.format("No.").replace("/1", "/2"), ENTRY.format("").replace("/1", "")]
    site.replies["/feed"] = reply(rss(*items), kind="text/xml")
    found = feed(url(site, "/feed"), whole=True, fetcher=fetcher())
    assert site.paths() == ["/robots.txt", "/feed"]
    article = next(found)
    assert PARAGRAPHS[2] in article.text
    assert (article.published, article.outlet) == (date(2022, 12, 3), "The Harbor")
    missing, empty = found
    assert isinstance(missing, FetchError)
    assert (missing.where, missing.reason) == (url(site, "/2"), "the server answered 404")
    assert isinstance(empty, InputError)


def test_an_entry_that_leads_into_our_network_is_refused(site, monkeypatch):
    site.replies["/feed"] = reply(rss(ENTRY.format("No.").replace("/1", "http://10.0.0.1/")), kind="text/xml")
    real = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda place, **options: real(("127.0.0.1", site.port), **options))
    one = fetcher(allow_private=False, resolve=lambda host, port: [PUBLIC if host == "harbor.example" else host])
    [item] = feed(url(site, "/feed"), whole=True, fetcher=one)
    assert isinstance(item, FetchError)
    assert "no public address" in item.reason


def test_what_is_no_feed_is_an_error(site):
    with pytest.raises(FetchError, match="no entry of a feed"):
        feed(url(site), fetcher=fetcher())


# Encryption

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="no program to make a certificate")


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    key, file = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=harbor.example", "-addext", "subjectAltName=DNS:harbor.example"]
    subprocess.run([*command, "-keyout", key, "-out", file], check=True, capture_output=True)
    return key, file


@needs_openssl
def test_the_certificate_is_checked_for_the_name_though_the_connection_is_to_a_number(certificate):
    key, file = certificate
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file, key)
    names: list[str | None] = []
    server.sni_callback = lambda sock, name, context: names.append(name)
    one = fetcher(context=ssl.create_default_context(cafile=str(file)))
    with serving(Site({"/1": reply(HTML)}), context=server) as site:
        secure = url(site).replace("http", "https")
        assert fetch(secure, fetcher=one).url == secure
        assert set(names) == {"harbor.example"}
        with pytest.raises(FetchError, match="cannot be trusted"):
            fetch(secure.replace("harbor", "lake"), fetcher=one)
        with pytest.raises(FetchError, match="cannot be trusted"):
            fetch(secure, fetcher=fetcher())
