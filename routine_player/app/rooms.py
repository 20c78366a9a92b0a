"""The window with its pages, and the way from one to another."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from routine_player.app.desk import Desk
from routine_player.app.diary_rooms import LOG_RUN, DiaryRooms
from routine_player.app.figure_files import FigureFiles
from routine_player.core.language import tr
from routine_player.store.session_summary import SessionId
from routine_player.store.settings import Settings
from routine_player.ui.pictures import Pictures
from routine_player.ui.shell.values import Announcement, Gravity, Page
from routine_player.ui.theme import Theme
from routine_player.ui.window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from routine_player.app.figure_room import FigureRoom
    from routine_player.app.folder_watch import FolderWatch
    from routine_player.app.history import HistoryRoom
    from routine_player.app.performing import Performing
    from routine_player.app.settling import Settling
    from routine_player.app.today import TodayRoom
    from routine_player.store.backups import Backup
    from routine_player.store.history_values import Unfinished

DEMO = "demo"
_TODAY, _ROUTINES, _HISTORY, _SETTINGS = "today", "routines", "history", "settings"
_ADVICE = "advice"


class Rooms(QObject):
    """Builds each page when it is first asked for, and takes a person from one to another."""

    def __init__(self, theme: Theme, desk: Desk, *, speed: float, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._figure_files = FigureFiles(desk)
        self._pictures = Pictures(self._figure_files, self._figure_files)
        self._speed = speed
        self._performing_once: Performing | None = None
        self._settling: Settling | None = None
        self._watch: FolderWatch | None = None
        self._figure_room: FigureRoom | None = None
        self._history_room: HistoryRoom | None = None
        self._today_room: TodayRoom | None = None
        self._page_before = _TODAY
        self.window = MainWindow(
            theme,
            (
                Page(_TODAY, tr("Today"), "sun", "Ctrl+1", self._build_today),
                Page(_ROUTINES, tr("Routines"), "rows", "Ctrl+2", self._build_routines),
                Page(LOG_RUN, tr("Log a run"), "note-pencil", "Ctrl+L", self._build_log_run),
                Page(_HISTORY, tr("History"), "chart-line", "Ctrl+3", self._build_history),
                Page(_ADVICE, tr("Get help"), "warning-circle", "F1", self._build_advice, True),
                Page(_SETTINGS, tr("Settings"), "gear-six", "Ctrl+,", self._build_settings, True),
            ),
            desk.places.icons / "app.svg",
            geometry=desk.settings.window_geometry,
        )
        self._diary = DiaryRooms(theme, desk, self.window, self._show_advice, self._take_place)
        self._diary.left.connect(self._leave_log)
        desk.failed.connect(self.tell)
        desk.settings_changed.connect(self.dress)
        self.window.geometry_changed.connect(self._keep_geometry)
        self.window.page_shown.connect(self._note_page)
        self.window.help_wished.connect(self._show_help)
        self.window.came_back.connect(self._look_at_clock)

    def open(self, routine: str | None, told: list[str]) -> None:
        """Show the window: at a routine, at the first start, or at today."""
        if routine is not None:
            self._open_at(routine)
        elif self._is_first_start:
            self.show_first_start()
        else:
            self.window.show_page(_TODAY)
        for text in told:
            self.tell(text)
        # Not only shown: where no window manager gives the focus, nobody else does.
        self.window.come_to_front()

    def settle_in(self, crash: str | None) -> None:
        """Do what need not be done before the first picture."""
        from routine_player.app.figure_room import FigureRoom
        from routine_player.app.folder_watch import FolderWatch
        from routine_player.app.settling import Settling

        self.window.settle_in()
        self._desk.take_stock()
        self._settling = Settling(self._desk, self.window, self._performing, crash, self)
        self._settling.asked.connect(self.answer_second_start)
        self._settling.restore_wished.connect(self._restore)
        self._watch = FolderWatch(self._desk, self)
        self._figure_room = FigureRoom(
            self._theme, self._desk, self._figure_files, self._pictures, self
        )
        self._pictures.stills_changed.connect(self._show_stills)
        if self._today_room is not None:
            self._today_room.look_further()

    def close(self) -> None:
        """End what runs beside the window."""
        parts = (
            self._diary,
            self._performing_once,
            self._watch,
            self._figure_room,
        )
        for one in (*parts, self._settling):
            if one is not None:
                one.close()

    @property
    def _is_first_start(self) -> bool:
        """Nothing was looked at yet, nor played: not even a demo that was cut off."""
        desk = self._desk
        return not (desk.settings.first_start_done or desk.history.sessions(limit=1))

    @Slot(object)
    def dress(self, settings: Settings) -> None:
        """Wear what was chosen."""
        if settings.theme is not self._theme.choice:
            self._theme.wear(settings.theme)
        self._theme.move(settings.motion)

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say something at the top of every page, until it is closed."""
        self.window.announce(Announcement("told", text, Gravity.CAUTION))

    @Slot()
    def show_first_start(self) -> None:
        """Say what this is, with one button to try it."""
        from routine_player.ui.views.first_start import FirstStartView

        view = FirstStartView(self._theme, self._pictures)
        view.demo_wished.connect(lambda: self._play(DEMO))
        view.look_round_wished.connect(self.go_home)
        view.advice_wished.connect(self._show_advice)
        view.sound_check_wished.connect(self._check_sound)
        self.window.take_over(view)

    @Slot()
    def go_home(self) -> None:
        """Leave what has the whole window, and show the page that was open, or today."""
        while self.window.is_taken_over:
            self.window.give_back()
        if not self._desk.settings.first_start_done:
            self._desk.change(first_start_done=True)
        self.window.show_page(self.window.page or _TODAY)

    @Slot(str)
    def answer_second_start(self, routine: str) -> None:
        """Come to the front, at the routine that the second start named."""
        self.window.come_to_front()
        if routine and not self._performing.is_playing:
            self._open_at(routine)

    def _open_at(self, routine: str) -> None:
        file = self._desk.library.find(routine)
        if file is None:
            self.window.show_page(_TODAY)
            self.tell(tr("There is no routine '{name}'.", name=routine))
            return
        if self._desk.library.routine(file.slug) is not file:
            self._desk.open_file(file.path)
        if file.routine is None:
            self.window.show_page(_ROUTINES)
            self.tell(str(file.problems[0]))
            return
        self.window.show_page(_TODAY)
        self._performing.play_file(file)

    @property
    def _performing(self) -> "Performing":
        """What leads through sessions: built when it is first needed, which is after a start."""
        if self._performing_once is None:
            from routine_player.app.performing import Performing

            made = Performing(
                self._theme, self._pictures, self._desk, self.window, self._speed, self
            )
            made.left.connect(self.go_home)
            made.routines_wished.connect(lambda: self.window.show_page(_ROUTINES))
            self._performing_once = made
        return self._performing_once

    # Pages

    def _build_today(self) -> QWidget:
        from routine_player.app.today import TodayRoom
        from routine_player.ui.views.today import TodayView

        view = TodayView(self._theme, self._pictures)
        room = TodayRoom(view, self._desk)
        room.play_wished.connect(self._play)
        room.resume_wished.connect(self._resume)
        room.routines_wished.connect(lambda: self.window.show_page(_ROUTINES))
        room.session_opened.connect(self._open_session)
        room.morning_told.connect(self._diary.take_morning)
        view.log_run_wished.connect(self._diary.log_run)
        view.log_known_wished.connect(self._diary.log_known)
        self._today_room = room
        if self._settling is not None:
            room.look_further()
        return view

    def _build_routines(self) -> QWidget:
        from routine_player.app.routines import RoutinesRoom
        from routine_player.ui.views.routines import RoutinesView

        view = RoutinesView(self._theme, self._pictures)
        room = RoutinesRoom(view, self._desk, self.window)
        room.play_wished.connect(self._play)
        return view

    def _build_log_run(self) -> QWidget:
        return self._diary.build_log_run()

    def _build_advice(self) -> QWidget:
        from routine_player.ui.views.advice import AdviceView

        view = AdviceView(self._theme)
        view.closed.connect(self._leave_advice)
        return view

    def _build_history(self) -> QWidget:
        from routine_player.app.history import HistoryRoom
        from routine_player.ui.views.history import HistoryView

        view = HistoryView(self._theme)
        self._history_room = room = HistoryRoom(view, self._desk, self.window)
        room.play_wished.connect(self._play)
        room.demo_wished.connect(lambda: self._play(DEMO))
        room.correct_wished.connect(self._diary.correct)
        return view

    def _build_settings(self) -> QWidget:
        from routine_player.app.settings import SettingsRoom
        from routine_player.ui.views.settings import SettingsView

        view = SettingsView(self._theme)
        outfit = self._performing.outfit
        room = SettingsRoom(view, self._desk, self.window, outfit, self._restore)
        self._performing.heard_changed.connect(room.refresh_check)
        self._diary.serve_settings(view)
        return view

    @Slot(str)
    def _play(self, key: str) -> None:
        self._performing.play(key)

    @Slot(object)
    def _resume(self, left: "Unfinished") -> None:
        self._performing.resume(left)

    @Slot(str)
    def _open_session(self, session: str) -> None:
        self.window.show_page(_HISTORY)
        if self._history_room is not None:
            self._history_room.go_to(SessionId(session))

    @Slot(object)
    def _leave_log(self, subject: UUID | None) -> None:
        """Go on to what comes after a run, or back to the entry that was corrected."""
        self.window.show_page(_TODAY if subject is None else _HISTORY)
        if subject is not None and self._history_room is not None:
            self._history_room.go_to(subject)

    @Slot(str)
    def _note_page(self, page: str) -> None:
        if page != _ADVICE:
            self._page_before = page
        self._look_at_clock()

    @Slot()
    def _look_at_clock(self) -> None:
        if self._today_room is not None:
            self._today_room.look_at_clock()

    @Slot()
    def _leave_advice(self) -> None:
        self.window.show_page(self._page_before)

    @Slot(object)
    def _restore(self, backup: "Backup") -> None:
        self._diary.data.restore(backup)

    def _take_place(self, ready: "Path") -> str:
        if self._settling is None:
            return tr("One moment: the program is still starting.")
        return self._settling.take_place(ready)

    @Slot()
    def _show_advice(self) -> None:
        self._performing.show_advice()

    @Slot()
    def _show_help(self) -> None:
        self._performing.show_help()

    @Slot()
    def _check_sound(self) -> None:
        self.go_home()
        self.window.show_page(_SETTINGS)

    @Slot()
    def _show_stills(self) -> None:
        self._desk.stills_changed.emit()
        self.window.update()

    @Slot(str)
    def _keep_geometry(self, geometry: str) -> None:
        self._desk.change(window_geometry=geometry)
