"""`import`, `log-run`, `rate` and `history`, as they are typed."""

import io
import json
import os
import signal
from datetime import date
from uuid import UUID

import pytest

from routine_player.__main__ import main
from routine_player.core.day import DayFactors
from routine_player.core.instant import Instant
from routine_player.core.pain import Rating, RatingMoment
from routine_player.core.red_flag_check import flags_to_ask
from routine_player.core.red_flags import RED_FLAGS, WHOM_TO_SEE, Urgency
from routine_player.store.backups import backups_in
from routine_player.store.history import History
from routine_player.store.paths import Places

_GPX = """<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><type>{kind}</type><trkseg>
<trkpt lat="52.5" lon="13.4"><time>2025-06-15T15:00:00Z</time></trkpt>
<trkpt lat="52.51" lon="13.4"><time>2025-06-15T15:06:00Z</time></trkpt>
</trkseg></trk></gpx>"""


_SEVERE = Rating(RatingMoment.WORST_IN_RUN, 9, Instant.of(0, 0))
_SIGNS_OF_SEVERE_PAIN = [flag.name for flag in flags_to_ask(_SEVERE, is_first=False)]


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


@pytest.mark.parametrize("nothing", ["", "  "])
def test_nothing_in_place_of_a_path_is_not_the_folder_one_is_in(run, files, monkeypatch, nothing):
    monkeypatch.chdir(files)
    code, out, err = run("import", files / "a.gpx", nothing)
    assert (code, out) == (2, "")
    assert "it is empty: name a file or a folder" in err
    assert "2 taken" in run("import", ".", "--all-sports")[1]


