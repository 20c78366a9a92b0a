"""FIT, the format of watches: messages in binary.

https://developer.garmin.com/fit/protocol/
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final, NoReturn, cast

import fitdecode

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run, SourceKind
from routine_player.store.run_import.fit_mending import checksum_holds, files_in, mended
from routine_player.store.run_import.found import (
    Found,
    Manner,
    NoActivityError,
    Refused,
    UnreadableError,
    source_of,
)
from routine_player.store.run_import.sports import (
    activity_of,
    is_on_foot,
    likely_activity,
    surface_of,
)
from routine_player.store.run_import.track import Point, Track, steps_a_minute

EPOCH_S: Final = 631_065_600
"""1989-12-31 00:00 UTC, from which FIT counts seconds."""

_UNSET_CLOCK_S: Final = 30 * 24 * 3600
"""A watch that thinks it is so soon after that moment was never told the time."""

_WANTED: Final = {"file_id", "sport", "session", "lap", "activity", "event"}
_DEGREES: Final = 180 / 2**31  # FIT counts half turns in 2**31


def read_fit(data: bytes, name: str, manner: Manner) -> Sequence[Found | Refused]:
    """Give the runs of a FIT file, with what can be read of one that is damaged.

    Files that were put one behind another are read each. NoActivityError for a file of a watch that
    is none, UnreadableError where nothing can be read.
    """
    logs = [_Log.of(part) for part in files_in(data)]
    with_runs = [log for log in logs if log.has_activity]
    if not with_runs:
        _refuse(logs[0])
    told: list[Found | Refused] = []
    for log in with_runs:
        for session in log.sessions or [None]:
            source = source_of(SourceKind.FIT, name, data, len(told))
            try:
                run = (
                    _from_points(log, manner)
                    if session is None
                    else _from_session(session, log, manner)
                )
            except UnreadableError as error:
                told.append(Refused(name, str(error)))
            else:
                told.append(Found(run, source, name, log.remark))
    return told


def _refuse(log: "_Log") -> NoReturn:
    if log.trouble and log.kind in {"", "activity"}:
        raise UnreadableError(tr("it is no sound FIT file"))
    if log.kind and log.kind != "activity":
        if not log.kind.replace("_", "").isalpha() or log.kind.startswith("mfg"):
            raise NoActivityError(tr("it is a file of a watch, but not an activity"))
        kind = log.kind.replace("_", " ")
        raise NoActivityError(tr("it is a watch's {kind} file, not an activity", kind=kind))
    raise NoActivityError(tr("there is no activity in it"))


@dataclass(slots=True)
class _Log:
    """What the messages of a file say, as far as they can be read."""

    kind: str = ""
    sports: tuple[str, ...] = ()
    offset_s: int | None = None
    sessions: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    laps: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    track: Track = field(default_factory=Track)
    trouble: bool = False
    checksum_is_wrong: bool = False

    @property
    def remark(self) -> str:
        if self.trouble:
            return tr("the file is broken midway: its good part was kept")
        if self.checksum_is_wrong:
            return tr("the file's checksum is wrong: some of it may be damaged")
        return ""

    @classmethod
    def of(cls, data: bytes) -> "_Log":
        """Read a file; of a damaged one, all messages that make sense."""
        log = cls()
        log.read(data)
        if log.trouble and len(data) > data[0]:
            whole, has_lost = mended(data)
            log = cls()
            log.read(whole)
            log.trouble = log.trouble or has_lost
        else:
            log.checksum_is_wrong = not checksum_holds(data)
        log.track = log.track.without_strays()
        return log

    @property
    def has_activity(self) -> bool:
        """Whether there is anything in it that somebody did."""
        if self.sessions:
            return True
        is_other = bool(self.kind) and self.kind != "activity"  # courses have points and laps too
        return not is_other and (self.track.span is not None or bool(self.laps))

    def read(self, data: bytes) -> None:
        """Take in messages up to the end, or to the first that cannot be read."""
        try:
            for frame in _frames(data):
                if frame.frame_type != fitdecode.FIT_FRAME_DATA:
                    continue
                name = frame.name
                if name == "record":
                    self.track.add(_point(_values(frame.fields)))
                elif name in _WANTED:
                    self._take(name, _values(frame.fields))
        except Exception:  # noqa: BLE001 - of damaged bytes the decoder may raise anything
            self.trouble = True

    def _take(self, name: str, values: Mapping[str, Any]) -> None:
        match name:
            case "event":
                if values.get("event") == "timer":  # it was paused, or goes on
                    self.track.break_off()
            case "session":
                self.sessions.append(values)
            case "lap":
                self.laps.append(values)
            case "sport":
                self.sports = self.sports or _sports(values)
            case "activity":
                seen, utc = _number(values, "local_timestamp"), _number(values, "timestamp")
                self.offset_s = None if seen is None or utc is None else round(seen - utc)
            case _:
                self.kind = self.kind or str(values.get("type") or "")


def _values(fields: Sequence[Any]) -> dict[str, Any]:
    """Give what fields say by their names; apps' own fields never stand in for a watch's."""
    return {
        one.field.name: one.value
        for one in reversed(fields)
        if one.field is not None and one.value is not None
    }


def _frames(data: bytes) -> Iterator[Any]:
    """Decode without looking at units and dates of each field, which would take half the time.

    The checksum is ours to find: piece by piece it takes ten times as long.
    """
    reader = cast("Any", fitdecode.FitReader)(
        BytesIO(data),
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    with reader:
        yield from reader


def _point(values: Mapping[str, Any]) -> Point:
    at, cadence = _number(values, "timestamp"), _number(values, "cadence")
    lat, lon = _number(values, "position_lat"), _number(values, "position_long")
    height_m = _number(values, "enhanced_altitude")
    return Point(
        None if at is None else at + EPOCH_S,
        None if lat is None else lat * _DEGREES,
        None if lon is None else lon * _DEGREES,
        _number(values, "altitude") if height_m is None else height_m,
        _number(values, "distance"),
        None if cadence is None else cadence + (_number(values, "fractional_cadence") or 0.0),
    )


def _from_points(log: _Log, manner: Manner) -> Run:
    """Make a run without a session: what sums it up comes last, and is what a cut takes away."""
    if log.track.span is None:
        return _from_session(_sum_of(log.laps), log, manner)
    first_s, last_s = log.track.span
    _refuse_unset_clock(first_s)
    track = log.track
    words = (*log.sports, *(word for lap in log.laps for word in _sports(lap)))
    activity = _activity_of(words) or likely_activity(track.distance_m, track.moving_s)
    return Run(
        manner.zone.at(first_s, log.offset_s),
        track.moving_s,
        track.distance_m,
        activity,
        elapsed_s=last_s - first_s,
        climb_m=track.climb_m,
        cadence_spm=steps_a_minute(track.cadence) if is_on_foot(activity) else None,
        surface=surface_of(activity, *words),
    )


def _sum_of(laps: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Give a session made of laps, for a file that has no other."""
    summed: dict[str, Any] = {}
    for name in ("total_elapsed_time", "total_timer_time", "total_distance", "total_ascent"):
        told = [number for lap in laps if (number := _number(lap, name)) is not None]
        if told:
            summed[name] = sum(told)
    steps = [
        (cadence, _number(lap, "total_timer_time") or 1.0)
        for lap in laps
        if (cadence := _cadence(lap))
    ]
    if steps:
        weight = sum(time_s for _, time_s in steps)
        summed["avg_cadence"] = sum(cadence * time_s for cadence, time_s in steps) / weight
    starts = [start for lap in laps if (start := _number(lap, "start_time")) is not None]
    if starts:
        summed["start_time"] = min(starts)
    for name in ("sport", "sub_sport"):
        summed |= next(({name: lap[name]} for lap in laps if name in lap), dict[str, Any]())
    return summed


