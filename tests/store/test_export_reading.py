"""A file that was cut off, edited or made up is refused with its line, and nothing is taken."""

import json
from collections.abc import Callable

import pytest

from routine_player.core.instant import Instant
from routine_player.store import export_reading
from routine_player.store.export_reading import NoExportError
from routine_player.store.history import History

Lines = list[str]


@pytest.fixture
def lines(sample: History, noon: Instant) -> Lines:
    """An export with something of everything."""
    return list(sample.diary.export_lines(noon))


def said(**values: object) -> Callable[[Lines], Lines]:
    """Let the first row that has such a key say something else of it."""

    def edit(lines: Lines) -> Lines:
        rows = [json.loads(line) for line in lines]
        for name, value in values.items():
            row = next(row for row in rows if name in row)
            row[name] = value
        return [json.dumps(row) for row in rows]

    return edit


def without(table: str) -> Callable[[Lines], Lines]:
    def leave_out(lines: Lines) -> Lines:
        head, *rest = lines
        left = [line for line in rest if f'"table": "{table}"' not in line]
        return [json.dumps(json.loads(head) | {"lines": len(left)}), *left]

    return leave_out


def refused(history: History, lines: Lines) -> str:
    with pytest.raises(NoExportError) as told:
        history.diary.merge_lines(lines)
    assert history.sessions() == ()
    assert history.diary.shoes() == ()
    assert history.diary.runs() == ()
    return str(told.value)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        "7",
        "[" * 100_000,
        '{"name": "no table"}',
        '{"table": 7}',
        '{"table": "sqlite_schema", "sql": "x"}',
        '{"table": "run; DROP TABLE run", "uuid": "00"}',
        '{"table": "shoes", "uuid, name": "00"}',
        '{"table": "shoes", "uuid": "zz"}',
        '{"table": "shoes", "uuid": 7}',
        '{"table": "shoes"}',
        '{"table": "session"}',
        '{"table": "session", "plan": 7, "log": 7, "started_at": 7}',
        '{"table": "run_source", "run": "00", "kind": 77, "digest": "", "file": ""}',
        '{"table": "day", "uuid": "' + "00" * 16 + '", "day": "2026-03-28", "tags": [],'
        ' "medication": "", "note": "", "deleted": 0}',
        '{"table": "change", "subject": "' + "00" * 16 + '", "field": "note"}',
    ],
)
def test_a_line_that_is_no_row_is_told_with_its_number(history: History, lines: Lines, line: str):
    assert f"Line {len(lines) + 1} " in refused(history, [*lines, line])


@pytest.mark.parametrize(
    "damage",
    [
        said(activity="yoga"),
        said(activity=99),
        said(moment=99),
        said(score=11),
        said(score="much"),
        said(started_ms=10**30),
        said(started_ms=None),
        said(started_offset_s=10**6),
        said(started_date="28 March"),
        said(distance_m=float("inf")),
        said(distance_m=-5.0),
        said(hours_sat=25.0),
        said(tags={"a": 1}),
        said(sites=[1]),
        said(answers={"saddle": "perhaps"}),
        said(note="\ud800"),
        said(name=" "),
        lambda lines: [lines[0], lines[1][:-1] + ', "began": 1}', *lines[2:]],
        said(said_by=9),
        said(was=[1]),
        said(log=[{"what": "danced", "session_s": 0, "after_s": 0}]),
        said(log=[{"what": "step-started", "session_s": 1e400, "after_s": 0}]),
        said(plan=None),
        said(routine_name=[7]),
    ],
)
def test_a_value_that_nobody_could_have_logged_is_told_with_its_line(
    history: History, lines: Lines, damage: Callable[[Lines], Lines]
):
    told = refused(history, damage(lines))
    assert "Line " in told
    assert "damaged" in told


def test_the_same_row_twice_is_told(history: History, lines: Lines):
    shoes = next(line for line in lines if '"table": "shoes"' in line)
    assert f"Line {len(lines) + 1} " in refused(history, [*lines, shoes])


def test_an_export_that_was_cut_off_between_two_lines_is_told(history: History, lines: Lines):
    told = refused(history, lines[:-3])
    assert f"{len(lines) - 1} lines were expected" in told
    assert f"there are {len(lines) - 4}" in told


@pytest.mark.parametrize("table", ["shoes", "run", "session"])
def test_what_speaks_of_a_row_that_is_not_there_is_told(history: History, lines: Lines, table: str):
    assert "not whole" in refused(history, without(table)(lines))


def test_an_edit_of_what_no_row_has_is_told(history: History, lines: Lines):
    assert "'legs'" in refused(history, said(field="legs")(lines))


@pytest.mark.parametrize("head", ["", "null", "[]", "{}", "cat", '{"format": "other 1"}'])
def test_another_file_is_no_export(history: History, head: str):
    assert "first line was expected" in refused(history, [head])


def test_an_empty_file_is_no_export(history: History):
    assert "first line was expected" in refused(history, [])


def test_an_export_of_a_newer_version_says_so(history: History):
    told = refused(history, ['{"format": "routine-player history 77"}'])
    assert "newer" in told
    assert "77" in told


def test_an_export_of_an_old_version_says_so(history: History):
    assert "old version" in refused(history, ['{"format": "routine-player history 1"}'])


def test_an_export_of_before_lines_were_counted_is_taken(history: History, lines: Lines):
    head = json.loads(lines[0])
    del head["lines"]
    history.diary.merge_lines([json.dumps(head), *lines[1:]])
    assert len(history.diary.runs()) == 1


def test_what_an_editor_of_text_adds_does_no_harm(history: History, lines: Lines):
    history.diary.merge_lines(["\ufeff" + lines[0], *(line + "\r" for line in lines[1:]), "", " "])
    assert len(history.diary.runs()) == 1


def test_a_line_that_is_far_too_long_is_not_even_read(
    history: History, lines: Lines, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(export_reading, "_MANY", max(map(len, lines)))
    assert "longer" in refused(history, [*lines, " " * max(map(len, lines)) + "{}"])


def test_a_merge_that_is_stopped_changes_nothing(history: History, lines: Lines):
    seen: list[int] = []

    def stop() -> None:
        seen.append(1)
        if len(seen) > 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        history.diary.merge_lines(lines, stop)
    assert history.diary.shoes() == ()
    assert history.diary.runs() == ()
