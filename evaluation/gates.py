"""Hold the quality of the reading against its floors: `make gates`, or `python -m evaluation.gates`.

Floors stand in `floors.json`, with the hash of the data that they were measured on. They are raised when the model
improves and never lowered in silence.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.corpora import available, data_folder, fingerprint
from evaluation.figures import figures_of
from onrecord.reading import Reader

FLOORS = Path(__file__).parent / "floors.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One figure against its floor.

    Attributes:
        figure: name, `set: figure`.
        value: measured; percentages are out of 100.
        floor: least value that passes; None where the figure is only reported.
        aim: what we want.
    """

    figure: str
    value: float
    floor: float | None
    aim: float | None

    @property
    def passed(self) -> bool:
        """Whether the floor holds, at the one digit that is shown."""
        return self.floor is None or round(self.value, 1) >= self.floor


def main() -> None:
    """Parse the command line, measure, show, and exit with 1 when a floor is passed downwards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="a folder of weights; those that ship by default")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folder = data_folder()
    if not available(folder):
        sys.exit(f"no evaluation data in {folder}: set ONRECORD_DATA")
    gates = measure(Reader(options.model), folder)
    sys.stdout.write(json.dumps([asdict(gate) for gate in gates]) + "\n" if options.json else table(gates))
    changed = changed_data(folder)
    if changed:
        sys.exit(f"the floors were measured on other data: {', '.join(changed)}")
    sys.exit(any(not gate.passed for gate in gates))


def measure(reader: Reader, folder: Path) -> list[Gate]:
    """All figures, with their floors and aims."""
    known = _floors()["figures"]
    figures = figures_of(reader, folder)
    return [
        Gate(figure=name, value=value, **known.get(name, {"floor": None, "aim": None}))
        for name, value in figures.items()
    ]


def changed_data(folder: Path) -> list[str]:
    """The data files that are not those that the floors were measured on."""
    pinned: dict[str, str] = _floors()["data"]
    return [name for name, digest in pinned.items() if fingerprint(folder / name) != digest]


def table(gates: list[Gate]) -> str:
    """The figures as lines of text."""
    head = f"{'figure':32}{'value':>8}{'floor':>8}{'aim':>8}\n"
    return head + "".join(_line(gate) for gate in gates)


def _line(gate: Gate) -> str:
    floor, aim = (f"{value:8.1f}" if value is not None else " " * 8 for value in (gate.floor, gate.aim))
    return f"{gate.figure:32}{gate.value:8.1f}{floor}{aim}{'' if gate.passed else '  below the floor'}\n"


def _floors() -> dict[str, Any]:
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


if __name__ == "__main__":
    main()
