"""What a value out of a JSON file may be: each check gives the value, or says what it expected."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, cast

from routine_player.core.language import tr


class NotAllowedError(ValueError):
    """A value is not one of those allowed; the text says what was expected."""


Allowed = Callable[[Any], object]
"""Gives the value as the program wants it; NotAllowedError otherwise."""


def yes_or_no(value: Any) -> bool:
    """Allow true and false."""
    if isinstance(value, bool):
        return value
    raise NotAllowedError(tr("true or false"))


def one_of(words: type[StrEnum]) -> Allowed:
    """Allow the words of an enumeration."""

    def check(value: Any) -> StrEnum:
        for word in words:
            if value == word.value:
                return word
        raise NotAllowedError(tr("one of {words}", words=", ".join(words)))

    return check


def whole_between(least: int, most: int) -> Allowed:
    """Allow whole numbers, both ends too."""

    def check(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise NotAllowedError(
            tr("a whole number from {least} to {most}", least=least, most=most),
        )

    return check


def decimal_between(least: float, most: float) -> Allowed:
    """Allow numbers, both ends too."""

    def check(value: Any) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and least <= value <= most:
            return float(value)
        raise NotAllowedError(tr("a number from {least} to {most}", least=least, most=most))

    return check


def text_up_to(longest: int) -> Allowed:
    """Allow text of at most `longest` characters that can be written to a file."""

    def check(value: Any) -> str:
        if isinstance(value, str) and len(value) <= longest and _is_plain(value):
            return value
        raise NotAllowedError(tr("text of at most {longest} characters", longest=longest))

    return check


def texts_up_to(most: int, longest: int) -> Allowed:
    """Allow a list of at most `most` texts, each of at most `longest` characters."""
    check_one = text_up_to(longest)

    def check(value: Any) -> tuple[object, ...]:
        if not isinstance(value, list) or len(cast("list[Any]", value)) > most:
            raise NotAllowedError(tr("a list of at most {most} texts", most=most))
        return tuple(check_one(item) for item in cast("list[Any]", value))

    return check


def _is_plain(text: str) -> bool:
    """Whether `text` has neither half a surrogate pair, which UTF-8 cannot hold, nor a NUL."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
