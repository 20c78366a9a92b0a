"""The question before the window closes over what was said and not saved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_8
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.sheet import Sheet


class UnsavedSheet(Sheet):
    """Emits `save_wished` or `drop_wished`; closing it goes back to the page."""

    save_wished = Signal()
    drop_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(
            theme,
            window,
            tr("This is not saved yet"),
            lead=tr("What you said on Log a run would be lost."),
            close_label=tr("Back"),
        )
        self._save = Button(theme, tr("Save"), kind=Kind.PRIMARY, icon="check", key="S")
        self._drop = Button(theme, tr("Close without it"), key="C")
        self._save.clicked.connect(self._wish_save)
        self._drop.clicked.connect(self._wish_drop)
        self.key_pressed.connect(self._take_key)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self._save)
        row.addWidget(self._drop)
        row.addStretch(1)
        self.foot.addLayout(row)

    def ask(self) -> None:
        """Open the sheet at what loses nothing."""
        self.open_sheet(self._save)

    @Slot(int)
    def _take_key(self, key: int) -> None:
        if key == Qt.Key.Key_S:
            self._wish_save()
        elif key == Qt.Key.Key_C:
            self._wish_drop()

    @Slot()
    def _wish_save(self) -> None:
        self.close_sheet()
        self.save_wished.emit()

    @Slot()
    def _wish_drop(self) -> None:
        self.close_sheet()
        self.drop_wished.emit()
