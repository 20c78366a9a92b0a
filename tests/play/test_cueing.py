from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from routine_player.core.cues import Sound
from routine_player.core.phrases import Phrase, VoiceLevel
from routine_player.core.session import Command, Session
from routine_player.play.cueing import AHEAD_S, CueFeed, CueWishes
from routine_player.play.driver import Driver

Heard = tuple[Any, float]


@dataclass
class Outs:
    """Plays nothing: keeps what would be heard, as what plays it would, in seconds of the test.

    `handed_at` notes when each cue was handed over, `calls` what else was asked for.
    """

    clock: Any
    cues: list[Heard] = field(default_factory=list)
    words: list[tuple[str, float, float | None]] = field(default_factory=list)
    handed_at: list[Heard] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.zero = self.clock.monotonic()

    def cue(self, sound: Sound, due: float) -> None:
        self.cues.append((sound, round(due - self.zero, 6)))
        self.handed_at.append((sound, self.clock.monotonic() - self.zero))

    def say(self, phrases: Sequence[Phrase]) -> None:
        for one in phrases:
            ends_by = None if one.ends_by is None else round(one.ends_by - self.zero, 6)
            self.words.append((one.text.split(",")[0], round(one.at - self.zero, 6), ends_by))

    def cancel_after(self, moment: float) -> None:
        since = round(moment - self.zero, 6)
        self.cues = [cue for cue in self.cues if cue[1] <= since]
        self.words = [words for words in self.words if words[1] <= since]

    def stop_countdown(self) -> None:
        self.calls.append("stop countdown")

    def hush(self) -> None:
        self.calls.append("hush")


@pytest.fixture
def outs(clock: Any) -> Outs:
    return Outs(clock)


@pytest.fixture
def drive(clock: Any, make_timeline: Any, outs: Outs) -> Callable[..., Driver]:
    def make(*holds_s: float | None, speed: float = 1.0, **wishes: Any) -> Driver:
        chosen = CueWishes(**wishes)
        driver = Driver(
            Session(make_timeline(*holds_s)),
            clock,
            speed=speed,
            cueing=lambda session, time: CueFeed(session, time, outs, outs, chosen),
        )
        driver.command(Command.START)
        return driver

    return make


def play(driver: Driver, clock: Any, seconds: float) -> None:
    """Let wall time pass in ticks of the driver's choice."""
    until = clock.monotonic() + seconds
    while (left_s := until - clock.monotonic()) > 1e-9:
        wait_s = driver.wake_in_s()
        clock.pass_s(min(left_s, 1.0 if wait_s is None else max(wait_s, 1e-3)))
        driver.tick()


def test_every_cue_of_a_session_is_handed_over_once_for_its_own_time(
    drive: Any, clock: Any, outs: Outs
) -> None:
    driver = drive(30.0, 20.0, voice=VoiceLevel.OFF)
    play(driver, clock, 62.0)
    assert outs.cues == [
        (Sound.PREPARE, 0.0),
        (Sound.COUNTDOWN_GO, 2.0),
        (Sound.HALFWAY, 20.0),
        (Sound.COUNTDOWN, 32.0),
        (Sound.PREPARE, 35.0),
        (Sound.COUNTDOWN_GO, 37.0),
        (Sound.HALFWAY, 50.0),
        (Sound.COUNTDOWN, 57.0),
        (Sound.SESSION_DONE, 60.0),
    ]
    assert outs.calls == ["hush"]  # by the start itself
    assert outs.words == []


def test_cues_are_handed_over_well_ahead_of_their_time(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0, 20.0)
    play(driver, clock, 62.0)
    ahead = [due - handed for (_, due), (_, handed) in zip(outs.cues, outs.handed_at, strict=True)]
    assert min(ahead[1:]) >= AHEAD_S - 0.25
    assert max(ahead) <= 2.0


def test_a_long_latency_has_cues_handed_over_earlier(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0, latency_s=1.0)
    play(driver, clock, 40.0)
    ahead = [due - handed for (_, due), (_, handed) in zip(outs.cues, outs.handed_at, strict=True)]
    assert min(ahead[1:]) >= AHEAD_S + 1.0 - 0.25


def test_words_come_with_the_time_by_which_they_end(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 40.0)
    assert outs.words == [
        ("Exercise 1", 0.0, 2.0),
        ("Halfway", 20.0, 25.0),
        ("Ten seconds", 25.0, 32.0),
        ("All done.", 35.0, None),
    ]


def test_ticks_that_fall_late_lose_no_cue(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0, voice=VoiceLevel.OFF)
    for _ in range(13):
        clock.pass_s(3.0)
        driver.tick()
    assert [due for _, due in outs.cues] == [0.0, 2.0, 20.0, 32.0, 35.0]


def test_a_pause_takes_back_what_was_foreseen(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 1.5)
    assert (Sound.COUNTDOWN_GO, 2.0) in outs.cues
    driver.command(Command.PAUSE)
    assert outs.cues == [(Sound.PREPARE, 0.0), (Sound.PAUSE, 1.5)]
    play(driver, clock, 60.0)
    assert outs.cues[-1] == (Sound.PAUSE, 1.5)
    assert outs.calls[-2:] == ["stop countdown", "hush"]


