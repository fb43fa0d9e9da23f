from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.sources.decode import decode, encoding_of

TEXT = "„Ні“, said Zoë.\r\nShe left…\r"
WHOLE = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-be-mark", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_a_text_is_the_same_in_every_encoding_and_keeps_its_line_ends(raw):
    assert decode(raw) == TEXT


def test_what_is_not_utf_8_is_windows_1252():
    assert decode("“Zoë – non…”".encode("cp1252")) == "“Zoë – non…”"


def test_bytes_that_windows_1252_leaves_undefined_become_control_characters():
    assert decode(b"caf\xe9 \x81\x9d") == "café \x81\x9d"


def test_one_broken_byte_does_not_garble_a_text_in_utf_8():
    assert decode("„Ні“, said Zoë".encode() + b" \x96 no") == "„Ні“, said Zoë – no"


def test_windows_1252_that_looks_like_utf_8_for_a_moment_is_not_mixed():
    text = "«É”, é, è, ê, ü»"  # the first pair of bytes is a character in UTF-8 too
    assert decode(text.encode("cp1252")) == text


def test_broken_utf_16_has_replacement_characters():
    assert decode(codecs.BOM_UTF16_LE + "No".encode("utf-16-le") + b"\x00\xd8") == "No\ufffd"


def test_cyrillic_in_utf_16_is_told_by_its_spaces():
    text = "Посол сказав ні. " * 20
    assert decode(text.encode("utf-16-le")) == text


def test_latvian_in_utf_16_is_told_though_a_letter_has_its_nul_on_the_other_side():
    text = "Ābols, said the envoy of Latvia. " * 20
    assert decode(text.encode("utf-16-le")) == text


@pytest.mark.parametrize("raw", [b"", b"a", b"\x00", b"MZ\x00\x00\x01\x00\x00\x02" * 9])
def test_nuls_on_both_sides_are_not_utf_16(raw):
    assert encoding_of(raw) in {"utf-8", "utf-16-be"}


@given(WHOLE)
def test_utf_8_goes_round(text):
    assume("\x00" not in text)
    assume(not text.startswith("\ufeff"))
    assert decode(text.encode()) == text


@given(WHOLE, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_mark_decides_and_is_taken_away(text, encoding):
    assume(encoding != "utf-16" or not text.startswith("\0"))  # the mark of UTF-16 and a NUL are that of UTF-32
    assert decode(text.encode(encoding)) == text


@given(st.lists(st.sampled_from(["é ", "“a", "ÿ.", "€1", "a"])).map("".join))
def test_windows_1252_goes_round(text):
    assert decode(text.encode("cp1252")) == text


@given(st.binary())
def test_any_bytes_become_a_text_that_can_be_stored(raw):
    decode(raw).encode()
