"""The command line, as it is typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from routine_player import __main__, __version__
from routine_player.__main__ import main
from routine_player.store.history import History
from routine_player.store.paths import Places


@pytest.fixture
def run(tmp_path, capsys):
    """Type a command; give its exit code, what it said and what it complained of."""

    def typed(*words):
        try:
            code = main(["--home", str(tmp_path / "home"), *map(str, words)])
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


def test_it_tells_its_version(run):
    assert run("--version") == (0, f"routine-player {__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ["plya"],
        ["play"],
        ["play", "demo", "--speed", "0"],
        ["play", "demo", "--speed", "fast"],
        ["play", "demo", "--speed", "nan"],
        ["check"],
        ["check", "x", "--format", "xml"],
        ["list", "--yaml"],
    ],
)
def test_a_mistake_in_the_arguments_is_one_plain_line(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("routine-player")


def test_a_home_that_is_a_file_is_refused(tmp_path, capsys):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SystemExit) as end:
        main(["--home", str(file), "list"])
    assert end.value.code == 2
    assert "is a file" in capsys.readouterr().err


def test_the_list_has_every_routine_with_its_time(run):
    code, out, _ = run("list", "--json")
    listed = json.loads(out)
    demo = next(one for one in listed["routines"] if one["slug"] == "demo")
    assert code == 0
    assert (demo["when"], demo["duration_s"], demo["problems"]) == ("any", 60.0, [])
    assert {"slug": "bird-dog", "name": "Bird-dog"} in listed["exercises"]
    assert listed["programs"] == []


def test_the_list_names_exercises_for_routines_of_ones_own(run):
    lines = run("list")[1].splitlines()
    assert lines[0].startswith("after-run-cool-down ")
    routines, exercises = lines[: lines.index("")], lines[lines.index("") + 1 :]
    assert any(line.startswith("demo ") for line in routines)
    assert exercises[0] == "Exercises, for routines of your own"
    assert any(line.startswith("bird-dog ") for line in exercises)


def test_a_broken_file_is_listed_with_its_problem(run, tmp_path):
    folder = tmp_path / "home" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("routine: Mine\nsteps: []\n")
    _, out, _ = run("list", "--json")
    mine = next(one for one in json.loads(out)["routines"] if one["slug"] == "mine")
    assert mine["duration_s"] is None
    assert mine["problems"][0]["line"] == 2
    _, out, _ = run("list")
    assert "Mine: does not load." in out
    assert "demo" in out


def test_the_history_of_a_new_home_is_empty(run):
    code, out, _ = run("history", "--json")
    assert (code, json.loads(out)) == (
        0,
        {"sessions": [], "runs": [], "ratings": [], "shoes": [], "days": [], "red_flags": []},
    )
    assert "No sessions yet" in run("history")[1]


def test_checking_what_is_well_says_so(run):
    code, out, _ = run("check", Places().bundled_routines)
    assert (code, out) == (0, "No problems.\n")


def test_checking_tells_each_problem_with_its_place(run, tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("routine: Bad\nsteps:\n  - {exercise: bird-dgo, hold: 10s}\n")
    code, out, _ = run("check", file)
    assert code == 1
    assert f"{file}:3:" in out
    assert out.endswith("1 error\n")
    code, out, _ = run("check", file, "--format", "json")
    (problem,) = json.loads(out)["problems"]
    assert (code, problem["line"], problem["severity"]) == (1, 3, "error")
    assert problem["suggestion"] == "bird-dog"


def test_playing_a_routine_that_is_not_there_suggests_the_nearest(run):
    code, out, err = run("play", "dmeo", "--terminal")
    assert (code, out) == (2, "")
    assert "Did you mean demo?" in err
    assert "routine-player list" in run("play", "qqqqqqqq", "--terminal")[2]


def test_playing_a_broken_file_tells_its_problems(run, tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("routine: Bad\nsteps: 7\n")
    code, _, err = run("play", file, "--terminal")
    assert code == 1
    assert f"{file}:2:" in err


def test_a_history_in_use_is_told_in_one_line(run, tmp_path, clock):
    places = Places(tmp_path / "home")
    assert places.ensure() is None
    history = History.open(places, clock.instant())
    try:
        code, _, err = run("history", "--json")
        assert code == 3
        assert len(err.splitlines()) == 1
        code, _, err = run("play", "demo", "--terminal")
        assert code == 3
    finally:
        history.close()


def test_without_a_display_the_demo_plays_in_the_terminal(run, monkeypatch):
    played = []
    monkeypatch.setattr(__main__, "missing_display", lambda *_: "There is no display here.")
    monkeypatch.setattr(
        "routine_player.terminal.playing.play",
        lambda home, routine, speed: played.append((routine, speed)) or 0,
    )
    code, out, _ = run()
    assert (code, played) == (0, [("demo", 1.0)])
    assert "There is no display here." in out
    run("play", "foam-rolling", "--speed", "20")
    assert played[-1] == ("foam-rolling", 20.0)


def test_the_doctor_gives_one_line_a_topic(run):
    code, out, _ = run("doctor")
    topics = [line.split()[1].rstrip(":") for line in out.splitlines()]
    assert topics[0] == "display"
    assert len(topics) == 5
    assert code == int("missing" in out)


def test_a_command_that_is_mistyped_is_told_with_the_one_that_was_meant(run):
    assert "'histroy' is unknown; did you mean history?" in run("histroy")[2]
    assert "'jog' is none of play, check, list" in run("jog")[2]
    assert "'xml' is none of text, json" in run("check", "x", "--format", "xml")[2]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("log-run", ["lower-back-left", "leg-weakness", "52:30", "examples:"]),
        ("rate", ["next-morning", "calf-right", "No better after one to two weeks"]),
        ("import", ["Strava's activities.csv", "changes nothing"]),
        ("history", ["newest first", "--json"]),
        ("doctor", ["Tell what works"]),
    ],
)
def test_help_says_what_a_command_does_and_takes(run, command, words):
    code, out, _ = run(command, "--help")
    assert code == 0
    for word in words:
        assert word in " ".join(out.split())


def test_help_fits_a_narrow_terminal(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    _, out, _ = run("rate", "--help")
    sites = out[out.index("sites:") : out.index("signs:")]
    assert max(map(len, sites.splitlines())) <= 58


_PROGRAM = [sys.executable, "-m", "routine_player"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no disk that is always full")
def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [*_PROGRAM, "--home", tmp_path, "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == "The output cannot be written: No space left on device\n"


def test_a_reader_that_has_gone_is_no_error(tmp_path):
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [*_PROGRAM, "--home", tmp_path, "list", "--json"],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_without_any_output_a_command_does_its_work(run, monkeypatch, tmp_path):
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", None)
        assert main(["--home", str(tmp_path / "home"), "rate", "3"]) == 0
        assert main(["--home", str(tmp_path / "home"), "history", "--json"]) == 0
    assert json.loads(run("history", "--json")[1])["ratings"][0]["score"] == 3
