"""The work of the process that draws figures: one frame at a time, the most urgent order first."""

from collections.abc import Callable, Iterator, Sequence

from routine_player.app.figure_baking import Drawn, Subject, bake
from routine_player.app.figure_orders import Order, Reply, Word

Opener = Callable[[Order], tuple[Drawn, Subject]]


class CannotDrawError(Exception):
    """An exercise whose figure cannot be drawn: the file is gone, or its pose is impossible."""


class FigureBench:
    """Works through orders. `opens` solves a movement and makes it ready to be drawn.

    Orders may change at any time; one that is begun and still wanted goes on where it was.
    """

    def __init__(self, opens: Opener, tell: Callable[[Reply], None]) -> None:
        self._opens = opens
        self._tell = tell
        self._orders: list[Order] = []
        self._begun: dict[Order, Iterator[Word]] = {}

    def take(self, orders: Sequence[Order]) -> None:
        """Draw these from now on, and nothing else; the first first."""
        self._orders = list(orders)
        self._begun = {order: self._begun[order] for order in orders if order in self._begun}

    def step(self) -> bool:
        """Draw one frame; False if there is nothing to be drawn."""
        if not self._orders:
            return False
        order = self._orders[0]
        try:
            if order not in self._begun:
                self._begun[order] = bake(order, *self._opens(order))
                word = Word.WORKING
            else:
                word = next(self._begun[order])
        except (CannotDrawError, OSError) as error:
            self._end(order)
            self._tell(Reply(Word.FAILED, order.path, str(error)))
            return True
        if word is Word.DONE:
            self._end(order)
        self._tell(Reply(word, order.path))
        return True

    def _end(self, order: Order) -> None:
        self._orders.remove(order)
        self._begun.pop(order, None)
