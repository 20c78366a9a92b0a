from routine_player.core.problem import Problem, Severity, blocks_loading
from routine_player.store.findings import MAX_PROBLEMS, Findings
from routine_player.store.lines import Lines


def test_a_place_is_counted_as_editors_count() -> None:
    lines = Lines("a\nbc\r\nd\re\n")
    assert [lines.place(index) for index in (0, 1, 2, 4, 6, 7, 8, 10)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 3),
        (3, 1),
        (3, 2),
        (4, 1),
        (5, 1),
    ]
    assert Lines("").place(0) == (1, 1)


def test_problems_come_in_the_order_of_the_file_and_each_once() -> None:
    findings = Findings("a.yaml", "one\ntwo\n")
    findings.warning(4, "Two.")
    findings.hint(0, "One.", "eins")
    findings.warning(4, "Two.")
    assert findings.problems == (
        Problem("a.yaml", 1, 1, Severity.HINT, "One. Did you mean `eins`?", "eins"),
        Problem("a.yaml", 2, 1, Severity.WARNING, "Two."),
    )
    assert not findings.has_errors
    findings.error(5, "Three.")
    assert findings.has_errors


def test_beyond_a_hundred_problems_only_the_worst_severity_is_kept() -> None:
    findings = Findings("a.yaml", " " * 1000)
    for index in range(MAX_PROBLEMS):
        assert not findings.is_full
        findings.hint(index, "Hm.")
    assert findings.is_full
    findings.hint(0, "Hm.")
    assert len(findings.problems) == MAX_PROBLEMS
    findings.hint(500, "Hm.")
    findings.warning(501, "Oh.")
    assert findings.problems[-1] == Problem(
        "a.yaml", 1, 100, Severity.WARNING, "There are more problems; 100 are shown."
    )
    assert not findings.has_errors
    findings.error(502, "No.")
    assert findings.has_errors
    assert blocks_loading(findings.problems)
