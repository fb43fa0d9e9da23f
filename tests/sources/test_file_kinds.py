from __future__ import annotations

import pytest

from onrecord.sources.kinds import refusal, text_refusal


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "docx"),
        (b"\x89PNG\r\n", "PNG"),
        (b"{\\rtf1 no}", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x7fELF\x02", "program"),
        (b"MZ\x00\x00\x01\x00\x00\x02" * 9, "NUL"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(head, word):
    assert word in (refusal(head) or "")


@pytest.mark.parametrize(
    "head", [b"", b"No, said she.", "No, said she.".encode("utf-16"), "No, said she.".encode("utf-16-le")]
)
def test_text_is_not_refused(head):
    assert refusal(head) is None


@pytest.mark.parametrize(("text", "word"), [("No.\x00", "NUL"), ("No.\x01\x02", "2 of 5")])
def test_binary_is_refused(text, word):
    assert word in (text_refusal(text) or "")


@pytest.mark.parametrize("text", ["No, said <b>she</b>.", "No.\f\r\n\t\x85", "No, said she. " * 9 + "\x01"])
def test_a_rare_control_character_is_no_reason(text):
    assert text_refusal(text) is None
