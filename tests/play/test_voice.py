from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from routine_player.core.phrases import Phrase
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.phrase_book import Manner
from routine_player.play.voice import Voice, VoiceStatus
from routine_player.play.voice_engine import VoiceError
from routine_player.play.waves import Wave, wave_bytes, wave_length_s

GUARD_S = 20.0  # only against hanging


@dataclass
class FakeEngine:
    """Speaks a tenth of a second a character; `takes_s` is what that takes on the fake clock."""

    clock: Any
    name: str = "fake"
    voice: str = "one"
    takes_s: float = 0.05
    rendered: list[str] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    before: Callable[[str], None] = lambda text: None

    def render(self, text: str, speed: float) -> bytes:
        self.before(text)
        self.rendered.append(text)
        if self.takes_s:
            self.clock.pass_s(self.takes_s)
        if text in self.failing:
            raise VoiceError(f"cannot say {text}")
        length = round(len(text) * 0.1 * 8000 / speed)
        return wave_bytes(Wave(8000, 1, array("h", [8000, -8000] * (length // 2))))


class Speaker:
    """Keeps what would be heard: text, start and latest start, by the file's length."""

    def __init__(self) -> None:
        self.spoken: list[tuple[Path, float, float, float]] = []
        self.hushed = 0

    def speak(self, path: Path, due: float, latest: float, moment: float) -> None:
        self.spoken.append((path, due, latest, moment))

    def hush(self) -> None:
        self.hushed += 1


class VoiceRig:
    def __init__(self, voice: Voice, engine: FakeEngine, speaker: Speaker, clock: Any) -> None:
        self.voice = voice
        self.engine = engine
        self.speaker = speaker
        self.zero = clock.monotonic()
        self.told: list[VoiceStatus] = []

    def wait(self) -> None:
        """Wait until all that was asked for so far is done."""
        assert self.voice.settle(GUARD_S)

    def phrase(self, text: str, at: float, ends_by: float | None = None, *shorter: str) -> Phrase:
        end = None if ends_by is None else self.zero + ends_by
        return Phrase(text, self.zero + at, end, shorter)

    def starts(self) -> list[float]:
        return [round(due - self.zero, 3) for _, due, _, _ in self.speaker.spoken]

    def lengths(self) -> list[float]:
        return [round(wave_length_s(path), 1) for path, *_ in self.speaker.spoken]


@pytest.fixture
def make_rig(clock: Any, tmp_path: Path) -> Iterator[Callable[..., VoiceRig]]:
    voices: list[Voice] = []

    def make(
        *, engine: FakeEngine | None = None, manner: Manner | None = None, start: bool = True
    ) -> VoiceRig:
        engine = engine or FakeEngine(clock)
        speaker = Speaker()
        told: list[VoiceStatus] = []
        voice = Voice(
            speaker,
            clock,
            CacheFolder(tmp_path / "voice", 10**7),
            lambda: engine,
            manner=manner or Manner(lead_in_s=0.0),
            on_status=told.append,
        )
        voices.append(voice)
        rig = VoiceRig(voice, engine, speaker, clock)
        rig.told = told
        if start:
            voice.start()
        return rig

    yield make
    for voice in voices:
        voice.close()


def test_a_phrase_is_spoken_at_its_time(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("Rest.", 0.6)])
    rig.wait()
    assert rig.starts() == [0.6]
    assert rig.lengths() == [0.5]
    assert rig.told == [VoiceStatus.WORKING]
    assert rig.voice.status is VoiceStatus.WORKING


def test_phrases_of_one_moment_follow_one_another(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("0123456789", 0.6), rig.phrase("01234", 0.6)])
    rig.wait()
    assert rig.starts() == [0.6, pytest.approx(0.6 + 1.0 + 0.2, abs=0.01)]
    moments = {moment - rig.zero for *_, moment in rig.speaker.spoken}
    assert {round(moment, 6) for moment in moments} == {0.6}


def test_a_phrase_that_cannot_end_in_time_is_shortened(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("x" * 30, 1.0, 2.5, "x" * 20, "x" * 10)])
    rig.wait()
    assert rig.lengths() == [1.0]


def test_the_least_of_a_phrase_is_hurried_before_it_is_dropped(make_rig: Any) -> None:
    rig = make_rig(manner=Manner(lead_in_s=0.3))
    rig.voice.say([rig.phrase("x" * 30, 1.0, 2.0, "x" * 12)])
    rig.wait()
    assert rig.lengths() == [0.9]  # of 1.2, and without the lead-in


def test_what_comes_after_the_first_phrase_is_not_hurried(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("x" * 5, 0.0, 2.0), rig.phrase("x" * 14, 0.0, 2.0)])
    rig.wait()
    assert rig.lengths() == [0.5]


