import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_player.play.voice_engine import (
    MOST_CHARACTERS,
    ProgramEngine,
    VoiceError,
    find_engine,
    speakable,
)
from routine_player.play.waves import wave_from

WORDS, SPOKEN = Path("words.txt"), Path("spoken.wav")


def having(*programs: str) -> Callable[[str], str | None]:
    return {program: f"/bin/{program}" for program in programs}.get


def engine_of(script: str, timeout_s: float = 20.0) -> ProgramEngine:
    """An engine that is a line of Python, told the text file, the WAV file and the speed."""
    return ProgramEngine(
        "fake",
        "voice",
        sys.executable,
        lambda words, spoken, speed: ["-c", script, str(words), str(spoken), str(speed)],
        timeout_s=timeout_s,
    )


COPY = "import sys; open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read())"


@pytest.mark.parametrize(
    "text",
    [
        "Half-kneeling hip-flexor stretch, left side.",
        "'; rm -rf / #",
        "$(reboot) `id` | cat && x > y %PATH% \\",
        "--version",
        '"quoted" <b>bold</b>',
        "Ünïcode 日本 😀",
    ],
)
def test_the_program_reads_the_text_as_it_is(text: str) -> None:
    assert engine_of(COPY).render(text, 1.0).decode() == text + "\n"


def test_the_speed_reaches_the_program() -> None:
    script = "import sys; open(sys.argv[2], 'w').write(sys.argv[3])"
    assert engine_of(script).render("x", 1.25) == b"1.25"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" two\n\nlines\t", "two lines"),
        ("a\0b\x1b[0mc", "a b [0mc"),
        ("[[volm 0.9]] loud [[h@'loU]]", "volm 0.9 loud h@'loU"),
        ("half a \ud83d face", "half a face"),
        ("\x07", ""),
        ("x" * 5000, "x" * MOST_CHARACTERS),
    ],
)
def test_what_cannot_be_said_is_left_out(text: str, said: str) -> None:
    assert speakable(text) == said


@pytest.mark.parametrize("script", ["raise SystemExit(3)", "pass"])
def test_a_program_that_fails_or_writes_nothing_raises(script: str) -> None:
    with pytest.raises(VoiceError, match="fake"):
        engine_of(script).render("Rest.", 1.0)


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(VoiceError, match="timed out"):
        engine_of("import sys; sys.stdout.flush(); input()", timeout_s=0).render("Rest.", 1.0)


def test_a_program_that_is_gone_raises() -> None:
    gone = ProgramEngine("gone", "", "/nowhere/flite", lambda *_: [])
    with pytest.raises(VoiceError, match="gone"):
        gone.render("Rest.", 1.0)


@pytest.mark.parametrize(
    ("platform", "programs", "name"),
    [
        ("linux", ("flite", "espeak-ng"), "flite"),
        ("linux", ("espeak-ng",), "espeak-ng"),
        ("freebsd14", ("espeak",), "espeak-ng"),
        ("darwin", ("say", "flite"), "say"),
        ("win32", ("powershell",), "sapi"),
    ],
)
def test_each_platform_speaks_with_its_own_voice(
    platform: str, programs: tuple[str, ...], name: str
) -> None:
    engine = find_engine(platform, which=having(*programs))
    assert engine is not None
    assert engine.name == name


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_computer_without_any_voice_has_no_engine(platform: str) -> None:
    assert find_engine(platform, which=having()) is None


def arguments_of(
    platform: str, program: str, voice_name: str = "", speed: float = 1.0
) -> list[str]:
    engine = find_engine(platform, voice_name, having(program))
    assert isinstance(engine, ProgramEngine)
    return engine.arguments(WORDS, SPOKEN, speed)


def test_flite_uses_no_voice_that_it_would_fetch_from_somewhere() -> None:
    assert "slt" in arguments_of("linux", "flite")
    assert "rms" in arguments_of("linux", "flite", "rms")
    assert "slt" in arguments_of("linux", "flite", "http://example.org/voice.flitevox")


@pytest.mark.parametrize("name", ["-o", "../x", "a;b", "", "x" * 100, "'"])
def test_a_voice_that_could_be_something_else_is_not_used(name: str) -> None:
    assert "en-us" in arguments_of("linux", "espeak-ng", name)
    assert "-v" not in arguments_of("darwin", "say", name)


def test_a_voice_that_was_chosen_is_used() -> None:
    assert "en-gb" in arguments_of("linux", "espeak-ng", "en-gb")
    assert "Samantha" in arguments_of("darwin", "say", "Samantha")
    assert "'Microsoft Zira'" in arguments_of("win32", "powershell", "Microsoft Zira")


def test_speaking_faster_is_more_words_a_minute() -> None:
    assert "duration_stretch=0.800" in arguments_of("linux", "flite", speed=1.25)
    assert "200" in arguments_of("linux", "espeak-ng", speed=1.25)
    assert "225" in arguments_of("darwin", "say", speed=1.25)
    assert "2" in arguments_of("win32", "powershell", speed=1.25)
    assert "0" in arguments_of("win32", "powershell", speed=1.0)


def test_a_path_with_quotes_stays_one_string_of_powershell() -> None:
    engine = find_engine("win32", which=having("powershell"))
    assert isinstance(engine, ProgramEngine)
    words = engine.arguments(Path("C:/O'Brien\u2019s/words.txt"), SPOKEN, 1.0)[4]
    assert words == "'C:/O''Brien\u2019\u2019s/words.txt'"


def real_engines() -> list[str]:
    return ["flite", "espeak-ng"]


@pytest.mark.parametrize("program", real_engines())
def test_an_engine_of_this_computer_speaks(program: str) -> None:
    import shutil

    engine = find_engine(
        "linux", which=lambda name: shutil.which(name) if name == program else None
    )
    if engine is None:
        pytest.skip(f"{program} is not installed")
    slow, fast = (wave_from(engine.render("Switch. Right side.", s), "x") for s in (0.8, 1.5))
    assert 0.5 < fast.length_s < slow.length_s < 6.0
