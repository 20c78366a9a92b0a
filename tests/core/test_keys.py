import pytest

from routine_player.core.keys import PLAYER_KEYS, Wish, asked_for, score_of
from routine_player.core.transitions import Command


def test_space_means_the_one_thing_that_is_allowed():
    assert asked_for("space", lambda command: command is Command.PAUSE) is Command.PAUSE
    assert asked_for("space", lambda command: command is Command.RESUME) is Command.RESUME
    assert asked_for("space", lambda command: command is Command.START) is Command.START


def test_a_key_that_nothing_allows_asks_for_nothing():
    assert asked_for("enter", lambda command: False) is None


def test_a_key_that_is_not_in_the_table_asks_for_nothing():
    assert asked_for("q", lambda command: True) is None


def test_keys_that_are_not_the_sessions_business_always_ask():
    assert asked_for("m", lambda command: False) is Wish.MUTE


def test_no_key_is_in_the_table_twice():
    names = [key.name for key in PLAYER_KEYS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("key", "score"), [("0", 0), ("9", 9), ("x", 10)])
def test_a_score_is_one_key(key, score):
    assert score_of(key) == score


@pytest.mark.parametrize("key", ["", "a", "10", "²", "٣", "space"])
def test_other_keys_are_no_score(key):
    assert score_of(key) is None
