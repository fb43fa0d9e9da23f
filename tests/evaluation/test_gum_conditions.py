"""GUM's tree of discourse tells which conditions somebody is made to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.gum_conditions import Conditions, Unit, documents, is_attributed, read_document, share_found
from evaluation.statements import Condition, Stmt
from evaluation.tally import Share

Row = tuple[str, str]  # word, relation of the unit that it begins


def conllu(*rows: Row) -> str:
    """One sentence in CoNLL-U; a word with a relation begins a unit."""
    lines = [
        f"{number}\t{word}\t{word}\tX\tX\t_\t0\tdep\t_\t{f'Discourse={relation}' if relation else '_'}"
        for number, (word, relation) in enumerate(rows, 1)
    ]
    return "\n".join([f"# text = {' '.join(word for word, _ in rows)}", *lines, ""])


SAID = conllu(
    ("Ann", "attribution-positive:1->3:1:_"),
    ("said", ""),
    ("if", "contingency-condition:2->3:0:dm-if"),
    ("asked", ""),
    ("she", "ROOT:3:0"),
    ("goes", ""),
)


def units(*rows: tuple[int, str, int, int]) -> dict[int, Unit]:
    """Units by number: number, relation, head, depth."""
    return {
        number: Unit(number=number, relation=relation, head=head, depth=depth, span=(0, 1))
        for number, relation, head, depth in rows
    }


def test_a_condition_of_what_is_said_is_found() -> None:
    document = read_document("t", SAID)
    assert [document.text[start:end] for start, end in document.spans] == ["if asked"]


@pytest.mark.parametrize(
    ("rows", "attributed"),
    [
        pytest.param([("contingency-condition", 3, 0), ("attribution-positive", 3, 1)], True, id="within"),
        pytest.param([("contingency-condition", 3, 1), ("attribution-positive", 3, 1)], True, id="beside it"),
        pytest.param([("contingency-condition", 3, 2), ("attribution-positive", 3, 1)], False, id="further out"),
        pytest.param([("contingency-condition", 3, 0), ("attribution-positive", 1, 0)], True, id="said alone"),
        pytest.param(
            [("contingency-condition", 3, 0), ("attribution-positive", 4, 1)], True, id="with what it hangs on"
        ),
        pytest.param([("contingency-condition", 3, 0), ("attribution-positive", 4, 0)], False, id="only that is said"),
        pytest.param([("contingency-condition", 3, 0), ("elaboration-additional", 3, 1)], False, id="nobody says it"),
    ],
)
def test_what_hangs_no_further_out_than_an_attribution_is_attributed(
    rows: list[tuple[str, int, int]], attributed: bool
) -> None:
    tree = [(number, *row) for number, row in enumerate(rows, 1)]
    found = units(*tree, (3, "joint-list", 4, 1), (4, "ROOT", 0, 0))
    assert is_attributed(1, found) is attributed


def test_an_attribution_is_not_its_own() -> None:
    assert not is_attributed(1, units((1, "attribution-positive", 2, 0), (2, "ROOT", 0, 0)))


@pytest.mark.parametrize(
    ("read", "right"),
    [
        pytest.param([(9, 17)], 1, id="found"),
        pytest.param([(9, 22)], 1, id="two words of three"),
        pytest.param([(0, 22)], 0, id="less than half"),
        pytest.param([(9, 17), (9, 11)], 1, id="twice is once"),
        pytest.param([], 0, id="none"),
    ],
)
def test_a_condition_is_found_by_half_of_its_words(read: list[tuple[int, int]], right: int) -> None:
    stmts = [Stmt(content=((9, 27),), conditions=tuple(Condition(span=span) for span in read))]
    assert share_found(read_document("t", SAID), stmts) == Share(right=right, of=1)


def test_a_document_without_discourse_has_no_conditions() -> None:
    assert read_document("t", conllu(("Rain", ""), ("fell", ""))) == Conditions(name="t", text="Rain fell", spans=())


def test_the_documents_of_a_folder_come_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.conllu").write_text(SAID, encoding="utf-8")
    assert [document.name for document in documents(tmp_path)] == ["a", "b"]