def test_a_phrase_that_cannot_end_in_time_at_all_is_dropped(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("x" * 30, 1.0, 2.0), rig.phrase("x" * 5, 1.0, 2.0)])
    rig.wait()
    assert rig.lengths() == [0.5]
    assert rig.starts() == [1.0]


def test_a_phrase_must_begin_early_enough_to_end_in_time(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase("x" * 10, 1.0, 2.5)])
    rig.voice.say([rig.phrase("x" * 10, 1.0)])
    rig.wait()
    latest = [round(latest - rig.zero, 1) for _, _, latest, _ in rig.speaker.spoken]
    assert latest == [1.5, 4.0]


def test_time_that_rendering_takes_is_not_there_for_speaking(make_rig: Any, clock: Any) -> None:
    rig = make_rig(engine=FakeEngine(clock, takes_s=1.0))
    rig.voice.say([rig.phrase("x" * 10, 0.0, 1.9)])
    rig.voice.say([rig.phrase("x" * 11, 3.0, 4.2)])
    rig.wait()
    assert rig.lengths() == [1.1]


def test_a_phrase_whose_time_is_over_is_not_even_rendered(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    late = rig.phrase("too late", 0.0, 1.0)
    clock.pass_s(2.0)
    rig.voice.say([late])
    rig.wait()
    assert "too late" not in rig.engine.rendered
    assert rig.speaker.spoken == []


def test_what_is_prepared_is_rendered_once_and_in_order(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.prepare(["one", "two", "one"])
    rig.voice.say([rig.phrase("two", 5.0)])
    rig.wait()
    assert sorted(rig.engine.rendered) == ["one", "two"]


def test_what_is_to_be_said_goes_before_what_is_prepared(make_rig: Any) -> None:
    rig = make_rig(start=False)
    rig.voice.prepare(["later", "even later"])
    rig.voice.say([rig.phrase("now", 0.0)])
    rig.voice.start()
    rig.wait()
    assert rig.engine.rendered[0] == "now"


def test_a_second_voice_finds_what_the_first_rendered(make_rig: Any) -> None:
    first = make_rig()
    first.voice.prepare(["Rest."])
    first.wait()
    assert first.engine.rendered == ["Rest."]
    second = make_rig()
    second.voice.say([second.phrase("Rest.", 0.0)])
    second.wait()
    assert "Rest." not in second.engine.rendered
    assert second.lengths() == [0.5]


@pytest.mark.parametrize("manner", [Manner(1.5, 0.0), Manner(1.0, 0.5)])
def test_another_manner_of_speaking_is_rendered_anew(make_rig: Any, manner: Manner) -> None:
    first = make_rig()
    first.voice.prepare(["Rest."])
    first.wait()
    second = make_rig(manner=manner)
    second.voice.say([second.phrase("Rest.", 0.0)])
    second.wait()
    assert second.engine.rendered[0] == "Rest."
    assert second.lengths() == [round(0.5 / manner.speed + manner.lead_in_s, 1)]


def test_a_damaged_file_in_the_cache_is_made_again(make_rig: Any, tmp_path: Path) -> None:
    first = make_rig()
    first.voice.prepare(["Rest."])
    first.wait()
    for file in (tmp_path / "voice").iterdir():
        file.write_bytes(b"RIFF, but no more than that")
    second = make_rig()
    second.voice.say([second.phrase("Rest.", 0.0)])
    second.wait()
    assert second.lengths() == [0.5]


def cancel_while_rendering(rig: VoiceRig, cancel: Callable[[], None]) -> None:
    """Take a phrase back while it is being rendered."""
    rendering, cancelled = Event(), Event()

    def hold_up(_: str) -> None:
        rendering.set()
        assert cancelled.wait(GUARD_S)

    rig.engine.before = hold_up
    rig.voice.say([rig.phrase("Rest.", 1.0), rig.phrase("Breathe.", 1.0)])
    assert rendering.wait(GUARD_S)
    cancel()
    cancelled.set()
    rig.wait()


def test_hushing_takes_back_what_is_being_rendered(make_rig: Any) -> None:
    rig = make_rig()
    cancel_while_rendering(rig, rig.voice.hush)
    assert rig.speaker.spoken == []
    assert rig.speaker.hushed == 1


def test_cancelling_later_moments_takes_back_what_is_being_rendered(make_rig: Any) -> None:
    rig = make_rig()
    cancel_while_rendering(rig, lambda: rig.voice.cancel_after(rig.zero))
    assert rig.speaker.spoken == []
    assert rig.speaker.hushed == 0


def test_cancelling_leaves_earlier_moments_alone(make_rig: Any) -> None:
    rig = make_rig(start=False)
    rig.voice.say([rig.phrase("now", 0.5)])
    rig.voice.say([rig.phrase("later on", 1.5)])
    rig.voice.cancel_after(rig.zero + 1.0)
    rig.voice.start()
    rig.wait()
    assert rig.starts() == [0.5]


def test_without_an_engine_one_word_is_said_and_nothing_else(make_rig: Any, clock: Any) -> None:
    told: list[VoiceStatus] = []
    seen = Event()
    speaker = Speaker()
    voice = Voice(
        speaker,
        clock,
        CacheFolder(Path("/nowhere"), 1),
        lambda: None,
        manner=Manner(),
        on_status=lambda status: (told.append(status), seen.set()),
    )
    voice.start()
    voice.say([Phrase("Rest.", clock.monotonic(), None)])
    assert seen.wait(GUARD_S)
    voice.prepare(["one", "two"])
    voice.close()
    assert told == [VoiceStatus.NO_ENGINE]
    assert speaker.spoken == []


def test_a_voice_that_is_changed_speaks_the_next_phrase(make_rig: Any, clock: Any) -> None:
    rig = make_rig()
    rig.voice.prepare(["Rest."])
    rig.wait()
    other = FakeEngine(clock, voice="two")
    rig.voice.change(lambda: other, Manner(lead_in_s=0.5))
    rig.voice.say([rig.phrase("Rest.", 0.0)])
    rig.wait()
    assert other.rendered == ["Rest."]
    assert rig.lengths() == [1.0]


def test_one_phrase_that_fails_is_passed_over(make_rig: Any) -> None:
    rig = make_rig()
    rig.engine.failing = {"bad"}
    rig.voice.say([rig.phrase("bad", 0.0), rig.phrase("good", 0.0)])
    rig.wait()
    assert rig.lengths() == [0.4]
    assert rig.told == [VoiceStatus.WORKING]


def test_an_engine_that_keeps_failing_is_told_of_once(make_rig: Any) -> None:
    rig = make_rig()
    rig.engine.failing = {"a", "b", "c", "d"}
    rig.voice.say([rig.phrase(text, 0.0) for text in "abcd"])
    rig.wait()
    assert rig.told == [VoiceStatus.FAILING]
    rig.voice.say([rig.phrase("works again", 0.0)])
    rig.wait()
    assert rig.told == [VoiceStatus.FAILING, VoiceStatus.WORKING]


def test_what_failed_is_tried_again_in_the_next_session(make_rig: Any) -> None:
    rig = make_rig()
    rig.engine.failing = {"Rest."}
    rig.voice.say([rig.phrase("Rest.", 0.0), rig.phrase("Rest.", 0.0)])
    rig.wait()
    assert rig.engine.rendered.count("Rest.") == 1
    rig.engine.failing = set()
    rig.voice.prepare(["Rest."])
    rig.voice.say([rig.phrase("Rest.", 1.0)])
    rig.wait()
    assert rig.lengths() == [0.5]


def test_a_text_that_nobody_can_say_is_no_failure(make_rig: Any) -> None:
    rig = make_rig()
    rig.voice.say([rig.phrase(text, 0.0) for text in ("\x07", "[[", " ", "\n")])
    rig.wait()
    assert rig.engine.rendered == []
    assert rig.told == [VoiceStatus.WORKING]


def test_without_room_for_its_phrases_the_voice_stays_silent(make_rig: Any, tmp_path: Path) -> None:
    (tmp_path / "voice").write_text("a file where the folder should be")
    rig = make_rig()
    rig.voice.say([rig.phrase(text, 0.0) for text in ("one", "two", "three")])
    rig.wait()
    assert rig.speaker.spoken == []
    assert VoiceStatus.FAILING in rig.told


def test_a_voice_that_was_never_started_closes(make_rig: Any) -> None:
    rig = make_rig(start=False)
    rig.voice.say([rig.phrase("Rest.", 0.0)])
    rig.voice.close()
    assert rig.voice.status is VoiceStatus.STARTING
