"""Runs and ratings out of what somebody said of them, in flags or as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Course, Quality, Rating, RatingMoment, Spread
from routine_player.core.red_flags import RED_FLAGS
from routine_player.core.run import Activity, FormFocus, LoggedRun, Run, RunKind, Surface
from routine_player.core.typed import typed_distance_m, typed_duration_s
from routine_player.store.diary_json import rating_values, run_values
from routine_player.store.run_import.plausible import impossible_length
from routine_player.store.run_import.zone import Zone
from routine_player.store.said import Said, SaidError, expected
from routine_player.store.values import near

_OF_PAIN: Final = (
    "sites",
    "qualities",
    "onset_min",
    "course",
    "spread",
    "numbness",
    "medication",
)
_OF_BOTH: Final = frozenset((*_OF_PAIN, "id", "note", "signs"))
_STARTS: Final = ("start", "start_local", "start_utc")
_TIMES: Final = ("at", "at_local", "at_utc")

# History tells more of a run or a rating than anyone can say; given back, it is passed over.
_TOLD_OF_A_RUN: Final = frozenset(("source", "sources"))
_TOLD_OF_A_RATING: Final = frozenset(("signs_to_ask", "whom_to_see"))

RUN_FIELDS: Final = _OF_BOTH | {
    *_STARTS,
    "distance_m",
    "distance",
    "duration_s",
    "duration",
    "elapsed_s",
    "kind",
    "run_kind",
    "climb_m",
    "cadence_spm",
    "surface",
    "shoes",
    "focus",
    "tags",
    "worst",
    "now",
}
RATING_FIELDS: Final = _OF_BOTH | {*_TIMES, "score", "moment", "run", "session"}

_AHEAD_MS: Final = 3600 * 1000
_LONG_AGO_MS: Final = 12 * 3600 * 1000
_MOST_STEPS_A_MINUTE: Final = 400.0
_HIGHEST_M: Final = 100_000.0


def run_from(
    values: Mapping[str, Any],
    now: Instant,
    zone: Zone,
    *,
    in_miles: bool = False,
    stored: LoggedRun | None = None,
) -> tuple[Run, tuple[Rating, ...]]:
    """Read a run with its ratings; the shoes, named by `values`, are left to `shoes_named`.

    A run whose start is not said has ended now. Of a `stored` one only that changes which is said
    otherwise than it stands. SaidError for what is not understood.
    """
    said = _run_said(values, zone, stored)
    try:
        run = _run_of(said, now, in_miles=in_miles, stored=stored)
        _refuse_odd_run(run, now)
        return run, _ratings_of(said, run, _said_at(run, now))
    except SaidError:
        raise
    except (ValueError, OverflowError) as error:
        raise SaidError(str(error)) from error


def shoes_named(
    values: Mapping[str, Any], zone: Zone, stored: LoggedRun | None = None
) -> str | None:
    """Give the name, or the id, of the shoes that a run was done in; None where nobody said."""
    said = _run_said(values, zone, stored)
    return said.line("shoes") if said.has("shoes") else None


def rating_from(
    values: Mapping[str, Any], now: Instant, zone: Zone, stored: Rating | None = None
) -> Rating:
    """Read a rating; one whose moment is not said is of its run or session, or stands alone.

    Of a `stored` one only that changes which is said otherwise. SaidError as above.
    """
    said = _but_told(values, RATING_FIELDS, _TOLD_OF_A_RATING, zone)
    if stored is not None:
        said = _but_told(_news(values, rating_values(stored)), RATING_FIELDS, frozenset(), zone)
    score = said.score("score") if stored is None or said.has("score") else stored.score
    if score is None:
        raise SaidError(tr("a score from 0 to 10 is needed"))
    fields: dict[str, Any] = {"score": score, **_pain_of(said)}
    if said.has("note"):
        fields["note"] = said.text("note")
    fields |= {name: said.uuid(name) for name in ("run", "session") if said.has(name)}
    at = _first_moment(said, _TIMES)
    if at is not None:
        _refuse_odd_time(at, now)
        fields["at"] = at
    moment = said.word("moment", RatingMoment)
    if moment is not None:
        fields["moment"] = moment
    try:
        if stored is not None:
            return replace(stored, **fields)
        usual: dict[str, Any] = {"moment": _moment_of(fields), "at": now}
        return Rating(**(usual | _known_id(said) | fields))
    except ValueError as error:
        raise SaidError(str(error)) from error


def id_said(values: Mapping[str, Any], zone: Zone) -> UUID | None:
    """Give the id under which a run or a rating is to be stored; None for a new one."""
    return Said({"id": values.get("id")}, frozenset(("id",)), zone).uuid("id")


def signs_said(values: Mapping[str, Any], zone: Zone) -> tuple[str, ...] | None:
    """Give the red flags that are so, by name; none of them is (), None where nobody said."""
    said = Said({"signs": values.get("signs")}, frozenset(("signs",)), zone)
    if values.get("signs") is None:
        return None
    names = [flag.name for flag in RED_FLAGS]
    for sign in said.texts("signs"):
        if sign not in names:
            guess = near(sign, names)
            there_are = ", ".join(names) if guess is None else guess
            raise expected("signs", sign, there_are)
    return said.texts("signs")


def _but_told(
    values: Mapping[str, Any], known: frozenset[str], told: frozenset[str], zone: Zone
) -> Said:
    return Said({name: one for name, one in values.items() if name not in told}, known, zone)


def _run_said(values: Mapping[str, Any], zone: Zone, stored: LoggedRun | None) -> Said:
    said = _but_told(values, RUN_FIELDS, _TOLD_OF_A_RUN, zone)
    if stored is None:
        return said
    news = _news(values, run_values(stored))
    return _but_told(news, RUN_FIELDS, _TOLD_OF_A_RUN, zone)


def _news(values: Mapping[str, Any], as_it_stands: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is given as it stands: then its exact value stays, not its rounded one."""
    unsaid = object()
    return {
        name: value for name, value in values.items() if as_it_stands.get(name, unsaid) != value
    }


