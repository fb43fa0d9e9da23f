from __future__ import annotations

import pytest

from onrecord.sources.markup import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("No, said she.", "No, said she."),
        ("3 < 4 & 5 > 4", "3 < 4 & 5 > 4"),
        ("<p>No.</p><p>Yes.</p>", "No.\n\nYes."),
        ("<p>No, <b>said</b>\n she.</p>", "No, said she."),
        ("No<br>Yes<br/>No", "No\nYes\nNo"),
        ("&ldquo;No&rdquo; &amp; so", "“No” & so"),
        ("a<!-- b --><script>c</script><style>d</style>e", "ae"),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
        ("<p>unclosed <i>and", "unclosed and"),
        ("a<p>\x00b", "a\n\nb"),
        ("", ""),
        ("<p></p>", ""),
        ("<div>" * 9 + "no" + "</div>" * 9, "no"),
    ],
)
def test_the_text_of_a_piece_of_html(markup, text):
    assert plain_text(markup) == text


def test_nesting_without_end_ends():
    assert plain_text("no<div>" * 100_000).startswith("no")
