"""`log-run` and `rate`: what a person says of a run or of pain, typed or as JSON."""

import json
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.load_note import LOOK_BACK_DAYS, load_note
from routine_player.core.run import Run
from routine_player.core.shoes import Shoes, ShoesId
from routine_player.core.typed import distance_words
from routine_player.core.wording import clock_time
from routine_player.play.clock import SystemClock
from routine_player.store.diary_json import (
    SaidError,
    rating_from,
    rating_values,
    run_from,
    run_values,
    shoes_named,
)
from routine_player.store.history import History
from routine_player.store.history_diary import Diary
from routine_player.store.history_errors import HistoryError
from routine_player.store.paths import Places
from routine_player.store.run_import.zone import Zone
from routine_player.terminal.report import PROBLEMS, refusal, say

BAD_ARGUMENTS = 2
_DAY_S = 24 * 3600.0


def log_run(
    home: Path | None, typed: Mapping[str, Any], given: str | None, *, in_miles: bool
) -> int:
    """Store a run with its ratings; `given` is JSON, a file of it, or - for the input."""
    now = SystemClock().instant()
    zone = Zone.of(now)
    try:
        values = _said(typed, given)
        run, ratings = run_from(values, now, zone, in_miles=in_miles)
        shoes = shoes_named(values, zone)
    except SaidError as error:
        return _misunderstood(error)
    try:
        with open_history(home, now) as history:
            diary = history.diary
            if shoes:
                run = replace(run, shoes=_shoes_called(diary, shoes, now))
            diary.put_run_with_ratings(run, ratings, now)
            note = _load_words(diary, run)
            if given is None:
                _tell_run(run, note, in_miles=in_miles)
            else:
                _print_run(diary, run, note)
            return 0 if history.saved else PROBLEMS
    except HistoryError as error:
        return refusal(error)


def rate(home: Path | None, typed: Mapping[str, Any], given: str | None) -> int:
    """Store how much it hurts; `given` is as above."""
    now = SystemClock().instant()
    try:
        rating = rating_from(_said(typed, given), now, Zone.of(now))
    except SaidError as error:
        return _misunderstood(error)
    try:
        with open_history(home, now) as history:
            diary = history.diary
            if rating.run is not None and diary.run(rating.run) is None:
                return _misunderstood(SaidError(tr("there is no run {id}", id=rating.run)))
            stored = diary.rating(diary.put_rating(rating, now)) or rating
            if given is None:
                say(tr("Rated {score} of 10.", score=stored.score))
            else:
                print(json.dumps(rating_values(stored), ensure_ascii=False, indent=2))
            return 0 if history.saved else PROBLEMS
    except HistoryError as error:
        return refusal(error)


@contextmanager
def open_history(home: Path | None, now: Instant) -> Generator[History]:
    """Open the history for one command; where nothing is saved, that is told."""
    history = History.open(Places(home), now)
    try:
        if not history.saved:
            say(history.unsaved_reason, error=True)
        yield history
    finally:
        history.close()


def _said(typed: Mapping[str, Any], given: str | None) -> dict[str, Any]:
    """Put together what was typed and what was given as JSON; what was typed goes first."""
    said = {name: value for name, value in typed.items() if value is not None}
    if given is None or (given == "-" and said):
        return said
    try:
        values: object = json.loads(_text_of(given))
    except (ValueError, RecursionError) as error:
        raise SaidError(tr("this is no JSON: {why}", why=error)) from error
    except OSError as error:
        raise SaidError(tr("{path}: {why}", path=given, why=error.strerror)) from error
    if not isinstance(values, dict):
        raise SaidError(tr("a JSON object was expected"))
    return cast("dict[str, Any]", values) | said


def _text_of(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    return given if given.lstrip().startswith(("{", "[")) else Path(given).read_text("utf-8")


def _misunderstood(error: SaidError) -> int:
    say(str(error), error=True)
    return BAD_ARGUMENTS


def _shoes_called(diary: Diary, name: str, now: Instant) -> ShoesId:
    """Give the shoes of that name; new ones are added."""
    for worn in diary.shoes():
        if worn.shoes.name.casefold() == name.casefold():
            return worn.shoes.id
    shoes = Shoes(name)
    diary.put_shoes(shoes, now)
    return shoes.id


def _load_words(diary: Diary, run: Run) -> str:
    last = run.started.local_date
    first = run.started.after(-(LOOK_BACK_DAYS + 1) * _DAY_S).local_date
    note = load_note(run, [logged.run for logged in diary.runs_between(first, last)])
    return "" if note is None else note.words


def _tell_run(run: Run, note: str, *, in_miles: bool) -> None:
    parts = [run.started.local.strftime("%Y-%m-%d %H:%M"), run.activity.value]
    if run.distance_m is not None:
        parts.append(distance_words(run.distance_m, in_miles=in_miles))
    if run.duration_s is not None:
        parts.append(clock_time(run.duration_s))
    say(tr("Logged: {run}", run=", ".join(parts)))
    if note:
        say(note)


def _print_run(diary: Diary, run: Run, note: str) -> None:
    logged = diary.run(run.id)
    values = {
        "run": None if logged is None else run_values(logged),
        "ratings": [rating_values(rating) for rating in diary.ratings_of_run(run.id)],
        "load_note": note,
    }
    print(json.dumps(values, ensure_ascii=False, indent=2))
