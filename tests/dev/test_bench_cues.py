import pytest

from routine_player.core.cues import Sound
from routine_player.dev.bench_cues import CueFigures, Landing, Spread, figures_of, main, report
from routine_player.dev.sound_trap import Catch

ZERO = 1000.0


def caught(*seconds: float) -> list[Catch]:
    return [Catch(ZERO + at, 1000) for at in seconds]


def test_each_cue_gets_the_sound_that_is_nearest_to_it() -> None:
    planned = {ZERO + 5.0: Sound.GO, ZERO + 2.0: Sound.PREPARE}
    figures = figures_of(planned, caught(5.010, 1.996), ZERO, ())
    assert figures.landings == (
        Landing(Sound.PREPARE, 2.0, pytest.approx(-4.0)),
        Landing(Sound.GO, 5.0, pytest.approx(10.0)),
    )
    assert figures.lost == ()
    assert figures.strays == 0


def test_a_cue_that_nobody_heard_is_lost_and_a_sound_that_nobody_planned_is_a_stray() -> None:
    planned = {ZERO + 2.0: Sound.PREPARE, ZERO + 5.0: Sound.GO}
    figures = figures_of(planned, caught(2.0, 9.0), ZERO, ())
    assert figures.lost == ((Sound.GO, 5.0),)
    assert figures.strays == 1


def test_one_sound_counts_for_one_cue_only() -> None:
    planned = {ZERO + 2.0: Sound.REP_UP, ZERO + 2.1: Sound.REP_HOLD}
    figures = figures_of(planned, caught(2.05), ZERO, ())
    assert len(figures.landings) == len(figures.lost) == 1


def test_being_early_is_as_far_off_as_being_late() -> None:
    spread = Spread.of([-10.0, 10.0, -20.0])
    assert spread is not None
    assert (spread.p50_ms, spread.worst_ms, spread.bias_ms) == (10.0, 20.0, -10.0)


def test_one_landing_has_no_spread() -> None:
    assert Spread.of([1.0]) is None


def figures_with(*late_ms: float, lost: int = 0) -> CueFigures:
    landings = tuple(Landing(Sound.GO, 10.0 * i, late) for i, late in enumerate(late_ms))
    return CueFigures(landings, ((Sound.GO, 1.0),) * lost, 0, (3.0, 4.0))


@pytest.mark.parametrize(
    ("figures", "met"),
    [
        (figures_with(*[5.0] * 40), True),
        (figures_with(*[5.0] * 40, 300.0), True),
        (figures_with(*[16.0] * 40), False),
        (figures_with(*[5.0] * 30, *[50.0] * 10), False),
        (figures_with(*[5.0] * 40, lost=1), False),
        (figures_with(), False),
    ],
)
def test_landings_are_held_to_what_is_meant(figures: CueFigures, *, met: bool) -> None:
    assert figures.is_met is met


def test_the_first_and_the_last_minute_are_told_apart() -> None:
    figures = figures_with(*[1.0] * 7, *[30.0] * 54)  # 10 s apart: the first minute has 7
    lines = report(figures, 600.0)
    assert lines[1].startswith("first minute  p50   1.0 ms")
    assert lines[2].startswith("last minute   p50  30.0 ms")
    assert "aplay alone" in lines[3]


def test_what_was_lost_is_named() -> None:
    assert "lost: go at 1.000 s" in report(figures_with(lost=1), 60.0)


def test_without_aplay_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main([]) == 2
    assert "alsa-utils" in capsys.readouterr().err
