"""The last sessions: when, what, how long, and the back before and after."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from routine_player.core import wording
from routine_player.core.date_words import relative_day
from routine_player.core.entry import SessionOutcome
from routine_player.core.language import tr
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.theme import Theme
from routine_player.ui.today.values import PastLine
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from routine_player.ui.widgets.card import Hairline
from routine_player.ui.widgets.label import PlainLabel, plain_tooltip
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.pain_dot import ROW, paint_pain_dot
from routine_player.ui.widgets.painting import (
    CLEAR,
    blend,
    middle_square,
    paint_line,
    paint_panel,
    smooth,
)
from routine_player.ui.widgets.pressable import Pressable

_HEIGHT = 44
_ARROW = 16
_DAY_WIDTH, _WHEN_WIDTH, _TIME_WIDTH = 136, 112, 104
_WHEN_FROM, _TIME_FROM = 640, 480
_EXAMPLE_OPACITY = 0.55


def length_words(session: SessionSummary) -> str:
    """Say how long a session was, or how much of it was done."""
    if session.outcome is SessionOutcome.FINISHED:
        return wording.clock_time(session.active_s)
    return tr("{done} of {count} steps", done=session.steps_done, count=session.steps_planned)


class SessionRow(Pressable):
    """One session; emits `opened` with its identity, as text."""

    opened = Signal(str)

    def __init__(
        self, theme: Theme, line: PastLine, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, line.session.routine_name, parent)
        self._session = line.session
        self._when = line.when.lower()
        self._day = relative_day(line.session.started.local_date, today)
        self._is_example = False
        self.setFont(theme.font(BODY))
        self._strong = theme.font(BODY.strong())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._words())
        self.setToolTip(plain_tooltip(tr("Open in History")))
        self.clicked.connect(self._open)

    def make_example(self) -> None:
        """Draw it pale, and let nothing come of pressing it: there is no such session."""
        self._is_example = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Example: {line}", line=self._words()))

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.theme.colours
        area = QRectF(self.rect())
        with smooth(self) as painter:
            if self._is_example:
                painter.setOpacity(_EXAMPLE_OPACITY)
            ground = blend(CLEAR, colours.sunken, self.hover_level)
            paint_panel(painter, area.adjusted(-SPACE_8, 2, SPACE_8, -2), fill=ground)
            right = self._paint_pain(painter, area)
            if self.width() >= _TIME_FROM:
                right -= _TIME_WIDTH + SPACE_16
                column = QRectF(right, 0, _TIME_WIDTH, _HEIGHT)
                self._write(painter, column, length_words(self._session), colours.ink2)
            if self.width() >= _WHEN_FROM:
                right -= _WHEN_WIDTH
                self._write(painter, QRectF(right, 0, _WHEN_WIDTH, _HEIGHT), self._when)
            day = QRectF(0, 0, _DAY_WIDTH - SPACE_8, _HEIGHT)
            self._write(painter, day, self._day)
            name = QRectF(_DAY_WIDTH, 0, right - _DAY_WIDTH - SPACE_16, _HEIGHT)
            self._write(painter, name, self._name(), colours.ink, self._strong)

    def _paint_pain(self, painter: QPainter, area: QRectF) -> float:
        """Paint both dots with an arrow between; give where they begin."""
        left = area.width() - 2 * ROW - _ARROW - 2 * SPACE_8
        session = self._session
        after = area.width() - ROW
        for x, score in ((left, session.pain_before), (after, session.pain_after)):
            dot = middle_square(QRectF(x, 0, ROW, _HEIGHT), ROW)
            paint_pain_dot(painter, self.theme, dot, score)
        between = middle_square(QRectF(left + ROW, 0, after - left - ROW, _HEIGHT), _ARROW)
        self.theme.icons.paint(painter, "arrow-right", self.theme.colours.ink2, between)
        return left

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        colour: QColor | None = None,
        font: QFont | None = None,
    ) -> None:
        ink = colour or self.theme.colours.ink3
        paint_line(painter, area, text, font or self.font(), ink)

    def _name(self) -> str:
        session = self._session
        if session.is_real:
            return session.routine_name
        return tr("{name}, at speed {speed:g}", name=session.routine_name, speed=session.speed)

    def _words(self) -> str:
        before, after = (
            tr("not said") if score is None else str(score)
            for score in (self._session.pain_before, self._session.pain_after)
        )
        return tr(
            "{day}, {name}, {length}, pain before {before}, after {after}",
            day=self._day,
            name=self._name(),
            length=length_words(self._session),
            before=before,
            after=after,
        )

    def _open(self) -> None:
        self.opened.emit(str(self._session.id))


class LastSessions(QWidget):
    """The list with its heading; while there is none, it says what will stand there."""

    opened = Signal(str)
    demo_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[date, tuple[PastLine, ...]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, tr("Last sessions"), CAPTION.strong(), "ink3"))
        head.addStretch(1)
        head.addWidget(PlainLabel(theme, tr("pain before, after"), CAPTION, "ink3"))
        self._column.addLayout(head)
        self._column.addSpacing(SPACE_4)
        self._rows = QWidget()
        self._column.addWidget(self._rows)

    def show_past(self, past: Sequence[PastLine], example: PastLine, today: date) -> None:
        """Show sessions, the latest first; `example` where there is none yet."""
        wanted = (today, tuple(past))
        if wanted == self._shown:
            return
        self._shown = wanted
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, line in enumerate(past or (example,)):
            if number:
                column.addWidget(Hairline(self._theme))
            row = SessionRow(self._theme, line, today)
            row.opened.connect(self.opened)
            column.addWidget(row)
            if not past:
                row.make_example()
        if not past:
            column.addLayout(self._teaching())
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        rows.show()
        self._rows = rows

    def _teaching(self) -> QHBoxLayout:
        words = tr("An example. After your first session, a line like this stands here.")
        label = PlainLabel(self._theme, words, BODY, "ink2", wraps=True)
        demo = Link(self._theme, tr("Try the 60-second demo"), BODY, "accent", key="D")
        demo.clicked.connect(self.demo_wished)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(label, 1)
        row.addWidget(demo)
        return row
