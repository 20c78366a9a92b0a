"""Contact sheets of all figures, as lists show them, on either side, and keyframe by keyframe."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from routine_player.dev.exercise_pose import EXERCISES, FIGURES
from routine_player.dev.pose import Wish
from routine_player.dev.pose_strip import drawn_strip
from routine_player.dev.solve import Posed as Exercise
from routine_player.dev.solve import posed_in
from routine_player.dev.stills import draw_stills
from routine_player.figure.mannequin import Wardrobe
from routine_player.figure.solving import solve_movement
from routine_player.store.solutions import read_solution
from routine_player.ui.figure.figure_picture import Posed
from routine_player.ui.figure.sheet import read_sheet
from routine_player.ui.figure.still_picture import StillPicture
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY

CELL: Final = QSize(400, 300)
ACROSS: Final = 5
_NAME_PX: Final = 34
_GAP_PX: Final = 8
_STRIPS: Final = 6  # of keyframes on a sheet, one below the other
_STRIP_FRAME: Final = (320, 240)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet: which side is seen, and whether that is drawn or only flipped."""

    name: str
    is_far: bool = False
    flipped: bool = False


KINDS: Final = (
    Kind("exercises"),
    Kind("exercises-flipped", flipped=True),
    Kind("exercises-far", is_far=True),
)
KEYFRAMES: Final = "exercises-keyframes"
NAMES: Final = (*(kind.name for kind in KINDS), KEYFRAMES)


def draw(
    theme: Theme, wear: Sequence[Callable[[], str]], word: str, folder: Path
) -> Iterator[Path]:
    """Draw the kinds of sheets that have `word` in their name; give each file when written.

    Each of `wear` puts the theme into an appearance and gives its name.
    """
    exercises = list(posed_in(EXERCISES, FIGURES))
    with TemporaryDirectory(prefix="routine-player-") as name:
        for kind in KINDS:
            if word not in kind.name:
                continue
            stills = _stills(exercises, Path(name), is_far=kind.is_far)
            for appearance in wear:
                look = appearance()
                for number, some in enumerate(_sheets_of(exercises, ACROSS * ACROSS), 1):
                    sheet = _contact_sheet(theme, [(e.slug, stills[e.slug]) for e in some], kind)
                    yield _saved(sheet, folder / f"{kind.name}-{look}-{number}.png")
    if word in KEYFRAMES:
        wear[0]()  # in one appearance: it is the poses that are looked at
        yield from _keyframes(theme, exercises, folder)


def _stills(exercises: Sequence[Exercise], folder: Path, *, is_far: bool) -> dict[str, Path]:
    """Have stills drawn that are not there yet; what cannot be drawn is told."""
    end = "-far" if is_far else ""
    stills = {one.slug: folder / f"{one.slug}{end}.webp" for one in exercises}
    missing = {
        one.exercise: stills[one.slug] for one in exercises if not stills[one.slug].is_file()
    }
    for failure in draw_stills(missing, is_far=is_far, solutions=FIGURES):
        print(failure, file=sys.stderr)
    return stills


def _contact_sheet(theme: Theme, stills: Sequence[tuple[str, Path]], kind: Kind) -> QImage:
    """Draw up to ACROSS x ACROSS stills with their names below."""
    wide, tall = CELL.width() + _GAP_PX, CELL.height() + _NAME_PX
    rows = -(-len(stills) // ACROSS)
    image = _empty(theme, QSize(ACROSS * wide + _GAP_PX, rows * tall + _GAP_PX))
    picture = StillPicture(theme)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (slug, path) in enumerate(stills):
            row, column = divmod(number, ACROSS)
            area = QRectF(_GAP_PX + column * wide, _GAP_PX + row * tall, *CELL.toTuple())
            painter.fillRect(area, theme.colours.stage)
            sheet = read_sheet(path, flipped=kind.flipped)
            if sheet is not None:
                picture.paint(painter, area, Posed(sheet, sheet.motion[0], has_arrows=True))
            below = QRectF(area.left(), area.bottom(), area.width(), _NAME_PX - _GAP_PX)
            _write(painter, theme, below, slug)
    return image


def _keyframes(theme: Theme, exercises: Sequence[Exercise], folder: Path) -> Iterator[Path]:
    """Draw every keyframe of each exercise, also from the front and from above."""
    wardrobe = Wardrobe()
    for number, some in enumerate(_sheets_of(exercises, _STRIPS), 1):
        strips = [(one.slug, _strip(one, wardrobe, dark=theme.is_dark)) for one in some]
        yield _saved(_stacked(theme, strips), folder / f"{KEYFRAMES}-{number}.png")


def _strip(one: Exercise, wardrobe: Wardrobe, *, dark: bool) -> QImage:
    movement = read_solution(one.solution, one.movement) or solve_movement(one.movement)
    return drawn_strip(movement, wardrobe, Wish(_STRIP_FRAME, 0, dark, far=False))


def _stacked(theme: Theme, strips: Sequence[tuple[str, QImage]]) -> QImage:
    """Put strips with their names above each other."""
    tall = [strip.height() + _NAME_PX for _, strip in strips]
    wide = max(strip.width() for _, strip in strips)
    image = _empty(theme, QSize(wide + 2 * _GAP_PX, sum(tall) + _GAP_PX))
    top = 0
    with QPainter(image) as painter:
        for (slug, strip), height in zip(strips, tall, strict=True):
            _write(painter, theme, QRectF(_GAP_PX, top, wide, _NAME_PX), slug)
            painter.drawImage(_GAP_PX, top + _NAME_PX, strip)
            top += height
    return image


def _sheets_of(exercises: Sequence[Exercise], most: int) -> list[Sequence[Exercise]]:
    return [exercises[start : start + most] for start in range(0, len(exercises), most)]


def _empty(theme: Theme, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colours.paper)
    return image


def _write(painter: QPainter, theme: Theme, box: QRectF, text: str) -> None:
    painter.setFont(theme.font(BODY))
    painter.setPen(theme.colours.ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _saved(image: QImage, path: Path) -> Path:
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")
    return path
