"""What comes next: a still with a few words, or words alone where there is less room."""

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.language import tr
from routine_player.core.scene import NextUp
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.lines import break_lines
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_16, TITLE
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.stage import NEXT, StageImage, Still

_LEAST_WIDTH = 300
_TITLE_HEIGHT, _LINE_HEIGHT = 24, 20
_TITLE_LINES, _TWO_LINES = 2, 40


class NextCard(QWidget):
    """Names what comes after the work that is shown; empty at the end of a session."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._shown: NextUp | None = None
        self._with_picture = True
        self._scale = 1.0
        self._still = Still(theme, StageImage(), NEXT, self)
        self._caption = PlainLabel(theme, tr("Next"), BODY, "ink3", self)
        self._title = PlainLabel(theme, "", TITLE, parent=self)
        self._detail = PlainLabel(theme, "", BODY, "ink2", self, elides=True)
        self._line = PlainLabel(theme, "", BODY, "ink3", self, elides=True)
        self._parts = (self._still, self._caption, self._title, self._detail)
        pictures.stills_changed.connect(self.show_still)

    @property
    def title(self) -> str:
        return "" if self._shown is None else self._shown.title

    @property
    def line(self) -> str:
        """The words as one line."""
        return self._line.text()

    def fit(self, fit: Fit) -> None:
        """Be as large as the window allows."""
        self._scale = fit.scale
        self._still.setFixedSize(NEXT * fit.scale)
        self._title.set_lettering(fit.scaled(TITLE))
        for label in (self._caption, self._detail, self._line):
            label.set_lettering(fit.scaled(BODY))
        self._place()

    def set_pictured(self, *, pictured: bool) -> None:
        """Show it with its still, or as one line of words."""
        self._with_picture = pictured
        self._choose()

    def show_next(self, shown: NextUp | None) -> None:
        """Name something else."""
        if shown == self._shown:
            return
        self._shown = shown
        if shown is not None:
            self.show_still()
            self._detail.setText(shown.detail)
            self._line.setText(
                tr("Next: {title} · {detail}", title=shown.title, detail=shown.detail)
            )
        self._choose()

    @Slot()
    def show_still(self) -> None:
        """Show the still there is by now."""
        if self._shown is not None:
            self._still.show_image(self._pictures.stage_image(self._shown.picture))

    def needed_height(self) -> int:
        return round((NEXT.height() if self._with_picture else _LINE_HEIGHT) * self._scale)

    def least_size(self) -> QSize:
        """As narrow as it may get: some words beside the picture."""
        return QSize(_LEAST_WIDTH, NEXT.height()) * self._scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _choose(self) -> None:
        for part in self._parts:
            part.setVisible(self._with_picture and self._shown is not None)
        self._line.setVisible(not self._with_picture and self._shown is not None)
        self._place()

    def _place(self) -> None:
        if not self._with_picture:
            self._line.setGeometry(self.rect())
            return
        still = self._still.size()
        top = (self.height() - still.height()) // 2
        self._still.move(0, top)
        left = still.width() + SPACE_16
        width = max(0, self.width() - left)
        texts = break_lines(self.title, self._title.font(), width, _TITLE_LINES).texts
        self._title.setText("\n".join(texts))
        line = round(_LINE_HEIGHT * self._scale)
        title = round((_TITLE_HEIGHT if len(texts) < _TITLE_LINES else _TWO_LINES) * self._scale)
        top += (still.height() - line - title - line) // 2
        for label, height in (
            (self._caption, line),
            (self._title, title),
            (self._detail, line),
        ):
            label.setGeometry(QRect(left, top, width, height))
            top += height
