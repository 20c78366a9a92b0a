"""The gallery draws every state it knows, light and dark, in each size."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from routine_player.dev import gallery, gallery_exercises, gallery_states
from routine_player.dev.gallery_player import Stop, session_at
from routine_player.dev.gallery_stage import GalleryState
from routine_player.store.library import Library

pytestmark = pytest.mark.usefixtures("qapp")

STANDING = """\
exercise: Stand
position: standing
sides: none
pose:
  position: standing
  keyframes:
    - {name: start}
    - {name: bent, move: 1.2, pose: {hips: flexion 30}}
"""


@pytest.fixture(autouse=True)
def exercises(tmp_path_factory, monkeypatch):
    """A folder that the gallery takes its exercises from; none at first."""
    folder = tmp_path_factory.mktemp("exercises")
    monkeypatch.setattr(gallery_exercises, "EXERCISES", folder)
    monkeypatch.setattr(gallery_exercises, "FIGURES", folder / "figures")
    return folder


def test_a_state_is_drawn_light_and_dark_in_each_of_its_sizes(tmp_path, monkeypatch, capsys):
    built, posed = [], []

    def build(studio):
        built.append(studio.theme.is_dark)
        return QLabel("x")

    state = GalleryState(
        "thing", build, (QSize(200, 100), QSize(60, 40)), lambda _, view: posed.append(view.text())
    )
    monkeypatch.setattr(gallery_states, "STATES", (state,))

    assert gallery.main(["--into", str(tmp_path / "shots")]) == 0

    names = sorted(path.name for path in (tmp_path / "shots").iterdir())
    assert names == [
        "thing-200x100-dark.png",
        "thing-200x100-light.png",
        "thing-60x40-dark.png",
        "thing-60x40-light.png",
    ]
    light = QImage(str(tmp_path / "shots" / "thing-200x100-light.png"))
    dark = QImage(str(tmp_path / "shots" / "thing-200x100-dark.png"))
    assert (light.width(), light.height()) == (200, 100)
    assert light.pixelColor(199, 99).lightness() > 200
    assert dark.pixelColor(199, 99).lightness() < 60
    assert built == [False, False, True, True]
    assert posed == ["x"] * 4
    assert capsys.readouterr().out.endswith("4 pictures.\n")


def test_one_word_chooses_among_the_states(tmp_path, capsys):
    assert gallery.main(["--into", str(tmp_path), "--only", "player-hold"]) == 0
    assert {path.name.rsplit("-", 2)[0] for path in tmp_path.iterdir()} == {"player-hold"}

    assert gallery.main(["--into", str(tmp_path), "--only", "no such state"]) == 1
    assert "no such state" in capsys.readouterr().err


def test_names_of_states_are_used_once():
    names = [state.name for state in gallery_states.STATES]

    assert len(names) == len(set(names))


def test_every_state_can_be_drawn_in_its_smallest_size(tmp_path, monkeypatch):
    def smallest(state):
        return replace(state, sizes=(min(state.sizes, key=QSize.width),))

    states = tuple(smallest(state) for state in gallery_states.STATES)
    monkeypatch.setattr(gallery_states, "STATES", states)

    assert gallery.main(["--into", str(tmp_path)]) == 0
    drawn = {path.name.rsplit("-", 2)[0] for path in tmp_path.iterdir()}
    assert drawn == {state.name for state in states}


def test_a_moment_that_no_routine_has_is_an_error(tmp_path):
    empty = Library.load([tmp_path], [tmp_path])
    with pytest.raises(LookupError):
        session_at(empty, Stop(lambda *_: True))


def test_contact_sheets_show_every_figure_on_either_side_and_its_keyframes(tmp_path, exercises):
    (exercises / "stand.yaml").write_text(STANDING, encoding="utf-8")

    assert gallery.main(["--into", str(tmp_path), "--only", "exercises"]) == 0

    names = sorted(path.name for path in tmp_path.glob("exercises-*"))
    assert names == [
        "exercises-dark-1.png",
        "exercises-far-dark-1.png",
        "exercises-far-light-1.png",
        "exercises-flipped-dark-1.png",
        "exercises-flipped-light-1.png",
        "exercises-keyframes-1.png",
        "exercises-light-1.png",
    ]
    light, flipped, far = (
        QImage(str(tmp_path / f"exercises-{kind}light-1.png")) for kind in ("", "flipped-", "far-")
    )
    assert light.size() == flipped.size() == far.size()
    assert light != flipped
    cell = QRect(QPoint(8, 8), gallery_exercises.CELL)
    ground = light.pixelColor(cell.topLeft())
    seen = {light.pixelColor(x, cell.center().y()).rgb() for x in range(8, 400)}
    assert len(seen - {ground.rgb()}) > 10
    assert light.pixelColor(600, 100) == light.pixelColor(2, 2)


def test_one_word_chooses_among_the_sheets(tmp_path, exercises):
    (exercises / "stand.yaml").write_text(STANDING, encoding="utf-8")

    assert gallery.main(["--into", str(tmp_path), "--only", "keyframes"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["exercises-keyframes-1.png"]
