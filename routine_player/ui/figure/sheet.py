"""Sheets of frames, read from disk and fitted to the size they are shown in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QTransform

from routine_player.figure.fitting import fit
from routine_player.ui.figure.sheet_note import BadNoteError, Cut, Ground, SheetNote, note_of
from routine_player.ui.figure.sheet_picture import read_picture

NOTE_SUFFIX = ".note"
"""The note of a sheet is named as the sheet is, with this instead of its own suffix."""

_SHARP = 0.002  # a scale so near to 1 is 1: scaling would only blur


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A picture and where its upper left corner belongs on the canvas."""

    image: QImage
    corner: QPoint

    @property
    def size_bytes(self) -> int:
        return self.image.sizeInBytes()


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The frames of a sheet at `scale`, ready to be painted; `note` is in the sheet's own pixels.

    Those of a `flipped` sheet are the mirror images of what the note says.
    """

    note: SheetNote
    scale: float
    motion: tuple[Frame, ...]
    breath: tuple[Frame, ...] = ()
    flipped: bool = False

    @property
    def size_bytes(self) -> int:
        """What the frames take of the memory."""
        return sum(frame.size_bytes for frame in (*self.motion, *self.breath))

    def frame(self, progress: float, breath: float = 0.0) -> Frame:
        """Give the frame of a moment; a full chest is only drawn where one holds."""
        if breath > 0 and self.breath:
            return self.breath[round(breath * (len(self.breath) - 1))]
        return self.motion[self._place(progress)]

    def ground(self, frame: Frame) -> Ground:
        """Give what is under a frame."""
        grounds = self.note.grounds
        if len(grounds) == 1 or frame not in self.motion:
            return grounds[-1]
        return grounds[self.motion.index(frame)]

    def _place(self, progress: float) -> int:
        count = len(self.motion)
        if self.note.loops:
            return int(progress * count) % count
        return round(max(0.0, min(1.0, progress)) * (count - 1))


def note_path(sheet: Path) -> Path:
    """Give where the note of a sheet lies."""
    return sheet.with_suffix(NOTE_SUFFIX)


def read_note(sheet: Path) -> SheetNote | None:
    """Read the note of a sheet; None if there is none, or a damaged one."""
    try:
        return note_of(note_path(sheet).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, BadNoteError):
        return None


def read_sheet(path: Path, room: QSize | None = None, *, flipped: bool = False) -> Sheet | None:
    """Read a sheet so that what is to be seen of it just fits into `room`.

    That is in the screen's own pixels; without a room it keeps its own size. None if it is not
    there, or damaged; `flipped` gives the mirror image. May be called in any thread.
    """
    note = read_note(path)
    if note is None:
        return None
    whole = read_picture(path)
    if whole.isNull() or not _within(whole.rect(), note.cuts):
        return None
    scale = 1.0 if room is None else fitting(note, room)
    across = note.width if flipped else None
    return Sheet(
        note,
        scale,
        tuple(_frame(whole, cut, scale, across) for cut in note.motion),
        tuple(_frame(whole, cut, scale, across) for cut in note.breath),
        flipped,
    )


def fitting(note: SheetNote, room: QSize) -> float:
    """Give the scale at which what is to be seen of a canvas fits into `room`."""
    return shown_canvas(note, QRectF(QPointF(0, 0), QSizeF(room))).width() / note.width


def shown_canvas(note: SheetNote, area: QRectF) -> QRectF:
    """Give where the whole canvas of `note` lies, so that what is to be seen of it fills `area`.

    Its edges may lie within the area or outside: nothing is drawn there.
    """
    left, top, right, bottom = note.box
    placed = fit(right - left, bottom - top, (area.width(), area.height()))
    return QRectF(
        area.left() + placed.left - placed.scale * left,
        area.top() + placed.top - placed.scale * top,
        placed.scale * note.width,
        placed.scale * note.height,
    )


def _within(area: QRect, cuts: Sequence[Cut]) -> bool:
    return all(
        area.contains(QRect(cut.sheet_x, cut.sheet_y, max(1, cut.width), max(1, cut.height)))
        for cut in cuts
    )


def fitted(sheet: Sheet, room: QSize) -> Sheet:
    """Give a sheet as it fits into another room; best made of one with its own size."""
    scale = fitting(sheet.note, room)
    share = scale / sheet.scale
    if abs(share - 1.0) <= _SHARP:
        return sheet
    motion = tuple(_scaled(frame.image, frame.corner, share) for frame in sheet.motion)
    breath = tuple(_scaled(frame.image, frame.corner, share) for frame in sheet.breath)
    return replace(sheet, scale=scale, motion=motion, breath=breath)


def _frame(whole: QImage, cut: Cut, scale: float, across: int | None) -> Frame:
    """Cut a frame out; `across` is the width of the canvas that it is flipped in."""
    image = whole.copy(cut.sheet_x, cut.sheet_y, max(1, cut.width), max(1, cut.height))
    image.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    left = cut.left
    if across is not None:
        image = image.transformed(QTransform.fromScale(-1, 1))
        left = across - cut.left - image.width()
    return _scaled(image, QPoint(left, cut.top), scale)


def _scaled(image: QImage, corner: QPoint, scale: float) -> Frame:
    left, top = round(corner.x() * scale), round(corner.y() * scale)
    if abs(scale - 1.0) <= _SHARP:
        return Frame(image, QPoint(left, top))
    right, bottom = (corner.x() + image.width()) * scale, (corner.y() + image.height()) * scale
    size = QSize(max(1, round(right) - left), max(1, round(bottom) - top))
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    scaled.convertTo(QImage.Format.Format_ARGB32_Premultiplied)
    return Frame(scaled, QPoint(left, top))
