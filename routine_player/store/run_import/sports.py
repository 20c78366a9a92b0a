"""What programs call running, walking, riding and swimming, and on what, in some languages."""

import re
from typing import Final

from routine_player.core.language import tr
from routine_player.core.run import Activity, Surface

_WORDS: Final = {
    Activity.RUN: (
        "run running laufen lauf laufsport traillauf jogging jog carrera correr corsa corrida "
        "hardlopen hardloop hardlooptraining löpning löptur löpe løb løbetur løping juoksu bieg "
        "bieganie běh běhání koşu parkrun trailrunning laufbandtraining baanhardlopen "
        "indoor_track 9 ランニング ラン 跑步 달리기"
    ),
    Activity.WALK: (
        "walk walking hike hiking gehen spaziergang wandern wanderung marche randonnée caminata "
        "caminar senderismo camminata escursione caminhada wandelen wandeling 10 4"
    ),
    Activity.BIKE: (
        "bike biking cycling ride ebikeride e_bike_ride virtual_ride virtualride radfahren fahrrad "
        "radfahrt vélo cyclisme cycliste rennrad ciclismo bicicleta pedalada fietsen fietsrit "
        "road_biking mountain_biking indoor_cycling gravel_ride 1"
    ),
    Activity.SWIM: (
        "swim swimming schwimmen natation natación nuoto natação zwemmen pool_swim lap_swimming "
        "open_water_swimming open_water 16"
    ),
}

_BY_WORD: Final = {word: activity for activity, words in _WORDS.items() for word in words.split()}

_PLACES_AND_RACES: Final = (
    "treadmill trail course race marathon halbmarathon laufband loopband piste esteira"
)
"""Words that mean running where no other word says what it is."""

_SURFACES: Final = {
    # What is virtual is run in a room, and there is no other way to.
    Surface.TREADMILL: (
        "treadmill laufband laufbandtraining loopband löpband løbebånd tredemølle juoksumatto "
        "tapis cinta esteira bieżnia virtual virtuell virtueller virtuel virtuelle virtuale"
    ),
    Surface.TRAIL: "trail trailrun trailrunning traillauf trailrunde trilha sentier sendero",
    Surface.TRACK: "track piste pista bahn bahnlauf baanhardlopen",
    Surface.ROAD: "street road straße straßenlauf",
}

_SURFACE_BY_WORD: Final = {
    word: surface for surface, words in _SURFACES.items() for word in words.casefold().split()
}

_ENDS_OF_RUNNING: Final = ("lauf", "laufen", "running", "lopen")
_NO_RUNNING: Final = ("lang", "ski", "eis", "schlitt", "roll", "inline", "orient")

_UNSAID: Final = {"", "generic", "other", "uncategorized", "unknown", "0", "all", "workout"}


def activity_of(word: str) -> Activity | None:
    """Give the activity that a program calls so; None where it does not say.

    What stands first decides where it is more than one word: "Running / Trail". A sport that is
    none of ours is OTHER.
    """
    parts = _parts(word)
    if word.strip().casefold() in _UNSAID:
        return None
    joined = "_".join(parts)
    if joined in _BY_WORD:
        return _BY_WORD[joined]
    for part in parts:
        if part in _BY_WORD:
            return _BY_WORD[part]
    if any(part in _PLACES_AND_RACES.split() or _is_running(part) for part in parts):
        return Activity.RUN
    return Activity.OTHER


def surface_of(activity: Activity, *words: str) -> Surface | None:
    """Give what was run or walked on, where a program's words for it say so."""
    if not is_on_foot(activity):
        return None
    parts = (part for word in words for part in _parts(word))
    return next((_SURFACE_BY_WORD[part] for part in parts if part in _SURFACE_BY_WORD), None)


def is_on_foot(activity: Activity) -> bool:
    """Tell whether there are steps to be counted in it."""
    return activity in {Activity.RUN, Activity.WALK}


def _parts(word: str) -> list[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word)  # VirtualRide
    return [part for part in re.split(r"[\W_]+", apart.casefold()) if part]


def _is_running(word: str) -> bool:
    """Tell words that are put together, as Straßenlauf, from those of skis and skates."""
    return word.endswith(_ENDS_OF_RUNNING) and not any(part in word for part in _NO_RUNNING)


def likely_activity(distance_m: float | None, duration_s: float | None) -> Activity:
    """Guess what nobody said from how fast it was; what has no speed is taken for a run."""
    if not distance_m or not duration_s:
        return Activity.RUN
    speed = distance_m / duration_s
    if speed < _SLOWEST_RUN:
        return Activity.WALK
    return Activity.RUN if speed <= _FASTEST_RUN else Activity.BIKE


_SLOWEST_RUN: Final = 1.6  # metres a second; ten minutes and a half a kilometre
_FASTEST_RUN: Final = 6.5


def activity_words(activity: Activity) -> str:
    """Say what something is that is not wanted."""
    words = {
        Activity.RUN: tr("a run"),
        Activity.WALK: tr("a walk"),
        Activity.BIKE: tr("a ride"),
        Activity.SWIM: tr("a swim"),
        Activity.OTHER: tr("another sport"),
    }
    return words[activity]
