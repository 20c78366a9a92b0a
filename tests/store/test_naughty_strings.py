"""Text of all kinds comes out of a file as it was typed, or is refused with its place."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_player.core.problem import Severity
from routine_player.core.routine import Exercise, Step
from routine_player.store.routine_file import RoutineFile, read_routine

Read = Callable[[str], RoutineFile]

NAUGHTY = [
    "<b>bold</b><img src=x onerror=alert(1)>",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "'; DROP TABLE session; --",
    "%s %d {name} {0} ${HOME} $(id) `id`",
    "../../etc/passwd",
    "undefined",
    "null",
    "NaN",
    "true",
    "1:30",
    "010",
    "- dash",
    "# hash",
    "*star &amp",
    "quote ' and \" and \\",
    "é e\u0301 \ufb01 ß İ \u0131",
    "日本語 ภาษาไทย עברית العربية",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "zero\u200bwidth\u200djoiner\ufe0f",
    "\U0001f9d8\U0001f3fd\u200d\u2640\ufe0f \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f",
    "non\u00a0breaking",
    "\ue000 private",
    "x" * 120,
]
REFUSED = [
    "",
    " ",
    "\t",
    "a\tb",
    "\x07",
    "\x1b[31m",
    "a\x00",
    "a\x7f",
    "a\x85b",
    "a\u2028b",
    "a\nb",
]


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_is_what_was_typed(read_text_as_routine: Read, text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    step = f"{{name: {written}, time: 1m, cue: {written}, say: {written}, note: {written}}}"
    file = read_text_as_routine(f"routine: {written}\nsummary: {written}\nsteps: [{step}]")
    assert file.problems == ()
    assert file.routine is not None
    assert (file.name, file.routine.name, file.routine.summary) == (text, text, text)
    (read,) = file.routine.items
    assert isinstance(read, Step)
    assert (read.name, read.cue, read.say, read.note) == (text, text, text, text)


@pytest.mark.parametrize("text", REFUSED)
def test_text_that_would_move_the_cursor_is_refused_at_its_place(
    read_text_as_routine: Read, text: str
) -> None:
    file = read_text_as_routine(f"routine: A\nsteps: [{{name: {json.dumps(text)}, time: 1m}}]")
    (problem,) = file.problems
    assert (problem.line, problem.column, problem.severity) == (2, 16, Severity.ERROR)
    assert problem.text.startswith("`name`: ")


@given(st.text(min_size=1, max_size=100))
def test_any_text_is_kept_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "a.yaml"
    escaped = "".join(f"\\U{ord(one):08X}" for one in text)
    path.write_text(f'routine: "{escaped}"\nsteps: [rest: 5s]')
    file = read_routine(path, dict[str, Exercise]())
    plain = text.strip()
    if plain and not any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in plain):
        assert file.routine is not None
        assert file.routine.name == plain
    else:
        assert file.routine is None
        assert file.problems
