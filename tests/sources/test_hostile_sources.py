from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.errors import InputError
from onrecord.sources import articles
from tests.sources.source_builders import PARAGRAPHS, packed, page, record, rss

NO = "The envoy said no."
LONG = 100_000_000  # bytes of a line
MEGABYTE = 1 << 20


def parts(before: str, after: str) -> Iterable[bytes]:
    """A file with one line that does not end, between two that do."""
    yield before.encode()
    yield from [b"a" * MEGABYTE] * (LONG // MEGABYTE)
    yield after.encode()


def written(path: Path, chunks: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(chunks)
    return path


def shown(path: Path) -> list[str]:
    """Texts, and where errors are, marked with `!`."""
    items = articles([path])
    return [f"!{item.where[len(str(path)) :]}" if isinstance(item, InputError) else item.text for item in items]


LINE = json.dumps({"text": NO}) + "\n"
LONG_LINES = [
    ("a.jsonl", LINE, "\n" + LINE, [NO, "!:2", NO]),
    ("a.jsonl", LINE + '{"text": "', '"}\n' + LINE, [NO, "!:2", NO]),
    ("a.csv", f"text,title\n{NO},a\n", f"\n{NO},b\n", [NO, "!:3", NO]),
    ("a.csv", "", "", ["!:1"]),
    ("a.html", "<html>", "", ["!"]),
    ("a.rss", "<rss>", "", ["!"]),
    ("a.txt", NO + "\n", "", ["!:2"]),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before", "after", "found"),
    LONG_LINES,
    ids=["no record", "a record", "a row", "a header", "a page", "a feed", "a text"],
)
def test_a_line_of_a_hundred_megabytes_costs_itself_only(tmp_path, name, before, after, found):
    assert shown(written(tmp_path / name, parts(before, after))) == found


def peak(path: Path) -> tuple[int, int]:
    """How many items a file gives, and how many bytes a process of its own takes at most to read it (on Linux)."""
    program = (
        "import re; from pathlib import Path; from onrecord.sources import articles\n"
        f"n = len(list(articles([{str(path)!r}])))\n"
        "print(n, re.search(r'VmHWM:\\s+([0-9]+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    items, kilobytes = done.stdout.split()
    return int(items), int(kilobytes) * 1024


needs_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux only")


@needs_linux
@pytest.mark.slow
def test_a_line_of_a_hundred_megabytes_is_never_held(tmp_path):
    path = written(tmp_path / "a.csv", parts(f"text,title\n{NO},a\n", f"\n{NO},b\n"))
    items, size = peak(path)
    assert items == 3
    assert size < LONG  # with Python and its libraries


HTML = {
    "nested": "<div>" * 49_000 + PARAGRAPHS[0],
    "nested lists": "<ul><li>" * 20_000 + PARAGRAPHS[0],
    "tables": "<table><tr><td>" * 15_000 + PARAGRAPHS[0],
    "open tags": "<p>a <b>" * 20_000,
    "marks": "<" * 49_000,
    "attributes": "<p " + "a=b " * 100_000 + ">" + PARAGRAPHS[0],
    "a comment": "<!--" + "-" * 1_000_000,
    "entities": "&amp;" * 1_000_000,
    "fifty megabytes": "<p>no</p>" * 6_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("body", HTML.values(), ids=list(HTML))
def test_a_page_made_to_break_readers_is_an_article_or_an_error(tmp_path, body):
    bad = tmp_path / "a.html"
    bad.write_text("<html><body>" + body, encoding="utf-8")
    good = tmp_path / "b.html"
    good.write_text(page(), encoding="utf-8")
    first, second = articles([bad, good])
    assert isinstance(first, InputError) or first.raw
    assert PARAGRAPHS[0] in second.text


@needs_linux
@pytest.mark.slow
def test_an_archive_made_to_fill_memory_does_not(tmp_path):
    """Half a gigabyte in one record of half a megabyte, once for the archive and once for the page in it."""
    zeros = bytes(500_000_000)
    outer = packed(record("https://a.example/2", zeros))
    inner = record(
        "https://a.example/3", gzip.compress(zeros), headers="Content-Type: text/html\r\nContent-Encoding: gzip"
    )
    good = packed(record("https://a.example/1", page()))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(good + outer + packed(inner) + good)
    found = shown(path)
    assert found[1:3] == ["!: https://a.example/2", "!: https://a.example/3"]
    assert found[0] == found[3]
    items, size = peak(path)
    assert items == 4
    assert size < len(zeros) / 2  # with Python and the libraries for pages


def with_nul(name: str) -> bytes:
    """Three articles, the second with a NUL."""
    texts = [NO, "No\x00.", NO]
    if name.endswith(".jsonl"):
        return "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    if name.endswith(".csv"):
        return ("text,title\n" + "".join(f"{text},a\n" for text in texts)).encode()
    out = io.BytesIO()
    pq.write_table(pa.table({"text": texts}), out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_a_nul_costs_its_article_only(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(with_nul(name))
    first, second, third = shown(path)
    assert (first, third) == (NO, NO)
    assert second.startswith("!:")


BAD_BYTES = [
    ("a.jsonl", lambda text: json.dumps({"text": text}, ensure_ascii=False)),
    ("a.csv", lambda text: f'text,title\n"{text}",a\n'),
    ("a.html", page),
    ("a.rss", lambda text: rss(f"<description>{text}</description>")),
]


@pytest.mark.parametrize(("name", "made"), BAD_BYTES, ids=[name for name, _ in BAD_BYTES])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_an_encoding_that_nobody_named_is_told(tmp_path, name, made: Callable[[str], str], encoding):
    text = "“No” – said Zoë, the envoy of Norvia, to the reporters who had come to the harbour."
    path = tmp_path / name
    path.write_bytes(made(text).encode(encoding))
    [found] = shown(path)
    assert text in found


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet", "a.html", "a.rss", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 5000,
        b"\xff" * 5000,
        b"\x1f\x8b\x08" + b"\xff" * 99,
        b"PAR1" * 99,
        b"WARC/1.0\r\n" * 99,
        b"<" * 5000,
    ],
    ids=["nothing", "NULs", "high bytes", "no gzip", "no Parquet", "no archive", "marks"],
)
def test_what_is_not_what_its_name_says_is_an_error(tmp_path, name, raw):
    path = tmp_path / name
    path.write_bytes(raw)
    items = list(articles([path]))
    assert items
    assert all(isinstance(item, InputError) and item.where.startswith(str(path)) for item in items)
