"""What works on this computer, what does not, and what to do about it: one finding a topic."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from routine_player.core.language import tr
from routine_player.play.backend import Backend, open_backend
from routine_player.play.cache_folder import CacheFolder
from routine_player.play.clock import Clock
from routine_player.play.deck import SoundStatus
from routine_player.play.display import missing_display
from routine_player.play.keep_awake import Mode, presenting
from routine_player.play.remedies import sound_remedy, voice_remedy
from routine_player.play.sound import SoundPlayer
from routine_player.play.voice_engine import Engine, VoiceError, find_engine
from routine_player.play.volume import FULL_VOLUME, VolumeRack
from routine_player.play.waves import wave_from
from routine_player.store.paths import Places

_SILENCE: Final = "silence"
_ENOUGH_BYTES: Final = 50_000_000
_MEGABYTE: Final = 1_000_000


class Topic(StrEnum):
    """What is looked at."""

    DISPLAY = "display"
    SOUND = "sound"
    VOICE = "voice"
    KEEP_AWAKE = "keep-awake"
    DATA = "data folder"


@dataclass(frozen=True, slots=True)
class Finding:
    """How it is with one topic. `remedy` is what to type or do, empty where nothing is."""

    topic: Topic
    ok: bool
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Computer:
    """The computer that is looked at. `platform` is as in `sys.platform`.

    `patience_s` is how long a sound may take until it counts as stuck.
    """

    platform: str
    environment: Mapping[str, str]
    clock: Clock
    patience_s: float = 10.0
    open_backend: Callable[[], Backend] = open_backend
    find_engine: Callable[[str, str], Engine | None] = find_engine
    presenting: Callable[[], AbstractContextManager[Mode]] = presenting


def examine(computer: Computer, places: Places, voice_name: str = "") -> Iterator[Finding]:
    """Try everything that a session needs, in some seconds; each finding as soon as it is known.

    What is tried is what is played: a moment of silence is sent to the loudspeaker, a word is
    spoken into a file, the screen is kept awake for a moment, a file is written.
    """
    yield _display(computer)
    yield _sound(computer, places)
    yield _voice(computer, voice_name)
    yield _keep_awake(computer)
    yield _data(places)


def _display(computer: Computer) -> Finding:
    missing = missing_display(computer.platform, computer.environment)
    if missing is None:
        return Finding(Topic.DISPLAY, ok=True, text=tr("A window can open."))
    remedy = tr("without one it plays in the terminal: routine-player play demo --terminal")
    return Finding(Topic.DISPLAY, ok=False, text=missing, remedy=remedy)


def _sound(computer: Computer, places: Places) -> Finding:
    names: list[str] = []

    def find() -> Backend:
        backend = computer.open_backend()
        names.append(backend.name)
        return backend

    rack = VolumeRack(CacheFolder(places.sound_cache, 0), FULL_VOLUME)
    player = SoundPlayer(computer.clock, places.sounds, rack, find_backend=find)
    player.play(_SILENCE)
    player.start()
    ended = player.settle(computer.patience_s)
    player.close()
    return _heard(player.status, names, ended=ended, platform=computer.platform)


def _heard(status: SoundStatus, names: list[str], *, ended: bool, platform: str) -> Finding:
    if status is SoundStatus.WORKING:
        return Finding(Topic.SOUND, ok=True, text=tr("Sounds play, by {name}.", name=names[0]))
    if status is SoundStatus.NO_BACKEND:
        text = tr("No program that plays sounds works here.")
        return Finding(Topic.SOUND, ok=False, text=text, remedy=sound_remedy(platform))
    if status is SoundStatus.STARTING and ended:
        return Finding(Topic.SOUND, ok=False, text=tr("The program's own sounds are missing."))
    hangs = tr("The device does not finish playing a sound.")
    absent = tr("There is no device to play sounds on.")
    remedy = tr("see that a loudspeaker or headphones are connected and chosen")
    text = absent if status is SoundStatus.NO_DEVICE else hangs
    return Finding(Topic.SOUND, ok=False, text=text, remedy=remedy)


def _voice(computer: Computer, voice_name: str) -> Finding:
    engine = computer.find_engine(computer.platform, voice_name)
    if engine is None:
        text = tr("There is no voice: sounds only.")
        return Finding(Topic.VOICE, ok=False, text=text, remedy=voice_remedy(computer.platform))
    try:
        wave_from(engine.render(tr("Rest."), 1.0), engine.name)
    except (VoiceError, ValueError) as error:
        text = tr("The voice does not work: {error}", error=error)
        return Finding(Topic.VOICE, ok=False, text=text, remedy=voice_remedy(computer.platform))
    return Finding(Topic.VOICE, ok=True, text=tr("{name} speaks.", name=_named(engine)))


def _named(engine: Engine) -> str:
    return f"{engine.name} ({engine.voice})" if engine.voice else engine.name


def _keep_awake(computer: Computer) -> Finding:
    try:
        with computer.presenting() as mode:
            is_awake = mode.active
    except Exception:  # noqa: BLE001 - it speaks to whatever runs on this computer
        is_awake = False
    if is_awake:
        return Finding(
            Topic.KEEP_AWAKE, ok=True, text=tr("The screen stays awake during a session.")
        )
    text = tr("The screen cannot be kept awake: it goes dark as it always does.")
    remedy = tr("play from a desktop session, or let your screen stay on longer")
    return Finding(Topic.KEEP_AWAKE, ok=False, text=text, remedy=remedy)


def _data(places: Places) -> Finding:
    problem = places.ensure()
    if problem is not None:
        text = f"{problem.file}: {problem.text}"
        remedy = tr("or choose another folder: routine-player --home DIR")
        return Finding(Topic.DATA, ok=False, text=text, remedy=remedy)
    free_bytes = shutil.disk_usage(places.data).free
    if free_bytes < _ENOUGH_BYTES:
        free = tr("{free} MB", free=free_bytes // _MEGABYTE)
        text = tr("{folder} has only {free} of room left.", folder=places.data, free=free)
        return Finding(Topic.DATA, ok=False, text=text, remedy=tr("make room on this disk"))
    return Finding(Topic.DATA, ok=True, text=tr("Saved in {folder}.", folder=places.data))
