import json
import sys

import pytest

from routine_player.dev import verify
from routine_player.dev.verify import Check, Outcome, run, summary

FOREVER = "import threading; threading.Event().wait()"


def test_every_check_is_run_also_after_one_that_fails(tmp_path):
    ran = []

    def check(name: str, *, held: bool) -> Check:
        return Check(name, "", lambda root: (ran.append((name, root)), held)[1])

    outcomes = run([check("a", held=False), check("b", held=True)], tmp_path, lambda: 0.0)

    assert ran == [("a", tmp_path), ("b", tmp_path)]
    assert [(each.name, each.held) for each in outcomes] == [("a", False), ("b", True)]


def test_a_checks_time_is_its_own(tmp_path):
    moments = iter([1.0, 3.5, 10.0, 10.25])

    outcomes = run([Check(name, "", bool) for name in "ab"], tmp_path, lambda: next(moments))

    assert [each.took_s for each in outcomes] == [2.5, 0.25]


def test_the_last_line_names_what_failed():
    outcomes = [Outcome("lint", True, 1.0), Outcome("types", False, 2.0), Outcome("x", False, 0.5)]

    assert summary(outcomes).splitlines()[-1] == "2 of 3 checks failed, in 3.5 s: types, x."


def test_the_last_line_says_that_all_is_well():
    lines = summary([Outcome("lint", True, 1.0), Outcome("tests", True, 60.0)]).splitlines()

    assert lines[0].split() == ["lint", "1.0", "s", "ok"]
    assert lines[-1] == "Every check held (2 of 2), in 61.0 s."


@pytest.mark.parametrize(("held", "code"), [(True, 0), (False, 1)])
def test_the_exit_code_says_whether_all_held(monkeypatch, capfd, held, code):
    monkeypatch.setattr(verify, "CHECKS", (Check("only", "one thing", lambda _: held),))

    assert verify.main([]) == code
    assert "== only: one thing" in capfd.readouterr().out


def test_only_the_checks_that_are_named_run(monkeypatch, capfd):
    checks = tuple(Check(name, "", lambda _: True) for name in ("lint", "types", "tests"))
    monkeypatch.setattr(verify, "CHECKS", checks)

    verify.main(["types"])

    assert "Every check held (1 of 1)" in capfd.readouterr().out


def test_a_check_that_does_not_exist_is_refused(capfd):
    with pytest.raises(SystemExit) as stopped:
        verify.main(["typos"])

    assert stopped.value.code == 2
    assert "there is no check typos" in capfd.readouterr().err


@pytest.mark.parametrize(("code", "holds"), [(0, True), (3, False)])
def test_a_command_holds_when_its_exit_code_is_nought(tmp_path, code, holds):
    check = verify.command(sys.executable, "-c", f"raise SystemExit({code})")

    assert check(tmp_path) is holds


def test_a_tool_that_is_missing_fails_in_plain_words(tmp_path, capfd):
    assert verify.tool("no-such-tool")(tmp_path) is False
    assert "no-such-tool cannot be started" in capfd.readouterr().out


def test_a_command_that_hangs_is_ended(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(verify, "HANGS_AFTER_S", 0.01)

    assert verify.command(sys.executable, "-c", FOREVER)(tmp_path) is False
    assert "was ended" in capfd.readouterr().out


def test_coverage_without_a_report_fails_in_plain_words(tmp_path, capfd):
    assert verify.coverage_is_enough(tmp_path) is False
    assert "no report" in capfd.readouterr().out


@pytest.mark.parametrize(("reached", "enough"), [(10, True), (9, False)])
def test_coverage_is_held_against_the_floors(tmp_path, capfd, reached, enough):
    summary = {"covered_lines": reached, "num_statements": 10}
    files = {"routine_player/core/session.py": {"summary": summary}}
    (tmp_path / "build").mkdir()
    (tmp_path / verify.COVERAGE).write_text(json.dumps({"files": files}))

    assert verify.coverage_is_enough(tmp_path) is enough
    assert "core" in capfd.readouterr().out
