"""`import`, `log-run`, `rate` and `history`, as they are typed."""

import io
import json

import pytest

from routine_player.__main__ import main
from routine_player.store.history import History
from routine_player.store.paths import Places

_GPX = """<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><type>{kind}</type><trkseg>
<trkpt lat="52.5" lon="13.4"><time>2025-06-15T15:00:00Z</time></trkpt>
<trkpt lat="52.51" lon="13.4"><time>2025-06-15T15:06:00Z</time></trkpt>
</trkseg></trk></gpx>"""


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


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.gpx").write_text(_GPX.format(kind="running"))
    (folder / "b.gpx").write_text(_GPX.format(kind="cycling").replace("52.51", "52.53"))
    return folder


def test_importing_tells_each_file_and_counts_in_the_last_line(run, files):
    code, out, err = run("import", files)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "taken    a.gpx",
        "skipped  b.gpx: it is a ride, not a run",
        "1 taken, 0 joined, 1 skipped, 0 failed",
    ]
    assert run("import", files)[1].splitlines()[-1] == "0 taken, 0 joined, 2 skipped, 0 failed"
    every = run("import", "--all-sports", files)[1].splitlines()
    assert every[-1] == "1 taken, 0 joined, 1 skipped, 0 failed"


def test_importing_says_one_where_something_failed(run, files, tmp_path):
    (files / "c.fit").write_bytes(b"")
    code, out, _ = run("import", files / "a.gpx", files / "c.fit", tmp_path / "none.fit")
    assert code == 1
    assert out.splitlines()[1:] == [
        "failed   c.fit: it is empty",
        "failed   none.fit: there is no such file",
        "1 taken, 0 joined, 0 skipped, 2 failed",
    ]


def test_importing_tells_a_program_the_same(run, files):
    code, out, _ = run("import", "--json", files)
    told = json.loads(out)
    assert code == 0
    assert (told["taken"], told["joined"], told["skipped"], told["failed"]) == (1, 0, 1, 0)
    taken, skipped = told["lines"]
    assert (taken["name"], taken["fate"], bool(taken["run"])) == ("a.gpx", "taken", True)
    assert (skipped["reason"], skipped["run"]) == ("it is a ride, not a run", None)


def test_the_history_lists_runs_and_ratings(run, files):
    run("import", files)
    run("rate", "4", "--site", "lower-back-left", "--numb")
    code, out, _ = run("history", "--json")
    told = json.loads(out)
    assert code == 0
    (ran,) = told["runs"]
    assert (ran["start_utc"], ran["duration_s"], ran["kind"], ran["source"]) == (
        "2025-06-15T15:00:00Z",
        360.0,
        "run",
        "gpx",
    )
    assert ran["distance_m"] == pytest.approx(1112.0, abs=1.0)
    (rating,) = told["ratings"]
    assert (rating["score"], rating["sites"], rating["numbness"]) == (4, ["lower-back-left"], True)


def test_a_run_is_logged_in_one_line_of_words(run):
    code, out, _ = run(
        "log-run", "--start", "2025-06-15T17:00", "--distance", "10,5", "--time", "52:30",
        "--run-kind", "long", "--worst", "5", "--now", "2", "--shoes", "Blue", "--focus", "gaze",
    )  # fmt: skip
    assert (code, out) == (0, "Logged: 2025-06-15 17:00, run, 10.5 km, 52:30\n")
    run("log-run", "--start", "2025-06-16T17:00", "--kind", "swim", "--shoes", "blue")
    history = json.loads(run("history", "--json")[1])
    assert [one["kind"] for one in history["runs"]] == ["swim", "run"]
    assert len({one["shoes"] for one in history["runs"]}) == 1
    assert {one["moment"]: one["score"] for one in history["ratings"]} == {
        "worst-in-run": 5,
        "after-run": 2,
    }
    assert run("history")[1].splitlines() == [
        "2025-06-16 17:00  swim",
        "2025-06-15 17:00  run (long), 10.5 km, 52:30",
    ]


def test_a_far_longer_run_is_marked(run):
    run("log-run", "--start", "2025-06-15T17:00", "--distance", "10")
    _, out, _ = run("log-run", "--start", "2025-06-17T17:00", "--distance", "7.5", "--miles")
    assert out.splitlines()[0] == "Logged: 2025-06-17 17:00, run, 7.5 mi"
    assert out.splitlines()[1].startswith("21 % longer than your longest run")


def test_a_run_is_logged_as_json_in_and_out(run, monkeypatch, tmp_path):
    said = {"start": "2025-06-15T15:00:00Z", "distance_m": 8000, "now": 1}
    code, out, _ = run("log-run", "--json", json.dumps(said))
    told = json.loads(out)
    assert code == 0
    assert (told["run"]["distance_m"], told["run"]["start_utc"]) == (8000.0, said["start"])
    assert [(one["moment"], one["score"]) for one in told["ratings"]] == [("after-run", 1)]
    assert told["load_note"] == ""

    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(said | {"distance_m": 9000})))
    assert json.loads(run("log-run", "--json")[1])["load_note"] == ""

    file = tmp_path / "run.json"
    file.write_text(json.dumps(said | {"start": "2025-06-16T15:00:00Z", "distance_m": 12_000}))
    told = json.loads(run("log-run", "--json", file, "--note", "Hot")[1])
    assert told["run"]["note"] == "Hot"
    assert "33 % longer" in told["load_note"]


def test_what_is_typed_can_be_told_as_json(run):
    told = json.loads(run("log-run", "--distance", "5", "--json")[1])
    assert told["run"]["distance_m"] == 5000.0
    rating = json.loads(run("rate", "3", "--moment", "next-morning", "--json")[1])
    assert (rating["score"], rating["moment"]) == (3, "next-morning")


def test_a_rating_finds_its_run(run):
    ran = json.loads(run("log-run", "--distance", "5", "--json")[1])["run"]
    rating = json.loads(run("rate", "3", "--moment", "after-run", "--json")[1])
    assert rating["run"] == ran["id"]
    other = run("rate", "3", "--moment", "after-run", "--run", ran["id"])
    assert other[:2] == (0, "Rated 3 of 10.\n")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["log-run", "--distance", "far"], "'far' is no distance"),
        (["log-run", "--json", "{"], "this is no JSON"),
        (["log-run", "--json", "[1]"], "a JSON object was expected"),
        (["log-run", "--json", "no-such-file"], "no-such-file: No such file"),
        (["log-run", "--json", '{"speed": 1}'], "there is no field 'speed'"),
        (["rate"], "a score from 0 to 10 is needed"),
        (["rate", "11"], "0 to 10"),
        (
            ["rate", "1", "--moment", "after-run", "--run", "7" * 32],
            "there is no run 77777777-7777-7777-7777-777777777777",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(run, words, expected):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert expected in err


def test_a_history_in_use_is_told_in_one_line(run, tmp_path, clock, files):
    history = History.open(Places(tmp_path / "home"), clock.instant())
    try:
        for words in (["import", files], ["log-run", "--distance", "5"], ["rate", "3"]):
            code, out, err = run(*words)
            assert (code, out, len(err.splitlines())) == (3, "", 1)
    finally:
        history.close()


def test_where_nothing_can_be_saved_that_is_told(run, tmp_path):
    (tmp_path / "home").write_text("in the way")
    home = tmp_path / "home" / "data"
    code = main(["--home", str(home), "rate", "3"])
    assert code == 1
