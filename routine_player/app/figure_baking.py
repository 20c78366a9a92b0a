"""Draws what an order asks for, frame by frame, so that something more urgent may come between."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar

from routine_player.app.figure_ground import ground_of, points_of, rounded, shaded
from routine_player.app.figure_orders import MOST_BYTES, Order, Product, Word
from routine_player.app.figure_sheets import packed, write_sheet
from routine_player.core.motion import Rhythm
from routine_player.figure.arrays import Bytes
from routine_player.figure.fitting import GHOST
from routine_player.figure.layer import Layer, laid_over
from routine_player.figure.mat_outline import MatOutline
from routine_player.figure.surface import Floats
from routine_player.play.cache_folder import CacheFolder
from routine_player.ui.figure.sheet_note import (
    BREATH_FRAMES,
    COARSE_FRAMES,
    Ground,
    SheetNote,
)

_THREADS: Final = 2  # more would wait for each other: much of drawing is done one at a time
_Result = TypeVar("_Result")


class Drawn(Protocol):
    """Draws a movement at one size: what is needed of `figure.drawing.Drawing`.

    It is asked in two threads at once.
    """

    @property
    def count(self) -> int: ...

    @property
    def box(self) -> tuple[float, float, float, float]: ...

    def frame(self, index: int) -> Layer: ...

    def frame_with_shadow(self, index: int) -> tuple[Layer, Bytes]: ...

    def breath(self, index: int, breath: float) -> Layer: ...

    def mat_outlines(self, index: int = 0) -> tuple[MatOutline, ...]: ...

    def arrows(self, start: int, end: int) -> tuple[Floats, ...]: ...


@dataclass(frozen=True, slots=True)
class Subject:
    """A movement to be drawn: its times, and the side that works as it is drawn."""

    rhythm: Rhythm
    side: str

    def held(self, count: int) -> int:
        """Give the frame, of `count`, at which one holds."""
        if self.rhythm.loops:
            return round(self.rhythm.held * count) % count
        return round(self.rhythm.held * (count - 1))


def bake(order: Order, drawn: Drawn, subject: Subject) -> Iterator[Word]:
    """Draw what `order` asks for and put it on disk; gives a word after each frame.

    OSError if it cannot be written.
    """
    baking = _Baking(order, drawn, subject)
    return baking.still() if order.product is Product.STILL else baking.sheet()


class _Baking:
    """One order on its way."""

    def __init__(self, order: Order, drawn: Drawn, subject: Subject) -> None:
        self._order = order
        self._drawn = drawn
        self._subject = subject
        self._size = order.width, order.height
        self._held = subject.held(drawn.count)
        self._shadows: dict[int, Bytes] = {}
        self._done: dict[int, Layer] = {}

    def still(self) -> Iterator[Word]:
        """One picture: the start, faint, behind the hold."""
        start = self._drawn.frame(0)
        yield Word.WORKING
        hold, shadow = self._drawn.frame_with_shadow(self._held)
        self._shadows[self._held] = shadow
        self._write(self._order.path, [shaded(laid_over(hold, start, GHOST), shadow)], [])
        yield Word.DONE

    def sheet(self) -> Iterator[Word]:
        """All frames, a few of them first; and those of a breath in the hold."""
        count = self._drawn.count
        few = [round(number * (count - 1) / (COARSE_FRAMES - 1)) for number in range(COARSE_FRAMES)]
        if self._subject.rhythm.loops:
            few = [number * count // COARSE_FRAMES for number in range(COARSE_FRAMES)]
        yield from self._draw(few)
        self._write(self._order.partly_path, [self._done[index] for index in few], [])
        yield Word.PARTLY
        yield from self._draw([index for index in range(count) if index not in self._done])
        breath: list[Layer] = []
        for layer in _at_once(self._breath, range(BREATH_FRAMES)):
            breath.append(layer)
            yield Word.WORKING
        self._write(self._order.path, [self._done[index] for index in range(count)], breath)
        yield Word.DONE

    def _draw(self, indices: Sequence[int]) -> Iterator[Word]:
        drawn = _at_once(self._frame, indices)
        for index, (layer, shadow) in zip(indices, drawn, strict=True):
            self._done[index], self._shadows[index] = layer, shadow
            yield Word.WORKING

    def _frame(self, index: int) -> tuple[Layer, Bytes]:
        layer, shadow = self._drawn.frame_with_shadow(index)
        return shaded(layer, shadow), shadow

    def _breath(self, number: int) -> Layer:
        layer = self._drawn.breath(self._held, number / (BREATH_FRAMES - 1))
        return shaded(layer, self._shadows[self._held])

    def _write(self, path: str, motion: Sequence[Layer], breath: Sequence[Layer]) -> None:
        pack = packed([*motion, *breath], self._size)
        note = SheetNote(
            *self._size,
            rounded(self._drawn.box),
            pack.cuts[: len(motion)],
            pack.cuts[len(motion) :],
            self._grounds(len(motion)),
            points_of(self._drawn.arrows(0, self._held)),
            self._subject.side,
            self._subject.rhythm.loops,
        )
        where = Path(path)
        write_sheet(CacheFolder(where.parent, MOST_BYTES), where, pack.pixels, note)

    def _grounds(self, count: int) -> tuple[Ground, ...]:
        """The ground under each of `count` frames, or one for all where it stands still."""
        last = self._drawn.count - 1
        shadows = list(self._shadows.values())
        places = [round(number * last / max(1, count - 1)) for number in range(count)]
        if count == 1:
            places = [self._held]
        each = tuple(
            ground_of(shadows, self._drawn.mat_outlines(index), self._size) for index in places
        )
        return each if len(set(each)) > 1 else each[:1]


def _at_once(draw: Callable[[int], _Result], numbers: Iterable[int]) -> Iterator[_Result]:
    """Draw in two threads, and give what comes of each number in turn.

    No more than one is drawn ahead, so that something more urgent need not wait.
    """
    with ThreadPoolExecutor(_THREADS) as pool:
        waiting: deque[Future[_Result]] = deque()
        for number in numbers:
            waiting.append(pool.submit(draw, number))
            if len(waiting) >= _THREADS:
                yield waiting.popleft().result()
        for future in waiting:
            yield future.result()