def test_what_was_taken_back_comes_at_its_new_time(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 1.0)
    driver.command(Command.PAUSE)
    play(driver, clock, 10.0)
    driver.command(Command.RESUME)
    play(driver, clock, 8.0)
    assert outs.cues[-3:] == [
        (Sound.PAUSE, 1.0),
        (Sound.COUNTDOWN, 11.0),
        (Sound.COUNTDOWN_GO, 15.0),
    ]


def test_more_time_stops_a_countdown_but_not_what_is_being_said(
    drive: Any, clock: Any, outs: Outs
) -> None:
    driver = drive(30.0)
    play(driver, clock, 33.0)
    outs.calls.clear()
    driver.command(Command.EXTEND)
    assert outs.calls == ["stop countdown"]
    play(driver, clock, 9.0)
    assert outs.cues[-1] == (Sound.COUNTDOWN, 42.0)


def test_skipping_hushes_and_names_what_comes_up(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0, 20.0)
    play(driver, clock, 10.0)
    outs.calls.clear()
    driver.command(Command.SKIP)
    assert outs.calls == ["hush"]
    assert outs.cues[-1] == (Sound.PREPARE, 10.0)
    assert outs.words[-1] == ("Exercise 2", 10.0, 12.0)


def test_a_command_that_came_too_late_takes_nothing_away(
    drive: Any, clock: Any, outs: Outs
) -> None:
    driver = drive(30.0, 20.0)
    play(driver, clock, 34.9)
    clock.pass_s(0.2)
    driver.command(Command.SKIP)  # meant for the hold, which ended before it
    play(driver, clock, 3.0)
    assert [cue for cue in outs.cues if cue[1] > 30.0] == [
        (Sound.COUNTDOWN, 32.0),
        (Sound.PREPARE, 35.0),
        (Sound.COUNTDOWN_GO, 37.0),
    ]


def test_after_a_sleep_one_sound_tells_that_it_stopped(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 19.5)
    assert (Sound.HALFWAY, 20.0) in outs.cues
    clock.pass_s(60.0)
    driver.tick()
    assert outs.cues[-1] == (Sound.PAUSE, 79.5)
    assert (Sound.HALFWAY, 20.0) not in outs.cues


def test_sounds_and_ticks_can_be_unwanted(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0, sounds=False)
    play(driver, clock, 40.0)
    assert outs.cues == []
    assert len(outs.words) == 4


def test_wishes_count_from_the_next_cue_on(clock: Any, make_timeline: Any, outs: Outs) -> None:
    feeds: list[CueFeed] = []

    def cueing(session: Any, time: Any) -> CueFeed:
        feeds.append(CueFeed(session, time, outs, outs, CueWishes()))
        return feeds[0]

    driver = Driver(Session(make_timeline(30.0)), clock, cueing=cueing)
    driver.command(Command.START)
    feeds[0].wishes = CueWishes(sounds=False, voice=VoiceLevel.OFF)
    play(driver, clock, 40.0)
    assert outs.cues == [(Sound.PREPARE, 0.0)]


def test_faster_than_life_only_the_go_of_a_countdown_is_kept(
    drive: Any, clock: Any, outs: Outs
) -> None:
    driver = drive(30.0, 20.0, speed=2.0, voice=VoiceLevel.OFF)
    play(driver, clock, 31.0)
    assert outs.cues == [
        (Sound.PREPARE, 0.0),
        (Sound.GO, 2.5),
        (Sound.HALFWAY, 10.0),
        (Sound.PREPARE, 17.5),
        (Sound.GO, 20.0),
        (Sound.HALFWAY, 25.0),
        (Sound.SESSION_DONE, 30.0),
    ]


def test_saying_it_again_replaces_what_is_being_said(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 10.0)
    outs.calls.clear()
    driver.say_again()
    assert outs.calls == ["hush"]
    assert outs.words[-1] == ("Exercise 1", 10.0, 32.0)


def test_saying_it_again_in_a_pause_has_all_the_time(drive: Any, clock: Any, outs: Outs) -> None:
    driver = drive(30.0)
    play(driver, clock, 10.0)
    driver.command(Command.PAUSE)
    driver.say_again()
    assert outs.words[-1] == ("Exercise 1", 10.0, None)


@pytest.mark.parametrize(("speed", "ticks"), [(1.0, 5), (2.0, 5), (3.0, 0)])
def test_reps_tick_unless_they_are_played_too_fast(
    clock: Any, make_reps: Any, outs: Outs, speed: float, ticks: int
) -> None:
    driver = Driver(
        Session(make_reps(2)),
        clock,
        speed=speed,
        cueing=lambda session, time: CueFeed(
            session, time, outs, outs, CueWishes(voice=VoiceLevel.OFF)
        ),
    )
    driver.command(Command.START)
    play(driver, clock, 20.0)
    names = [sound for sound, _ in outs.cues]
    assert sum(sound.startswith("rep-") for sound in names) == ticks
