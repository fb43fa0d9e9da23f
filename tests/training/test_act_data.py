"""Labelled statements are laid over the pieces that the act reader learns from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.reading.pieces import cut
from tests.reading.builders import tiny_tokenizer
from training import act_data
from training.act_data import Labelled, encoded, load_acts, load_written
from training.datasets import ACTS, CERTAINTIES, POLARITIES
from training.encode import IGNORE

TEXT = "ann said it rains if bo pays."
CUE, SOURCE, CONTENT = 1, 2, 3
FOLDERS = ("onrecord", "labels/acts")


def place(phrase: str) -> list[int]:
    """Where a phrase stands in the text."""
    return [TEXT.index(phrase), TEXT.index(phrase) + len(phrase)]


SAID: dict[str, Any] = {
    "cue": [place("said")],
    "source": [place("ann")],
    "content": [place("it rains if bo pays")],
    "act": "promise",
    "polarity": "negative",
    "certainty": "hedged",
    "conditions": [{"span": place("if bo pays"), "kind": "if"}],
}


def write(path: Path, *rows: dict[str, Any]) -> None:
    """Write rows of JSON."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts, of which one is of the development set, with labels beside it that name them."""
    for name in FOLDERS:
        (tmp_path / name).mkdir(parents=True)
    write(tmp_path / "onrecord/train.jsonl")
    write(tmp_path / "onrecord/dev.jsonl", {"id": "held", "text": TEXT})
    monkeypatch.setattr(act_data, "LABELS", tmp_path / "labels")
    monkeypatch.setattr(act_data, "labelled_articles", lambda _: {name: {"text": TEXT} for name in ("free", "held")})
    monkeypatch.setattr(act_data, "checked", lambda texts, row: texts[row["id"]])
    return tmp_path


def loaded(folder: Path, *stmts: dict[str, Any]) -> list[Labelled]:
    """What is learnt from statements of the train set."""
    write(folder / "onrecord/train.jsonl", {"id": "t", "text": TEXT, "statements": list(stmts)})
    return load_acts(folder, tiny_tokenizer())


def test_a_statement_has_its_pieces_with_their_roles(folder: Path) -> None:
    (one,) = loaded(folder, SAID)
    counts = [np.count_nonzero(one.roles == role) for role in (SOURCE, CUE, CONTENT)]
    assert counts == [len("ann"), len("said"), len("it") + 2 + len("ifbopays")]  # "rains" is "rain" and "s"
    assert one.roles.tolist() == sorted(one.roles.tolist(), key=(SOURCE, CUE, CONTENT).index)
    assert one.ids.shape == one.conditions.shape == one.roles.shape


def test_labels_are_numbers(folder: Path) -> None:
    (one,) = loaded(folder, SAID)
    assert (ACTS[one.act], POLARITIES[one.polarity], CERTAINTIES[one.certainty]) == (
        "promise",
        "negative",
        "hedged",
    )


def test_what_nobody_looked_at_teaches_nothing(folder: Path) -> None:
    (one,) = loaded(folder, {name: value for name, value in SAID.items() if name not in ("polarity", "certainty")})
    assert (one.polarity, one.certainty) == (IGNORE, IGNORE)


def test_a_statement_may_be_labelled_with_its_act_alone_or_its_conditions_alone(folder: Path) -> None:
    spans = {role: SAID[role] for role in ("cue", "source", "content")}
    by_act, by_conditions = loaded(folder, spans | {"act": "offer"}, spans | {"conditions": SAID["conditions"]})
    assert (by_act.act, set(by_act.conditions.tolist())) == (ACTS.index("offer"), {IGNORE})
    assert by_conditions.act == IGNORE
    assert by_conditions.conditions.tolist() == loaded(folder, SAID)[0].conditions.tolist()


def test_what_we_wrote_ourselves_is_learnt_from_its_own_text(folder: Path) -> None:
    (folder / "labels/written").mkdir()
    write(folder / "labels/written/1.jsonl", SAID | {"text": TEXT})
    (one,) = load_written(tiny_tokenizer())
    (same,) = loaded(folder, SAID)
    assert (one.ids.tolist(), one.act, one.conditions.tolist()) == (
        same.ids.tolist(),
        same.act,
        same.conditions.tolist(),
    )


def test_a_condition_has_a_first_piece_and_others(folder: Path) -> None:
    (one,) = loaded(folder, SAID)
    tags = one.conditions[one.roles == CONTENT].tolist()
    inside = len("ifbopays")
    assert tags == [0] * (len(tags) - inside) + [1] + [2] * (inside - 1)


def test_conditions_are_learnt_in_the_content_alone(folder: Path) -> None:
    (one,) = loaded(folder, SAID | {"conditions": [{"span": place("ann"), "kind": "if"}]})
    assert set(one.conditions[one.roles != CONTENT].tolist()) == {IGNORE}
    assert set(one.conditions[one.roles == CONTENT].tolist()) == {0}


def test_what_is_no_attribution_is_left_out(folder: Path) -> None:
    assert loaded(folder, SAID | {"act": None}, SAID | {"cue": [], "source": [], "content": []}) == []


@pytest.mark.parametrize(("name", "count"), [("free", 1), ("held", 0)])
def test_single_labels_are_learnt_but_not_those_of_a_development_set(folder: Path, name: str, count: int) -> None:
    write(folder / "labels/acts/some.jsonl", {"id": name, "statements": [SAID]})
    assert len(loaded(folder)) == count


@pytest.mark.parametrize(("readers", "count"), [(["first"], 1), (["first", "second"], 0)], ids=["once", "twice"])
def test_an_article_that_was_read_twice_is_kept_for_comparison(folder: Path, readers: list[str], count: int) -> None:
    for reader in readers:
        write(folder / f"labels/{reader}.jsonl", {"id": "free", "reader": reader, "statements": [SAID]})
    assert len(loaded(folder)) == count


def test_a_situated_statement_comes_with_what_stands_before_it_and_between() -> None:
    text = f"rain fell. {TEXT}"
    moved = {role: [[start + 11, end + 11] for start, end in SAID[role]] for role in ("cue", "source", "content")}
    pieces = cut(text, tiny_tokenizer())
    bare, situated = (encoded(pieces, moved, situated=wide) for wide in (False, True))
    assert len(situated.ids) > len(bare.ids)
    assert situated.ids[situated.roles > 0].tolist() == bare.ids.tolist()
    assert situated.roles[situated.roles > 0].tolist() == bare.roles.tolist()
    assert (situated.roles[0], bare.act) == (0, IGNORE)
