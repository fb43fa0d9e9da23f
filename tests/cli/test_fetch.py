"""`onrecord fetch` and `onrecord feed`, with a web server of our own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import entries, open_ledger
from onrecord.sources import Fetcher, Limits
from tests.cli.conftest import Run
from tests.sources.web_server import Site, reply, serving

WORDS = "It rained in the harbour of Norvia for the third day, and the cranes stood still until noon."
PAGE = f"""<html lang="en"><head><title>Ports</title><meta name="author" content="A. Writer">
<meta property="og:site_name" content="Harbour Wire"><meta property="article:published_time" content="2031-03-14">
</head><body><article><h1>Ports</h1><p>Tolo Brand said that the ports of Norvia stay open.</p><p>{WORDS}</p>
<p>Mara Voss said that the grain will be shipped before the summer. {WORDS}</p></article></body></html>"""
ENTRY = "<item><title>{0}</title><link>{0}</link><guid>{0}</guid><description>{1}</description></item>"
SAID = "Ann Lee said that the talks of Norvia and Estmark go on as they were planned in the spring."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that need not be left in peace between two requests."""
    monkeypatch.setattr("onrecord.sources.fetching.Fetcher", _hasty)
    with serving(Site({"/1": reply(PAGE)})) as running:
        yield running


def _hasty(*, allow_private: bool) -> Fetcher:
    return Fetcher(limits=Limits(seconds=10, pause=0), allow_private=allow_private)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Where a ledger may be made."""
    return tmp_path / "talks.db"


def rss(*items: str) -> bytes:
    """A reply with a feed."""
    shown = f"<rss version='2.0'><channel><title>Estmark Post</title>{''.join(items)}</channel></rss>"
    return reply(shown, kind="application/rss+xml")


def at(site: Site, path: str) -> str:
    """An address of the site."""
    return f"http://127.0.0.1:{site.port}{path}"


def said(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Who speaks in a ledger, and who carried it."""
    with open_ledger(path) as opened:
        return [(entry.stmt.speakers[0].name, entry.outlets) for entry in entries(opened)]


def test_pages_are_fetched_into_the_ledger(run: Run, site: Site, ledger: Path) -> None:
    result = run("fetch", at(site, "/1"), "--allow-private", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "1 added (2 statements); 0 already there\n")
    assert said(ledger) == [("Tolo Brand", ("Harbour Wire",)), ("Mara Voss", ("Harbour Wire",))]


def test_a_page_that_cannot_be_fetched_costs_itself_only(run: Run, site: Site, ledger: Path) -> None:
    result = run("fetch", at(site, "/none"), at(site, "/1"), "--allow-private", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "1 added (2 statements); 0 already there; 1 failed\n")
    assert result.stderr == f"onrecord: cannot read {at(site, '/none')}: the server answered 404\n"


def test_a_host_of_ours_is_not_asked_unless_we_say_so(run: Run, site: Site, ledger: Path) -> None:
    result = run("fetch", at(site, "/1"), "--ledger", ledger)
    assert (result.exit_code, site.asked) == (1, [])
    assert "127.0.0.1, which is no public address; pass --allow-private if it is yours" in result.stderr


@pytest.mark.parametrize("command", ["fetch", "feed"])
@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://wire.example/1",
        "gopher://127.0.0.1/1",
        "/etc/passwd",
        "http://ann:secret@wire.example/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://wire.example/\x00",
    ],
)
def test_what_must_not_be_fetched_is_refused(run: Run, ledger: Path, command: str, url: str) -> None:
    result = run(command, url, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "0 added; 0 already there; 1 failed\n")
    assert len(result.stderr.splitlines()) == 1
    assert said(ledger) == []


def test_entries_of_a_feed_are_added(run: Run, site: Site, ledger: Path) -> None:
    site.replies["/feed"] = rss(ENTRY.format(at(site, "/1"), SAID))
    result = run("feed", at(site, "/feed"), "--allow-private", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "1 added (1 statement); 0 already there\n")
    assert said(ledger) == [("Ann Lee", ("Estmark Post",))]


def test_what_a_feed_had_before_is_passed_over(run: Run, site: Site, ledger: Path) -> None:
    site.replies["/feed"] = rss(ENTRY.format(at(site, "/1"), SAID))
    args = ("feed", at(site, "/feed"), "--allow-private", "--ledger", ledger)
    run(*args)
    assert run(*args).stdout == "0 added; 1 already there\n"


def test_the_pages_of_a_feed_are_fetched_if_asked_for(run: Run, site: Site, ledger: Path) -> None:
    site.replies["/feed"] = rss(ENTRY.format(at(site, "/1"), SAID))
    run("feed", at(site, "/feed"), "--whole", "--allow-private", "--ledger", ledger)
    assert [name for name, _ in said(ledger)] == ["Tolo Brand", "Mara Voss"]


def test_a_feed_that_is_none_costs_itself_only(run: Run, site: Site, ledger: Path) -> None:
    site.replies["/feed"] = rss(ENTRY.format(at(site, "/1"), SAID))
    result = run("feed", at(site, "/1"), at(site, "/feed"), "--allow-private", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "1 added (1 statement); 0 already there; 1 failed\n")


def test_another_language_is_left_out_unless_asked_for(run: Run, site: Site, ledger: Path) -> None:
    foreign = "Der Hafen von Norvia bleibt offen, sagte Tolo Brand am Morgen nach den Gesprächen in der Hauptstadt."
    site.replies["/feed"] = rss(ENTRY.format("a", foreign))
    args = ("feed", at(site, "/feed"), "--allow-private", "--ledger", ledger)
    assert "1 not in English (1 de; --any-language takes them)" in run(*args).stdout
    assert run(*args, "--any-language").stdout.startswith("1 added")