def _run_of(said: Said, now: Instant, *, in_miles: bool, stored: LoggedRun | None) -> Run:
    def metres(text: str) -> float | None:
        return typed_distance_m(text, in_miles=in_miles)

    fields: dict[str, Any] = {}
    if said.has("duration", "duration_s"):
        fields["duration_s"] = _length(said, "duration", typed_duration_s, "duration_s")
    if said.has("distance", "distance_m"):
        fields["distance_m"] = _length(said, "distance", metres, "distance_m")
    read: Mapping[str, tuple[str, Callable[[str], Any]]] = {
        "elapsed_s": ("elapsed_s", said.number),
        "climb_m": ("climb_m", said.number),
        "cadence_spm": ("cadence_spm", said.number),
        "activity": ("kind", lambda name: said.word(name, Activity) or Activity.RUN),
        "kind": ("run_kind", lambda name: said.word(name, RunKind)),
        "surface": ("surface", lambda name: said.word(name, Surface)),
        "focus": ("focus", lambda name: said.words(name, FormFocus)),
        "tags": ("tags", said.texts),
        "note": ("note", said.text),
    }
    fields |= {field: look(name) for field, (name, look) in read.items() if said.has(name)}
    started = _first_moment(said, _STARTS)
    if started is not None:
        fields["started"] = started
    if stored is not None:
        return replace(stored.run, **fields)
    if not said.tells(*(RUN_FIELDS - {"id", "signs"})):
        raise SaidError(tr("nothing is said of the run: its distance, its time, or how it hurt"))
    length_s = fields.get("elapsed_s") or fields.get("duration_s") or 0.0
    usual: dict[str, Any] = {"started": now.after(-length_s)}
    return Run(**(usual | _known_id(said) | fields))


def _known_id(said: Said) -> dict[str, Any]:
    known = said.uuid("id")
    return {} if known is None else {"id": known}


def _first_moment(said: Said, names: tuple[str, ...]) -> Instant | None:
    return next((at for at in map(said.moment, names) if at is not None), None)


def _refuse_odd_time(at: Instant, now: Instant) -> None:
    if at.utc_ms > now.utc_ms + _AHEAD_MS:
        raise SaidError(tr("{when} is in the future", when=at.local.strftime("%Y-%m-%d %H:%M")))
    if at.utc_ms < 0:
        raise SaidError(tr("{day} is before 1970", day=at.local_date.isoformat()))


def _refuse_odd_run(run: Run, now: Instant) -> None:
    _refuse_odd_time(run.started, now)
    reason = impossible_length(run)
    if reason:
        raise SaidError(reason)
    if (run.cadence_spm or 0.0) > _MOST_STEPS_A_MINUTE:
        raise SaidError(tr("nobody takes {steps:g} steps a minute", steps=run.cadence_spm))
    if (run.climb_m or 0.0) > _HIGHEST_M:
        raise SaidError(tr("nobody climbs {metres:g} m", metres=run.climb_m))


def _said_at(run: Run, now: Instant) -> Instant:
    """Give the moment that ratings are of: of a run that is long over, its end."""
    return now if now.utc_ms - run.ended.utc_ms < _LONG_AGO_MS else run.ended


def _ratings_of(said: Said, run: Run, now: Instant) -> tuple[Rating, ...]:
    """Give the ratings said beside a run; where it hurts belongs to the worst, if that was said."""
    pain = _pain_of(said)
    scores = {
        RatingMoment.WORST_IN_RUN: said.score("worst"),
        RatingMoment.AFTER_RUN: said.score("now"),
    }
    rated = [(moment, score) for moment, score in scores.items() if score is not None]
    if not rated and said.tells(*_OF_PAIN):
        raise SaidError(tr("how much it hurts is missing: worst or now"))
    return tuple(
        Rating(moment, score, now, run=run.id, **(pain if number == 0 else {}))
        for number, (moment, score) in enumerate(rated)
    )


def _pain_of(said: Said) -> dict[str, Any]:
    read: Mapping[str, Callable[[str], Any]] = {
        "sites": lambda _: said.sites(),
        "qualities": lambda name: said.words(name, Quality),
        "onset_min": said.number,
        "course": lambda name: said.word(name, Course),
        "spread": lambda name: said.word(name, Spread),
        "numbness": said.flag,
        "medication": said.line,
    }
    return {name: look(name) for name, look in read.items() if said.has(name)}


def _moment_of(fields: Mapping[str, Any]) -> RatingMoment:
    if fields.get("run") is not None:
        return RatingMoment.AFTER_RUN
    if fields.get("session") is not None:
        return RatingMoment.AFTER_SESSION
    return RatingMoment.ALONE


_LENGTHS: Final = {
    "distance": "10.5, 10,5 km, 6 mi or 800 m",
    "duration": "52:30, 1:05:30 or 52 (minutes)",
}


def _length(
    said: Said, name: str, read: Callable[[str], float | None], in_numbers: str
) -> float | None:
    """Read a length as it is typed under `name`; `in_numbers` has it in metres or seconds."""
    if not said.tells(name):
        return said.number(in_numbers)
    try:
        text = said.text(name)
    except SaidError as error:
        what = tr("a text such as {examples}; a number goes into {field}",
                  examples=_LENGTHS[name], field=in_numbers)  # fmt: skip
        raise SaidError(f"{name}: {what}") from error
    length = read(text)
    if length is None:
        raise expected(name, text, tr(_LENGTHS[name]))
    return length