def _from_session(session: Mapping[str, Any], log: _Log, manner: Manner) -> Run:
    track = _track_of(session, log)
    start = _number(session, "start_time")
    start_s = (track.span or (None,))[0] if start is None else start + EPOCH_S
    if start_s is None:
        raise UnreadableError(tr("it does not say when it began"))
    _refuse_unset_clock(start_s)
    elapsed_s = _number(session, "total_elapsed_time")
    duration_s = _number(session, "total_timer_time") or elapsed_s
    if duration_s is None and track.span:
        duration_s = track.moving_s
    distance_m, climb_m = _number(session, "total_distance"), _number(session, "total_ascent")
    distance_m = track.distance_m if distance_m is None else distance_m
    words = (*_sports(session), *log.sports)
    said_of_it = words if len(log.sessions) <= 1 else _sports(session)
    activity = _activity_of(words) or likely_activity(distance_m, duration_s)
    cadence = _cadence(session) or track.cadence
    return Run(
        manner.zone.at(start_s, log.offset_s),
        duration_s,
        distance_m,
        activity,
        elapsed_s=elapsed_s,
        climb_m=track.climb_m if climb_m is None else climb_m,
        cadence_spm=steps_a_minute(cadence) if is_on_foot(activity) else None,
        surface=surface_of(activity, *said_of_it),
    )


def _sports(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Give what a message says of the sport, and of what kind it was."""
    sport, kind = values.get("sport"), values.get("sub_sport")
    sports = (str(sport),) if sport else ()
    return (*sports, kind) if isinstance(kind, str) else sports  # a number is a kind yet unnamed


def _activity_of(words: Iterable[str]) -> Activity | None:
    return next((what for word in words if (what := activity_of(word)) is not None), None)


def _track_of(session: Mapping[str, Any], log: _Log) -> Track:
    """Give the points of a session: of one among others, those between its start and its end."""
    if len(log.sessions) <= 1:
        return log.track
    start, length_s = _number(session, "start_time"), _number(session, "total_elapsed_time")
    if start is None or length_s is None:
        return Track()
    return log.track.between(start + EPOCH_S, start + EPOCH_S + length_s)


def _cadence(session: Mapping[str, Any]) -> float | None:
    """Give the steps of one leg a minute; the field has another name where the sport is known."""
    for name in ("avg_running_cadence", "avg_cadence"):
        whole = _number(session, name)
        if whole:
            return whole + (_number(session, "avg_fractional_cadence") or 0.0)
    return None


def _refuse_unset_clock(start_s: float) -> None:
    if start_s < EPOCH_S + _UNSET_CLOCK_S:
        raise UnreadableError(tr("the watch's clock was not set: it says 1989 or 1990"))


def _number(values: Mapping[str, Any], name: str) -> float | None:
    """Give a number that is one; a field may be missing, empty, or of any type."""
    value = values.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