@pytest.fixture
def ctrl_c():
    """Let Ctrl-C be heard, which it is not where all of the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("moment", ["reading", "storing"])
def test_ctrl_c_ends_an_import_between_two_files(run, files, monkeypatch, moment):
    from routine_player.terminal import importing

    read, store = importing.read_paths, importing.store

    def reading(*told):
        for number, one in enumerate(read(*told)):
            if moment == "reading" and number == 1:
                os.kill(os.getpid(), signal.SIGINT)
            yield one

    def storing(*told, **how):
        if moment == "storing":
            os.kill(os.getpid(), signal.SIGINT)
        return store(*told, **how)

    monkeypatch.setattr(importing, "read_paths", reading)
    monkeypatch.setattr(importing, "store", storing)
    code, out, err = run("import", files / "a.gpx", files / "a.gpx")
    assert code == 130
    assert [line.split()[0] for line in out.splitlines()] == ["taken", "1"]
    assert err == "Stopped. What is told above is done, the rest was not read.\n"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    monkeypatch.undo()
    assert "it is in your log already" in run("import", files / "a.gpx")[1]


def test_an_import_that_is_to_go_on_in_the_background_does(run, files):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert run("import", files / "a.gpx")[0] == 0
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_the_json_calls_duration_and_after_can_be_typed_so_too(run):
    code, _, err = run("log-run", "--distance", "8,4", "--duration", "47:30", "--after", "2")
    assert (code, err) == (0, "")
    told = json.loads(run("history", "--json")[1])
    assert [one["duration_s"] for one in told["runs"]] == [2850.0]
    assert [(one["moment"], one["score"]) for one in told["ratings"]] == [("after-run", 2)]


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


def test_a_run_that_was_deleted_is_taken_back_when_that_is_asked_for(run, files, tmp_path):
    (told,) = json.loads(run("import", "--json", files / "a.gpx")[1])["lines"]
    noon = Instant.of(1_790_000_000_000, 0)
    history = History.open(Places(tmp_path / "home"), noon)
    history.diary.delete(UUID(told["run"]), noon)
    history.close()
    assert run("import", files / "a.gpx")[1].splitlines() == [
        "skipped  a.gpx: you deleted it from your log",
        "To take back the runs you deleted: import them with --deleted",
        "0 taken, 0 joined, 1 skipped, 0 failed",
    ]
    back = run("import", "--deleted", files / "a.gpx")[1].splitlines()
    assert back == ["taken    a.gpx", "1 taken, 0 joined, 0 skipped, 0 failed"]


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
    assert code == 0
    assert out.splitlines()[0] == "Logged: 2025-06-15 17:00, run, 10.5 km, 52:30"
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
        "2025-06-15 17:00  run (long), 10.5 km, 52:30, worst in the run 5, after the run 2",
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
        (["log-run", "--distance", "far"], "'far' is not understood; expected 10.5"),
        (["log-run", "--json", "{"], "this is no JSON"),
        (["log-run", "--json", "no-such-file"], "no-such-file: there is no such file"),
        (["log-run", "--json", '{"speed": 1}'], "there is no field 'speed'"),
        (["log-run", "--json", "[1]"], "or a list of objects"),
        (["log-run", "--json", '{"runs": [], "ratings": []}'], "this is a whole history"),
        (["log-run", "--json", '{"note": 1, "note": 2}'], "'note' is said twice"),
        (["log-run", "--json", '{"distance_m": NaN}'], "NaN is no number"),
        (["log-run", "--json", '{"climb_m":\n1,}'], "--json, line 2, column 3: this is no JSON"),
        (["log-run", "--json", "/"], "/: Is a directory"),
        (["log-run", "--json", "[" * 100_000], "--json: this is no JSON"),
        (["log-run", "--shoes", "7" * 32], "there are no shoes 7777"),
        (["log-run"], "nothing is said of the run"),
        (["rate", "1", "--session", "7" * 32], "there is no session 7777"),
        (["rate", "9", "--sign", "fevr"], "expected fever"),
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


def test_where_nothing_can_be_saved_that_is_told(capsys, tmp_path):
    (tmp_path / "home").write_text("in the way")
    home = tmp_path / "home" / "data"
    assert main(["--home", str(home), "rate", "3"]) == 1
    said = capsys.readouterr()
    assert said.out == ""  # nothing is called rated that was not
    assert said.err.startswith("Nothing you do is saved")


def _runs_and_ratings(run):
    told = json.loads(run("history", "--json")[1])
    return told["runs"], told["ratings"]


def test_a_list_is_stored_whole_or_not_at_all(run):
    said = [{"start": f"2025-06-{day}", "distance_m": 5000} for day in (15, 16, 17)]
    code, out, err = run("log-run", "--json", json.dumps([*said, {"distance": "far"}]))
    assert (code, out) == (2, "")
    assert err.startswith("entry 4 of 4: distance: 'far' is not understood")
    assert err.endswith("(nothing was stored)\n")
    assert _runs_and_ratings(run) == ([], [])
    code, out, _ = run("log-run", "--json", json.dumps(said))
    assert (code, len(json.loads(out))) == (0, 3)
    assert [one["start_local"][:10] for one in _runs_and_ratings(run)[0]] == [
        "2025-06-17",
        "2025-06-16",
        "2025-06-15",
    ]
    assert run("log-run", "--json", "[]")[:2] == (0, "[]\n")


def test_what_history_tells_can_be_given_back_and_changes_nothing(run):
    for day in (15, 16):
        run("log-run", "--start", f"2025-06-{day}T07:00", "--distance", "8,4", "--time", "47:30",
            "--worst", "4", "--now", "2", "--shoes", "Blue", "--tag", "heat")  # fmt: skip
    before = run("history", "--json")[1]
    runs, ratings = _runs_and_ratings(run)
    assert run("log-run", "--json", json.dumps(runs))[0] == 0
    assert run("rate", "--json", json.dumps(ratings))[0] == 0
    assert run("history", "--json")[1] == before


def test_a_run_given_back_with_another_note_is_corrected(run):
    ran = json.loads(run("log-run", "--distance", "5", "--shoes", "Blue", "--json")[1])["run"]
    said = json.dumps({"id": ran["id"], "note": "Windy"})
    assert json.loads(run("log-run", "--json", said)[1])["run"] == ran | {"note": "Windy"}
    assert len(_runs_and_ratings(run)[0]) == 1
    rating = json.loads(run("rate", "3", "--json")[1])
    said = json.dumps({"id": rating["id"], "score": 5})
    assert json.loads(run("rate", "--json", said)[1])["score"] == 5
    assert [one["score"] for one in _runs_and_ratings(run)[1]] == [5]


def test_what_was_deleted_is_not_corrected(run, tmp_path, clock):
    ran = json.loads(run("log-run", "--distance", "5", "--json")[1])["run"]
    rating = json.loads(run("rate", "3", "--json")[1])
    history = History.open(Places(tmp_path / "home"), clock.instant())
    history.diary.delete(UUID(ran["id"]), clock.instant())
    history.diary.delete(UUID(rating["id"]), clock.instant())
    history.close()
    code, _, err = run("log-run", "--json", json.dumps(ran))
    assert (code, err) == (2, f"the run {ran['id']} was deleted\n")
    code, _, err = run("rate", "--json", json.dumps({"id": rating["id"], "score": 1}))
    assert (code, err) == (2, f"the rating {rating['id']} was deleted\n")


def test_a_run_that_is_logged_twice_is_told(run):
    words = ["log-run", "--start", "2025-06-15T17:00", "--distance", "8.4"]
    assert run(*words)[1] == "Logged: 2025-06-15 17:00, run, 8.4 km\n"
    logged, doubt = run(*words)[1].splitlines()
    assert logged == "Logged: 2025-06-15 17:00, run, 8.4 km"
    assert "It looks like one that is logged already: 2025-06-15 17:00, run, 8.4 km" in doubt
    first, second, third = (json.loads(run(*words, "--json")[1]) for _ in range(3))
    assert len(first["looks_like"]) == 2
    assert third["looks_like"][-1] != third["run"]["id"]
    assert second["run"]["id"] in third["looks_like"]
    assert run(*words[:2], "2025-06-15T19:00", *words[3:])[1].count("\n") == 1


def test_signs_that_pain_calls_for_are_told_with_whom_to_see(run):
    first = run("rate", "1")[1].splitlines()
    assert first[2] == "Is any of this so? Then somebody who can examine you should look at it."
    assert sum(line.startswith("  - ") for line in first) == len(RED_FLAGS)
    assert run("rate", "1")[1] == "Rated 1 of 10.\n"
    numb = run("rate", "3", "--numb", "--spread", "both-legs")[1].splitlines()
    assert numb[3:5] == ["Get help at once", f"  {WHOM_TO_SEE[Urgency.AT_ONCE]}"]
    assert "  - Pain that goes down both legs (both-legs)" in numb
    assert f"  {WHOM_TO_SEE[Urgency.SOON]}" in numb
    told = json.loads(run("log-run", "--distance", "5", "--worst", "9", "--json")[1])
    assert [one["name"] for one in told["signs_to_ask"]] == _SIGNS_OF_SEVERE_PAIN
    assert told["whom_to_see"] == ""


def test_answers_about_signs_are_kept_and_lead_to_whom_to_see(run):
    code, out, _ = run("rate", "9", "--sign", "leg-weakness", "--sign", "fever")
    assert (code, out.splitlines()) == (
        0,
        ["Rated 9 of 10.", f"Noted. Get help at once: {WHOM_TO_SEE[Urgency.AT_ONCE]}"],
    )
    assert run("rate", "--no-signs")[1] == "Noted: none of the signs.\n"
    told = json.loads(run("rate", "--sign", "fever", "--json")[1])
    assert told == {"signs_to_ask": [], "whom_to_see": WHOM_TO_SEE[Urgency.SOON]}
    run("log-run", "--distance", "5", "--worst", "9", "--no-signs")
    history = json.loads(run("history", "--json")[1])
    kept = history["red_flags"]
    assert [one["urgency"] for one in kept] == [None, "soon", None, "at once"]
    severe, first = kept[0], kept[-1]
    assert set(severe["answers"].values()) == {False}
    assert list(severe["answers"]) == _SIGNS_OF_SEVERE_PAIN
    assert [name for name, is_so in first["answers"].items() if is_so] == [
        "leg-weakness",
        "fever",
    ]
    assert {severe["rating"], first["rating"]} == {one["id"] for one in history["ratings"]}


def test_history_tells_shoes_days_and_sessions_to_a_program(run, tmp_path, clock):
    run("log-run", "--distance", "5", "--shoes", "Blue")
    history = History.open(Places(tmp_path / "home"), clock.instant())
    for day in (1, 2):
        history.diary.put_day(DayFactors(date(2025, 6, day), hours_sat=7.5), clock.instant())
    history.close()
    told = json.loads(run("history", "--json")[1])
    assert [(one["name"], one["worn_m"]) for one in told["shoes"]] == [("Blue", 5000.0)]
    assert [one["day"] for one in told["days"]] == ["2025-06-02", "2025-06-01"]
    assert (told["sessions"], told["red_flags"]) == ([], [])


def test_pain_of_a_session_stands_beside_it(run):
    run("play", "demo", "--terminal", "--speed", "1000")
    history = json.loads(run("history", "--json")[1])
    (session,) = history["sessions"]
    assert session["start_utc"].endswith("Z")
    for moment, score in (("before-session", "4"), ("after-session", "3")):
        code, out, _ = run("rate", score, "--session", session["id"], "--moment", moment)
        assert (code, out.splitlines()[0]) == (0, f"Rated {score} of 10.")
    assert run("history")[1].endswith(", at speed 1000, pain before 4, after 3\n")
    assert run("rate", "3", "--session", session["id"], "--moment", "next-morning")[0] == 2


def test_pain_of_no_run_stands_in_the_history_too(run):
    run("rate", "3", "--at", "2025-06-15T17:00", "--site", "calf-left")
    run("rate", "2", "--at", "2025-06-16T07:00", "--moment", "next-morning")
    assert run("history")[1].splitlines() == [
        "2025-06-16 07:00  next morning: pain 2 of 10",
        "2025-06-15 17:00  pain 3 of 10, calf, left",
    ]


def test_a_score_typed_behind_json_is_a_score(run):
    assert json.loads(run("rate", "--json", "3")[1])["score"] == 3


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf{"note": "\xc3\xa9"}',
        '{"note": "é"}'.encode("utf-16"),
        b'{"note": "\\u00e9"}',
    ],
)
def test_json_is_read_as_other_programs_write_it(run, tmp_path, monkeypatch, content):
    file = tmp_path / "run.json"
    file.write_bytes(content)
    assert json.loads(run("log-run", "--json", file)[1])["run"]["note"] == "é"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), "ascii"))
    told = json.loads(run("log-run", "--json", "-", "--climb", "40")[1])["run"]
    assert (told["note"], told["climb_m"]) == ("é", 40.0)


def test_json_that_is_no_text_is_told_with_its_line(run, tmp_path):
    file = tmp_path / "run.json"
    file.write_bytes(b'{"climb_m": 1,\n"note": "\xe9"}')
    code, _, err = run("log-run", "--json", file)
    assert (code, err) == (2, f"{file}, line 2: this is not UTF-8\n")


def test_json_without_end_is_refused(run):
    code, _, err = run("log-run", "--json", "/dev/zero")
    assert (code, err) == (2, "/dev/zero: this is more than 64 MiB\n")


def test_json_is_plain_where_the_output_has_no_other_letters(run, monkeypatch):
    run("log-run", "--note", "é 😀", "--tag", "é")
    output = io.TextIOWrapper(io.BytesIO(), "cp1252")
    monkeypatch.setattr("sys.stdout", output)
    run("history", "--json")
    run("log-run", "--shoes", "😀", "--distance", "a😀")
    output.flush()
    told = json.loads(output.buffer.getvalue().decode("ascii"))
    assert told["runs"][0]["note"] == "é 😀"


def test_history_has_one_row_a_line_for_a_program(run):
    for day in (15, 16):
        run("log-run", "--start", f"2025-06-{day}T07:00", "--note", "two\nlines")
    lines = run("history", "--json")[1].splitlines()
    assert lines[:3] == ["{", '  "sessions": [],', '  "runs": [']
    assert [line.startswith('    {"id": ') for line in lines[3:5]] == [True, True]
    assert lines[5] == "  ],"


def test_of_many_first_ratings_one_is_asked_about(run):
    told = json.loads(run("rate", "--json", '[{"score": 1}, {"score": 2}]')[1])
    assert [len(one["signs_to_ask"]) for one in told] == [len(RED_FLAGS), 0]


def test_input_that_is_empty_is_told(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert run("rate", "--json")[2] == "input: it is empty; a JSON object was expected\n"


def test_a_person_is_told_that_json_is_waited_for(run, monkeypatch):
    keyboard = io.StringIO('{"score": 3}')
    keyboard.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", keyboard)
    code, out, err = run("rate", "--json")
    assert (code, json.loads(out)["score"]) == (0, 3)
    assert err == "Waiting for JSON. Ctrl+D on a line of its own ends it.\n"


def test_a_settings_file_that_is_damaged_is_told(run, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text("{")
    code, out, err = run("rate", "3")
    assert (code, out.splitlines()[0]) == (0, "Rated 3 of 10.")
    assert "settings.json" in err


def test_a_rating_that_is_corrected_is_told_as_one(run):
    rating = json.loads(run("rate", "3", "--moment", "next-morning", "--json")[1])
    given = json.dumps({"id": rating["id"]})
    assert json.loads(run("rate", "5", "--json", given)[1])["score"] == 5


def test_a_damaged_history_is_told_with_the_way_back(run, tmp_path):
    run("log-run", "--distance", "5", "--time", "30")
    history = Places(tmp_path / "home").history
    history.write_bytes(b"x" * 9000)
    code, _, err = run("rate", "3", "--no-signs")
    assert code == 0
    assert "damaged" in err
    assert "history-1.db" in err
    assert "Settings, Data. Backups: 1" in err


def test_what_was_logged_in_the_terminal_is_backed_up(run, tmp_path):
    places = Places(tmp_path / "home")
    run("log-run", "--distance", "5", "--time", "30")
    assert len(backups_in(places.backups)) == 1
    run("history")
    assert len(backups_in(places.backups)) == 1
    run("rate", "3", "--no-signs")
    assert len(backups_in(places.backups)) == 2


def test_a_backup_that_cannot_be_made_is_told_and_the_run_is_logged(run, tmp_path):
    places = Places(tmp_path / "home")
    places.data.mkdir(parents=True)
    places.backups.write_text("in the way", encoding="utf-8")
    code, out, err = run("log-run", "--distance", "5", "--time", "30")
    assert code == 0
    assert "Logged" in out
    assert "No backup was made" in err


@pytest.mark.parametrize("words", [("rate", "score"), ("log-run", "distance_m")])
def test_two_entries_of_one_id_are_refused_as_one_would_be_lost(run, words):
    command, field = words
    entry = {"id": str(UUID(int=5)), field: 5}
    code, out, err = run(command, "--json", json.dumps([entry, {**entry, field: 6}]))
    assert (code, out) == (2, "")
    assert "entry 2 of 2" in err
    assert "earlier entry" in err
    stored = json.loads(run("history", "--json")[1])
    assert stored["ratings"] == stored["runs"] == []


def test_an_id_of_a_run_is_none_for_a_rating(run):
    given = {"id": str(UUID(int=5)), "distance_m": 5000}
    assert run("log-run", "--json", json.dumps(given))[0] == 0
    code, _, err = run("rate", "--json", json.dumps({"id": str(UUID(int=5)), "score": 3}))
    assert code == 2
    assert "is taken by something else" in err
    assert run("log-run", "--json", json.dumps(given | {"distance_m": 6000}))[0] == 0


def test_pain_of_a_run_that_was_deleted_is_still_told_and_nothing_is_added_to_it(
    run, tmp_path, clock
):
    given = {"id": str(UUID(int=5)), "distance_m": 5000, "worst": 4}
    assert run("log-run", "--json", json.dumps(given))[0] == 0
    history = History.open(Places(tmp_path / "home"), clock.instant())
    history.diary.delete(UUID(int=5), clock.instant())
    history.close()
    assert "pain 4 of 10" in run("history")[1]
    (rating,) = json.loads(run("history", "--json")[1])["ratings"]
    assert run("rate", "--json", json.dumps({**rating, "score": 5}))[0] == 0
    code, _, err = run("rate", "3", "--run", UUID(int=5))
    assert code == 2
    assert "was deleted" in err
