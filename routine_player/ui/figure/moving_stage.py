"""The stage of the player: the figure moves on it, in step with the session."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from routine_player.core.moment import Moment
from routine_player.core.motion import Elapsed, FigureMoment, Manner, figure_at, stepped
from routine_player.core.picture import Picture
from routine_player.core.scene import Scene
from routine_player.core.timeline import RepCycle
from routine_player.ui.figure.figure_picture import FigurePicture, Posed, covered, posed
from routine_player.ui.figure.figures import Facts, Figures
from routine_player.ui.theme import Theme
from routine_player.ui.widgets.stage import Stage, StageImage

_SETTLES_MS: Final = 150  # a window that is being dragged larger asks for frames once it rests


class MovingStage(Stage):
    """Shows the figure of a scene at a moment; without its frames, what any stage shows.

    Where `figures` may not move, start and hold take turns.
    """

    figure_changed = Signal()  # whether one is seen

    def __init__(self, theme: Theme, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, framed=False)
        self._figures = figures
        self._picture = FigurePicture(theme)
        self._scene: Scene | None = None
        self._drawn: Picture | None = None
        self._facts: Facts | None = None
        self._at: FigureMoment | None = None
        self._shown: Posed | None = None
        self._settles = QTimer(self)
        self._settles.setSingleShot(True)
        self._settles.setInterval(_SETTLES_MS)
        self._settles.timeout.connect(self.ask_for_room)
        figures.changed.connect(self.look_again)

    @property
    def has_figure(self) -> bool:
        """Whether a figure is seen, moving or not."""
        return self._shown is not None or self.image.figure is not None

    @property
    def shown(self) -> Posed | None:
        """What is painted of the figure; None where it is not there."""
        return self._shown

    def show_scene(self, scene: Scene, image: StageImage) -> None:
        """Show another scene; `image` is for as long as the figure is not there."""
        self._scene = scene
        self.show_picture(scene.picture, image)

    def show_moment(self, moment: Moment) -> None:
        """Put the figure where it is now; only another frame is painted."""
        scene = self._scene
        if scene is not None:
            self.show_elapsed(scene.manner, moment.elapsed, scene.cycle)

    def show_picture(self, picture: Picture, image: StageImage) -> None:
        """Show another exercise; `image` is for as long as the figure is not there."""
        self._drawn = picture
        self._facts = self._figures.facts(picture)
        self._at = None
        self.show_image(image)

    def show_elapsed(self, manner: Manner, at: Elapsed, cycle: RepCycle | None = None) -> None:
        """Put the figure where it is so far into a phase; only another frame is painted."""
        picture, facts = self._drawn, self._facts
        if picture is None or facts is None:
            self._show(None)
            return
        moment = figure_at(facts.rhythm, manner, at, cycle=cycle, alternates=picture.alternates)
        self._at = moment if self._figures.moving else stepped(moment, facts.rhythm)
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Show the best there is of the moment."""
        if self._drawn is None or self._at is None:
            return
        sheet = self._figures.sheet(self._drawn, is_other=self._at.is_other)
        self._show(None if sheet is None else posed(sheet, self._at))

    @Slot()
    def ask_for_room(self) -> None:
        """Have figures drawn as large as they are shown here."""
        ratio = self.devicePixelRatioF()
        self._figures.set_room(QSize(round(self.width() * ratio), round(self.height() * ratio)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask_for_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settles.start()

    def _show(self, what: Posed | None) -> None:
        before, self._shown = self._shown, what
        if before is None or what is None:
            if before is not what:
                self.update()
                self.figure_changed.emit()
        elif before.sheet is not what.sheet:
            self.update()
        elif before.frame is not what.frame or before.has_arrows is not what.has_arrows:
            self._update_between(before, what)

    def _update_between(self, before: Posed, after: Posed) -> None:
        """Paint what the figure leaves and what it comes to, and nothing else."""
        is_same_ground = before.sheet.ground(before.frame) == after.sheet.ground(after.frame)
        if before.has_arrows is not after.has_arrows or not is_same_ground:
            self.update()
            return
        area = QRectF(self.rect())
        self.update(
            covered(area, before.sheet, before.frame) | covered(area, after.sheet, after.frame)
        )

    def _paint_image(self, painter: QPainter, area: QRectF) -> None:
        if self._shown is None:
            super()._paint_image(painter, area)
        else:
            self._picture.paint(painter, area, self._shown)
