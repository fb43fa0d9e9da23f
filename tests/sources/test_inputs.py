from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.errors import InputError, UsageError
from onrecord.records import Article
from onrecord.sources import articles
from tests.sources.source_builders import packed, page, record, rss

NO = "The envoy said no."


def names(*paths: str | Path) -> list[str]:
    """Ids of articles, and where the errors are, marked with `!`."""
    return [f"!{item.where}" if isinstance(item, InputError) else item.id for item in articles(paths)]


def error_in(path: str | Path) -> InputError:
    [item] = articles([path])
    assert isinstance(item, InputError)
    return item


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def stdin(monkeypatch):
    def put(raw: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(raw))))

    return put


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*texts: str, encoding: str = "utf-8") -> bytes:
    return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode(encoding)


def test_a_text_file_is_one_article_with_the_path_as_given(at_home):
    write(at_home / "a.txt", "No – said Zoë.\r\n")
    [article] = articles(["./a.txt"])
    assert article == Article(id="./a.txt", text="No – said Zoë.\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_every_encoding_is_read_in_both_forms(tmp_path, name, encoding):
    raw = "No – said Zoë.".encode(encoding) if name == "a.txt" else lines("No – said Zoë.", encoding=encoding)
    [article] = articles([write(tmp_path / name, raw)])
    assert isinstance(article, Article)
    assert article.text == "No – said Zoë."


def test_inputs_are_read_in_their_order(at_home):
    write(at_home / "b.txt", NO)
    write(at_home / "a.ndjson", lines(NO, NO))
    assert names("b.txt", "missing.txt", "a.ndjson") == ["b.txt", "!missing.txt", "a.ndjson:1", "a.ndjson:2"]


def test_a_folder_is_read_sorted_with_what_is_in_it_and_without_what_is_hidden(at_home):
    for name in ["b.txt", "a.TXT", "c/d.jsonl", "c/.e.txt", ".f/g.txt", "h.md", "i.pdf"]:
        write(at_home / "news" / name, lines(NO) if name.endswith("jsonl") else NO)
    assert names("news") == ["news/a.TXT", "news/b.txt", "news/c/d.jsonl:1"]


def parquet(*texts: str) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": list(texts)}), out)
    return out.getvalue()


KINDS = {
    "a.csv": f"text,title\n{NO},a\n",
    "b.tsv": f"text\ttitle\n{NO}\ta\n",
    "c.parquet": parquet(NO),
    "d.html": page(),
    "e.HTM": page(),
    "f.rss": rss(f"<description>{NO}</description>"),
    "g.xml": rss(f"<description>{NO}</description>"),
    "h.warc": record("https://harbor.example/1", page()),
    "i.warc.gz": packed(record("https://harbor.example/2", page())),
    "j.ndjson": lines(NO),
}
IDS = ["a.csv:2", "b.tsv:2", "c.parquet:1", "d.html", "e.HTM", "f.rss:1", "g.xml:1"]
IDS += ["https://harbor.example/1", "https://harbor.example/2", "j.ndjson:1"]


def test_every_kind_of_file_in_a_folder_is_read_by_its_name(at_home):
    for name, content in KINDS.items():
        write(at_home / name, content)
    assert [name.removeprefix("./") for name in names(".")] == IDS


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_is_known_by_its_content_where_its_name_does_not_tell(at_home, name):
    write(at_home / "news", KINDS[name])
    [item] = articles(["news"])
    assert isinstance(item, Article), item
    assert NO in item.text or "The envoy of Norvia" in item.text


@pytest.mark.parametrize("name", ["a.csv", "d.html", "f.rss", "j.ndjson"])
def test_every_kind_that_needs_no_file_is_known_on_standard_input(stdin, name):
    content = KINDS[name]
    stdin(content if isinstance(content, bytes) else content.encode())
    [item] = articles(["-"])
    assert isinstance(item, Article), item


@pytest.mark.parametrize("name", ["c.parquet", "h.warc"])
def test_what_needs_a_file_is_an_error_on_standard_input(monkeypatch, name):
    content = KINDS[name]
    stream = io.BufferedReader(Pipe(content if isinstance(content, bytes) else content.encode()))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    assert "it can only be read from a file, not from a pipe" in error_in("-").reason


def test_the_columns_may_be_named_for_tables_and_records(at_home):
    write(at_home / "a.csv", f"lead,by\n{NO},The Harbor\n")
    write(at_home / "b.jsonl", json.dumps({"lead": NO, "by": "The Harbor"}))
    write(at_home / "c.parquet", parquet(NO))
    found = list(articles(["a.csv", "b.jsonl", "c.parquet"], columns={"text": "lead", "outlet": "by"}))
    assert [item.outlet for item in found[:2]] == ["The Harbor", "The Harbor"]
    assert found[2].reason == 'there is no column "by"; there are "text"'


def test_a_field_that_no_article_has_is_told_before_anything_is_read():
    with pytest.raises(UsageError, match="author"):
        articles(["missing.csv"], columns={"author": "by"})


@pytest.mark.parametrize("name", ["a.csv", "d.html", "g.xml", "j.ndjson"])
def test_a_file_may_be_taken_as_the_plain_text_that_it_is(at_home, name):
    content = KINDS[name]
    write(at_home / name, content)
    [article] = articles([name], text=True)
    assert article.text == (content.decode() if isinstance(content, bytes) else content)
    assert article.raw is None


def test_a_picture_is_no_plain_text_whatever_it_is_taken_as(at_home):
    write(at_home / "a.png", b"\x89PNG\r\n")
    [item] = articles(["a.png"], text=True)
    assert isinstance(item, InputError)


def test_the_language_is_told_where_it_is_asked_for_and_not_of_the_header(at_home):
    german = "Die Gespräche im Hafen gehen weiter, sagte der Gesandte am Freitag."
    write(at_home / "a.txt", f"HARBOR TOWN, Norvia, Feb 2, 2022 (Reuters) - {german}")
    write(at_home / "b.txt", "No.")
    assert [item.language for item in articles(["a.txt", "b.txt"], languages=True)] == ["de", None]
    assert [item.language for item in articles(["a.txt", "b.txt"])] == [None, None]


@pytest.mark.parametrize("name", ["https://harbor.example/1", "file:///etc/passwd", "HTTP://harbor.example"])
def test_an_address_is_an_error_that_says_what_to_do(at_home, name):
    assert "use onrecord fetch" in error_in(name).reason


def test_an_empty_folder_is_an_error(at_home):
    (at_home / "news").mkdir()
    assert ".txt" in error_in("news").reason


def test_a_folder_that_leads_back_to_itself_ends(at_home):
    write(at_home / "news" / "a.txt", NO)
    (at_home / "news" / "again").symlink_to(at_home / "news")
    assert names("news") == ["news/a.txt"]


@pytest.mark.parametrize("name", ["a.md", "a", "a.docx"])
def test_another_ending_is_text_if_its_bytes_are(tmp_path, name):
    [article] = articles([write(tmp_path / name, NO)])
    assert isinstance(article, Article)


def test_records_are_known_by_their_first_line_too(at_home):
    write(at_home / "a.json", b"\n" + lines(NO))
    assert names("a.json") == ["a.json:2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"MZ\x00\x00\x01\x00\x00\x02" * 9, "binary"),
        (b"No.\n" * 99_999 + b"\x00", "binary"),
        (b"<!doctype html>\n<p>", "no article text found (19 bytes of HTML); pass --text"),
    ],
    ids=["nothing", "a mark", "blank", "pdf", "binary", "binary at the end", "html"],
)
def test_a_file_that_is_no_article_is_an_error_with_its_name(tmp_path, content, reason):
    path = write(tmp_path / "a.txt", content)
    error = error_in(path)
    assert error.where == str(path)
    assert reason in error.reason


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_an_empty_file_is_an_error_in_both_forms(tmp_path, name):
    assert "empty" in error_in(write(tmp_path / name, b"")).reason


