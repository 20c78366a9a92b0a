"""Speaks: phrases are turned into sound ahead of time by a worker, and played like any cue."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Condition, Thread
from typing import Final, Protocol

from routine_player.core.phrases import Phrase, fitting
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.clock import Clock
from routine_player.play.phrase_book import Manner, PhraseBook, Spoken
from routine_player.play.voice_engine import Engine

TOO_LATE_S: Final = 3.0
"""Words that come later than this are about something that is over."""

_BREATH_S = 0.2
_HURRY: Final = 1.35
_CLOSE_S = 2.0


class VoiceStatus(StrEnum):
    """How speaking goes."""

    STARTING = "starting"  # nothing was to be said yet
    WORKING = "working"
    NO_ENGINE = "no-engine"  # this computer has no voice
    FAILING = "failing"  # it has one that does not work, or there is no room for its phrases


class SpeechOut(Protocol):
    """What plays spoken phrases; see `sound.SoundPlayer`."""

    def speak(self, path: Path, due: float, latest: float, moment: float) -> None: ...

    def hush(self) -> None: ...


@dataclass(slots=True)
class _Batch:
    """Phrases of one moment, to be said one after another."""

    phrases: Sequence[Phrase]
    moment: float
    cancelled: bool = False


class Voice:
    """Says phrases through `out`. Its times are on the monotonic clock.

    What is to be said goes before what is prepared. Nothing here waits or raises; a computer
    without a voice is silent. `on_status` is told in the worker's thread of each change.
    """

    def __init__(
        self,
        out: SpeechOut,
        clock: Clock,
        cache: CacheFolder,
        find_engine: Callable[[], Engine | None],
        *,
        manner: Manner,
        on_status: Callable[[VoiceStatus], None] = lambda _: None,
    ) -> None:
        self._out = out
        self._clock = clock
        self._cache = cache
        self._find_engine = find_engine
        self._manner = manner
        self._on_status = on_status
        self._status = VoiceStatus.STARTING
        # Shared by the threads, under the condition's lock:
        self._changed = Condition()
        self._batches: deque[_Batch] = deque()
        self._ahead: deque[str] = deque()
        self._saying: _Batch | None = None
        self._is_busy = False
        self._closed = False
        self._may_retry = False
        self._is_another = True
        self._thread = Thread(target=self._run, name="voice", daemon=True)

    @property
    def status(self) -> VoiceStatus:
        return self._status

    def start(self) -> None:
        """Begin to work, once."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and wait a moment for the worker to end."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(_CLOSE_S)

    def prepare(self, texts: Iterable[str]) -> None:
        """Turn texts into sound ahead of time, in this order, in place of what else was wanted.

        What failed before is tried again.
        """
        with self._changed:
            self._ahead = deque(texts)
            self._may_retry = True
            self._changed.notify_all()

    def change(self, find_engine: Callable[[], Engine | None], manner: Manner) -> None:
        """Speak with another engine, or in another manner, from the next phrase on."""
        with self._changed:
            self._find_engine, self._manner = find_engine, manner
            self._is_another = True

    def say(self, phrases: Sequence[Phrase]) -> None:
        """Say phrases that belong to one moment, one after another.

        Each is shortened or dropped where it could not end in time.
        """
        with self._changed:
            self._batches.append(_Batch(phrases, max(phrase.at for phrase in phrases)))
            self._changed.notify_all()

    def cancel_after(self, moment: float) -> None:
        """Forget what was to be said of later moments."""
        self._cancel(lambda batch: batch.moment > moment)

    def hush(self) -> None:
        """Fall silent at once."""
        self._cancel(lambda _: True)
        self._out.hush()

    def settle(self, timeout_s: float) -> bool:
        """Wait until all that was asked for is handed over, and tell whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._is_busy or self._has_tasks), timeout_s)

    @property
    def _has_tasks(self) -> bool:
        return bool(self._batches or self._ahead)

    def _cancel(self, is_void: Callable[[_Batch], bool]) -> None:
        with self._changed:
            for batch in (*self._batches, *([self._saying] if self._saying else [])):
                batch.cancelled = batch.cancelled or is_void(batch)

    # The worker

    def _run(self) -> None:
        book: PhraseBook | None = None
        while (task := self._next_task()) is not None:
            if self._is_another:
                book = self._other_book()
            if book is not None:
                self._do(task, book)
                self._note(VoiceStatus.FAILING if book.is_failing else VoiceStatus.WORKING)

    def _other_book(self) -> PhraseBook | None:
        with self._changed:
            self._is_another = False
            find_engine = self._find_engine
        engine = find_engine()
        if engine is None:
            self._note(VoiceStatus.NO_ENGINE)
            return None
        return PhraseBook(engine, self._cache)

    def _do(self, task: _Batch | str, book: PhraseBook) -> None:
        if self._may_retry:
            self._may_retry = False
            book.forget_failures()
        if isinstance(task, str):
            book.spoken(task, self._manner)
            if not self._ahead:
                self._cache.prune()
        else:
            self._say_batch(task, book)

    def _next_task(self) -> _Batch | str | None:
        with self._changed:
            self._saying = None
            self._is_busy = False
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._closed or self._has_tasks)
            self._is_busy = True
            if self._closed:
                return None
            if self._batches:
                self._saying = self._batches.popleft()
                return self._saying
            return self._ahead.popleft()

    def _say_batch(self, batch: _Batch, book: PhraseBook) -> None:
        starts_at = batch.moment
        for number, phrase in enumerate(batch.phrases):
            if batch.cancelled:
                return
            starts_at = max(starts_at, self._clock.monotonic())
            if phrase.ends_by is not None and starts_at >= phrase.ends_by:
                continue
            spoken = self._fitting(phrase, starts_at, book, self._manner)
            if spoken is None and number == 0:
                spoken = self._hurried(phrase, starts_at, book)
            if spoken is not None:
                self._hand_over(batch, spoken, starts_at, phrase)
                starts_at += spoken.length_s + _BREATH_S

    def _fitting(
        self, phrase: Phrase, starts_at: float, book: PhraseBook, manner: Manner
    ) -> Spoken | None:
        def length_s(text: str) -> float | None:
            # What had to be rendered first begins so much later.
            spoken = book.spoken(text, manner)
            waited_s = max(0.0, self._clock.monotonic() - starts_at)
            return None if spoken is None else spoken.length_s + waited_s

        text = fitting(phrase, starts_at, length_s)
        return None if text is None else book.spoken(text, manner)

    def _hurried(self, phrase: Phrase, starts_at: float, book: PhraseBook) -> Spoken | None:
        """Say the least of a phrase faster: the name of what comes is worth it.

        Without a lead-in: where time is that short, a cue has just woken the loudspeaker.
        """
        least = replace(phrase, text=(phrase.text, *phrase.shorter)[-1], shorter=())
        if book.spoken(least.text, self._manner) is None:
            return None  # it is not a matter of time
        manner = Manner(self._manner.speed * _HURRY, lead_in_s=0.0)
        return self._fitting(least, starts_at, book, manner)

    def _hand_over(self, batch: _Batch, spoken: Spoken, due: float, phrase: Phrase) -> None:
        latest = due + TOO_LATE_S
        if phrase.ends_by is not None:
            latest = min(latest, phrase.ends_by - spoken.length_s)
        with self._changed:  # so that no cancelling comes between the question and the deed
            if not batch.cancelled:
                self._out.speak(spoken.path, due, latest, batch.moment)

    def _note(self, status: VoiceStatus) -> None:
        if status is not self._status:
            self._status = status
            self._on_status(status)
