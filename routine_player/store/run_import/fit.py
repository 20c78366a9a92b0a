"""FIT, the format of watches: messages in binary.

https://developer.garmin.com/fit/protocol/
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final, cast

import fitdecode

from routine_player.core.language import tr
from routine_player.core.run import Activity, Run, SourceKind
from routine_player.store.run_import.found import (
    Found,
    Manner,
    NoActivityError,
    UnreadableError,
    source_of,
)
from routine_player.store.run_import.sports import activity_of, likely_activity
from routine_player.store.run_import.track import Point, Track, steps_a_minute

EPOCH_S: Final = 631_065_600
"""1989-12-31 00:00 UTC, from which FIT counts seconds."""

_UNSET_CLOCK_S: Final = 30 * 24 * 3600
"""A watch that thinks it is so soon after that moment was never told the time."""

_LONGEST_BREAK_S: Final = 24 * 3600
_FASTEST: Final = 100.0  # metres a second

_WANTED: Final = {"file_id", "sport", "session", "activity", "record"}
_DEGREES: Final = 180 / 2**31  # FIT counts half turns in 2**31


def read_fit(data: bytes, name: str, manner: Manner) -> Sequence[Found]:
    """Give the runs of a FIT file, with what can be read of one that is broken midway.

    NoActivityError for a file of a watch that is none, UnreadableError where nothing can be read.
    """
    log = _Log()
    log.read(data)
    if not log.sessions and log.track.span is None:
        _refuse(log)
    if not log.sessions:
        found = [_from_points(log, manner)]
    else:
        found = [_from_session(session, log, manner) for session in log.sessions]
    return [
        Found(run, source_of(SourceKind.FIT, name, data, number), name, log.remark)
        for number, run in enumerate(found)
    ]


def _refuse(log: "_Log") -> None:
    if log.trouble and not log.kind:
        raise UnreadableError(tr("it is no sound FIT file"))
    if log.kind and log.kind != "activity":
        raise NoActivityError(tr("it is a watch's {kind} file, not an activity", kind=log.kind))
    raise NoActivityError(tr("there is no activity in it"))


@dataclass(slots=True)
class _Log:
    """What the messages of a file say, as far as they can be read."""

    kind: str = ""
    sport: str = ""
    offset_s: int | None = None
    sessions: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
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

    def read(self, data: bytes) -> None:
        """Take in messages up to the end, or to the first that cannot be read."""
        try:
            for frame in _frames(data):
                if frame.frame_type == fitdecode.FIT_FRAME_CRC:
                    self.checksum_is_wrong = self.checksum_is_wrong or not frame.matched
                elif frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in _WANTED:
                    self._take(frame.name, {one.name: one.value for one in frame.fields})
        except Exception:  # noqa: BLE001 - of damaged bytes the decoder may raise anything
            self.trouble = True

    def _take(self, name: str, values: Mapping[str, Any]) -> None:
        match name:
            case "record":
                self._add(_point(values))
            case "session":
                self.sessions.append(values)
            case "sport":
                self.sport = self.sport or str(values.get("sport") or "")
            case "activity":
                seen, utc = _number(values, "local_timestamp"), _number(values, "timestamp")
                self.offset_s = None if seen is None or utc is None else round(seen - utc)
            case _:
                self.kind = self.kind or str(values.get("type") or "")

    def _add(self, point: Point) -> None:
        """Add a point, unless it is out of all proportion: damage looks like any number."""
        before = self.track.stretches[-1][-1:]
        if not before or _can_follow(before[0], point):
            self.track.add(point)


def _can_follow(before: Point, point: Point) -> bool:
    if before.at_s is None or point.at_s is None:
        return True
    apart_s = abs(point.at_s - before.at_s)
    further_m = (point.distance_m or 0.0) - (before.distance_m or 0.0)
    return apart_s < _LONGEST_BREAK_S and further_m < _FASTEST * (apart_s + 60)


def _frames(data: bytes) -> Iterator[Any]:
    """Decode without looking at units and dates of each field, which would take half the time."""
    reader = cast("Any", fitdecode.FitReader)(
        BytesIO(data),
        processor=None,
        check_crc=fitdecode.CrcCheck.READONLY,
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
    """Make a run of the points alone: what sums it up comes last, and is what a cut takes away."""
    track = log.track
    first_s, last_s = track.span or (0.0, 0.0)
    _refuse_unset_clock(first_s)
    activity = activity_of(log.sport) or likely_activity(track.distance_m, last_s - first_s)
    on_foot = activity in {Activity.RUN, Activity.WALK}
    return Run(
        manner.zone.at(first_s, log.offset_s),
        last_s - first_s,
        track.distance_m,
        activity,
        climb_m=track.climb_m,
        cadence_spm=steps_a_minute(track.cadence) if on_foot else None,
    )


def _from_session(session: Mapping[str, Any], log: _Log, manner: Manner) -> Run:
    is_only = len(log.sessions) == 1
    start = _number(session, "start_time")
    start_s = (log.track.span or (None,))[0] if start is None else start + EPOCH_S
    if start_s is None:
        raise UnreadableError(tr("it does not say when it began"))
    _refuse_unset_clock(start_s)
    elapsed_s = _number(session, "total_elapsed_time")
    duration_s = _number(session, "total_timer_time") or elapsed_s
    distance_m, climb_m = _number(session, "total_distance"), _number(session, "total_ascent")
    if is_only:
        distance_m = log.track.distance_m if distance_m is None else distance_m
        climb_m = log.track.climb_m if climb_m is None else climb_m
    activity = (
        activity_of(str(session.get("sport") or ""))
        or activity_of(log.sport)
        or likely_activity(distance_m, duration_s)
    )
    cadence = _cadence(session) or (log.track.cadence if is_only else None)
    on_foot = activity in {Activity.RUN, Activity.WALK}
    return Run(
        manner.zone.at(start_s, log.offset_s),
        duration_s,
        distance_m,
        activity,
        elapsed_s=elapsed_s,
        climb_m=climb_m,
        cadence_spm=steps_a_minute(cadence) if on_foot else None,
    )


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
