"""What stands in quotation is found, whatever the marks, and forms follow from it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.quotes import dialogue, form, quotations, verbatim
from onrecord.records import Span

ANY_TEXT = (
    st.text()
    | st.text(alphabet="\"“”„«»'‘’`‹› -–—.,:!\n<>5saX")
    | st.lists(
        st.sampled_from(
            ['"', "“", "”", "'", "’", "''", "``", " ", "\n\n", "\n", "- ", ". - ", " - he said.", "the ", "boys", "5"]
        )
    ).map("".join)
)


def slices(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("“We will,” he said. “Soon.”", ["“We will,”", "“Soon.”"], id="curly"),
        pytest.param('"We will," he said. "Soon."', ['"We will,"', '"Soon."'], id="straight"),
        pytest.param("„Wir kommen“, sagte er. „Bald.“", ["„Wir kommen“", "„Bald.“"], id="German"),
        pytest.param("„Idziemy” i „już” idziemy", ["„Idziemy”", "„już”"], id="Polish"),
        pytest.param("«Oui», dit-il. « Non », dit-elle.", ["«Oui»", "« Non »"], id="guillemets"),
        pytest.param("»Ja«, sagte er. »Nein«", ["»Ja«", "»Nein«"], id="guillemets inwards"),
        pytest.param("``We will,'' he said. ``Soon.''", ["``We will,''", "``Soon.''"], id="TeX"),
        pytest.param("''We will,'' he said. ''Soon.''", ["''We will,''", "''Soon.''"], id="two apostrophes"),
        pytest.param("‘We will,’ he said. 'Soon.'", ["‘We will,’", "'Soon.'"], id="single"),
        pytest.param('“We will," he said. "Soon.”', ['“We will,"', '"Soon.”'], id="mixed"),
        pytest.param('He said „enough..." and left', ['„enough..."'], id="Polish open, straight close"),
        pytest.param("He spoke of “ standing firm ” there", ["“ standing firm ”"], id="spaces inside"),
        pytest.param('He said."We want to."And left.', ['"We want to."'], id="no spaces outside"),
        pytest.param('He said: "No.""Never," she said.', ['"No."', '"Never,"'], id="two that touch"),
        pytest.param('<a href="x">A link</a> to "him"', ['"him"'], id="mark-up"),
    ],
)
def test_each_kind_of_mark_is_read(text, found):
    assert slices(text, quotations(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the players' goal, it’s theirs.",
        "The players’ union was loud in the ’90s and the '80s.",
        "Rock 'n' roll for 'em, ’til dawn.",
        "He is 5'10\" tall and she is 6’2”.",
        "The boss' desk and the boys' room.",
        "no marks at all",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotation(text):
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("‘It is the players’ goal,’ he said.", "‘It is the players’ goal,’", id="possessive in single"),
        pytest.param(
            "He said: 'We won't, and they can't.'", "'We won't, and they can't.'", id="contractions in single"
        ),
        pytest.param("\"He said 'no' to us,\" she said.", "\"He said 'no' to us,\"", id="single in double"),
        pytest.param("‘He said “no” to us,’ she said.", "‘He said “no” to us,’", id="double in single"),
        pytest.param("“He said ‘no’.” Then he left.", "“He said ‘no’.”", id="both close together"),
        pytest.param("''I said 'no,''' he said.", "''I said 'no,'''", id="three apostrophes"),
        pytest.param('"He is 5\'10" tall," she said.', '"He is 5\'10" tall,"', id="inches in double"),
    ],
)
def test_only_the_outermost_quotation_counts(text, found):
    assert slices(text, quotations(text)) == [found]


def test_a_quotation_over_paragraphs_is_one_stretch_each():
    text = "“First of all.\n\n“Then this.\n\n“And that,” he said."
    assert slices(text, quotations(text)) == ["“First of all.", "“Then this.", "“And that,”"]


def test_paragraphs_of_a_quotation_need_not_open_again():
    text = '"First of all.\n\nThen this," he said. "Yes."'
    assert slices(text, quotations(text)) == ['"First of all.', 'Then this,"', '"Yes."']


def test_a_quotation_goes_on_over_the_end_of_a_line():
    text = "He said “we will\nnot go” and left."
    assert slices(text, quotations(text)) == ["“we will\nnot go”"]


def test_a_mark_that_never_closes_ends_with_its_paragraph():
    text = 'He said "we will.  \n\nThen "others" came.'
    assert slices(text, quotations(text)) == ['"we will.', '"others"']


def test_a_mark_that_never_opened_is_left_alone():
    text = 'We will," he said.\n\nThen "others" came.'
    assert slices(text, quotations(text)) == ['"others"']


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("- We will come - he said.", ["We will come"], id="hyphen"),
        pytest.param("— We will come, — the old minister added.", ["We will come,"], id="long dash"),
        pytest.param("He left.- We will come.Soon - said Nowak.", ["We will come.Soon"], id="after a full stop"),
        pytest.param("- We will - he said.- And soon - he added.", ["We will", "And soon"], id="twice"),
        pytest.param("- We - all of us - will come - said Nowak.", ["We - all of us - will come"], id="dashes inside"),
        pytest.param("- They say we will come - said Nowak.", ["They say we will come"], id="a verb of saying inside"),
        pytest.param("- We will - he said.\n\n- And soon.", ["We will", "And soon."], id="a paragraph with no tag"),
        pytest.param("- We will, ”said Nowak.\n\n- No - he said.", ["We will", "No"], id="closed by a mark"),
    ],
)
def test_dialogue_stands_between_dashes(text, found):
    assert [words.rstrip(",") for words in slices(text, dialogue(text))] == [words.rstrip(",") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We need:\n- bread\n- water\n", id="list"),
        pytest.param("He left - she said so - and came back.", id="aside"),
        pytest.param('"We will" - he said.', id="tag after a quotation"),
        pytest.param("The U.S.-led group met – he said.", id="hyphen after an abbreviation"),
        pytest.param("- Talks to go on -\n\nThe two met.", id="headline"),
    ],
)
def test_other_dashes_are_no_dialogue(text):
    assert dialogue(text) == []


def test_dialogue_and_the_quotations_in_it_are_one_stretch():
    text = '- They said "no" to us - he said. "Yes."'
    assert slices(text, verbatim(text)) == ['They said "no" to us', '"Yes."']


def told(text: str, *contents: str) -> str:
    spans = tuple(Span(text.index(content), text.index(content) + len(content)) for content in contents)
    return form(text, spans, verbatim(text))


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        pytest.param("He said they will come.", ["they will come"], "indirect", id="no quotation"),
        pytest.param("“They will come,” he said.", ["“They will come,”"], "direct", id="all, with marks"),
        pytest.param("“They will come,” he said.", ["They will come"], "direct", id="all, without marks"),
        pytest.param("“We,” he said, “will come.”", ["“We,”", "“will come.”"], "direct", id="two pieces"),
        pytest.param("He said that “they will come”.", ["that “they will come”"], "direct", id="that before"),
        pytest.param("He called them “baseless”.", ["them “baseless”"], "mixed", id="one word outside"),
        pytest.param("He saw a “swing” to the left.", ["a “swing” to the left"], "mixed", id="one word inside"),
        pytest.param("- They will come - he said.", ["They will come"], "direct", id="dialogue"),
        pytest.param(
            "“They insisted that it is over,” he said.", ["that it is over"], "indirect", id="reported in one"
        ),
        pytest.param("“They asked. It is over,” he said.", ["It is over"], "direct", id="a sentence of one"),
        pytest.param("“They wrote ‘it is over’,” he said.", ["it is over"], "direct", id="marks within marks"),
        pytest.param("“They wrote ‘it is over’,” he said.", ["‘it is over’"], "direct", id="the same with the marks"),
    ],
)
def test_form_follows_the_words_in_quotation(text, contents, expected):
    assert told(text, *contents) == expected


@given(ANY_TEXT)
def test_spans_are_sorted_disjoint_and_inside(text):
    for spans in (quotations(text), dialogue(text), verbatim(text)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@given(ANY_TEXT, st.integers(0, 40), st.integers(0, 40))
def test_any_content_has_a_form(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert form(text, (Span(start, end),), verbatim(text)) in ("direct", "indirect", "mixed")


@given(ANY_TEXT)
def test_a_whole_quotation_is_never_mixed(text):
    quoted = verbatim(text)
    assert all(form(text, (span,), quoted) != "mixed" for span in quoted)
