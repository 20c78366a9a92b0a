"""What stands round a chart: its title, its legend, its table, and the ways to save it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.charts.chart_table import ChartTable
from routine_player.ui.charts.content import Table
from routine_player.ui.charts.legend import Legend
from routine_player.ui.charts.saving import (
    SHARPER,
    ChartFile,
    FileKind,
    Sheet,
    csv_of,
    kind_words,
    png_of,
    svg_of,
)
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, TITLE
from routine_player.ui.widgets.button import Button, Kind, Size
from routine_player.ui.widgets.label import PlainLabel


class ChartFrame(QWidget):
    """What all charts have round them: title, table, ways to save; `body` is what is drawn.

    `file_wished` carries a file to be written, `day_chosen` a day to be opened. T shows the table
    or the drawing, K what the signs mean where they are folded away, Ctrl E saves.
    """

    day_chosen = Signal(date)
    file_wished = Signal(object)

    def __init__(self, theme: Theme, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body = body
        self._name = ""
        self._table_of: Callable[[], Table] = lambda: Table((), (), ())
        self._title = PlainLabel(theme, "", TITLE, elides=True)
        self._about = PlainLabel(theme, "", BODY, "ink2", elides=True)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(SPACE_4)
        self._of_drawing: list[Button] = []
        self._explain = _tool(theme, tr("What the signs mean"), "question", "K", self)
        self._tabulate = _tool(theme, tr("Show as a table"), "table", "T", self)
        self._save = _tool(theme, tr("Save the chart"), "export", tr("Ctrl E"), self)
        self._legend = Legend(theme)
        self._nothing = PlainLabel(theme, "", BODY, "ink2", wraps=True)
        self._footnote = PlainLabel(theme, "", CAPTION, "ink3", wraps=True)
        self._table = ChartTable(theme)
        self._table.hide()
        self._menu: QMenu | None = None
        self._is_empty = False
        self._folds_legend = False
        self._explains = False
        self._lay_out()
        self._explain.clicked.connect(self.toggle_legend)
        self._tabulate.clicked.connect(self.toggle_table)
        self._save.clicked.connect(self.offer_files)
        self._table.day_chosen.connect(self.day_chosen)

    @property
    def table(self) -> ChartTable:
        return self._table

    @property
    def shows_table(self) -> bool:
        return not self._table.isHidden()

    def name(self, name: str, title: str, about: str) -> None:
        """Say what is shown; `name` is what its files are called."""
        self._name = name
        self._title.setText(title)
        self._about.setText(about)
        self._share_head()
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)

    def fill(self, table_of: Callable[[], Table], *, nothing: str = "", footnote: str = "") -> None:
        """Take the table, which is made when it is asked for, and what stands below.

        `nothing` is what is said in place of the drawing, where there is nothing to draw.
        """
        self._table_of = table_of
        self._is_empty = bool(nothing)
        self._nothing.setText(nothing)
        self._nothing.setVisible(self._is_empty)
        self._footnote.setText(footnote)
        self._footnote.setVisible(bool(footnote) and not self._is_empty)
        for tool in (self._tabulate, self._save):
            tool.setVisible(not self._is_empty)
        if self.shows_table:
            self._table.show_table(self._title.text(), table_of())
        self.show_body()

    def make_room(self, *, is_small: bool) -> None:
        """Keep what the signs mean behind a button, where there is little room."""
        if is_small is not self._folds_legend:
            self._folds_legend = is_small
            self.show_body()

    @Slot()
    def toggle_legend(self) -> None:
        """Say what the signs mean, where that is folded away, or fold it away again."""
        self._explains = not self._explains
        self.show_body()

    def add_tool(self, label: str, icon: str, key: str = "") -> Button:
        """Put a button into the head that is of use as long as there is a drawing."""
        button = _tool(self._theme, label, icon, key, self)
        self._tools.addWidget(button)
        self._of_drawing.append(button)
        button.resize(button.sizeHint())
        return button

    @Slot()
    def toggle_table(self) -> None:
        """Show the table in place of the drawing, or the drawing again."""
        if self.shows_table:
            self._table.hide()
        elif not self._is_empty:
            self._table.show_table(self._title.text(), self._table_of())
            self._table.show()
        self.show_body()
        words = tr("Show as a chart") if self.shows_table else tr("Show as a table")
        self._tabulate.set_label(words)
        self._tabulate.set_icon("chart-line" if self.shows_table else "table")
        shown = self._table if self.shows_table else self._body
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def offer_files(self) -> None:
        """Ask what kind of file it is to be."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        for kind in FileKind:
            menu.addAction(kind_words(kind), partial(self.wish_file, kind))
        menu.popup(self._save.mapToGlobal(QPoint(0, self._save.height() + SPACE_4)))

    @property
    def menu(self) -> QMenu | None:
        return self._menu

    @property
    def labels(self) -> Sequence[PlainLabel]:
        """What stands round the chart in words."""
        return self._title, self._about, self._nothing, self._footnote

    def tool(self, label: str) -> Button:
        """Give the button of a name; KeyError for one there is not."""
        return {button.label: button for button in self.findChildren(Button)}[label]

    def wish_file(self, kind: FileKind) -> None:
        """Make the file, and ask that it be written."""
        self.file_wished.emit(ChartFile(self._name, kind, self.content(kind)))

    def content(self, kind: FileKind) -> bytes:
        """Give the chart as what is in a file, as it is seen now."""
        if kind is FileKind.CSV:
            return csv_of(self._table_of())
        about = "; ".join(filter(None, (self._about.text(), self.time_words)))
        is_png = kind is FileKind.PNG
        with self.picture(SHARPER if is_png else 1.0) as parts:
            sheet = Sheet(self._theme, self._title.text(), about, parts)
            return png_of(sheet) if is_png else svg_of(sheet)

    def picture(self, fine: float) -> AbstractContextManager[Sequence[QWidget]]:
        """Give what a picture shows as long as it is drawn, `fine` points for a pixel."""
        del fine
        return nullcontext([self._body])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_T and not control:
            self.toggle_table()
        elif event.key() == Qt.Key.Key_K and not control and not self._explain.isHidden():
            self.toggle_legend()
        elif event.key() == Qt.Key.Key_E and control and not self._is_empty:
            self.offer_files()
        else:
            super().keyPressEvent(event)

    @property
    def legend(self) -> Legend:
        return self._legend

    @property
    def time_words(self) -> str:
        """Say of what time a picture is; empty where its words say so already."""
        return ""

    @property
    def is_drawn(self) -> bool:
        """Whether the drawing is shown, and neither the table nor that there is nothing."""
        return not self._is_empty and not self.shows_table

    def show_body(self) -> None:
        """Show the drawing with all that is of use with it, or what stands in its place."""
        if self._is_empty:
            self._table.hide()
        drawn, has_keys = self.is_drawn, self._legend.has_keys
        self._body.setVisible(drawn)
        self._explain.setVisible(drawn and has_keys and self._folds_legend)
        self._legend.setVisible(drawn and has_keys and (self._explains or not self._folds_legend))
        for tool in self._of_drawing:
            tool.setVisible(drawn)
        self._share_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_head()

    def _share_head(self) -> None:
        """Let what is said of the title give way before the title does."""
        tools = (*self._of_drawing, self._explain, self._tabulate, self._save)
        taken = sum(tool.width() + SPACE_8 for tool in tools if not tool.isHidden())
        left = self.width() - taken - self._title.sizeHint().width() - SPACE_8
        self._about.setMaximumWidth(max(0, left))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addLayout(self._tools)
        head.addWidget(self._explain)
        head.addWidget(self._tabulate)
        head.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self._legend)
        column.addWidget(self._nothing)
        column.addWidget(self._body)
        column.addWidget(self._table)
        column.addWidget(self._footnote)


def _tool(theme: Theme, label: str, icon: str, key: str, parent: QWidget) -> Button:
    return Button(
        theme,
        label,
        kind=Kind.QUIET,
        size=Size.ROW,
        icon=icon,
        key=key,
        icon_only=True,
        parent=parent,
    )
