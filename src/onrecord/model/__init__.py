"""The weights that ship, and how they are loaded and checked.

Use `load_model` to get them; another folder of the same form gives another reader (`--model DIR`). The folder holds
`manifest.json` (what the model is, how it was set, the hash of every other file), `int8.onnx`, `float.onnx`,
`int8-side.onnx`, `float-side.onnx`, `int8-acts.onnx` and `float-acts.onnx` (graphs that name all of their large weights
as external data; a side graph goes on from the vectors before the last layer and the roles, and reads mentions, an acts
graph reads single statements), `arrays.npz` (the weights, shared by all),
`tokenizer.json`, `check.npz` (a fixed window with the outputs that the int8 graph must give) and `CARD.md`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

SHIPPED = Path(__file__).parent
FORMAT = 4
Knots: TypeAlias = tuple[tuple[float, float], ...]
Part: TypeAlias = Literal["main", "side", "acts"]
GRAPHS = ("int8", "float", "int8-side", "float-side", "int8-acts", "float-acts")
OWN_ARRAYS = {"side": ("side.", "antecedents."), "acts": ("acts.",)}  # how the names of a graph's own arrays begin
SHARED = ("word", "word_scale", "position")  # what the acts graph has in common with the main one
TABLES = "vectors."  # how the names of arrays begin that no graph takes
CURVES = ("outermost", "nested", "act", "condition")
FILES = (*(f"{kind}.onnx" for kind in GRAPHS), "arrays.npz", "tokenizer.json", "check.npz")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """A checked folder of weights.

    Attributes:
        name: of the model, for people.
        fingerprint: the first 16 hex digits of the hash over all files; the same weights have the same one.
        size: word pieces of a window.
        overlap: pieces that neighbouring windows share at least.
        confidence: for `outermost` and `nested` statements, `act` and `condition`, pairs of raw and calibrated
            confidence, both rising, between which is interpolated.
        distances: what is added to the score of an antecedent, by half octaves of its distance in pieces.
        graphs: the serialized graphs by name: `int8` and `float`, what goes on from each for mentions, `int8-side` and
            `float-side`, and those for acts, `int8-acts` and `float-acts`.
        arrays: their weights.
        tokenizer: the tokenizer's JSON.
        check: inputs `ids`, `shape`, `gap` and expected outputs of the fixed window.
    """

    name: str
    fingerprint: str
    size: int
    overlap: int
    confidence: dict[str, Knots]
    distances: tuple[float, ...]
    graphs: dict[str, bytes]
    arrays: dict[str, NDArray[Any]]
    tokenizer: str
    check: dict[str, NDArray[Any]]


def load_model(folder: Path = SHIPPED) -> Model:
    """Read a folder of weights and check every file against the manifest.

    Raises:
        ModelError: when a file is missing, changed or of another form.
    """
    manifest = _manifest(folder)
    contents = {name: _file(folder, name, manifest) for name in FILES}
    try:
        return Model(
            name=manifest["name"],
            fingerprint=_fingerprint(manifest),
            size=manifest["window"]["size"],
            overlap=manifest["window"]["overlap"],
            confidence={kind: _knots(manifest["confidence"][kind]) for kind in CURVES},
            distances=tuple(float(distance) for distance in manifest["distances"]),
            graphs={kind: contents[f"{kind}.onnx"].read_bytes() for kind in GRAPHS},
            arrays=_arrays(contents["arrays.npz"]),
            tokenizer=contents["tokenizer.json"].read_text(encoding="utf-8"),
            check=_arrays(contents["check.npz"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"cannot use the model in {folder}: its manifest lacks or misstates {error}") from error


def arrays_of(arrays: dict[str, NDArray[Any]], *, part: Part) -> dict[str, NDArray[Any]]:
    """The arrays of the main, the side or the acts graph; a graph takes no array that it does not name."""
    if part != "main":
        own, shared = OWN_ARRAYS[part], SHARED if part == "acts" else ()
        return {name: array for name, array in arrays.items() if name.startswith(own) or name in shared}
    others = (TABLES, *(prefix for own in OWN_ARRAYS.values() for prefix in own))
    return {name: array for name, array in arrays.items() if not name.startswith(others)}


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"no model in {folder}: {path.name} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ModelError(f"cannot use the model in {folder}: {path.name} is not JSON ({error})") from error
    found = manifest.get("format") if isinstance(manifest, dict) else None
    if found != FORMAT or not isinstance(manifest.get("files"), dict):
        raise ModelError(f"cannot use the model in {folder}: its form is {found!r}, this version reads form {FORMAT}")
    return dict(manifest)


def _file(folder: Path, name: str, manifest: dict[str, Any]) -> Path:
    """The path of a file whose hash is right."""
    path = folder / name
    try:
        digest = hash_file(path)
    except OSError as error:
        raise ModelError(f"cannot use the model in {folder}: {name} cannot be read ({error.strerror})") from error
    if digest != manifest["files"].get(name):
        raise ModelError(
            f"cannot use the model in {folder}: {name} is not the file that the manifest names; fetch it again"
        )
    return path


def hash_file(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _knots(pairs: list[list[float]]) -> Knots:
    if not pairs:
        raise ValueError("a confidence without knots")
    return tuple((float(raw), float(calibrated)) for raw, calibrated in pairs)


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (EOFError, TypeError, ValueError, BadZipFile) as error:
        why = f"{path.name} is no archive of arrays ({error})"
        raise ModelError(f"cannot use the model in {path.parent}: {why}") from error


def _fingerprint(manifest: dict[str, Any]) -> str:
    files = json.dumps(manifest["files"], sort_keys=True)
    return hashlib.sha256(files.encode()).hexdigest()[:16]
