from pathlib import Path
from typing import Any

import pytest

from routine_player.play.backend import DEVICE_LATENCY_S
from routine_player.play.deck import Clip, Deck, Lane, SoundStatus

ALSA_S = DEVICE_LATENCY_S["alsa"]


class DeckRig:
    """A deck with what is needed to play on it."""

    def __init__(self, clock: Any, backend: Any) -> None:
        self.clock = clock
        self.backend = backend
        self.told: list[SoundStatus] = []
        self.deck = Deck(backend, clock, self.told.append)

    def add(self, name: str, in_s: float, lane: Lane = Lane.CUE, **more: Any) -> None:
        due = self.clock.monotonic() + in_s
        values = {"latest": due + 1.0, "moment": due} | more
        self.deck.add(Clip(Path(name), due, lane=lane, **values))

    def play(self, seconds: float) -> None:
        """Step whenever the deck wants to, as its thread does."""
        until = self.clock.monotonic() + seconds
        while True:
            wait_s = self.deck.step()
            if wait_s is None or self.clock.monotonic() + wait_s > until:
                self.clock.pass_s(max(0.0, until - self.clock.monotonic()))
                return
            self.clock.pass_s(wait_s)


@pytest.fixture
def rig(clock: Any, backend: Any) -> DeckRig:
    return DeckRig(clock, backend)


def test_a_sound_is_started_so_early_that_it_is_heard_when_due(rig: DeckRig) -> None:
    due = rig.clock.monotonic() + 0.5
    rig.add("go", 0.5)
    rig.play(1.0)
    heard_at = rig.backend.started[0].started_at + rig.backend.start_s + ALSA_S
    assert heard_at == pytest.approx(due, abs=1e-6)


def test_what_starting_takes_is_learned(rig: DeckRig) -> None:
    rig.backend.start_s = 0.060
    for number in range(12):
        rig.add(f"tick-{number}", 1.0)
        rig.play(2.0)
        rig.backend.started[-1].code = 0
    assert rig.deck.lead_s == pytest.approx(0.060 + ALSA_S)


def test_one_slow_start_does_not_move_the_others(rig: DeckRig) -> None:
    for number, start_s in enumerate([0.010, 0.010, 0.500, 0.010]):
        rig.backend.start_s = start_s
        rig.add(f"tick-{number}", 0.0)
        rig.play(2.0)
    assert rig.deck.lead_s == pytest.approx(0.010 + ALSA_S)


def test_a_latency_that_was_set_counts_instead_of_the_usual_one(rig: DeckRig) -> None:
    rig.deck.latency_s = 0.200
    rig.add("go", 0.5)
    due = rig.clock.monotonic() + 0.5
    rig.play(1.0)
    assert rig.backend.started[0].started_at == pytest.approx(due - 0.210)
    rig.deck.latency_s = None
    assert rig.deck.lead_s == pytest.approx(0.010 + ALSA_S)


def test_a_backend_that_nobody_measured_has_a_latency_too(clock: Any) -> None:
    class Unheard:
        name = "unheard-of"

    assert Deck(Unheard(), clock, print).lead_s > 0.010  # type: ignore[arg-type]


def test_a_sound_that_is_too_late_is_dropped(rig: DeckRig) -> None:
    rig.add("stale", -1.5)
    rig.add("late", -0.9)
    rig.play(0.1)
    assert rig.backend.names == ["late"]


def test_after_standing_still_only_the_last_sound_of_a_lane_is_heard(rig: DeckRig) -> None:
    for number in range(8):
        rig.add(f"tick-{number}", number * 0.1)
    rig.clock.pass_s(0.9)
    rig.play(0.1)
    assert rig.backend.names == ["tick-7"]


def test_the_later_sound_cuts_the_earlier_one_off(rig: DeckRig) -> None:
    rig.add("rest", 0.1)
    rig.add("go", 0.3)
    rig.play(0.6)
    first, second = rig.backend.started
    assert first.stopped
    assert not second.stopped


