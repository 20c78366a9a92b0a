"""How much of each layer the tests must reach: the one place that says so."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

FLOORS: Mapping[str, float] = {
    "core": 100.0,
    "store": 100.0,
    "figure": 100.0,
    "play": 95.0,
    "terminal": 90.0,
    "ui": 85.0,
    "app": 85.0,
}
"""Percent of statements and branches, by folder; "app" is what stands beside the folders."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the tests reached of one layer: statements and branches together."""

    layer: str
    reached: int
    parts: int

    @property
    def percent(self) -> float:
        """All of nothing counts as all."""
        return 100.0 * self.reached / self.parts if self.parts else 100.0

    @property
    def floor(self) -> float:
        """A layer that FLOORS does not know must be reached whole."""
        return FLOORS.get(self.layer, 100.0)

    @property
    def is_enough(self) -> bool:
        """Whether the floor is reached, without rounding in its favour."""
        return self.percent >= self.floor


def reach_of_each_layer(report: Path) -> list[Reach]:
    """Sum up coverage's JSON report by layer. Raises OSError or ValueError if it cannot be read."""
    sums: dict[str, tuple[int, int]] = {}
    for file, entry in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        summary = entry["summary"]
        layer = layer_of(PurePath(file.replace("\\", "/")))
        reached, parts = sums.get(layer, (0, 0))
        reached += summary["covered_lines"] + summary.get("covered_branches", 0)
        parts += summary["num_statements"] + summary.get("num_branches", 0)
        sums[layer] = (reached, parts)
    return [Reach(layer, *sums[layer]) for layer in sorted(sums)]


def layer_of(file: PurePath) -> str:
    """Return the layer a file under routine_player belongs to."""
    inside = file.parts[file.parts.index("routine_player") + 1 :]
    return inside[0] if len(inside) > 1 else "app"


def table(layers: Sequence[Reach]) -> str:
    """Return what was reached and what is asked for, one layer a line."""
    lines = [f"{'layer':<10} {'reached':>9} {'floor':>7}"]
    for reach in layers:
        verdict = "" if reach.is_enough else "  too little"
        # Cut, not rounded: 99.996 must not read as a full hundred.
        percent = int(reach.percent * 100) / 100
        lines.append(f"{reach.layer:<10} {percent:>7.2f} % {reach.floor:>5.0f} %{verdict}")
    return "\n".join(lines)
