from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from routine_player.ui.widgets.flow import FlowLayout


def filled(qtbot: QtBot, *widths: int) -> tuple[QWidget, FlowLayout, list[QLabel]]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=8)
    labels = []
    for width in widths:
        label = QLabel()
        label.setFixedSize(width, 20)
        flow.addWidget(label)
        labels.append(label)
    return box, flow, labels


def test_things_wrap_where_the_width_ends(qtbot: QtBot):
    box, flow, labels = filled(qtbot, 100, 100, 100)
    box.resize(220, 200)
    box.show()

    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (108, 0), (0, 28)]
    assert flow.heightForWidth(220) == 48
    assert flow.heightForWidth(400) == 20


def test_something_wider_than_the_page_has_a_line_of_its_own(qtbot: QtBot):
    box, flow, labels = filled(qtbot, 50, 300, 50)
    box.resize(120, 200)
    box.show()

    assert [label.y() for label in labels] == [0, 28, 56]
    assert flow.minimumSize() == QSize(300, 20)


def test_what_is_hidden_takes_no_room(qtbot: QtBot):
    _box, flow, labels = filled(qtbot, 100, 100)

    labels[0].hide()

    assert flow.sizeHint() == QSize(100, 20)
    assert flow.heightForWidth(100) == 20


def test_an_empty_flow_is_empty(qtbot: QtBot):
    _box, flow, _ = filled(qtbot)

    assert flow.sizeHint() == QSize(0, 0)
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None


def test_things_can_be_taken_out_again(qtbot: QtBot):
    _box, flow, labels = filled(qtbot, 30, 40)

    assert flow.takeAt(0).widget() is labels[0]
    assert flow.count() == 1
    assert flow.itemAt(0).widget() is labels[1]
    assert flow.hasHeightForWidth()
    assert not flow.expandingDirections()


def test_lines_may_lie_closer_than_things_beside_each_other(qtbot: QtBot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, 16, 4)
    for _ in range(2):
        label = QLabel()
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(120) == 44
    assert flow.heightForWidth(216) == 20
