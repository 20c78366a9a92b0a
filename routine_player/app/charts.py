"""The charts of the page History: read out of the history when they are first asked for."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from routine_player.app.desk import Desk
from routine_player.core.language import tr
from routine_player.core.series.records import Records
from routine_player.store.chart_reading import read_records
from routine_player.store.history_errors import HistoryError
from routine_player.store.settings import Units
from routine_player.ui.chart_contents.tips import Speech
from routine_player.ui.charts.charts_panel import ChartsPanel
from routine_player.ui.charts.saving import ChartFile, kind_words
from routine_player.ui.views.history import HistoryView


class ChartsRoom(QObject):
    """Fills the charts, leads from a dot to its day, and writes charts to disk.

    `said` carries words for the person. What is read anew while the charts are not seen is read
    when they are seen again.
    """

    said = Signal(str)

    def __init__(self, view: HistoryView, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._reading: Iterator[Records | None] = iter(())
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self.read_on)
        self.panel = ChartsPanel(view.theme)
        self.panel.day_wished.connect(self.open_day)
        self.panel.file_wished.connect(self.choose_place)
        self._is_stale = True
        self._units = desk.settings.units
        self._shows_all = False
        self.panel.came_into_view.connect(self.catch_up)
        desk.history_changed.connect(self.refresh)
        desk.settings_changed.connect(self.take_units)
        view.put_charts(self.panel)
        self.catch_up()

    @property
    def is_reading(self) -> bool:
        """Whether older days are still to come."""
        return self._later.isActive()

    @Slot()
    def refresh(self) -> None:
        """Read again what the charts are made of, as soon as they are seen."""
        self._is_stale = True
        self.catch_up()

    @Slot()
    def take_units(self) -> None:
        """Say distances as is wished now; all else that can be set is nothing to the charts."""
        if self._desk.settings.units is not self._units:
            self.refresh()

    @Slot()
    def catch_up(self) -> None:
        """Read what is not as it was: the last year now, the rest behind it."""
        if not self._is_stale or not self.panel.isVisible():
            return
        self._is_stale = False
        self._units = self._desk.settings.units
        self._reading = read_records(self._desk.history, self._today())
        self._later.start()
        self.read_on()

    @Slot()
    def read_on(self) -> None:
        """Read the next piece, and show what there is where that is worth it."""
        try:
            records = next(self._reading, None)
        except HistoryError as error:
            self._later.stop()
            self._desk.failed.emit(str(error))
            return
        # Who sees all years is not thrown back to the last one while all are read again.
        if records is not None and (records.is_whole or not self._shows_all):
            in_miles = self._units is Units.MILES
            self.panel.show_records(records, Speech(self._today(), in_miles=in_miles))
            self._shows_all = records.is_whole
        if records is not None and records.is_whole:
            self._later.stop()

    @Slot(date)
    def open_day(self, day: date) -> None:
        """Show what happened on a day."""
        self._view.open_day(day)

    @Slot(object)
    def choose_place(self, file: ChartFile) -> None:
        """Ask where a chart is to be written, and write it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self.panel,
            tr("Save the chart"),
            str(Path.home() / f"{file.name}.{file.kind}"),
            f"{kind_words(file.kind)} (*.{file.kind})",
        )
        if chosen:
            self.save(file, Path(chosen))

    def save(self, file: ChartFile, path: Path) -> None:
        """Write a chart whole or not at all; the name gets the ending of its kind if it has none.

        The person agreed to replace what has the name they typed, and nothing else: a name that
        got its ending here is another one where there is such a file.
        """
        ending = f".{file.kind}"
        whole = path if path.suffix.lower() == ending else _free(path, ending)
        part = whole.with_name(f"{whole.name}.part")
        try:
            part.write_bytes(file.content)
            part.replace(whole)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            why = error.strerror or str(error)
            self._desk.failed.emit(tr("The chart could not be saved: {why}", why=why))
        else:
            self.said.emit(tr("Saved as {name}", name=whole.name))

    def _today(self) -> date:
        return self._desk.clock.instant().local_date


def _free(path: Path, ending: str) -> Path:
    """Give the name with its ending, and a number where there is such a file."""
    names = chain((path.name,), (f"{path.name} {number}" for number in count(2)))
    paths = (path.with_name(f"{name}{ending}") for name in names)
    return next(one for one in paths if not one.exists())
