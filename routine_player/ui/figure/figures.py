"""The sheets of figures that are shown now or next: found, read beside the interface, and kept."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot

from routine_player.core.choices import Side
from routine_player.core.motion import Rhythm
from routine_player.core.picture import Picture
from routine_player.ui.figure.sheet import Sheet, read_sheet

MOST_BYTES: Final = 60_000_000
"""What all frames that are kept may take of the memory; those shown now are never dropped."""
_GRAIN: Final = 64
_MOST_PIXELS: Final = 1_000_000
_LEAST: Final = 128
_MOST_EXPECTED: Final = 6
_READ_AHEAD: Final = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an exercise's figure: its times, and the side that works as it is drawn."""

    rhythm: Rhythm
    side: Side


@dataclass(frozen=True, slots=True)
class Want:
    """A sheet that is needed: `is_far` for the other side, seen from where the one side is seen.

    `width` and `height` are those of the canvas, in pixels.
    """

    exercise: str
    is_far: bool
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet that is there; one that is not `whole` has a few of its frames only."""

    path: Path
    whole: bool


class Finder(Protocol):
    """Knows what figures there are, and where their sheets lie."""

    def facts(self, exercise: str) -> Facts | None:
        """Give what is known of an exercise's figure; None where it has none."""
        ...

    def sheet(self, want: Want) -> Found | None:
        """Give the best sheet that there is by now; None where there is none yet."""
        ...

    def reject(self, path: Path) -> None:
        """Take a sheet away that cannot be read, so that it is drawn again."""
        ...


class NoFigures:
    """Where no exercise has a figure."""

    def facts(self, exercise: str) -> Facts | None:
        del exercise

    def sheet(self, want: Want) -> Found | None:
        del want

    def reject(self, path: Path) -> None:
        del path


