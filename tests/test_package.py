"""What ships: its size, what is in it, and what it pulls in."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import onrecord
from onrecord.model import SHIPPED

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MEGABYTE = 2**20
_AGREED_WORDS = """altair click fastfeedparser fastwarc feedparser networkx numpy onnxruntime py3langid pyarrow
    rapidfuzz rich snowballstemmer sqlalchemy tokenizers trafilatura vl-convert-python"""
AGREED = frozenset(_AGREED_WORDS.split())


def test_the_version_is_the_same_everywhere() -> None:
    assert onrecord.__version__ == PROJECT["version"]


def test_the_core_pulls_in_what_was_agreed_and_no_more() -> None:
    names = {re.split(r"[^\w-]", requirement)[0] for requirement in PROJECT["dependencies"]}
    assert names == AGREED


def test_postgresql_is_an_extra() -> None:
    assert PROJECT["optional-dependencies"]["postgres"] == ["psycopg[binary]>=3.2"]


def test_versions_have_lower_bounds_only() -> None:
    extras = [requirement for group in PROJECT["optional-dependencies"].values() for requirement in group]
    assert [r for r in PROJECT["dependencies"] + extras if not re.fullmatch(r"[\w-]+(\[\w+\])?>=[\d.]+", r)] == []


def test_the_weights_stay_below_thirty_megabytes() -> None:
    weights = sum(path.stat().st_size for path in SHIPPED.iterdir() if path.suffix in {".npz", ".onnx"})
    assert 0 < weights < 30 * MEGABYTE


@pytest.mark.slow
def test_the_wheel_stays_below_forty_megabytes_and_holds_the_package_alone(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.stat().st_size < 40 * MEGABYTE
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"onrecord"}
    assert {"onrecord/py.typed", "onrecord/model/manifest.json", "onrecord/model/CARD.md"} <= set(names)
