"""Keeps a session that is being played: each finished step is stored when it ends.

What the disk refuses is kept in memory, in order, and tried again.
"""

from collections import deque
from collections.abc import Callable, Sequence

from routine_player.core.entry import Effort, Entry, PainMoment, SessionOutcome
from routine_player.core.events import Event, PhaseEnded, SessionFinished, SessionStopped
from routine_player.core.instant import Instant
from routine_player.core.session_log import SessionLog
from routine_player.store.history import History
from routine_player.store.history_errors import HistoryError
from routine_player.store.history_steps import past_steps
from routine_player.store.history_values import NewSession, PainRating, PastStep
from routine_player.store.session_summary import SessionId


class SessionKeeper:
    """Stores one session as it goes. The disk's faults raise nothing: see `trouble`.

    All calls come from the thread that owns the history.
    """

    def __init__(self, history: History, new: NewSession, earlier_s: float = 0.0) -> None:
        """Begin to keep a session.

        For one that is gone on with, `new` is `Unfinished.begun`, and `earlier_s` its `active_s`.
        """
        self._history = history
        self._new = new
        self._id = new.id
        self._log = SessionLog(new.plan, new.speed)
        self._lines: list[Entry] = []
        self._rated: dict[PainMoment, int] = {}
        self._earlier_s = earlier_s
        self._active_s = 0.0
        self._is_finished = False
        self._waiting: deque[Callable[[], object]] = deque()
        self._trouble = ""
        self._put(lambda: history.begin(new))

    @property
    def id(self) -> SessionId:
        return self._id

    @property
    def begun(self) -> NewSession:
        """The session as it was begun."""
        return self._new

    @property
    def steps(self) -> tuple[PastStep, ...]:
        """What became of each step as far as this keeper was told, saved or not."""
        return past_steps(self._new.plan, self._lines)

    @property
    def is_finished(self) -> bool:
        """Whether it was played to its end."""
        return self._is_finished

    @property
    def active_s(self) -> float:
        """All time that ran, that before it was gone on with too."""
        return self._earlier_s + self._active_s

    def rated(self, moment: PainMoment) -> int | None:
        """The pain score that this keeper was given last for a moment; None for none."""
        return self._rated.get(moment)

    @property
    def trouble(self) -> str:
        """Why the last of it is not saved, in words for the person; empty when all of it is."""
        return self._trouble

    def follow(self, told: Sequence[Event], now_s: float, now: Instant) -> None:
        """Store what events are worth keeping: one commit, that waits for the disk.

        `now` is the moment at which the session's clock says `now_s`, at which they were noticed.
        """
        lines = self._log.lines_for(told, now_s, now)
        if lines:
            self._lines += lines
            self._put(lambda: self._history.append(self._id, lines))
        for event in told:
            match event:
                case PhaseEnded(active_s=active_s):
                    self._active_s += active_s
                case SessionFinished() | SessionStopped():
                    self._finish(event, self._log.moment(event.at, now_s, now))
                case _:
                    pass

    def rate(self, rating: PainRating) -> None:
        """Store how much it hurts."""
        self._rated[rating.moment] = rating.score
        self._put(lambda: self._history.rate(self._id, rating))

    def set_effort(self, effort: Effort | None, at: Instant) -> None:
        """Store how hard it was; None takes it back."""
        self._put(lambda: self._history.set_effort(self._id, effort, at))

    def set_note(self, note: str, at: Instant) -> None:
        """Store the note."""
        self._put(lambda: self._history.set_note(self._id, note, at))

    def retry(self) -> bool:
        """Try again to store what is kept in memory; whether all is saved."""
        while self._waiting:
            try:
                self._waiting[0]()
            except HistoryError as error:
                self._trouble = str(error)
                return False
            self._waiting.popleft()
        self._trouble = ""
        return True

    def _finish(self, event: SessionFinished | SessionStopped, ended: Instant) -> None:
        self._is_finished = isinstance(event, SessionFinished)
        outcome = SessionOutcome.FINISHED if self._is_finished else SessionOutcome.STOPPED
        active_s = self._earlier_s + event.active_s
        self._put(lambda: self._history.finish(self._id, outcome, ended, active_s))

    def _put(self, write: Callable[[], object]) -> None:
        self._waiting.append(write)
        self.retry()
