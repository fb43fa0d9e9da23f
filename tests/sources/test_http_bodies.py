from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from onrecord.sources.bodies import unchunked, unpacked

NO = b"The envoy said no."


def bare(raw: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(raw) + packer.flush()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (NO, ""),
        (NO, "identity"),
        (gzip.compress(NO), "gzip"),
        (gzip.compress(NO), " X-GZIP "),
        (gzip.compress(NO[:9]) + gzip.compress(NO[9:]) + b"\0\0", "gzip"),
        (zlib.compress(NO), "deflate"),
        (bare(NO), "deflate"),
        (NO, "gzip"),
    ],
    ids=["none", "named none", "gzip", "its old name", "in parts", "zlib", "bare", "already unpacked"],
)
def test_a_body_is_unpacked(body, encoding):
    assert unpacked(body, encoding, limit=100) == NO


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(bytes(101)), "gzip", "more than 100 bytes"),
        (gzip.compress(bytes(60)) * 2, "gzip", "more than 100 bytes"),
        (gzip.compress(b"") * 2000, "gzip", "more than 1,000 parts"),
        (gzip.compress(NO)[:-12], "gzip", "cut short"),
        (gzip.compress(NO)[:10] + b"\x07" * 20, "gzip", "damaged"),
        (NO, "br", "'br', which is not read"),
        (NO, "gzip, gzip", "which is not read"),
    ],
    ids=["too large", "together too large", "too many parts", "cut short", "damaged", "not known", "twice"],
)
def test_a_body_that_cannot_be_unpacked_is_an_error(body, encoding, reason):
    with pytest.raises(ValueError, match=reason):
        unpacked(body, encoding, limit=100)


def test_a_bomb_is_never_held():
    bomb = gzip.compress(bytes(200_000_000), 1)
    tracemalloc.start()
    with pytest.raises(ValueError, match="more than 1,000,000 bytes"):
        unpacked(bomb, "gzip", limit=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (b"3\r\nThe\r\n4;a=b\r\n env\r\n0\r\n\r\n", b"The env"),
        (b"3\r\nThe\r\n4\r\n en", b"The en"),
        (b"not chunked\r\n", b"not chunked\r\n"),
        (b"", b""),
        (b"-3\r\nThe", b"-3\r\nThe"),
    ],
    ids=["in chunks", "cut short", "none", "nothing", "less than nothing"],
)
def test_chunks_are_put_together(body, whole):
    assert unchunked(body) == whole
