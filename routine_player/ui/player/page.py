"""All parts of the player's page, and which of them has which place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from routine_player.core.moment import Moment
from routine_player.core.scene import Scene
from routine_player.core.session import Command
from routine_player.ui.pictures import Pictures
from routine_player.ui.player.arrangement import Arrangement, Needs, arrange
from routine_player.ui.player.controls import Controls, HurtRow, Tools, VoiceLine
from routine_player.ui.player.cue_lines import CueLines
from routine_player.ui.player.fit import Fit
from routine_player.ui.player.next_card import NextCard
from routine_player.ui.player.ring_column import Below, RingColumn
from routine_player.ui.player.scenery import Scenery
from routine_player.ui.player.title import Title
from routine_player.ui.player.top_bar import TopBar
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import SPACE_16
from routine_player.ui.widgets.banner import Banner, BannerKind

_LEAST_SIZE = QSize(480, 320)


class PlayerPage(QWidget):
    """Shows a session in a window of any size. `key_meant` names the key a button stands for."""

    key_meant = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = Fit()
        self._scene: Scene | None = None
        self._moment: Moment | None = None
        self._allowed: frozenset[Command] = frozenset()
        self._dismissed_notice = ""
        self.top = TopBar(theme, self)
        self.tools = Tools(theme, self)
        self.banner = Banner(theme, "", BannerKind.CAUTION, can_go=True, parent=self)
        self.title = Title(theme, self)
        self.scenery = Scenery(theme, pictures, self)
        self.cues = CueLines(theme, self)
        self.next_line = NextCard(theme, pictures, self)
        self.column = RingColumn(theme, pictures, self)
        self.hurt = HurtRow(theme, self)
        self.controls = Controls(theme, self)
        self.corner = NextCard(theme, pictures, self)
        self.voice = VoiceLine(theme, self)
        self.banner.hide()
        self.next_line.set_pictured(pictured=False)
        parts = self.tools, self.title, self.column, self.hurt, self.controls, self.voice
        for part in parts:
            part.key_meant.connect(self.key_meant)
        self.banner.dismissed.connect(self._dismiss_notice)

    @property
    def scene(self) -> Scene | None:
        """What is shown; None before the first."""
        return self._scene

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """All that Tab stops at, in reading order."""
        return (
            *self.tools.buttons,
            self.title.switch_button,
            *self.column.buttons,
            *self.hurt.buttons,
            *self.controls.buttons,
        )

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Show what stands while a phase or a rep of it lasts."""
        if scene == self._scene:
            return
        self._scene = scene
        self.top.show_step(scene.routine, scene.step_words)
        self.title.show_title(scene.headline, scene.chips)
        self.scenery.show_scene(scene)
        self.cues.show_cues(scene.lines)
        self.next_line.show_next(scene.next_up)
        self.corner.show_next(scene.next_up)
        self.column.show_scene(scene)
        self.controls.leave_first_place(left=scene.waits_for_done)
        self._place_all()

    def show_moment(self, moment: Moment) -> None:
        """Show what moves; only what changes by a pixel is drawn."""
        if moment != self._moment:
            self._moment = moment
            self.top.show_progress(moment.bar, moment.left_words)
            self.column.show_moment(moment)
            self.scenery.show_moment(moment)

    def show_allowed(self, commands: frozenset[Command]) -> None:
        """Offer these commands, and no others."""
        if commands != self._allowed:
            self._allowed = commands
            for part in (self.title, self.column, self.hurt, self.controls):
                part.show_allowed(commands)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether anything can be heard."""
        self.tools.show_muted(muted=muted)
        self.voice.show_muted(muted=muted)

    def show_notice(self, text: str) -> None:
        """Say something under the bar until it is dismissed or `text` is empty."""
        if not text:
            self._dismissed_notice = ""
        is_shown = bool(text) and text != self._dismissed_notice
        if is_shown is self.banner.isHidden() or (is_shown and text != self.banner.text):
            self.banner.say(text, BannerKind.CAUTION)
            self.banner.setVisible(is_shown)
            self._place_all()

    # Size and place

    def minimumSizeHint(self) -> QSize:
        return _LEAST_SIZE

    def sizeHint(self) -> QSize:
        return QSize(Fit().width, Fit().height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit = Fit(self.width(), self.height())
        for part in (
            self.title,
            self.cues,
            self.next_line,
            self.corner,
            self.hurt,
            self.controls,
            self.tools,
            self.column,
        ):
            part.fit(self._fit)
        self._place_all()

    def _dismiss_notice(self) -> None:
        self._dismissed_notice = self.banner.text
        self.banner.hide()
        self._place_all()

    def _place_all(self) -> None:
        """Put every part where it belongs; what comes next goes where there is room for it."""
        has_next = self._scene is not None and self._scene.next_up is not None
        placed = self._place(has_next_line=False)
        in_column = self.column.below is Below.NEXT
        in_corner = self._fit.shows_next_picture and placed.has_room_for_next and not in_column
        as_line = has_next and not in_column and not in_corner
        if as_line:
            placed = self._place(has_next_line=True)
        self.corner.setVisible(has_next and in_corner)
        self.voice.setVisible(self._fit.shows_voice and not (has_next and in_corner))
        self.next_line.setVisible(as_line)
        self.corner.setGeometry(placed.corner)
        self.next_line.setGeometry(placed.next_line)
        right = placed.corner.right() + SPACE_16  # its words end at the margin, not its edge
        beside = placed.hurt
        self.voice.setGeometry(
            QRect(placed.corner.left(), beside.top(), right - placed.corner.left(), beside.height())
        )

    def _place(self, *, has_next_line: bool) -> Arrangement:
        placed = arrange(self._fit, self._needs(has_next_line=has_next_line))
        for part, area in (
            (self.top, placed.top),
            (self.banner, placed.banner),
            (self.title, placed.title),
            (self.scenery, placed.scenery),
            (self.cues, placed.cues),
            (self.column, placed.column),
            (self.hurt, placed.hurt),
            (self.controls, placed.controls),
            (self.tools, placed.tools),
        ):
            part.setGeometry(area)
        for part in (self.title, self.column):  # a hidden widget hears of its size too late
            part.place_all()
        return placed

    def _needs(self, *, has_next_line: bool) -> Needs:
        tools = self.tools.sizeHint()
        return Needs(
            top=self.top.fit(self._fit, tools.width()),
            banner=self._banner_height,
            title=self.title.height_for,
            cues=self._cues_height,
            hurt=self.hurt.sizeHint(),
            controls=self.controls.sizeHint(),
            tools=tools,
            column=self.column.wished_height(),
            next_line=self.next_line.needed_height() if has_next_line else 0,
            next_card=self.corner.least_size(),
        )

    def _banner_height(self, width: int) -> int:
        return 0 if self.banner.isHidden() else self.banner.heightForWidth(width)

    def _cues_height(self, width: int) -> int:
        """As high as instructions usually are, so that the picture stays where it is."""
        if not self.cues.cues:
            return 0
        return max(self.cues.usual_height(width), self.cues.height_for(width))
