"""Files as a bad disk, a bad tool or a bad day may leave them: the short form of `dev soak`."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from routine_player.dev.damage import DAMAGES, Found, damage_once, make_sound
from routine_player.store.paths import Places

_TRIALS = 9


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Places:
    places = Places(tmp_path_factory.mktemp("sound"))
    make_sound(places)
    return places


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[Path]:
    return iter(tmp_path / str(number) for number in range(_TRIALS))


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_history_opens_says_so_and_is_given_back(
    sound: Places, homes: Iterator[Path], kind: str
):
    trials = [
        damage_once(sound, home, kind, random.Random(seed)) for seed, home in enumerate(homes)
    ]
    assert [trial.wrong for trial in trials] == [()] * _TRIALS


@pytest.mark.parametrize("kind", ["emptied", "another file"])
def test_a_history_that_is_all_gone_is_always_noticed_when_it_is_opened(
    sound: Places, homes: Iterator[Path], kind: str
):
    trials = [
        damage_once(sound, home, kind, random.Random(seed)) for seed, home in enumerate(homes)
    ]
    assert {trial.found for trial in trials} == {Found.OPENING}
