"""The chosen routine whole: what it asks for, each step, what is wrong with it, and Start."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.core.preview import Preview
from routine_player.core.step_ledger import StepProgress, StepStatus
from routine_player.ui.pictures import Pictures
from routine_player.ui.routines.problem_list import ProblemList
from routine_player.ui.routines.step_table import StepTable
from routine_player.ui.routines.values import RoutineEntry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import (
    BODY,
    CAPTION,
    READING,
    SECTION,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.card import Card
from routine_player.ui.widgets.keyboard_focus import KeyboardFocus
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.session_bar import COMPACT, SessionBar
from routine_player.ui.widgets.stat_row import StatRow


class RoutineDetails(Card):
    """Shows a RoutineEntry. The wishes are about the one that is shown."""

    start_wished = Signal()
    copy_wished = Signal()
    show_folder_wished = Signal()
    back_wished = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding=0)
        self._entry: RoutineEntry | None = None
        self._menu: QMenu | None = None
        self._name = PlainLabel(theme, "", SECTION, wraps=True)
        self._summary = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._path = PlainLabel(theme, "", CAPTION, "ink3", elides=True)
        self._figures = StatRow(theme)
        self._bar = SessionBar(theme, COMPACT)
        self._steps = StepTable(theme, pictures)
        self._problems = ProblemList(theme)
        follows = tr("Mend the file and save it: this page follows.")
        self._follows = PlainLabel(theme, follows, READING, "ink2", wraps=True)
        self._make_buttons(theme)
        self._lay_out()
        self._scroll_focus = KeyboardFocus(theme, self._area)

    @property
    def menu(self) -> QMenu | None:
        """What else can be done, once it was opened."""
        return self._menu

    def show_entry(self, entry: RoutineEntry) -> None:
        """Show another routine, or the same one as it is now."""
        if entry == self._entry:
            return
        is_other = self._entry is None or entry.slug != self._entry.slug
        self._entry = entry
        preview = entry.preview
        self._name.setText(entry.name)
        self._path.setText(entry.path)
        self._path.setVisible(preview is None)
        self._follows.setVisible(preview is None)
        self._summary.setText(preview.summary if preview else "")
        self._summary.setVisible(bool(self._summary.text()))
        for part in (self._figures, self._bar, self._steps, self._start):
            part.setVisible(preview is not None)
        self._folder.setVisible(preview is None)
        if preview is not None:
            self._figures.show_stats(_stats_of(preview))
            self._bar.show_steps(_bar_of(preview))
        self._steps.show_steps(preview.steps if preview else ())
        self._problems.show_problems(entry.problems)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def go_to_start(self) -> None:
        """Put the keyboard on Start, or on what helps with a broken file."""
        button = self._folder if self._start.isHidden() else self._start
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_page(self, *, alone: bool) -> None:
        """Stand alone, with a way back to the list, or beside it."""
        self._back.setVisible(alone)

    @Slot()
    def open_menu(self) -> None:
        """Offer what else can be done with the routine."""
        if self._entry is None:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        if self._entry.may_be_copied:
            menu.addAction(tr("&Copy to my routines"), self.copy_wished.emit)
        menu.addAction(tr("&Show in folder"), self.show_folder_wished.emit)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + SPACE_4)))

    def _make_buttons(self, theme: Theme) -> None:
        self._start = Button(
            theme,
            tr("Start"),
            kind=Kind.PRIMARY,
            size=Size.LARGE,
            icon="play-fill",
            key=tr("Enter"),
        )
        self._folder = Button(theme, tr("Show in folder"), icon="folder")
        self._back = Button(
            theme, tr("All routines"), kind=Kind.QUIET, icon="caret-left", key=tr("Esc")
        )
        self._more = Button(
            theme, tr("More"), kind=Kind.QUIET, icon="dots-three", icon_only=True, key="M"
        )
        self._start.clicked.connect(self.start_wished)
        self._folder.clicked.connect(self.show_folder_wished)
        self._back.clicked.connect(self.back_wished)
        self._more.clicked.connect(self.open_menu)
        self._back.hide()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(SPACE_8)
        title.addWidget(self._name, 1)
        title.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addLayout(title)
        for part in (
            self._summary,
            self._path,
            self._figures,
            self._bar,
            self._problems,
            self._follows,
            self._steps,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("The chosen routine"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, SPACE_12, SPACE_24, SPACE_16)
        foot.addWidget(self._start)
        foot.addWidget(self._folder)
        foot.addStretch(1)
        foot.addWidget(self._back)
        self.content.setContentsMargins(1, 1, 1, 1)
        self.content.addWidget(self._area, 1)
        self.content.addLayout(foot)


def _stats_of(preview: Preview) -> tuple[tuple[str, str], ...]:
    places = len(set(preview.positions))
    return (
        (preview.time_words, tr("total time")),
        (str(places), tr("position") if places == 1 else tr("positions")),
        (wording.equipment_words(preview.equipment), tr("equipment")),
    )


def _bar_of(preview: Preview) -> list[StepProgress]:
    return [StepProgress(StepStatus.COMING, 0.0, step.seconds) for step in preview.steps]
