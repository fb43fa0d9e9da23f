from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.lines import read_head, read_lines, split_lines

TEXT = "one\ntwo\r\n\nfour\rfive"


class Drip(io.BytesIO):
    """A stream that gives a few bytes at a time, as pipes do."""

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read1(3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("kind", [io.BytesIO, Drip])
def test_lines_come_with_their_ends(encoding, kind):
    stream = kind(TEXT.encode(encoding))
    lines = list(read_lines(stream, head=read_head(stream)))
    assert lines == ["one\n", "two\r\n", "\n", "four\rfive"]


def test_no_more_than_a_line_is_waited_for():
    stream = Drip(b"one\n" + b"x" * 1000)
    assert len(read_head(stream)) < 10


@given(st.lists(st.text("ab\n\r\u2028", max_size=8)), st.integers(1, 9))
def test_lines_do_not_depend_on_how_the_text_arrives(parts, limit):
    whole = "".join(parts)
    assert list(split_lines(parts, limit=limit)) == list(split_lines([whole], limit=limit))
    assert "".join(line or "" for line in split_lines(parts)) == whole


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (["aaaa\nb\n"], [None, "b\n"]),
        (["aa", "aa", "aa", "\nb"], [None, "b"]),
        (["b\n", "aaaa"], ["b\n", None]),
        (["éé\nb"], [None, "b"]),
        (["aaa\nb"], ["aaa\n", "b"]),
    ],
    ids=["in one part", "in several", "at the end", "by bytes", "just short enough"],
)
def test_a_line_that_is_too_long_is_none_and_the_next_ones_are_read(parts, lines):
    assert list(split_lines(parts, limit=4)) == lines


def test_a_line_that_is_too_long_is_not_kept():
    taken = 0

    def parts():
        nonlocal taken
        for taken in range(1000):  # noqa: B007 (counted for the assertion)
            yield "a" * 100
        yield "\nb"

    lines = split_lines(parts(), limit=1000)
    assert next(lines) is None
    assert taken < 12
    assert list(lines) == ["b"]