class Figures(QObject):
    """Has the sheets of the exercises that are to be seen.

    `wanted` carries what is still to be drawn, the most urgent first, each time that changes;
    `changed` follows whenever `sheet` may give something better than before. `moving` tells whether
    figures may move, or start and hold take turns. Sheets are read in a thread of their own.
    """

    wanted = Signal(object)  # tuple[Want, ...]
    changed = Signal()

    def __init__(self, finder: Finder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._room = QSize()
        self.moving = True
        self._expected: tuple[Picture, ...] = ()
        self._wants: tuple[Want, ...] = ()
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._reading: set[_Key] = set()
        self._rejected: set[Path] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def wants(self) -> tuple[Want, ...]:
        """What is still to be drawn, the most urgent first."""
        return self._wants

    def facts(self, picture: Picture) -> Facts | None:
        """Give the times of a picture's figure; None where a figure is not what it shows."""
        if picture.image or not picture.exercise:
            return None
        return self._finder.facts(picture.exercise)

    def set_room(self, room: QSize) -> None:
        """Say how large figures are shown, in the screen's own pixels."""
        if room != self._room:
            self._room = room
            self.look_again()

    def expect(self, pictures: Sequence[Picture]) -> None:
        """Say what is shown now and will be shown next, in order.

        The first of them are read; of some more the sheets are drawn ahead.
        """
        expected = tuple(dict.fromkeys(pictures))[:_MOST_EXPECTED]
        if expected != self._expected:
            self._expected = expected
            self.look_again()

    def sheet(self, picture: Picture, *, is_other: bool = False) -> Sheet | None:
        """Give the sheet of a picture; `is_other` for the other side, where sides alternate.

        None until there is one. One that was read for another room is better than none.
        """
        key = self._key(picture, is_other=is_other)
        if key is None:
            return None
        kept = self._kept.get(key)
        return None if kept is None else kept.sheet

    @Slot()
    def look_again(self) -> None:
        """Look which sheets are there by now, read them, and ask for what is missing."""
        missing: list[Want] = []
        for key, is_near in self._needed():
            want = self._want(key)
            found = self._finder.sheet(want)
            if found is not None and is_near:
                self._read(key, found.path)
            if found is None or not found.whole:
                missing.append(want)
        wants = tuple(dict.fromkeys(missing))
        if wants != self._wants:
            self._wants = wants
            self.wanted.emit(wants)

    def close(self) -> None:
        """Wait until nothing is read any more."""
        self._pool.clear()
        self._pool.waitForDone()

    def _needed(self) -> list[tuple["_Key", bool]]:
        """Every sheet that what is expected needs, in order, and whether it is near enough to read.

        Where sides alternate, both are needed.
        """
        if self._room.isEmpty():
            return []
        found: dict[_Key, bool] = {}
        for number, picture in enumerate(self._expected):
            for is_other in (False, True) if picture.alternates else (False,):
                key = self._key(picture, is_other=is_other)
                if key is not None:
                    found.setdefault(key, number < _READ_AHEAD)
        return list(found.items())

    def _key(self, picture: Picture, *, is_other: bool) -> "_Key | None":
        facts = self.facts(picture)
        if facts is None:
            return None
        works = picture.side or facts.side
        turned = (works is not facts.side) is not is_other
        if picture.alternates and not facts.rhythm.loops:
            # The camera stays where it is: a picture that turns with each rep would be dizzying.
            return _Key(picture.exercise, is_far=turned, flipped=False)
        return _Key(picture.exercise, is_far=False, flipped=turned and picture.side is not None)

    def _want(self, key: "_Key") -> Want:
        size = _canvas(self._room)
        return Want(key.exercise, key.is_far, size.width(), size.height())

    def _read(self, key: "_Key", path: Path) -> None:
        kept = self._kept.get(key)
        made = _Made(path, QSize(self._room))
        if key in self._reading or (kept is not None and kept.made == made):
            return
        self._reading.add(key)
        reading = _Reading(key, made)
        reading.told.done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._pool.start(reading)

    @Slot(object)
    def _take(self, read: "_Read") -> None:
        self._reading.discard(read.key)
        if read.sheet is not None:
            self._kept[read.key] = _Kept(read.made, read.sheet)
            self._kept.move_to_end(read.key)
            self._forget()
            self.changed.emit()
        elif read.made.path not in self._rejected:
            self._rejected.add(read.made.path)  # drawn again once: a bad disk stays bad
            self._finder.reject(read.made.path)
        else:
            return
        self.look_again()

    def _forget(self) -> None:
        """Drop what was of no use for longest, but nothing that is about to be shown."""
        near = {key for key, is_near in self._needed() if is_near}
        for key in list(self._kept):
            if sum(kept.sheet.size_bytes for kept in self._kept.values()) <= MOST_BYTES:
                return
            if key not in near:
                del self._kept[key]


@dataclass(frozen=True, slots=True)
class _Key:
    exercise: str
    is_far: bool
    flipped: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """What a sheet was read from, and for which room."""

    path: Path
    room: QSize


@dataclass(frozen=True, slots=True)
class _Kept:
    made: _Made
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Read:
    key: _Key
    made: _Made
    sheet: Sheet | None


class _Told(QObject):
    done = Signal(object)


class _Reading(QRunnable):
    """Reads one sheet in a thread of the pool."""

    def __init__(self, key: _Key, made: _Made) -> None:
        super().__init__()
        self.told = _Told()
        self._key = key
        self._made = made

    def run(self) -> None:
        sheet = read_sheet(self._made.path, self._made.room, flipped=self._key.flipped)
        self.told.done.emit(_Read(self._key, self._made, sheet))


def _canvas(room: QSize) -> QSize:
    """The size to draw in: somewhat coarse, so that a small change of the window is none."""
    width, height = max(_LEAST, room.width()), max(_LEAST, room.height())
    share = min(1.0, (_MOST_PIXELS / (width * height)) ** 0.5)
    return QSize(*(-(-round(side * share) // _GRAIN) * _GRAIN for side in (width, height)))