def test_a_voice_and_a_cue_are_heard_together(rig: DeckRig) -> None:
    rig.add("prepare", 0.1)
    rig.add("words", 0.1, Lane.VOICE)
    rig.play(0.5)
    assert rig.backend.names == ["prepare", "words"]
    assert not any(playing.stopped for playing in rig.backend.started)


def test_of_two_sounds_for_one_moment_the_later_wins(rig: DeckRig) -> None:
    rig.add("rep-up", 0.1)
    rig.add("halfway", 0.1)
    rig.play(0.5)
    assert rig.backend.names == ["halfway"]


def test_what_was_foreseen_for_later_is_forgotten(rig: DeckRig) -> None:
    now = rig.clock.monotonic()
    rig.add("go", 0.2)
    rig.add("second-sentence", 0.3, Lane.VOICE, moment=now - 1.0)
    rig.deck.cancel_after(now)
    rig.play(1.0)
    assert rig.backend.names == ["second-sentence"]


def test_what_was_started_early_for_later_is_cut_off(rig: DeckRig) -> None:
    rig.deck.latency_s = 0.5
    rig.add("go", 0.2)
    rig.deck.step()
    assert rig.backend.names == ["go"]
    rig.deck.cancel_after(rig.clock.monotonic())
    assert rig.backend.started[0].stopped


def test_what_plays_already_is_not_of_a_later_moment(rig: DeckRig) -> None:
    rig.add("rest", 0.0)
    rig.play(0.1)
    rig.deck.cancel_after(rig.clock.monotonic())
    assert not rig.backend.started[0].stopped


def test_only_a_countdown_stops_when_countdowns_stop(rig: DeckRig) -> None:
    rig.deck.stop_countdown()
    rig.add("go", 0.0)
    rig.play(0.05)
    rig.deck.stop_countdown()
    assert not rig.backend.started[0].stopped
    rig.add("countdown", 0.0, counts_down=True)
    rig.play(0.05)
    rig.deck.stop_countdown()
    assert rig.backend.started[1].stopped


def test_hushing_leaves_cues_alone(rig: DeckRig) -> None:
    rig.add("words", 0.0, Lane.VOICE)
    rig.add("more-words", 0.5, Lane.VOICE)
    rig.add("go", 0.5)
    rig.play(0.1)
    rig.deck.silence(Lane.VOICE)
    rig.play(1.0)
    assert rig.backend.names == ["words", "go"]
    assert rig.backend.started[0].stopped


def test_silence_falls_at_once_and_ends_without_a_burst(rig: DeckRig) -> None:
    rig.add("rest", 0.0)
    rig.play(0.05)
    rig.deck.fall_silent(silent=True)
    assert rig.backend.started[0].stopped
    rig.add("go", 0.1)
    rig.play(0.3)
    rig.deck.fall_silent(silent=False)
    rig.play(0.3)
    assert rig.backend.names == ["rest"]
    rig.add("halfway", 0.1)
    rig.play(0.3)
    assert rig.backend.names == ["rest", "halfway"]


def test_closing_cuts_everything_off(rig: DeckRig) -> None:
    rig.add("rest", 0.0)
    rig.add("words", 0.0, Lane.VOICE)
    rig.add("go", 0.5)
    rig.play(0.1)
    rig.deck.close()
    rig.play(1.0)
    assert len(rig.backend.started) == 2
    assert all(playing.stopped for playing in rig.backend.started)
    assert rig.deck.is_idle


def test_a_deck_is_idle_once_all_has_been_played(rig: DeckRig) -> None:
    assert rig.deck.is_idle
    assert rig.deck.step() is None
    rig.add("go", 0.0)
    assert not rig.deck.is_idle
    rig.play(0.1)
    assert not rig.deck.is_idle
    rig.backend.started[0].code = 0
    assert rig.deck.step() is None
    assert rig.deck.is_idle
    assert rig.told == [SoundStatus.WORKING]


