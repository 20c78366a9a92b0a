"""Damages files the way accidents, habits and attackers do."""

import random
from collections.abc import Callable, Sequence

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]
"""Gives damaged bytes, out of a file's bytes and all files."""

_HOSTILE = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    "\u2028\u202e\U0001f9d8\u0301".encode(),
    b"\t",
    b"\r",
    b"\r\n",
    b"\x85",
    b"\x1b[2J",
    b"[" * 300,
    b"{" * 300,
    b"- " * 300,
    b"? " * 40,
    b"[[a]: b]: c",
    b"&a ",
    b"*a",
    b"&a [*a, *a]",
    b"!!python/object/apply:os.system [id]",
    b"!<tag:yaml.org,2002:int> ",
    b"<<: ",
    b"---\n",
    b"...\n",
    b"%YAML 9.9\n",
    b"%TAG ! x\n",
    b"'",
    b'"',
    b'"\\ud800"',
    b'"\\x"',
    b": ",
    b" #",
    b"|2\n",
    b">-\n",
    b"0x1F",
    b"1:99",
    b"1e999",
    b"9" * 5000,
    b"-0",
    b".nan",
    b"2-1-2",
    b"[5, 3, 1]",
    b"{hurts: bird-dog}",
    b"../../etc/passwd",
    b"repeat: 200\n    steps: ",
    b"steps:\n",
    b"x" * 2000,
    b"pose: {keyframes: [{name: a}]}",
    b"flexion 84 loose, abduction 12",
    b"extension -1e9",
    b"flexion nan firm",
    b"{right hip: neutral, left knee, body: pitch forward 20}",
    b"{floor: right hand, left knee, left instep}",
    b"{right palm: right instep gap 1.2, left hand: [0.3, .inf, 1]}",
    b"[mat, {bench: {height: 0.44}}, {band: above knees}]",
    b"{azimuth: -60, elevation: 12}",
)


def damaged(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Damage `data` in one to four ways."""
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(_MUTATIONS)(rng, data, others)
    return data


def _flip(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _cut(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[min(end, start + rng.randint(1, 60)) :]


def _truncate(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _repeat(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] * rng.choice((1, 2, 20)) + data[end:]


def _insert(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(_HOSTILE) + data[at:]


def _replace_value(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    key, colon, _value = lines[at].partition(b": ")
    lines[at] = key + (colon or b": ") + rng.choice(_HOSTILE)
    return b"\n".join(lines)


def _swap_lines(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _indent(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    shifted = b" " * rng.randint(1, 5) + lines[at]
    lines[at] = rng.choice((shifted, lines[at].lstrip(), b"\t" + lines[at]))
    return b"\n".join(lines)


def _splice(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other)) :]


_MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _cut,
    _truncate,
    _repeat,
    _insert,
    _insert,
    _replace_value,
    _replace_value,
    _swap_lines,
    _indent,
    _splice,
)
