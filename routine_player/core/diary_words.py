"""What a person says of runs and of pain, in the words of the page it is said on."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from routine_player.core.language import tr
from routine_player.core.pain import Course, Quality, RatingMoment, Spread
from routine_player.core.run import Activity, FormFocus, Run, RunKind, Surface
from routine_player.core.typed import distance_words
from routine_player.core.wording import clock_time

Choosable = Activity | RunKind | Surface | FormFocus | Course | Quality | Spread | RatingMoment

_WORDS: Mapping[type[Enum], Mapping[Any, str]] = {
    Activity: {
        Activity.RUN: "Run",
        Activity.WALK: "Walk",
        Activity.BIKE: "Ride",
        Activity.SWIM: "Swim",
        Activity.OTHER: "Other sport",
    },
    RunKind: {
        RunKind.EASY: "Easy",
        RunKind.LONG: "Long",
        RunKind.TEMPO: "Tempo",
        RunKind.INTERVALS: "Intervals",
        RunKind.HILLS: "Hills",
        RunKind.TREADMILL: "Treadmill",
        RunKind.WALK_RUN: "Walk and run",
    },
    Surface: {
        Surface.ROAD: "road",
        Surface.TRAIL: "trail",
        Surface.GRASS: "grass",
        Surface.TRACK: "track",
        Surface.TREADMILL: "treadmill",
        Surface.OTHER: "something else",
    },
    FormFocus: {
        FormFocus.GAZE: "gaze ahead",
        FormFocus.RUN_TALL: "run tall",
        FormFocus.SHORTER_STRIDE: "shorter stride",
        FormFocus.CADENCE: "cadence",
        FormFocus.LANDING: "landing",
    },
    Course: {
        Course.EASED: "eased",
        Course.SAME: "stayed the same",
        Course.WORSE: "got worse",
        Course.CAME_AND_WENT: "came and went",
    },
    Quality: {
        Quality.TIRED: "tired",
        Quality.TIGHT: "tight",
        Quality.DULL: "dull",
        Quality.SHARP: "sharp",
        Quality.BURNING: "burning",
        Quality.DEEP: "deep, not the muscle",
    },
    Spread: {
        Spread.NONE: "stayed where it was",
        Spread.ACROSS_BACK: "across the back",
        Spread.LEFT_LEG: "left leg",
        Spread.RIGHT_LEG: "right leg",
        Spread.BOTH_LEGS: "both legs",
        Spread.ELSEWHERE: "elsewhere",
    },
    RatingMoment: {
        RatingMoment.BEFORE_SESSION: "Before a session",
        RatingMoment.IN_SESSION: "In a session",
        RatingMoment.AFTER_SESSION: "After a session",
        RatingMoment.WORST_IN_RUN: "Worst in the run",
        RatingMoment.AFTER_RUN: "After the run",
        RatingMoment.NEXT_MORNING: "Next morning",
        RatingMoment.ALONE: "Pain",
    },
}
# By kind: words of different kinds that are spelled alike are one key to a dictionary.


def said(chosen: Choosable) -> str:
    """Say what was chosen."""
    return tr(_WORDS[type(chosen)][chosen])


def run_title(run: Run) -> str:
    """Name a run by what was done: `Easy run`, `Ride`, `Walk and run`."""
    if run.activity is not Activity.RUN or run.kind is None:
        return said(run.activity)
    if run.kind is RunKind.WALK_RUN:
        return said(run.kind)
    return tr("{kind} run", kind=said(run.kind))


def covered_words(run: Run, *, in_miles: bool) -> str:
    """Say what was covered: `5.1 km · 31:40`, or nothing where nobody said."""
    parts: list[str] = []
    if run.distance_m is not None:
        parts.append(distance_words(run.distance_m, in_miles=in_miles))
    if run.duration_s is not None:
        parts.append(clock_time(run.duration_s))
    return " · ".join(parts)


def onset_words(onset_min: float, run: Run | None) -> str:
    """Say when pain began in a run: with the first steps, after some minutes, or afterwards."""
    if onset_min <= 0:
        return tr("from the first steps")
    length_s = None if run is None else run.duration_s
    if length_s is not None and onset_min * 60 >= length_s:
        return tr("after the run")
    return tr("after {minutes:g} min", minutes=onset_min)
