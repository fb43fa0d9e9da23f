from __future__ import annotations

import pytest

from onrecord.sources.recognition import kind_of
from tests.sources.source_builders import packed, page, record, rss

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">'


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.jsonl", b"", "records"),
        ("a.CSV", b"", "table"),
        ("a.tsv", b"", "table"),
        ("a.htm", b"no", "page"),
        ("a.rss", b"no", "feed"),
        ("a.warc.gz", b"", "archive"),
        ("a.pq", b"", "parquet"),
        ("a.txt", b"No, said she.", None),
        ("-", b"", None),
        ("-", b"PAR1", "parquet"),
        ("a.csv", b"PAR1", "parquet"),
        ("-", record("https://a.example", "no"), "archive"),
        ("-", packed(record("https://a.example", "no")), "archive"),
        ("-", page().encode(), "page"),
        ("a.txt", page().encode("utf-16"), "page"),
        ("-", b"<!-- by hand -->\n<HTML lang=en>", "page"),
        ("-", b'<?xml version="1.0"?>\n<!DOCTYPE html>', "page"),
        ("a.xml", rss().encode(), "feed"),
        ("-", f"<?xml version='1.0'?>\n<?xml-stylesheet href='a'?>\n<!-- b -->{ATOM}".encode(), "feed"),
        ("-", b"<rdf:RDF xmlns='...'>", "feed"),
        ("a.xml", b"<urlset>", None),
        ("-", b"<b>No</b>, said she.", None),
        ("-", b"Feeds begin with <rss>.", None),
    ],
)
def test_a_file_is_known_by_its_name_or_its_first_bytes(name, head, kind):
    assert kind_of(name, head) == kind


@pytest.mark.parametrize("head", [b"<?" * 4000, b"<!--" * 2000, b" " * 8192, b"<!-- a -->" * 800])
def test_a_prologue_without_end_takes_no_time(head):
    assert kind_of("-", head) is None
