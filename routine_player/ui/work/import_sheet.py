"""Importing runs: which files, how far it is, and a report with a reason for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8, SPACE_12, TITLE
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.progress_bar import ProgressBar
from routine_player.ui.widgets.sheet import Sheet
from routine_player.ui.work.import_report import Report, ReportList

_WIDTH = 720


class ImportSheet(Sheet):
    """Three states: what to import, busy, and the report. Closing it while busy cancels."""

    files_wished = Signal()
    folder_wished = Signal()
    cancel_wished = Signal()
    undo_wished = Signal()
    every_sport_wished = Signal()
    deleted_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, tr("Import runs"), lead=_lead(), width=_WIDTH)
        self._is_busy = False
        self._make(theme)
        self._lay_out()
        self._connect()

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    @property
    def report_text(self) -> str:
        """The lines of the report."""
        return self._lines.text

    def ask(self) -> None:
        """Open the sheet with the ways to choose files."""
        self.say(tr("Import runs"), _lead())
        self._show(self._files, self._folder)
        self.open_sheet(self._files)

    def show_busy(self, done: int, count: int) -> None:
        """Say how far it is; a count of 0 means that nobody knows yet."""
        if not self._is_busy:
            self._is_busy = True
            self.say(tr("Importing"), tr("What is in your log by now stays if you stop."))
            self._show(self._bar, self._words, self._cancel)
            if not self.is_open:
                self.open_sheet(self._cancel)
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.show_share(done / count if count else None)
        told = tr("File {done} of {count}", done=done, count=count)
        self._words.setText(told if count else tr("Looking for files"))

    def show_report(self, report: Report) -> None:
        """Say what became of each."""
        self._is_busy = False
        self.say(report.summary, "")
        self._lines.show_report(report)
        shown: list[QWidget] = [self._done]
        if report.groups:
            shown.append(self._lines)
        if report.can_undo:
            shown.append(self._undo)
        if report.other_sports:
            words = tr("Take the {count} of other sports too", count=report.other_sports)
            self._every_sport.set_label(words)
            shown.append(self._every_sport)
        if report.deleted:
            self._deleted.set_label(tr("Take back the {count} you deleted", count=report.deleted))
            shown.append(self._deleted)
        self._show(*shown)
        if not self.is_open:
            self.open_sheet(self._done)
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        if self._is_busy and self.is_open:
            self.cancel_wished.emit()
            return
        super().close_sheet()

    def _make(self, theme: Theme) -> None:
        self._files = Button(theme, tr("Choose files…"), kind=Kind.PRIMARY, icon="download-simple")
        self._folder = Button(theme, tr("Choose a folder…"), icon="folder")
        self._bar = ProgressBar(theme, tr("Import"))
        self._words = PlainLabel(theme, "", TITLE)
        self._cancel = Button(theme, tr("Stop"))
        self._lines = ReportList(theme)
        self._done = Button(theme, tr("Done"), kind=Kind.PRIMARY)
        self._undo = Button(theme, tr("Take it all back"), icon="arrow-counter-clockwise")
        self._every_sport = Button(theme, "", kind=Kind.QUIET)
        self._deleted = Button(theme, "", kind=Kind.QUIET)

    def _lay_out(self) -> None:
        self.content.setSpacing(SPACE_12)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_12)
        choices.addWidget(self._files)
        choices.addWidget(self._folder)
        choices.addStretch(1)
        self.content.addLayout(choices)
        self.content.addWidget(self._words)
        self.content.addWidget(self._bar)
        self.content.addWidget(self._lines, 1)
        self.foot.addLayout(_row(self._cancel, self._done, self._undo))
        self.foot.addLayout(_row(self._every_sport, self._deleted))

    def _connect(self) -> None:
        self._files.clicked.connect(self.files_wished)
        self._folder.clicked.connect(self.folder_wished)
        self._cancel.clicked.connect(self.cancel_wished)
        self._done.clicked.connect(self.close_sheet)
        self._undo.clicked.connect(self.undo_wished)
        self._every_sport.clicked.connect(self.every_sport_wished)
        self._deleted.clicked.connect(self.deleted_wished)

    def _show(self, *shown: QWidget) -> None:
        parts: Sequence[QWidget] = (
            self._files,
            self._folder,
            self._bar,
            self._words,
            self._cancel,
            self._lines,
            self._done,
            self._undo,
            self._every_sport,
            self._deleted,
        )
        for part in parts:
            part.setVisible(part in shown)
        self.place()


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _lead() -> str:
    return tr(
        "FIT, GPX and TCX files, whole folders, and the lists that Strava and Garmin export; "
        "packed ones too. You can drop them on the window as well."
    )
