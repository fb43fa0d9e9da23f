"""What all tests share: golden files, which hold what people see and are read in review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a law does not break because the machine is busy
settings.load_profile("unhurried")

GOLDEN = Path(__file__).parent / "golden"

Golden: TypeAlias = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes the golden files anew."""
    parser.addoption("--write-golden", action="store_true", help="write tests/golden anew; look at the difference")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file in tests/golden, or write the file with `--write-golden`."""
    return _write if request.config.getoption("--write-golden") else _compare


def _write(name: str, text: str) -> None:
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")


def _compare(name: str, text: str) -> None:
    path = GOLDEN / name
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    assert text == expected, f"{path} differs; if it should, run pytest --write-golden and read the difference"
