"""A folder of weights is loaded whole, or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.model import CURVES, FILES, FORMAT, GRAPHS, Part, arrays_of, hash_file, load_model

NO_ARCHIVES = {
    "empty": b"",
    "text": b"no archive",
    "half an archive": b"PK\x03\x04 half",
    "one array": b"\x93NUMPY\x01\x00v\x00{'descr': '<i8', 'fortran_order': False, 'shape': (0,), }".ljust(127) + b"\n",
}
MANIFEST = {
    "format": FORMAT,
    "name": "tiny",
    "window": {"size": 10, "overlap": 4},
    "confidence": {
        "outermost": [[0, 0.1], [1, 0.9]],
        "nested": [[0.5, 0.5]],
        "act": [[0, 0.2], [1, 0.8]],
        "condition": [[0.3, 0.4]],
    },
    "distances": [0, 0.5, -1],
}


def write_model(folder: Path) -> Path:
    """Write a folder of the right form with invented contents."""
    folder.mkdir(exist_ok=True)
    for kind in GRAPHS:
        (folder / f"{kind}.onnx").write_bytes(f"{kind} graph".encode())
    (folder / "tokenizer.json").write_text('{"“": 1}', encoding="utf-8")
    np.savez(folder / "arrays.npz", weight=np.arange(3, dtype=np.int8))
    np.savez(folder / "check.npz", ids=np.arange(4), roles=np.ones((4, 7), dtype=np.float32))
    write_manifest(folder)
    return folder


def write_manifest(folder: Path, **changes: Any) -> None:
    """Write the manifest over the files as they lie there; a change to None leaves a key out."""
    manifest = MANIFEST | {"files": {name: hash_file(folder / name) for name in FILES}} | changes
    kept = {key: value for key, value in manifest.items() if value is not None}
    (folder / "manifest.json").write_text(json.dumps(kept), encoding="utf-8")


def change(folder: Path, name: str) -> None:
    """Change a file in a way that leaves it readable."""
    path = folder / name
    if path.suffix == ".npz":
        np.savez(path, weight=np.arange(5))
    else:
        path.write_bytes(path.read_bytes() + b" ")


def refusal(folder: Path) -> str:
    """Why a folder cannot be used."""
    with pytest.raises(ModelError) as caught:
        load_model(folder)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_model(tmp_path / "tiny-model")


def test_settings_come_from_the_manifest(folder: Path) -> None:
    model = load_model(folder)
    assert (model.name, model.size, model.overlap) == ("tiny", 10, 4)
    assert model.confidence == {
        "outermost": ((0.0, 0.1), (1.0, 0.9)),
        "nested": ((0.5, 0.5),),
        "act": ((0.0, 0.2), (1.0, 0.8)),
        "condition": ((0.3, 0.4),),
    }
    assert model.distances == (0.0, 0.5, -1.0)


def test_graphs_and_the_tokenizer_are_read_as_they_are(folder: Path) -> None:
    model = load_model(folder)
    assert model.graphs == {
        "int8": b"int8 graph",
        "float": b"float graph",
        "int8-side": b"int8-side graph",
        "float-side": b"float-side graph",
        "int8-acts": b"int8-acts graph",
        "float-acts": b"float-acts graph",
    }
    assert model.tokenizer == '{"“": 1}'


def test_arrays_keep_their_names_types_and_values(folder: Path) -> None:
    model = load_model(folder)
    assert list(model.arrays) == ["weight"]
    assert model.arrays["weight"].dtype == np.int8
    assert model.arrays["weight"].tolist() == [0, 1, 2]
    assert (sorted(model.check), model.check["roles"].shape) == (["ids", "roles"], (4, 7))


ARRAYS = ("word", "word_scale", "position", "side.norm", "antecedents.u", "acts.norm", "vectors.weight", "besides")
PARTS: dict[Part, list[str]] = {
    "main": ["word", "word_scale", "position", "besides"],
    "side": ["side.norm", "antecedents.u"],
    "acts": ["word", "word_scale", "position", "acts.norm"],
}


@pytest.mark.parametrize(("part", "expected"), PARTS.items(), ids=PARTS)
def test_each_graph_takes_the_arrays_that_it_names(part: Part, expected: list[str]) -> None:
    assert list(arrays_of({name: np.zeros(1) for name in ARRAYS}, part=part)) == expected


def test_other_files_in_the_folder_do_not_matter(folder: Path) -> None:
    before = load_model(folder).fingerprint
    (folder / "CARD.md").write_text("about", encoding="utf-8")
    assert load_model(folder).fingerprint == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere") == (
        f"no model in {tmp_path / 'nowhere'}: manifest.json cannot be read (No such file or directory)"
    )


def test_a_folder_without_a_manifest_is_no_model(folder: Path) -> None:
    (folder / "manifest.json").unlink()
    assert str(folder) in refusal(folder)
    assert "manifest.json cannot be read" in refusal(folder)


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe"], ids=["empty", "half an object", "not UTF-8"])
def test_a_manifest_that_is_not_json_is_refused(folder: Path, raw: bytes) -> None:
    (folder / "manifest.json").write_bytes(raw)
    assert refusal(folder).startswith(f"cannot use the model in {folder}: manifest.json is not JSON (")


@pytest.mark.parametrize(("form", "shown"), [(FORMAT + 1, str(FORMAT + 1)), ("1", "'1'"), (None, "None")])
def test_another_form_is_named_beside_ours(folder: Path, form: object, shown: str) -> None:
    write_manifest(folder, format=form)
    assert refusal(folder) == (
        f"cannot use the model in {folder}: its form is {shown}, this version reads form {FORMAT}"
    )


@pytest.mark.parametrize("raw", ["[]", "1", "null", '{"format": 1}', '{"format": 1, "files": []}'])
def test_json_that_is_no_manifest_is_refused(folder: Path, raw: str) -> None:
    (folder / "manifest.json").write_text(raw, encoding="utf-8")
    assert "this version reads form" in refusal(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert refusal(folder) == f"cannot use the model in {folder}: {name} cannot be read (No such file or directory)"


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_named_with_the_way_out(folder: Path, name: str) -> None:
    change(folder, name)
    assert refusal(folder) == (
        f"cannot use the model in {folder}: {name} is not the file that the manifest names; fetch it again"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_manifest_does_not_name_is_refused(folder: Path, name: str) -> None:
    files = {other: hash_file(folder / other) for other in FILES if other != name}
    write_manifest(folder, files=files)
    assert name in refusal(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": None},
        {"window": None},
        {"window": {"size": 10}},
        {"window": 10},
        {"confidence": None},
        {"confidence": [[0, 1]]},
        {"confidence": {"outermost": [[0, 1]]}},
        {"confidence": {"outermost": [[0, 1]], "nested": [[0, 1]]}},
        {"confidence": {kind: [] for kind in CURVES}},
        {"confidence": {kind: [[1, "high"]] for kind in CURVES}},
        {"confidence": {kind: [1, 2] for kind in CURVES}},
        {"distances": None},
        {"distances": 0.5},
        {"distances": ["far"]},
    ],
    ids=str,
)
def test_a_manifest_with_gaps_is_refused(folder: Path, changes: dict[str, object]) -> None:
    write_manifest(folder, **changes)
    assert refusal(folder).startswith(f"cannot use the model in {folder}: its manifest lacks or misstates")


@pytest.mark.parametrize("name", ["arrays.npz", "check.npz"])
@pytest.mark.parametrize("raw", NO_ARCHIVES.values(), ids=NO_ARCHIVES)
def test_an_archive_that_does_not_open_is_named(folder: Path, name: str, raw: bytes) -> None:
    (folder / name).write_bytes(raw)
    write_manifest(folder)
    assert refusal(folder).startswith(f"cannot use the model in {folder}: {name} is no archive of arrays (")


def test_the_same_files_have_the_same_fingerprint_wherever_they_lie(folder: Path, tmp_path: Path) -> None:
    elsewhere = folder.rename(tmp_path / "elsewhere")
    fingerprint = load_model(elsewhere).fingerprint
    assert load_model(elsewhere.rename(folder)).fingerprint == fingerprint
    assert len(fingerprint) == 16


@pytest.mark.parametrize("name", FILES)
def test_a_fingerprint_changes_with_any_file(folder: Path, name: str) -> None:
    before = load_model(folder).fingerprint
    change(folder, name)
    write_manifest(folder)
    assert load_model(folder).fingerprint != before
