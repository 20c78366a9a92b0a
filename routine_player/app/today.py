"""The page Today: what it shows, made from the library and the history."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from routine_player.app.desk import Desk
from routine_player.core import wording
from routine_player.core.choices import When
from routine_player.core.date_words import short_day
from routine_player.core.glance import Glance, glance_of
from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.offering import Candidate, LastRun, PastPlay, occasion, offered
from routine_player.store.session_summary import SessionSummary
from routine_player.ui.today.values import Offer, PastLine, TodayValues
from routine_player.ui.views.today import TodayView

if TYPE_CHECKING:
    from datetime import date

    from routine_player.store.history_values import Unfinished
    from routine_player.store.routine_file import RoutineFile
    from routine_player.ui.today.resumption import Obstacle, Resumption

DEMO = "demo"
_SHOWN = 3
_LOOKED_AT = 30
_NOON = 12
_MINUTE_MS = 60 * 1000
_STRETCH_MS = 5 * _MINUTE_MS


class TodayRoom(QObject):
    """Fills the page. `play_wished` carries a routine's slug, `resume_wished` what is left.

    `morning_told` follows with the rating of this morning, once it is stored.
    """

    play_wished = Signal(str)
    resume_wished = Signal(object)
    routines_wished = Signal()
    session_opened = Signal(str)
    morning_told = Signal(object)

    def __init__(self, view: TodayView, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._left: Unfinished | None = None
        self._chosen: tuple[str, When] | None = None
        self._when = When.ANY
        self._looks_further = False
        self._not_wanted: set[object] = set()
        view.morning_rated.connect(self.rate_morning)
        view.morning_left.connect(self.leave_morning)
        view.log_left.connect(self.leave_prompt)
        view.start_wished.connect(self.play_wished)
        view.routine_chosen.connect(self.choose)
        view.resume_wished.connect(self.resume)
        view.start_over_wished.connect(self.start_over)
        view.keep_wished.connect(self.keep)
        view.demo_wished.connect(self.try_demo)
        view.routines_wished.connect(self.routines_wished)
        view.session_opened.connect(self.session_opened)
        desk.library_changed.connect(self.refresh)
        desk.stills_changed.connect(self.refresh)
        desk.history_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the day as it is now."""
        self._shown = self._stretch()
        self._left = self._desk.history.unfinished()
        self._view.show_today(self._values())

    @Slot()
    def look_at_clock(self) -> None:
        """Show the day as it is by now, where minutes, a noon or a night passed since."""
        if self._stretch() != self._shown:
            self.refresh()

    @Slot()
    def look_further(self) -> None:
        """Ask about this morning too, which need not be there with the first picture.

        From now on the page follows the clock: it may stay open all day in an active window.
        """
        if not self._looks_further:
            timer = QTimer(self, interval=_MINUTE_MS)
            timer.timeout.connect(self.look_at_clock)
            timer.start()
        self._looks_further = True
        self.refresh()

    @Slot(int)
    def rate_morning(self, score: int) -> None:
        """Keep how the back is this morning, unless the morning has passed since it was asked."""
        from routine_player.app.morning import morning_question, morning_rating

        desk, now = self._desk, self._desk.clock.instant()
        if morning_question(desk, now) is None:
            self.refresh()
            return
        rating = morning_rating(score, now)
        if desk.write(lambda: desk.history.diary.put_rating(rating, rating.at)):
            self.morning_told.emit(rating)

    @Slot()
    def leave_morning(self) -> None:
        """Ask no more this morning; it stays unknown."""
        self._desk.change(morning_left=self._desk.clock.instant().local_date.isoformat())
        self.refresh()

    @Slot()
    def leave_prompt(self) -> None:
        """There was no run after that warm-up, or nobody wants to say how it was."""
        values = self._view.values
        if values is not None and values.log is not None:
            self._not_wanted.add(values.log.subject)
        self.refresh()

    @Slot(str)
    def choose(self, slug: str) -> None:
        """Offer another routine instead, until something else is due or the app is closed."""
        self._chosen = (slug, self._when)
        self.refresh()

    @Slot()
    def resume(self) -> None:
        """Go on where the last session was cut off."""
        if self._left is not None:
            self.resume_wished.emit(self._left)

    @Slot()
    def start_over(self) -> None:
        """Keep what was done of the session that was cut off, and begin its routine anew."""
        left = self._left
        self.keep()
        if left is not None:
            self.play_wished.emit(left.begun.routine)

    @Slot()
    def keep(self) -> None:
        """Keep what was done of the session that was cut off: it is over."""
        if self._left is not None:
            self._desk.keep_unfinished(self._left)

    @Slot()
    def try_demo(self) -> None:
        self.play_wished.emit(DEMO)

    def _stretch(self) -> "tuple[date, bool, int]":
        """Tell the stretch of time it is: within one, nothing here becomes old."""
        now = self._desk.clock.instant()
        return now.local_date, now.local.hour < _NOON, now.utc_ms // _STRETCH_MS

    def _values(self) -> TodayValues:
        now = self._desk.clock.instant()
        playable = {glance.slug: glance for glance in self._desk.glances}
        past = self._desk.history.sessions(limit=_LOOKED_AT)
        whens = {slug: glance.when for slug, glance in playable.items()}
        shown = [_line(session, whens) for session in past if session.id != self._left_id]
        run = self._desk.history.last_run(now)
        run = run if run is not None and run.is_just_over(now) else None
        values = TodayValues(
            day=now.local_date,
            offer=self._offer(now, playable, past, run),
            resumption=self._resumption(now),
            others=tuple(playable.values()),
            past=tuple(shown[:_SHOWN]),
        )
        return self._with_questions(values, now, run) if self._looks_further else values

    def _with_questions(
        self, values: TodayValues, now: Instant, run: LastRun | None
    ) -> TodayValues:
        from routine_player.app.morning import log_prompt, morning_question

        morning, sentence = morning_question(self._desk, now), ""
        prompt = log_prompt(self._desk, now)
        if run is not None:
            from routine_player.app.after_run import after_run

            told = after_run(
                self._desk,
                run,
                is_routine_left=values.offer is not None and self._when is When.AFTER_RUN,
                is_left=run.id in self._not_wanted,
            )
            prompt, sentence = prompt or told.prompt, told.sentence
        if prompt is not None and prompt.subject in self._not_wanted:
            prompt = None
        return replace(values, sentence=sentence, morning=morning, log=prompt)

    @property
    def _left_id(self) -> object:
        return None if self._left is None else self._left.begun.id

    def _offer(
        self,
        now: Instant,
        playable: dict[str, Glance],
        past: Sequence[SessionSummary],
        run: LastRun | None,
    ) -> Offer | None:
        candidates = [
            Candidate(slug, glance.when) for slug, glance in playable.items() if slug != DEMO
        ]
        plays = [PastPlay(one.routine, one.started) for one in past if one.is_real]
        self._when = when = occasion(now, candidates, plays, run)
        chosen = playable.get(self._chosen[0]) if self._chosen and self._chosen[1] is when else None
        if chosen is not None:
            return Offer(chosen.when, chosen)
        wanted = offered(when, candidates, plays)
        glance = playable.get(wanted.slug) if wanted else None
        return None if glance is None else Offer(when, glance)

    def _resumption(self, now: Instant) -> "Resumption | None":
        left = self._left
        if left is None:
            return None
        # Few starts find a session that was cut off, so the others do not load what that takes.
        from routine_player.ui.today.resumption import Resumption

        file = self._desk.library.routine(left.begun.routine)
        summary = left.past.summary
        words = Resumption(
            routine_name=summary.routine_name,
            begun=_begun(summary.started, now),
            steps_done=summary.steps_done,
            step_count=summary.steps_planned,
            glance=self._glance(file),
            obstacle=obstacle_to(left, file),
        )
        if words.obstacle is not None:
            return words
        name = left.past.plan.steps[left.step_index].name
        return replace(words, step_number=left.step_index + 1, step_name=name)

    def _glance(self, file: "RoutineFile | None") -> Glance | None:
        if file is None or file.routine is None:
            return None
        preview = self._desk.preview(file)
        return None if preview is None else glance_of(file.routine.when, preview)


def obstacle_to(left: "Unfinished", file: "RoutineFile | None") -> "Obstacle | None":
    """Tell what keeps a session from being gone on with; `file` is its routine's by now."""
    from routine_player.ui.today.resumption import Obstacle

    if left.step_index >= len(left.past.plan.steps):
        return Obstacle.OVER
    if file is None or file.routine is None:
        return Obstacle.GONE
    # Sessions are seldom cut off, and compiling is much to load for every other start.
    from routine_player.core.compilation import compile_timeline
    from routine_player.core.plan import plan_of

    same = plan_of(compile_timeline(file.routine)) == left.past.plan
    return None if same else Obstacle.CHANGED


def _line(session: SessionSummary, whens: dict[str, When]) -> PastLine:
    when = whens.get(session.routine)
    return PastLine(session, "" if when is None else wording.when_words(when).lower())


def _begun(started: Instant, now: Instant) -> str:
    days = (now.local_date - started.local_date).days
    clock = started.local.strftime("%H:%M")
    if days == 0:
        return tr("today, {time}", time=clock)
    if days == 1:
        return tr("yesterday, {time}", time=clock)
    return tr("{day}, {time}", day=short_day(started.local_date), time=clock)
