"""The picture of what is done; in a switch the finished side small and pale beside it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from routine_player.core import wording
from routine_player.core.language import tr
from routine_player.core.moment import Moment
from routine_player.core.scene import Picture, Scene
from routine_player.ui.figure.moving_stage import MovingStage
from routine_player.ui.pictures import Pictures
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, READING, SPACE_8
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.painting import middle_square, paint_panel, smooth
from routine_player.ui.widgets.stage import Stage

_FINISHED_OF_WIDTH = 0.26
_FINISHED_OF_HEIGHT = 0.55
_ARROW = 40
_SMALL_ARROW = 24
_ARROW_OF_WIDTH = 0.1
_CAPTION = 24
_CAPTION_ABOVE_EDGE = 12
_SMALL_BELOW_WIDTH = 480


class Scenery(QWidget):
    """Shows a scene's picture, and what was just finished where a scene has that."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._stage = MovingStage(theme, pictures.figures, self)
        self._stage.figure_changed.connect(self.update)
        self._finished = Stage(theme, self, framed=False)
        self._finished.set_faint(faint=True)
        self._done = PlainLabel(theme, "", READING, "ink2", self)
        self._done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show_finished(None)

    @property
    def stage(self) -> MovingStage:
        return self._stage

    @property
    def finished(self) -> Stage:
        return self._finished

    def show_scene(self, scene: Scene) -> None:
        """Show the picture of another scene."""
        is_named = scene.picture.name in {scene.headline, *scene.lines}
        image = self._pictures.stage_image(scene.picture, shows_name=not is_named)
        self._stage.show_scene(scene, image)
        self._show_finished(scene.finished)

    def show_moment(self, moment: Moment) -> None:
        """Move the figure to where it is now."""
        self._stage.show_moment(moment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        area = QRectF(self._arrow_area())
        size = _SMALL_ARROW if self.width() < _SMALL_BELOW_WIDTH else _ARROW
        with smooth(self) as painter:
            if not self._stage.has_figure:  # a figure has a floor of its own, and stands on paper
                paint_panel(painter, QRectF(self.rect()), fill=colours.stage)
            if self._finished.isHidden():
                return
            square = middle_square(area, size)
            self._theme.icons.paint(painter, "arrow-right", colours.accent, square)

    def _show_finished(self, picture: Picture | None) -> None:
        self._finished.setVisible(picture is not None)
        self._done.setVisible(picture is not None)
        if picture is not None:
            self._finished.show_image(self._pictures.stage_image(picture))
            self._done.setText(
                tr("{side} done", side=wording.side_words(picture.side)) if picture.side else ""
            )
        self._place()
        self.update()

    def _place(self) -> None:
        if self._finished.isHidden():
            self._stage.setGeometry(self.rect())
            return
        small = self.width() < _SMALL_BELOW_WIDTH
        self._done.set_lettering(BODY if small else READING)
        width = round(self.width() * _FINISHED_OF_WIDTH)
        height = round(self.height() * _FINISHED_OF_HEIGHT)
        bottom = self.height() - _CAPTION - _CAPTION_ABOVE_EDGE
        self._finished.setGeometry(0, bottom - height, width, height)
        words = self._done.sizeHint().width()
        self._done.setGeometry(max(SPACE_8, (width - words) // 2), bottom, words, _CAPTION)
        left = self._arrow_area().right() + 1
        self._stage.setGeometry(left, 0, self.width() - left, self.height())

    def _arrow_area(self) -> QRect:
        """Between what is done and what comes, at the height of the finished figure's middle."""
        left = round(self.width() * _FINISHED_OF_WIDTH)
        height = round(self.height() * _FINISHED_OF_HEIGHT)
        top = self.height() - _CAPTION - _CAPTION_ABOVE_EDGE - height
        return QRect(left, top, round(self.width() * _ARROW_OF_WIDTH), height)