def test_a_missing_file_is_an_error(at_home):
    assert str(error_in("a.txt")) == "cannot read a.txt: no such file or directory"
    assert "no file" in error_in("a\0.txt").reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_and_a_closed_folder_are_errors(at_home):
    write(at_home / "a.txt", NO).chmod(0)
    write(at_home / "news" / "b.txt", NO).parent.chmod(0)
    assert names("a.txt", "news") == ["!a.txt", "!news"]


def test_a_name_that_is_no_unicode_is_shown_with_its_bytes(at_home):
    name = os.fsdecode(b"caf\xe9.txt")
    write(at_home / name, NO)
    assert names(name, ".") == ["caf\\udce9.txt", "caf\\udce9.txt"]


def test_one_line_of_ten_megabytes_is_an_error_and_the_others_are_read(tmp_path):
    long = "a" * 10_000_000
    path = write(tmp_path / "a.jsonl", lines(NO, long, NO))
    items = list(articles([path, write(tmp_path / "a.txt", f"No.\n{long}")]))
    assert [isinstance(item, InputError) for item in items] == [False, True, False, True]
    assert [item.where for item in items if isinstance(item, InputError)] == [f"{path}:2", f"{tmp_path / 'a.txt'}:2"]


def test_day_and_outlet_that_are_given_win(tmp_path):
    text = write(tmp_path / "a.txt", f"KYIV, Feb 2, 2022 (Reuters) - {NO}")
    record = {"text": NO, "published": "2022-02-02", "outlet": "The Harbor"}
    paths = [text, write(tmp_path / "a.jsonl", json.dumps(record))]
    given = list(articles(paths, published=date(2023, 1, 1), outlet="The Lake"))
    assert [(item.published, item.outlet) for item in given if isinstance(item, Article)] == [
        (date(2023, 1, 1), "The Lake")
    ] * 2


