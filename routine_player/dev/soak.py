"""Kill, starve and damage a history thousands of times, and print what came of it."""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from routine_player.dev.damage import DAMAGES, damage_once, make_sound
from routine_player.dev.survival import (
    DIARY,
    KEEP,
    Trial,
    calls_made,
    fault_at,
    has_strace,
    kill_after,
)
from routine_player.store.paths import Places

_LINES = 60  # that a process says before it is killed, at most

_HOME = 25  # killed in the same home

# The system calls that change something on the disk.
_CALLS = ("pwrite64", "fdatasync", "fsync", "rename", "unlink")
_FAULTS = (
    ("signal=KILL", ""),
    ("error=ENOSPC", ""),
    ("error=ENOSPC", "+"),
    ("error=EIO", ""),
    ("error=EIO", "+"),
)


def main(argv: list[str]) -> int:
    """Run the trials; the exit code is 1 if any went wrong."""
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="processes to kill")
    parser.add_argument("--damages", type=int, default=2000, help="files to damage")
    parser.add_argument("--every", type=int, default=1, help="put a fault into each Nth call")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    chosen = parser.parse_args(argv)
    rng = random.Random(chosen.seed)  # noqa: S311 - chance for trials, nothing secret
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wrong: list[str] = []
        for deed in ("play", "diary"):
            wrong += _kills(place, chosen.kills // 2, rng, deed)
        for doing in (KEEP, DIARY):
            wrong += _faults(place, chosen.every, doing)
        wrong += _damages(place, chosen.damages, rng)
    for line in wrong:
        print(f"  wrong: {line}")
    print(f"{len(wrong)} wrong")
    return 1 if wrong else 0


def _kills(place: Path, count: int, rng: random.Random, deed: str) -> list[str]:
    """Kill processes one after another in the same home, and begin a new one now and then."""
    trials = (
        (f"kill {number}", kill_after(place / f"{deed}-{number // _HOME}", lines, deed))
        for number, lines in enumerate(rng.randrange(1, _LINES) for _ in range(count))
    )
    return _tried(f"{deed}: killed at random", trials)


def _faults(place: Path, every: int, deed: Sequence[str]) -> list[str]:
    """Put each fault into each call that writes, once and from there on."""
    if not has_strace():
        print("strace is not here, or may not trace: no faults are put into system calls")
        return []
    wrong: list[str] = []
    for call in _CALLS:
        most = calls_made(place / f"calls-{deed[0]}-{call}", call, deed)
        for fault, ending in _FAULTS:
            whens = [f"{number}{ending}" for number in range(1, most + 1, every)]
            name = f"{deed[0]}: {fault} at {call}" + (", ever after too" if ending else "")
            wrong += _tried(name, _faults_at(place, (call, fault, deed), whens))
    return wrong


def _faults_at(
    place: Path, what: tuple[str, str, Sequence[str]], whens: Sequence[str]
) -> Iterable[tuple[str, Trial]]:
    call, fault, deed = what
    for when in whens:
        with tempfile.TemporaryDirectory(dir=place) as home:
            yield f"{fault} at {call} {when}", fault_at(Path(home), call, fault, when, deed)


def _tried(name: str, trials: Iterable[tuple[str, Trial]]) -> list[str]:
    wrong: list[str] = []
    count = steps = 0
    for what, trial in trials:
        count += 1
        steps += trial.steps
        wrong += [f"{what}: {line}" for line in trial.wrong]
    print(f"{name:<40} {count:>5} trials, {steps:>6} promised, {len(wrong)} wrong", flush=True)
    return wrong


def _damages(place: Path, count: int, rng: random.Random) -> list[str]:
    sound = Places(place / "sound")
    make_sound(sound)
    wrong: list[str] = []
    for kind in DAMAGES:
        found: Counter[str] = Counter()
        for number in range(-(-count // len(DAMAGES))):
            seed = rng.randrange(2**32)
            chance = random.Random(seed)  # noqa: S311 - as above
            damage = damage_once(sound, place / "damaged", kind, chance)
            found[damage.found] += 1
            wrong += [f"{kind} {number} (seed {seed}): {line}" for line in damage.wrong]
        told = ", ".join(f"{times} {when}" for when, times in found.most_common())
        print(f"{kind:<40} {found.total():>5} trials, noticed: {told}", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
