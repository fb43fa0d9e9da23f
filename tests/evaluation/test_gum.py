"""GUM is read: mentions by their core, who is the same, and the sources of attributions."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.gum import Document, documents, read_document

Read = tuple[str, str, str, int]
Row = tuple[str, str, int, str, str]  # word, tag, head, relation, the rest


def sentence(text: str, *rows: Row, paragraph: bool = False) -> str:
    """One sentence in CoNLL-U."""
    lines = [
        "\t".join([str(number), word, word, tag, tag, "_", str(head), relation, "_", rest or "_"])
        for number, (word, tag, head, relation, rest) in enumerate(rows, 1)
    ]
    return "\n".join([*(["# newpar"] if paragraph else []), f"# text = {text}", *lines, "", ""])


def opens(entity: int, kind: str, core: str, *, closes: bool = False) -> str:
    """The beginning of an entity whose core are these of its tokens."""
    return f"({entity}-{kind}-new-s-cf1-{core}-coref" + (")" if closes else "")


def entity(*marks: str, discourse: str = "") -> str:
    """What stands in the last column."""
    unit = [f"Discourse={discourse}:1->2:0:_"] if discourse else []
    return "|".join([*unit, *([f"Entity={''.join(marks)}"] if marks else [])])


VOSS = sentence(
    "President Mara Voss of Norvia spoke.",
    ("President", "PROPN", 2, "compound", entity(opens(1, "person", "1,2,3"))),
    ("Mara", "PROPN", 6, "nsubj", ""),
    ("Voss", "PROPN", 2, "flat", ""),
    ("of", "ADP", 5, "case", ""),
    ("Norvia", "PROPN", 2, "nmod", entity(opens(2, "place", "1", closes=True), "1)")),
    ("spoke", "VERB", 0, "root", ""),
    (".", "PUNCT", 6, "punct", ""),
)
SHE = sentence(
    "She said the new minister of ports paid.",
    ("She", "PRON", 2, "nsubj", entity(opens(1, "person", "1", closes=True), discourse="attribution-positive")),
    ("said", "VERB", 0, "root", ""),
    ("the", "DET", 5, "det", entity(opens(3, "person", "3"), discourse="context-background")),
    ("new", "ADJ", 5, "amod", ""),
    ("minister", "NOUN", 8, "nsubj", ""),
    ("of", "ADP", 7, "case", ""),
    ("ports", "NOUN", 5, "nmod", entity(opens(4, "object", "1", closes=True), "3)")),
    ("paid", "VERB", 2, "ccomp", ""),
    (".", "PUNCT", 2, "punct", ""),
    paragraph=True,
)
ACCORDING = sentence(
    "According to Tolo Brand, it rained.",
    ("According", "VERB", 3, "case", entity(discourse="attribution-negative")),
    ("to", "ADP", 3, "case", ""),
    ("Tolo", "PROPN", 7, "obl", entity(opens(5, "person", "1,2"))),
    ("Brand", "PROPN", 3, "flat", entity("5)")),
    (",", "PUNCT", 3, "punct", ""),
    ("it", "PRON", 7, "expl", entity(discourse="joint-list")),
    ("rained", "VERB", 0, "root", ""),
    (".", "PUNCT", 7, "punct", ""),
)


def read(conllu: str) -> list[Read]:
    """The mentions of a document by their words."""
    document = read_document("t", conllu)
    return [(document.text[one.start : one.end], one.type, one.form, one.entity) for one in document.mentions]


def sources(document: Document) -> list[str]:
    """The cores of the sources."""
    found = [document.mentions[index] for index in document.sources]
    return [document.text[one.start : one.end] for one in found]


def test_sentences_are_joined_by_a_blank_and_paragraphs_by_a_line_break() -> None:
    assert read_document("t", VOSS + SHE + ACCORDING).text == (
        "President Mara Voss of Norvia spoke.\n"
        "She said the new minister of ports paid. According to Tolo Brand, it rained."
    )


def test_a_name_is_known_without_its_title() -> None:
    assert ("Mara Voss", "person", "named", 1) in read(VOSS)


def test_an_entity_within_another_is_a_mention_too() -> None:
    assert ("Norvia", "place", "named", 2) in read(VOSS)


def test_a_description_is_known_by_its_noun() -> None:
    assert ("minister", "person", "nominal", 3) in read(SHE)


def test_a_pronoun_has_the_entity_of_its_name() -> None:
    assert read(VOSS + SHE)[:3] == [
        ("Mara Voss", "person", "named", 1),
        ("Norvia", "place", "named", 2),
        ("She", "person", "pronoun", 1),
    ]


def test_things_are_no_mentions() -> None:
    assert [words for words, *_ in read(SHE)] == ["She", "minister"]


def test_a_title_alone_is_no_name() -> None:
    row = ("President", "PROPN", 2, "nsubj", entity(opens(1, "person", "1", closes=True)))
    assert read(sentence("President spoke", row, ("spoke", "VERB", 0, "root", ""))) == [
        ("President", "person", "nominal", 1)
    ]


def test_a_body_keeps_every_word_of_its_core() -> None:
    rows = [
        ("Harbour", "PROPN", 2, "compound", entity(opens(1, "organization", "1,2"))),
        ("Council", "PROPN", 3, "nsubj", entity("1)")),
        ("met", "VERB", 0, "root", ""),
    ]
    assert read(sentence("Harbour Council met", *rows)) == [("Harbour Council", "organisation", "named", 1)]


def test_a_core_in_two_parts_is_known_by_its_first() -> None:
    rows = [
        ("Voss", "PROPN", 4, "nsubj", entity(opens(1, "person", "1,3"))),
        ("and", "CCONJ", 3, "cc", ""),
        ("Brand", "PROPN", 1, "conj", entity("1)")),
        ("met", "VERB", 0, "root", ""),
    ]
    assert read(sentence("Voss and Brand met", *rows)) == [("Voss", "person", "named", 1)]


def test_words_and_tokens_that_differ_keep_their_place() -> None:
    lines = sentence(
        "He’s Tolo.",
        ("He", "PRON", 3, "nsubj", entity(opens(1, "person", "1", closes=True))),
        ("’s", "AUX", 3, "cop", ""),
        ("Tolo", "PROPN", 0, "root", entity(opens(1, "person", "1", closes=True))),
    ).replace("1\tHe", "1-2\tHe’s\t_\t_\t_\t_\t_\t_\t_\t_\n1\tHe", 1)
    assert [words for words, *_ in read(lines)] == ["He", "Tolo"]


def test_the_subject_of_a_unit_that_attributes_is_a_source() -> None:
    assert sources(read_document("t", VOSS + SHE)) == ["She"]


def test_whom_something_is_according_to_is_a_source() -> None:
    assert sources(read_document("t", ACCORDING)) == ["Tolo Brand"]


@pytest.mark.parametrize("conllu", [VOSS, ""], ids=["sentences", "nothing"])
def test_a_document_without_discourse_has_no_sources(conllu: str) -> None:
    assert read_document("t", conllu).sources == ()


def test_the_documents_of_a_folder_come_by_name(tmp_path: Path) -> None:
    for name, conllu in (("b", VOSS), ("a", SHE)):
        (tmp_path / f"{name}.conllu").write_text(conllu, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no document", encoding="utf-8")
    assert [document.name for document in documents(tmp_path)] == ["a", "b"]
