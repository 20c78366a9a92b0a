"""The computer's own voice: turns text into WAV files, one program run a phrase."""

import math
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

TIMEOUT_S = 10.0
MOST_CHARACTERS = 400

_Which = Callable[[str], str | None]

# What could not be said, and what engines take for orders of their own: [[...]] are phonemes to
# espeak-ng and commands to macOS.
_UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+|\[\[|\]\]")
_SPACES = re.compile(r"\s+")
_VOICE_NAME = re.compile(r"\w[\w+.() -]{0,79}")

_FLITE_VOICES = ("slt", "rms", "awb", "kal16", "kal")
_ESPEAK_WORDS_A_MINUTE = 160
_SAY_WORDS_A_MINUTE = 180
_SAPI_FASTEST, _SAPI_STEPS = 3.0, 10
_POWERSHELL_QUOTES = re.compile("['\u2018-\u201b]")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class VoiceError(Exception):
    """A phrase could not be turned into sound; the text is for the log."""


class Engine(Protocol):
    """One way to speak. `name` and `voice` tell its phrases from those of others."""

    @property
    def name(self) -> str: ...

    @property
    def voice(self) -> str: ...

    def render(self, text: str, speed: float) -> bytes:
        """Give `text` as a WAV file, spoken `speed` times as fast as usual; or VoiceError."""
        ...


@dataclass(frozen=True, slots=True)
class ProgramEngine:
    """A program that reads a text file and writes a WAV file.

    `arguments` makes its arguments from the text file, the WAV file and the speed. The text never
    stands among them, nor does it pass a shell.
    """

    name: str
    voice: str
    program: str
    arguments: Callable[[Path, Path, float], list[str]]
    encoding: str = "utf-8"
    timeout_s: float = field(default=TIMEOUT_S, compare=False)

    def render(self, text: str, speed: float) -> bytes:
        """See `Engine`."""
        try:
            with tempfile.TemporaryDirectory(prefix="routine-player-") as folder:
                return self._render_in(Path(folder), text, speed)
        except (OSError, subprocess.SubprocessError) as error:
            raise VoiceError(f"{self.name}: {error}") from error

    def _render_in(self, folder: Path, text: str, speed: float) -> bytes:
        words, spoken = folder / "words.txt", folder / "spoken.wav"
        words.write_text(speakable(text) + "\n", encoding=self.encoding)
        subprocess.run(
            [self.program, *self.arguments(words, spoken, speed)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=self.timeout_s,
            check=True,
            creationflags=_NO_WINDOW,
        )
        return spoken.read_bytes()


def speakable(text: str) -> str:
    """Leave out what no engine can say, and what one might take for an order."""
    plain = _SPACES.sub(" ", _UNSPEAKABLE.sub(" ", text)).strip()
    return plain[:MOST_CHARACTERS]


def find_engine(platform: str, voice_name: str = "", which: _Which = shutil.which) -> Engine | None:
    """Find the best engine of this computer; None where there is none.

    `platform` is as in `sys.platform`. `voice_name` is the engine's own word for a voice; one that
    it could take for anything else is not used.
    """
    name = voice_name if _VOICE_NAME.fullmatch(voice_name) else ""
    finders = {"darwin": (_say,), "win32": (_sapi,)}.get(platform, (_flite, _espeak))
    return next((engine for finder in finders if (engine := finder(which, name))), None)


def _flite(which: _Which, name: str) -> Engine | None:
    # Any other name flite would take for a file, or for an address on the web.
    voice = name if name in _FLITE_VOICES else _FLITE_VOICES[0]
    program = which("flite")

    def arguments(words: Path, spoken: Path, speed: float) -> list[str]:
        stretch = f"duration_stretch={1 / speed:.3f}"
        return ["-voice", voice, "--setf", stretch, "-f", str(words), "-o", str(spoken)]

    return ProgramEngine("flite", voice, program, arguments) if program else None


def _espeak(which: _Which, name: str) -> Engine | None:
    voice = name or "en-us"
    program = which("espeak-ng") or which("espeak")

    def arguments(words: Path, spoken: Path, speed: float) -> list[str]:
        pace = str(round(_ESPEAK_WORDS_A_MINUTE * speed))
        return ["-v", voice, "-s", pace, "-b", "1", "-f", str(words), "-w", str(spoken)]

    return ProgramEngine("espeak-ng", voice, program, arguments) if program else None


def _say(which: _Which, name: str) -> Engine | None:
    program = which("say")

    def arguments(words: Path, spoken: Path, speed: float) -> list[str]:
        voice = ["-v", name] if name else []
        pace = str(round(_SAY_WORDS_A_MINUTE * speed))
        wav = ["--file-format=WAVE", "--data-format=LEI16@22050"]
        return [*voice, "-r", pace, *wav, "-f", str(words), "-o", str(spoken)]

    return ProgramEngine("say", name, program, arguments) if program else None


# Paths, voice and rate come after it as arguments: nothing is put into the text of the script.
_SAPI_SCRIPT = """& {
  param($words, $spoken, $rate, $voice)
  $ErrorActionPreference = 'Stop'
  Add-Type -AssemblyName System.Speech
  $speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
  if ($voice) { $speaker.SelectVoice($voice) }
  $speaker.Rate = [int]$rate
  $speaker.SetOutputToWaveFile($spoken)
  $speaker.Speak([IO.File]::ReadAllText($words))
  $speaker.Dispose()
}"""


def _sapi(which: _Which, name: str) -> Engine | None:
    program = which("powershell")

    def arguments(words: Path, spoken: Path, speed: float) -> list[str]:
        rate = round(_SAPI_STEPS * math.log(speed) / math.log(_SAPI_FASTEST))
        quoted = (_quoted(str(words)), _quoted(str(spoken)), str(rate), _quoted(name))
        return ["-NoProfile", "-NonInteractive", "-Command", _SAPI_SCRIPT, *quoted]

    return ProgramEngine("sapi", name, program, arguments) if program else None


def _quoted(text: str) -> str:
    """Write `text` as PowerShell's verbatim string: what follows -Command is all one script.

    Typographic quotes end a string there just as plain ones do.
    """
    return f"'{_POWERSHELL_QUOTES.sub(lambda quote: quote[0] * 2, text)}'"
