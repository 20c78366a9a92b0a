"""Makes the figure of an exercise ready to be drawn: its file read, its movement solved."""

from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np

from routine_player.app.figure_baking import Subject
from routine_player.app.figure_bench import CannotDrawError
from routine_player.app.figure_facts import rhythm_of
from routine_player.app.figure_orders import Order
from routine_player.core.language import tr
from routine_player.figure.authored import AuthoredMovement
from routine_player.figure.drawing import Drawing
from routine_player.figure.mannequin import Mannequin, Wardrobe
from routine_player.figure.movement import Movement
from routine_player.figure.solution import pose_hash
from routine_player.figure.solving import solve_movement
from routine_player.store.exercise_file import read_exercise
from routine_player.store.solutions import read_solution, write_solution

SOLUTION_SUFFIX: Final = ".json"
_KEPT: Final = 8
_KEPT_NAME: Final = 32


class FigureOpening:
    """Opens the figures of orders. What was solved last is kept: its other side comes next."""

    def __init__(self) -> None:
        self._wardrobe: Wardrobe | None = None
        self._solved: OrderedDict[AuthoredMovement, Movement] = OrderedDict()

    def open(self, order: Order) -> tuple[Drawing, Subject]:
        """Give what draws the figure of an order. CannotDrawError if it has none that can be."""
        path = Path(order.exercise)
        authored = read_exercise(path).movement
        if authored is None:
            raise CannotDrawError(tr("{path} has no pose that can be drawn.", path=path))
        try:
            drawing = self._drawing(authored, order)
        except (ValueError, ArithmeticError, LookupError, np.linalg.LinAlgError) as error:
            # A pose that the reader let pass and the body cannot take: a person's, not the end.
            reason = f"{type(error).__name__}: {error}"
            told = tr("The pose of {path} cannot be drawn: {reason}", path=path, reason=reason)
            raise CannotDrawError(told) from error
        return drawing, Subject(rhythm_of(authored), authored.side)

    def _drawing(self, authored: AuthoredMovement, order: Order) -> Drawing:
        if self._wardrobe is None:
            self._wardrobe = Wardrobe()
        movement = self._movement(authored, order)
        model = Mannequin(movement, self._wardrobe)
        return Drawing(movement, model, (order.width, order.height), far=order.is_far)

    def _movement(self, authored: AuthoredMovement, order: Order) -> Movement:
        if authored not in self._solved:
            self._solved[authored] = _found(authored, order) or _solved(authored, order)
            if len(self._solved) > _KEPT:
                self._solved.popitem(last=False)
        self._solved.move_to_end(authored)
        return self._solved[authored]


def _found(authored: AuthoredMovement, order: Order) -> Movement | None:
    """Look for the solved movement where it may lie: that of the program, kept here, or beside."""
    beside = Path(order.path).with_suffix(SOLUTION_SUFFIX)
    for path in (Path(order.solution), _kept_path(authored, order), beside):
        found = read_solution(path, authored)
        if found is not None:
            return found
    return None


def _solved(authored: AuthoredMovement, order: Order) -> Movement:
    """Solve a movement, and keep it; a disk that refuses costs only the time of the next go."""
    movement = solve_movement(authored)
    if order.keep:
        with suppress(OSError):
            write_solution(_kept_path(authored, order), movement)
    return movement


def _kept_path(authored: AuthoredMovement, order: Order) -> Path:
    return Path(order.keep) / f"{pose_hash(authored)[:_KEPT_NAME]}{SOLUTION_SUFFIX}"
