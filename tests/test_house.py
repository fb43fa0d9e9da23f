"""The house rules that no linter knows: which room may import which, what is public, what every module has."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]
LONGEST = 300  # lines of a module

# Each row may import from the rows before it only.
ROOMS = (
    ("records", "errors", "ahead"),
    ("knowledge", "model"),
    ("sources",),
    ("reading",),
    ("ledger",),
    ("answers",),
    ("exports",),
    ("scale",),
    ("web",),
    ("cli",),
    ("__init__", "__main__"),
)
OF_ALL = "__version__"  # belongs to no room
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}
PUBLIC = [
    "Article",
    "InputError",
    "ModelError",
    "OnrecordError",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "UsageError",
    "__version__",
    "read",
]
HEAVY = ("numpy", "onnxruntime", "tokenizers", "onrecord.reading", "onrecord.sources")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

each_module = pytest.mark.parametrize("path", MODULES, ids=NAMES)


def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    """The room of a module: the first part of its path."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Dotted names of everything of ours that is imported, within functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"{name.name}.__init__" for name in node.names if name.name.split(".")[0] == "onrecord")
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "onrecord":
            yield from (f"{node.module}.{name.name}" for name in node.names)


def public_parts(node: Documented, name: str) -> Iterator[tuple[str, Documented]]:
    """The public functions and classes of a module or class, theirs included."""
    for part in node.body:
        if isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not part.name.startswith("_"):
            yield f"{name}.{part.name}", part
            if isinstance(part, ast.ClassDef):
                yield from public_parts(part, f"{name}.{part.name}")


def calls_of(tree: ast.Module, function: str) -> list[int]:
    """Lines that call a function by its bare name."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == function]


def run(program: str) -> str:
    """What a program prints that runs in a process of its own."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=SOURCE.parent).stdout


@each_module
def test_a_module_stands_in_a_known_room(path: Path) -> None:
    assert room_of(path) in FLOOR


@each_module
def test_a_room_imports_only_from_rooms_before_it(path: Path) -> None:
    room = room_of(path)
    entered = {name.split(".")[1] for name in imports_of(tree_of(path))} - {room, OF_ALL}
    assert {other for other in entered if FLOOR.get(other, len(ROOMS)) >= FLOOR[room]} == set()


@each_module
def test_a_room_is_entered_by_its_front_door(path: Path) -> None:
    others = (name.split(".") for name in imports_of(tree_of(path)))
    assert [".".join(name) for name in others if name[1] != room_of(path) and len(name) > 3] == []


@each_module
def test_imports_say_where_they_lead(path: Path) -> None:
    relative = [node.lineno for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


@each_module
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert (ast.get_docstring(tree_of(path)) or "").strip()


@each_module
def test_all_that_is_public_says_what_it_does(path: Path) -> None:
    parts = public_parts(tree_of(path), path.stem)
    assert [name for name, part in parts if not ast.get_docstring(part)] == []


@each_module
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) != "cli"], ids=lambda path: path.name)
def test_nothing_is_printed_outside_the_command_line(path: Path) -> None:
    assert calls_of(tree_of(path), "print") == []


@each_module
def test_no_module_is_named_for_leftovers(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "misc", "common"}


def test_the_public_names_are_these() -> None:
    assert onrecord.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(onrecord, name) is not None


def test_a_name_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="module 'onrecord' has no attribute 'Ledger'"):
        onrecord.Ledger  # noqa: B018  # the look-up is the test


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert run(f"import onrecord, sys; print([name for name in {HEAVY} if name in sys.modules])") == "[]\n"


def test_importing_the_package_prints_nothing() -> None:
    assert run("import onrecord") == ""
