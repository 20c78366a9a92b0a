"""The words for sides, positions and times: one home for screen, terminal and voice."""

from routine_player.core.choices import Position, Side, When
from routine_player.core.language import tr

_MINUTE_S = 60
_HOUR_S = 3600
_LONGEST_IN_SECONDS_S = 90
_MOST_POSITIONS = 6


def clock_time(seconds: float) -> str:
    """Give `seconds` as `12:05`, or `1:02:05` from an hour on; rounded up, as countdowns are."""
    whole = max(0, -int(-seconds // 1))
    hours, rest = divmod(whole, _HOUR_S)
    minutes, left = divmod(rest, _MINUTE_S)
    if hours:
        return f"{hours}:{minutes:02}:{left:02}"
    return f"{minutes}:{left:02}"


def rough_minutes(seconds: float) -> str:
    """Give a total as `14 min`, or `45 s` under a minute."""
    if seconds < _MINUTE_S:
        return tr("{seconds} s", seconds=round(seconds))
    return tr("{minutes} min", minutes=round(seconds / _MINUTE_S))


def short_time(seconds: float) -> str:
    """Give a duration as a person writes it: `30 s`, `2 min`, `2:30 min`."""
    if seconds <= _LONGEST_IN_SECONDS_S:
        return tr("{seconds:g} s", seconds=seconds)
    minutes, left = divmod(seconds, _MINUTE_S)
    if not left:
        return tr("{minutes:g} min", minutes=minutes)
    return tr("{time} min", time=clock_time(seconds))


def side_words(side: Side) -> str:
    """Name a side as a chip: `Left side`."""
    return tr("Left side") if side is Side.LEFT else tr("Right side")


def switch_words(side: Side) -> str:
    """Tell which side comes now."""
    return tr("Switch to the left side") if side is Side.LEFT else tr("Switch to the right side")


_POSITIONS = {
    Position.STANDING: "Standing",
    Position.WALKING: "Walking",
    Position.RUNNING: "Running",
    Position.KNEELING: "Kneeling",
    Position.HALF_KNEELING: "Half kneeling",
    Position.QUADRUPED: "On all fours",
    Position.SUPINE: "On your back",
    Position.PRONE: "Face down",
    Position.SIDE_LYING: "On your side",
    Position.SEATED: "Seated",
    Position.BENCH: "On the bench",
}


def position_words(position: Position) -> str:
    """Name a position as a heading: `On your back`."""
    return tr(_POSITIONS[position])


def next_position_words(position: Position) -> str:
    """Announce a position that comes: `Next on your back`."""
    words = position_words(position)
    return tr("Next {position}", position=_lowered(words))


def positions_words(positions: tuple[str, ...]) -> str:
    """Say positions in their order: `Standing, then on your back`; many that alternate in short."""
    if len(positions) <= _MOST_POSITIONS:
        later = [tr("then {position}", position=_lowered(one)) for one in positions[1:]]
        return ", ".join([*positions[:1], *later])
    first, *others = dict.fromkeys(positions)
    names = tr(" and ").join([first, *(_lowered(one) for one in others)])
    return tr("{positions} in turn", positions=names)


def when_words(when: When) -> str:
    """Say what a routine is for."""
    return tr(_WHEN[when])


_WHEN = {When.BEFORE_RUN: "Before run", When.AFTER_RUN: "After run", When.ANY: "Any time"}


def equipment_words(equipment: tuple[str, ...]) -> str:
    """List what is needed, or say that nothing is."""
    return ", ".join(equipment) if equipment else tr("no equipment")


def spoken_time(seconds: float) -> str:
    """Say a duration aloud: `30 seconds`, `1 minute`, `2 minutes 30 seconds`."""
    minutes, left = divmod(seconds, _MINUTE_S)
    if seconds < _MINUTE_S or (left and seconds <= _LONGEST_IN_SECONDS_S):
        return number_words(seconds, tr("second"), tr("seconds"))
    words = [number_words(minutes, tr("minute"), tr("minutes"))]
    if left:
        words.append(number_words(left, tr("second"), tr("seconds")))
    return " ".join(words)


def spoken_side(side: Side) -> str:
    """Name a side in the middle of a sentence: `left side`."""
    return tr("left side") if side is Side.LEFT else tr("right side")


def number_words(number: float, one: str, many: str) -> str:
    """Say a number of something: `1 step`, `3 steps`."""
    return f"{number:g} {one if number == 1 else many}"


def _lowered(words: str) -> str:
    """Put words into the middle of a sentence."""
    return words[0].lower() + words[1:]
