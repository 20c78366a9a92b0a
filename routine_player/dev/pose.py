"""Draw the keyframes of an exercise's pose as a strip, and say what is wrong with them."""

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from routine_player.dev.exercise_pose import path_of, told_movement
from routine_player.dev.movement_checks import broken
from routine_player.figure.mannequin import Wardrobe
from routine_player.figure.solving import solve_movement
from routine_player.play.clock import SystemClock


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn: one cell a keyframe, or a number of frames evenly spaced."""

    size: tuple[int, int]
    frames: int
    dark: bool
    far: bool


def main(argv: list[str]) -> int:
    """Draw the exercise that `argv` names; 1 if it has a mistake, and then nothing is drawn."""
    parser = argparse.ArgumentParser(prog="python -m routine_player.dev pose", description=__doc__)
    parser.add_argument("exercise", help="an exercise file, or the slug of a bundled one")
    parser.add_argument("--out", type=Path, help="the PNG to write (SLUG.png)")
    parser.add_argument("--frames", type=int, default=0, help="draw so many in-betweens instead")
    parser.add_argument("--dark", action="store_true", help="on dark ground")
    parser.add_argument("--far", action="store_true", help="the rep of the other side")
    parser.add_argument("--size", type=_size, default=(400, 300), metavar="400x300")
    asked = parser.parse_args(argv)
    path = path_of(asked.exercise)
    movement = told_movement(path)
    if movement is None:
        return 1
    clock = SystemClock()
    begun = clock.monotonic()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from routine_player.dev.pose_strip import drawn_strip

    solved = solve_movement(movement)
    solved_at = clock.monotonic()
    wardrobe = Wardrobe()
    for measure in broken(solved, wardrobe):
        print(measure.told(path))
    wish = Wish(asked.size, asked.frames, asked.dark, asked.far)
    out: Path = asked.out or Path(f"{path.stem}.png")
    if not drawn_strip(solved, wardrobe, wish).save(str(out)):
        print(f"{out} cannot be written", file=sys.stderr)
        return 1
    drawn_s = clock.monotonic() - solved_at
    print(f"{out}: solved in {solved_at - begun:.1f} s, drawn in {drawn_s:.1f} s")
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
