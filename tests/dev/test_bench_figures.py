"""The figures of figures are measured on what the player really has drawn."""

import pytest

from routine_player.dev import bench_figures
from routine_player.dev.bench_figures import DrawingFailedError, Drawn, Subject, draw
from routine_player.dev.figures import Figure
from routine_player.ui.figure.sheet import read_sheet

STANDING = """\
exercise: {name}
position: standing
sides: none
pose:
  position: standing
  keyframes:
    - {{name: start, hold: 0.4}}
    - {{name: bent, move: 1.2, hold: 2, pose: {{hips: {angle}}}}}
"""


@pytest.fixture
def subject(tmp_path):
    def made(name, angle="flexion 30"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(STANDING.format(name=name.title(), angle=angle), encoding="utf-8")
        return Subject(name, path, tmp_path / f"{name}.json")

    return made


def test_a_figure_is_timed_until_its_first_frames_and_until_all(subject, tmp_path):
    (drawn,) = draw([subject("bow")], (64, 64), tmp_path / "sheets")

    assert 0 < drawn.few_s < drawn.all_s
    sheet = read_sheet(drawn.sheet)
    assert sheet is not None
    assert len(sheet.motion) == 24


def test_a_figure_that_cannot_be_drawn_is_no_figure_to_measure(subject, tmp_path):
    with pytest.raises(DrawingFailedError, match="bow: "):
        draw([subject("bow", "sideways 30")], (64, 64), tmp_path / "sheets")


def test_the_worst_is_named_and_held_to_the_promise(tmp_path):
    took = [Drawn("calm", 0.2, 1.0, tmp_path), Drawn("slow", 0.4, 3.0, tmp_path)]
    rows: list[Figure] = bench_figures.of_drawing(took, "anywhere", (8, 8))

    assert [row.holds for row in rows] == [False, True, True, True]
    assert rows[0].value == "3.00 s (slow)"
    assert rows[1].ratio == 2.0
