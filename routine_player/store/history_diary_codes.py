"""The small whole numbers that stand for words about runs and pain; none changes its meaning."""

from routine_player.core.pain import Course, RatingMoment, Spread
from routine_player.core.run import Activity, RunKind, SourceKind, Surface
from routine_player.store.history_codes import A_RUN, Codes

ACTIVITIES = Codes(
    {
        Activity.RUN: A_RUN,
        Activity.WALK: 2,
        Activity.BIKE: 3,
        Activity.SWIM: 4,
        Activity.OTHER: 5,
    }
)

RUN_KINDS = Codes(
    {
        RunKind.EASY: 1,
        RunKind.LONG: 2,
        RunKind.TEMPO: 3,
        RunKind.INTERVALS: 4,
        RunKind.HILLS: 5,
        RunKind.TREADMILL: 6,
        RunKind.WALK_RUN: 7,
    }
)

SURFACES = Codes(
    {
        Surface.ROAD: 1,
        Surface.TRAIL: 2,
        Surface.GRASS: 3,
        Surface.TRACK: 4,
        Surface.TREADMILL: 5,
        Surface.OTHER: 6,
    }
)

SOURCES = Codes(
    {
        SourceKind.TYPED: 1,
        SourceKind.FIT: 2,
        SourceKind.GPX: 3,
        SourceKind.TCX: 4,
        SourceKind.STRAVA: 5,
        SourceKind.GARMIN: 6,
    }
)

# The first three are those of a session, in history_codes.
RATING_MOMENTS = Codes(
    {
        RatingMoment.BEFORE_SESSION: 1,
        RatingMoment.IN_SESSION: 2,
        RatingMoment.AFTER_SESSION: 3,
        RatingMoment.WORST_IN_RUN: 4,
        RatingMoment.AFTER_RUN: 5,
        RatingMoment.NEXT_MORNING: 6,
        RatingMoment.ALONE: 7,
    }
)

COURSES = Codes({Course.EASED: 1, Course.SAME: 2, Course.WORSE: 3, Course.CAME_AND_WENT: 4})

SPREADS = Codes(
    {
        Spread.NONE: 1,
        Spread.ACROSS_BACK: 2,
        Spread.LEFT_LEG: 3,
        Spread.RIGHT_LEG: 4,
        Spread.BOTH_LEGS: 5,
        Spread.ELSEWHERE: 6,
    }
)