def test_a_program_that_gives_up_tells_of_no_device_once(rig: DeckRig) -> None:
    rig.backend.code = 1
    for _ in range(3):
        rig.add("go", 0.0)
        rig.play(1.0)
    assert rig.told == [SoundStatus.NO_DEVICE]
    assert len(rig.backend.started) == 3


def test_a_device_that_is_plugged_in_again_is_heard_again(rig: DeckRig) -> None:
    for code in (1, 0):
        rig.backend.code = code
        rig.add("go", 0.0)
        rig.play(1.0)
    assert rig.told == [SoundStatus.NO_DEVICE, SoundStatus.WORKING]


def test_being_cut_off_says_nothing_about_the_device(rig: DeckRig) -> None:
    rig.add("rest", 0.0)
    rig.add("go", 0.1)
    rig.play(0.5)
    assert rig.backend.started[0].code == 1
    assert rig.told == []


def test_a_backend_that_breaks_is_tried_again_and_told_of_once(rig: DeckRig) -> None:
    rig.backend.broken = FileNotFoundError("aplay")
    for _ in range(2):
        rig.add("go", 0.0)
        rig.play(0.1)
    assert rig.told == [SoundStatus.NO_BACKEND]
    rig.backend.broken = None
    rig.backend.code = 0
    rig.add("go", 0.0)
    rig.play(1.0)
    assert rig.told == [SoundStatus.NO_BACKEND, SoundStatus.WORKING]


def test_without_a_backend_nothing_is_played_and_nothing_breaks(clock: Any) -> None:
    deck = Deck(None, clock, print)
    deck.add(Clip(Path("go"), clock.monotonic(), clock.monotonic() + 1, clock.monotonic()))
    assert deck.step() is None
    assert deck.is_idle


def where_sounds_do_not_mix(rig: DeckRig) -> None:
    """Let a cue fail while the voice speaks, as on a device that plays one sound at a time."""
    rig.add("words", 0.0, Lane.VOICE)
    rig.play(0.1)
    rig.backend.code = 1
    rig.add("go", 0.0)
    rig.play(0.2)
    rig.backend.code = None


def test_a_cue_that_fails_beside_a_voice_is_no_missing_device(rig: DeckRig) -> None:
    where_sounds_do_not_mix(rig)
    assert rig.told == []
    assert not rig.backend.started[0].stopped


def test_where_sounds_do_not_mix_a_cue_cuts_speech_off(rig: DeckRig) -> None:
    where_sounds_do_not_mix(rig)
    rig.add("halfway", 0.0)
    rig.play(0.1)
    assert rig.backend.names == ["words", "go", "halfway"]
    assert rig.backend.started[0].stopped


def test_where_sounds_do_not_mix_speech_waits_for_the_cue_to_end(rig: DeckRig) -> None:
    where_sounds_do_not_mix(rig)
    rig.add("halfway", 0.0)
    rig.add("words-2", 0.0, Lane.VOICE)
    rig.play(0.4)
    assert rig.backend.names[-1] == "halfway"
    rig.backend.started[-1].code = 0
    rig.play(0.3)
    assert rig.backend.names[-1] == "words-2"


def test_speech_that_waited_too_long_for_a_cue_is_dropped(rig: DeckRig) -> None:
    where_sounds_do_not_mix(rig)
    rig.add("halfway", 0.0)
    rig.add("words-2", 0.0, Lane.VOICE)
    rig.play(3.0)
    rig.backend.started[-1].code = 0
    rig.play(1.0)
    assert rig.backend.names[-1] == "halfway"


def test_where_sounds_do_not_mix_a_failure_still_tells_of_the_device(rig: DeckRig) -> None:
    where_sounds_do_not_mix(rig)
    rig.backend.code = 1
    rig.add("go", 0.0)
    rig.play(0.3)
    assert rig.told == [SoundStatus.NO_DEVICE]