def test_standard_input_is_a_text(stdin):
    stdin(b"\xef\xbb\xbf" + NO.encode())
    assert list(articles(["-"])) == [Article(id="-", text=NO)]


def test_standard_input_that_begins_with_a_record_is_json_lines(stdin):
    stdin(b"\n" + lines(NO) + b"{\n" + lines(NO))
    assert names("-") == ["-:2", "!-:3", "-:4"]


@pytest.mark.parametrize("raw", [b"{no}", b'{"id": 1}', b'{\n"text": "no"}'])
def test_standard_input_that_begins_with_a_brace_may_be_a_text(stdin, raw):
    stdin(raw)
    [article] = articles(["-"])
    assert isinstance(article, Article)
    assert article.text == raw.decode()


def test_empty_standard_input_is_an_error(stdin):
    stdin(b"")
    assert error_in("-").where == "-"


def test_nothing_is_read_before_it_is_asked_for(at_home):
    items = articles(["a.txt", "b.txt"])
    write(at_home / "a.txt", NO)
    assert isinstance(next(items), Article)
    write(at_home / "b.txt", NO)
    assert isinstance(next(items), Article)


class Pipe(io.RawIOBase):
    """A stream that can be read from its beginning only."""

    def __init__(self, raw: bytes) -> None:
        self._bytes = io.BytesIO(raw)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        return self._bytes.readinto(buffer)


class Failing(io.RawIOBase):
    """A disk that gives some lines and then fails."""

    def __init__(self, raw: bytes) -> None:
        self._rest = [raw]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        if not self._rest:
            raise OSError(5, "Input/output error")
        raw = self._rest.pop()
        buffer[: len(raw)] = raw
        return len(raw)


def test_records_come_out_before_the_rest_is_read_and_a_disk_that_fails_is_an_error(monkeypatch):
    stream = io.BufferedReader(Failing(lines(NO, NO)))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    assert names("-") == ["-:1", "-:2", "!-"]
