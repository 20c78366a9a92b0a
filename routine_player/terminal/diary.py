"""`log-run` and `rate`: what a person says of a run or of pain, typed or as JSON."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.load_note import LOOK_BACK_DAYS, load_note
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck
from routine_player.core.red_flags import RedFlag
from routine_player.core.run import Run
from routine_player.core.typed import distance_words, typed_number
from routine_player.core.wording import clock_time
from routine_player.play.clock import SystemClock
from routine_player.store.diary_json import rating_values, run_values
from routine_player.store.history import History
from routine_player.store.history_diary import Diary
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.store.said import SaidError
from routine_player.terminal import signs
from routine_player.terminal.given import ONLY_TELL, Given, given_entries, numbered
from routine_player.terminal.hearing import Heard, Hearing, twins_of
from routine_player.terminal.owning import owned_history
from routine_player.terminal.report import PROBLEMS, print_json, refusal, say

BAD_ARGUMENTS = 2
_DAY_S: Final = 24 * 3600.0


def log_run(
    home: Path | None, typed: Mapping[str, Any], given: str | None, *, in_miles: bool
) -> int:
    """Store runs with their ratings; `given` is JSON, a file of it, or - for the input."""

    def tell(diary: Diary, heard: Heard) -> None:
        _tell_run(diary, heard, in_miles=in_miles)

    return _store(home, typed, given, _Manner(Hearing.run, tell, _run_told, in_miles=in_miles))


def rate(home: Path | None, typed: Mapping[str, Any], given: str | None) -> int:
    """Store how much it hurts; `given` is as above."""
    if given is not None and typed.get("score") is None and typed_number(given) is not None:
        typed, given = {**typed, "score": given}, ONLY_TELL  # rate --json 3
    return _store(home, typed, given, _Manner(Hearing.rating, _tell_rating, _rating_told))


@contextmanager
def open_history(home: Path | None, now: Instant) -> Generator[History]:
    """Open the history for one command; see `owned_history`."""
    with owned_history(Places(home), now) as history:
        yield history


class _Manner:
    """How a command hears one entry, and how it tells what was stored, in words or as JSON."""

    def __init__(
        self,
        hear: Callable[[Hearing, Mapping[str, Any]], Heard],
        tell: Callable[[Diary, Heard], None],
        told: Callable[[Diary, Heard], dict[str, Any]],
        *,
        in_miles: bool = False,
    ) -> None:
        self.hear = hear
        self.tell = tell
        self.told = told
        self.in_miles = in_miles


def _store(home: Path | None, typed: Mapping[str, Any], json: str | None, manner: _Manner) -> int:
    """Store all entries or, where one is not understood, none; and tell what was stored."""
    now = SystemClock().instant()
    try:
        given = given_entries(typed, json)
        with open_history(home, now) as history:
            if not history.saved:
                return PROBLEMS
            heard = _all_heard(given, Hearing(history, now, in_miles=manner.in_miles), manner)
            is_first = signs.is_first_rating(history.diary, Places(home))
            history.diary.put_entries([one.entry for one in heard], now)
            answers = _answers(heard, now, is_first=is_first)
            for answer in answers:
                answer.keep(history.diary, now)
            if json is None:
                _tell_all(history.diary, heard, answers, manner)
            else:
                _print_all(history.diary, heard, answers, given, manner)
    except SaidError as error:
        say(str(error), error=True)
        return BAD_ARGUMENTS
    except HistoryError as error:
        return refusal(error)
    return 0


def _all_heard(given: Given, hearing: Hearing, manner: _Manner) -> Sequence[Heard]:
    heard: list[Heard] = []
    for number, values in enumerate(given.entries, 1):
        try:
            heard.append(manner.hear(hearing, values))
        except SaidError as error:
            raise numbered(error, number, given) from error
    return heard


class _Answer:
    """The signs that an entry calls for, and what was answered about them."""

    def __init__(self, heard: Heard, now: Instant, *, is_first: bool) -> None:
        ratings = heard.entry.ratings
        self.flags: Sequence[RedFlag] = signs.called_for(ratings, is_first=is_first)
        self.check: RedFlagCheck | None = None
        if heard.signs is not None:
            first = next(iter(ratings), None)
            self.check = signs.check_of(heard.signs, self.flags, now, first)

    def keep(self, diary: Diary, now: Instant) -> None:
        if self.check is not None:
            diary.put_check(self.check, now)


def _answers(heard: Sequence[Heard], now: Instant, *, is_first: bool) -> Sequence[_Answer]:
    """Weigh each entry; of many ratings only one is the first."""
    answers: list[_Answer] = []
    for one in heard:
        answers.append(_Answer(one, now, is_first=is_first))
        is_first = is_first and not one.entry.ratings
    return answers


def _tell_all(
    diary: Diary, heard: Sequence[Heard], answers: Sequence[_Answer], manner: _Manner
) -> None:
    for one, answer in zip(heard, answers, strict=True):
        manner.tell(diary, one)
        if answer.check is None:
            signs.ask(answer.flags)
        else:
            signs.tell_answer(answer.check)


def _print_all(
    diary: Diary,
    heard: Sequence[Heard],
    answers: Sequence[_Answer],
    given: Given,
    manner: _Manner,
) -> None:
    told = [
        manner.told(diary, one) | signs.signs_told(answer.flags, answer.check)
        for one, answer in zip(heard, answers, strict=True)
    ]
    print_json(told if given.is_list else told[0])


def _tell_run(diary: Diary, heard: Heard, *, in_miles: bool) -> None:
    run = _run_in(heard)
    say(tr("Logged: {run}", run=_run_words(run, in_miles=in_miles)))
    for twin in twins_of(diary, run):
        other = _run_words(twin, in_miles=in_miles)
        say(
            tr("It looks like one that is logged already: {run}. If it is the same, delete one "
               "in History.", run=other)
        )  # fmt: skip
    note = _load_words(diary, run)
    if note:
        say(note)


def _run_told(diary: Diary, heard: Heard) -> dict[str, Any]:
    run = _run_in(heard)
    logged = diary.run(run.id)
    return {
        "run": None if logged is None else run_values(logged),
        "ratings": [rating_values(rating) for rating in diary.ratings_of_run(run.id)],
        "load_note": _load_words(diary, run),
        "looks_like": [str(twin.id) for twin in twins_of(diary, run)],
    }


def _tell_rating(diary: Diary, heard: Heard) -> None:
    for rating in _stored_ratings(diary, heard):
        say(tr("Rated {score} of 10.", score=rating.score))


def _rating_told(diary: Diary, heard: Heard) -> dict[str, Any]:
    stored = _stored_ratings(diary, heard)
    return rating_values(stored[0]) if stored else {}


def _stored_ratings(diary: Diary, heard: Heard) -> Sequence[Rating]:
    return [diary.rating(rating.id) or rating for rating in heard.entry.ratings]


def _run_in(heard: Heard) -> Run:
    if heard.entry.run is None:
        raise ValueError("what was heard holds no run")
    return heard.entry.run


def _load_words(diary: Diary, run: Run) -> str:
    last = run.started.local_date
    first = run.started.after(-(LOOK_BACK_DAYS + 1) * _DAY_S).local_date
    note = load_note(run, [logged.run for logged in diary.runs_between(first, last)])
    return "" if note is None else note.words


def _run_words(run: Run, *, in_miles: bool) -> str:
    parts = [run.started.local.strftime("%Y-%m-%d %H:%M"), run.activity.value]
    if run.distance_m is not None:
        parts.append(distance_words(run.distance_m, in_miles=in_miles))
    if run.duration_s is not None:
        parts.append(clock_time(run.duration_s))
    return ", ".join(parts)
