from __future__ import annotations

import pytest

from onrecord.sources.charsets import decode_page

NO = "«Нет», сказал посол."


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        (NO.encode(), "windows-1251", NO),
        (NO.encode("cp1251"), "windows-1251", NO),
        (b'<meta charset="windows-1251">' + NO.encode("cp1251"), None, '<meta charset="windows-1251">' + NO),
        (b'<?xml encoding="koi8-r"?>' + "Нет".encode("koi8-r"), None, '<?xml encoding="koi8-r"?>Нет'),
        (b"<meta charset=koi8-r>" + "Нет".encode("cp1251"), "cp1251", "<meta charset=koi8-r>Нет"),
        (NO.encode("utf-16"), "windows-1251", NO),
        ("“Zoë”".encode("cp1252"), "iso-8859-1", "“Zoë”"),
        ("“Zoë”".encode("cp1252"), "no-such", "“Zoë”"),
        ("Zoë".encode("cp1252"), "punycode", "Zoë"),
        ("Zoë".encode("cp1252"), "base64", "Zoë"),
        (b"<meta charset=gb2312>\xff", None, "<meta charset=gb2312>\ufffd"),
    ],
    ids=[
        "UTF-8 wins",
        "the server's",
        "the page's",
        "an XML declaration",
        "the server's before the page's",
        "a byte order mark",
        "Latin-1 is Windows-1252",
        "not known",
        "no encoding of pages",
        "no encoding of text",
        "broken bytes",
    ],
)
def test_a_page_is_decoded_as_it_was_meant(raw, charset, text):
    assert decode_page(raw, charset=charset) == text
