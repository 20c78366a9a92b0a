"""What scalars mean: durations, tempos and counts, read from the text that was typed."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from routine_player.core.language import tr
from routine_player.core.limits import MAX_DURATION_S
from routine_player.core.routine import Tempo

_SHOWN = 40  # characters of a value that a message repeats
_LONGEST_WORD = 60  # nobody means a key or a slug by a longer word
_LONGEST_TEMPO_PART_S = 60.0

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,3})?"
_IN_UNITS = re.compile(
    rf"(?=[0-9])(?:(?P<h>[0-9]{{1,6}})h)?(?:(?P<m>[0-9]{{1,6}})m)?(?:(?P<s>{_NUMBER})s)?"
)
_PLAIN = re.compile(_NUMBER)
_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,3}):(?=[0-9]{2}:))?(?P<m>[0-9]{1,3}):(?P<s>[0-9]{2})")
_SIXTY = 60
_TEMPO = re.compile(rf"({_NUMBER})-({_NUMBER})-({_NUMBER})")
_WHOLE = re.compile(r"[0-9]{1,9}")
_UNIT_WORDS = (
    (re.compile("hours?|hrs?"), "h"),
    (re.compile("minutes?|mins?"), "m"),
    (re.compile("seconds?|secs?"), "s"),
)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class NotUnderstoodError(Exception):
    """A value is not what was expected; the text says what was, the suggestion what was meant."""

    def __init__(self, text: str, suggestion: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.suggestion = suggestion


def shown(text: str) -> str:
    """Give a value for a message: one line, not long, nothing that moves the cursor."""
    line = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"


def near(word: str, words: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Find the one of `words` that was most likely meant."""
    if len(word) > _LONGEST_WORD:
        return None
    folded = {known.casefold(): known for known in words}
    guess = word.strip().casefold().replace("_", "-").replace(" ", "-")
    found = get_close_matches(guess, folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


@lru_cache(maxsize=1024)
def duration_s(text: str) -> float:
    """Read `30`, `30s`, `2m`, `1m30s`, `1h`, `1:30` (m:ss) or `1:00:00` (h:mm:ss) as seconds.

    Raises NotUnderstoodError, beyond 4 h too.
    """
    if _PLAIN.fullmatch(text):
        return _at_most_longest(float(text))
    match = _IN_UNITS.fullmatch(text) or _CLOCK.fullmatch(text)
    if match is None:
        raise NotUnderstoodError(
            tr(
                "expected a duration such as `30s`, `2m`, `1m30s` or `1:30`, not `{text}`",
                text=shown(text),
            ),
            _duration_meant(text),
        )
    hours, minutes, seconds = match.group("h", "m", "s")
    # One of the two numbers is a slip, and nobody can tell which.
    if hours and minutes and int(minutes) >= _SIXTY:
        raise NotUnderstoodError(
            tr("expected at most 59 minutes after hours, not `{text}`", text=text)
        )
    if (hours or minutes) and seconds and float(seconds) >= _SIXTY:
        raise NotUnderstoodError(
            tr("expected at most 59 seconds after minutes, not `{text}`", text=text)
        )
    total_s = int(hours or 0) * 3600.0 + int(minutes or 0) * 60.0 + float(seconds or 0)
    return _at_most_longest(total_s)


def _at_most_longest(seconds: float) -> float:
    if seconds > MAX_DURATION_S:
        raise NotUnderstoodError(tr("a duration is at most 4 hours"))
    return seconds


def _duration_meant(text: str) -> str | None:
    """Guess at `30 sec`, `2 minutes` and `1M30S`."""
    if len(text) > _SHOWN:
        return None
    guess = "".join(text.casefold().split()).replace(",", ".")
    for words, unit in _UNIT_WORDS:
        guess = words.sub(unit, guess)
    fits = guess != text and (_IN_UNITS.fullmatch(guess) or _PLAIN.fullmatch(guess))
    return guess if fits else None


@lru_cache(maxsize=256)
def tempo(text: str) -> Tempo:
    """Read `2-1-2` as seconds up, held and down. Raises NotUnderstoodError."""
    match = _TEMPO.fullmatch(text)
    if match is None:
        raise NotUnderstoodError(
            tr(
                "expected a tempo of seconds up, held and down such as `2-1-2`, not `{text}`",
                text=shown(text),
            ),
            _tempo_meant(text),
        )
    up_s, hold_s, down_s = (float(part) for part in match.groups())
    if max(up_s, hold_s, down_s) > _LONGEST_TEMPO_PART_S:
        raise NotUnderstoodError(tr("each part of a tempo is at most 60 seconds"))
    if up_s + hold_s + down_s == 0:
        raise NotUnderstoodError(tr("a rep needs some time, so a tempo cannot be `0-0-0`"))
    return Tempo(up_s, hold_s, down_s)


def _tempo_meant(text: str) -> str | None:
    """Guess at `2 - 1 - 2`, `2/1/2` and dashes of other lengths."""
    guess = re.sub(r"[\s/:\u2010-\u2015\u2212-]+", "-", text.strip())
    return guess if guess != text and _TEMPO.fullmatch(guess) else None


@lru_cache(maxsize=1024)
def count(text: str, most: int) -> int:
    """Read a whole number from 1 to `most`. Raises NotUnderstoodError."""
    number = int(text) if _WHOLE.fullmatch(text) else 0
    if 1 <= number <= most:
        return number
    raise NotUnderstoodError(
        tr("expected a whole number from 1 to {most}, not `{text}`", most=most, text=shown(text))
    )


def flag(text: str) -> bool:
    """Read true, false, yes or no. Raises NotUnderstoodError."""
    known = {"true": True, "yes": True, "false": False, "no": False}
    if text in known:
        return known[text]
    raise NotUnderstoodError(
        tr("expected `true` or `false`, not `{text}`", text=shown(text)), near(text, known)
    )


def plain_text(text: str, limit: int, *, lines: bool) -> str:
    """Read text of 1 to `limit` characters without control characters.

    White space at its ends is dropped, such as the line end of a YAML block. `lines` allows line
    ends inside. Raises NotUnderstoodError.
    """
    plain = text.strip()
    if plain.isprintable() and 0 < len(plain) <= limit:  # nearly always, and fast
        return plain
    if not plain:
        raise NotUnderstoodError(tr("expected some text"))
    if len(plain) > limit:
        raise NotUnderstoodError(
            tr("too long: {count} characters, at most {limit}", count=len(plain), limit=limit)
        )
    bad = _CONTROLS.search(plain.replace("\n", "") if lines else plain)
    if bad is None:
        return plain
    if bad.group() == "\n":
        raise NotUnderstoodError(tr("expected one line of text"))
    code = f"{ord(bad.group()):04X}"
    raise NotUnderstoodError(tr("the control character U+{code} cannot stand in text", code=code))
