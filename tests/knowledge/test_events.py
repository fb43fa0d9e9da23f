from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from onrecord.errors import UsageError
from onrecord.knowledge import acts_of, event_codes
from onrecord.records import Act, ConditionKind

ACTS: tuple[Act, ...] = get_args(Act)
PAGE = Path(__file__).parents[2] / "docs" / "acts.md"


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_a_code_of_cameo(act: Act) -> None:
    assert re.fullmatch(r"\d{3}", event_codes(act).cameo)


@pytest.mark.parametrize(
    ("act", "root", "cameo"),
    [
        ("claim", None, "010"),
        ("deny", None, "016"),
        ("support", "SUPPORT", "051"),
        ("accuse", "ACCUSE", "110"),
        ("demand", "REQUEST", "100"),
        ("offer", "AGREE", "030"),
        ("promise", "AGREE", "030"),
        ("refuse", "REJECT", "120"),
        ("concede", "YIELD", "080"),
        ("threaten", "THREATEN", "130"),
    ],
)
def test_an_act_has_these_codes(act: Act, root: str | None, cameo: str) -> None:
    codes = event_codes(act)
    assert (codes.act, codes.root, codes.cameo) == (act, root, cameo)


@pytest.mark.parametrize("act", ["claim", "deny"])
def test_an_act_without_a_root_says_why(act: Act) -> None:
    assert "PLOVER" in event_codes(act).note


@pytest.mark.parametrize("act", ACTS)
def test_the_root_of_an_act_leads_back_to_it(act: Act) -> None:
    root = event_codes(act).root
    assert root is None or act in acts_of(root)


@pytest.mark.parametrize(
    ("root", "acts"),
    [
        pytest.param("AGREE", ("offer", "promise"), id="two acts"),
        pytest.param("agree", ("offer", "promise"), id="any case"),
        pytest.param("DEMAND", ("demand",), id="the name in another edition"),
        pytest.param("CONCEDE", ("concede",), id="another such name"),
        pytest.param("ASSAULT", (), id="a deed"),
        pytest.param("", (), id="no root"),
    ],
)
def test_a_root_stands_for_these_acts(root: str, acts: tuple[Act, ...]) -> None:
    assert acts_of(root) == acts


def test_an_act_that_is_none_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="no act is called 'shout'; there are claim, deny"):
        event_codes("shout")  # type: ignore[arg-type]


def rows_of(page: str, width: int) -> list[list[str]]:
    """The rows of all tables of a page with so many columns, marks left out."""
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in row] for row in rows if len(row) == width]


def test_the_page_has_the_codes_of_the_table() -> None:
    codes = [event_codes(act) for act in ACTS]
    shown = [[one.act, one.root or "–", one.cameo, one.label] for one in codes]
    assert rows_of(PAGE.read_text(encoding="utf-8"), 4) == shown


def test_the_page_defines_every_act_and_every_kind_of_condition_in_order() -> None:
    defined = [row[0] for row in rows_of(PAGE.read_text(encoding="utf-8"), 3)]
    assert defined == [*ACTS, *get_args(ConditionKind)]
