import csv
import re
from io import StringIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from routine_player.store.settings import Theme as Settings
from routine_player.ui.charts.chart_card import ChartCard
from routine_player.ui.charts.content import Dot, Lane, Line, Look, NumberAxis, Table, TimeAxis
from routine_player.ui.charts.saving import FileKind
from routine_player.ui.widgets.button import Button


@pytest.fixture
def card(theme, show, make_chart):
    card = ChartCard(theme)
    card.show_chart(make_chart())
    card.setMinimumWidth(900)
    show(card)
    return card


def test_the_table_takes_the_place_of_the_drawing_and_gives_it_back(card):
    QTest.keyClick(card.plot, Qt.Key.Key_T)
    assert card.shows_table
    assert card.plot.isHidden()
    assert card.table.hasFocus()
    QTest.keyClick(card.table, Qt.Key.Key_T)
    assert not card.shows_table
    assert card.plot.hasFocus()


def test_the_table_says_what_the_chart_shows(card):
    card.toggle_table()
    model = card.table.model()
    assert (model.rowCount(), model.columnCount()) == (10, 2)
    assert model.index(3, 0).data() == "2026-02-04"
    assert model.index(3, 1).data() == "3"
    names = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(2)]
    assert names == ["Day", "Pain"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert card.table.accessibleName() == "A chart"


def test_enter_in_the_table_opens_the_day(card, qtbot):
    card.toggle_table()
    card.table.setCurrentIndex(card.table.model().index(3, 0))
    with qtbot.waitSignal(card.day_chosen) as chosen:
        QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert chosen.args[0].isoformat() == "2026-02-04"


def test_a_row_without_a_day_opens_nothing(card, make_chart, qtbot):
    card.show_chart(make_chart(table=lambda: Table(("What",), (("total",), (None,)), (None, None))))
    card.toggle_table()
    assert card.table.model().index(1, 0).data() == ""
    card.table.setCurrentIndex(card.table.model().index(0, 0))
    with qtbot.assertNotEmitted(card.day_chosen):
        QTest.keyClick(card.table, Qt.Key.Key_Return)


def test_another_chart_fills_a_table_that_is_open(card, make_chart):
    card.toggle_table()
    card.show_chart(make_chart(table=lambda: Table(("What",), (("total",),), (None,))))
    assert card.table.model().rowCount() == 1


def test_a_chart_without_anything_says_so_and_offers_nothing(card, make_chart, qtbot):
    card.toggle_table()
    card.show_chart(make_chart(lanes=(Lane(),), nothing="Log a run.", footnote="Below."))
    assert card.plot.isHidden()
    assert not card.shows_table
    assert "Log a run." in {label.text() for label in card.labels if label.isVisible()}
    assert "Below." not in {label.text() for label in card.labels if label.isVisible()}
    QTest.keyClick(card, Qt.Key.Key_T)
    QTest.keyClick(card, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not card.shows_table
    assert card.menu is None


def test_a_chart_that_has_something_again_is_drawn(card, make_chart):
    card.show_chart(make_chart(lanes=(), nothing="Log a run."))
    card.show_chart(make_chart(footnote="Below."))
    assert card.plot.isVisible()
    assert "Below." in {label.text() for label in card.labels if label.isVisible()}


def test_it_can_be_zoomed_with_buttons(card, first):
    nearer, farther = (card.tool(name) for name in ("Less time, larger", "More time, smaller"))
    nearer.click()
    low, high = card.plot.stretch
    assert high - low == pytest.approx(100 / 1.5)
    farther.click()
    assert card.plot.stretch == pytest.approx((first, first + 100))


def test_ctrl_e_offers_the_kinds_of_files(card, qtbot):
    QTest.keyClick(card.plot, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert [action.text() for action in card.menu.actions()] == [
        "Picture (PNG)",
        "Drawing (SVG)",
        "Table (CSV)",
    ]
    with qtbot.waitSignal(card.file_wished) as wished:
        card.menu.actions()[2].trigger()
    (file,) = wished.args
    assert (file.name, file.kind) == ("a-chart", FileKind.CSV)
    card.offer_files()
    card.menu.close()


def test_the_csv_holds_the_table_and_no_formulas(card, make_chart):
    card.show_chart(make_chart(table=lambda: Table(("Name", "Pain"), (("=1+1", 3),), (None,))))
    text = card.content(FileKind.CSV).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [["Name", "Pain"], ["'=1+1", "3"]]


def test_the_png_shows_the_chart_twice_as_fine(card, theme):
    image = QImage.fromData(card.content(FileKind.PNG), "PNG")
    assert image.width() >= 2 * card.plot.width()
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert theme.colours.pain[3].rgb() in colours
    assert theme.colours.accent.rgb() in colours


def test_the_svg_has_words_and_shapes_and_no_picture(card):
    svg = card.content(FileKind.SVG).decode()
    assert "A chart" in svg
    assert "New shoes" in svg
    assert "<image" not in svg
    assert svg.count("<path") >= 20


def test_what_is_pointed_at_is_not_in_the_file(card):
    QTest.keyClick(card.plot, Qt.Key.Key_Left)
    assert "Tip of 90" not in card.content(FileKind.SVG).decode()
    assert card.plot.note.tip.title == "Tip of 90"


def shown_tools(card):
    return {button.label for button in card.findChildren(Button) if button.isVisible()}


def test_a_table_has_nothing_to_zoom(card):
    assert {"Less time, larger", "More time, smaller"} <= shown_tools(card)
    card.toggle_table()
    assert shown_tools(card) == {"Show as a chart", "Save the chart"}
    card.toggle_table()
    assert "Less time, larger" in shown_tools(card)


def test_plus_and_minus_zoom_from_its_buttons_too(card, first):
    QTest.keyClick(card, Qt.Key.Key_Plus)
    low, high = card.plot.stretch
    assert high - low < 100
    QTest.keyClick(card, Qt.Key.Key_Minus)
    assert card.plot.stretch == pytest.approx((first, first + 100))


def test_where_there_is_little_room_the_legend_opens_with_a_key(card):
    assert card.legend.isVisible()
    height = card.plot.sizeHint().height()
    card.make_room(is_small=True)
    assert not card.legend.isVisible()
    assert card.plot.sizeHint().height() < height
    QTest.keyClick(card.plot, Qt.Key.Key_K)
    assert card.legend.isVisible()
    card.tool("What the signs mean").click()
    assert not card.legend.isVisible()
    card.make_room(is_small=False)
    assert card.legend.isVisible()
    assert "What the signs mean" not in shown_tools(card)


def test_the_picture_is_the_same_from_the_table_and_with_the_legend_folded(card):
    svg = card.content(FileKind.SVG)
    card.make_room(is_small=True)
    card.plot.be_low(is_low=False)
    assert card.content(FileKind.SVG).count(b"<text") == svg.count(b"<text")
    card.toggle_table()
    assert card.content(FileKind.SVG).count(b"<text") == svg.count(b"<text")
    assert card.content(FileKind.SVG).count(b"<path") == svg.count(b"<path")


def test_the_picture_tells_its_days_and_what_stands_below_the_chart(card, make_chart, first):
    card.show_chart(make_chart(footnote="It did not look at back pain."))
    card.plot.show_stretch(first + 10, first + 20)
    svg = card.content(FileKind.SVG).decode()
    assert "15 Jan 2026 to 24 Jan 2026" in svg
    assert "It did not look at back pain." in svg


def test_a_margin_beside_all_time_is_not_told_as_days(card, make_chart, first):
    axis = TimeAxis(first - 9, first + 109, first, first + 100)
    card.show_chart(make_chart(axis=axis))
    assert "5 Jan 2026 to 14 Apr 2026" in card.content(FileKind.SVG).decode()


def test_a_chart_without_an_axis_of_time_tells_its_days_as_well(card, make_chart):
    axis = NumberAxis(0.0, 10.0, ())
    card.show_chart(make_chart(axis=axis, time="1 May 2026 to 2 May 2026"))
    assert "of dots; 1 May 2026 to 2 May 2026" in card.content(FileKind.SVG).decode()


def test_what_is_said_of_the_title_gives_way_before_the_title(card, make_chart, qtbot):
    card.show_chart(make_chart(about="of dots, and much more that is said of them at length"))
    title, about, *_ = card.labels
    card.setMinimumWidth(0)
    card.setFixedWidth(380)
    qtbot.waitUntil(lambda: about.shown_text != about.text())
    assert title.shown_text == title.text()


def test_lines_of_a_drawing_keep_the_hours_of_their_days(card, make_chart, first):
    hours = [first + hour / 24 for hour in range(24)]
    line = Line(hours, [float(hour % 2) for hour in range(24)])
    dots = [Dot(at, 5.0, Look.PLAIN) for at in hours]
    card.show_chart(
        make_chart(lanes=(Lane(dots=dots, lines=(line,), high=10.0),), table=card.table, markers=())
    )
    svg = card.content(FileKind.SVG).decode()
    longest = max(re.findall(r'(?:points|d)="([^"]*)"', svg), key=lambda path: path.count("L"))
    xs = [float(point.split(",")[0]) for point in longest.replace("M", "L").split("L")[1:]]
    assert len(set(xs)) >= 24


def test_a_drawing_cuts_off_what_is_beyond_its_axis(card, first):
    card.plot.show_stretch(first + 20, first + 30)
    assert "clip-path" in card.content(FileKind.SVG).decode()


def test_tables_are_measured_when_they_are_filled_and_not_at_each_change_of_theme(card, theme):
    card.toggle_table()
    wide = card.table.columnWidth(0)
    assert wide > 60
    asked = []
    model = card.table.model()
    data = model.data
    model.data = lambda *args: asked.append(args) or data(*args)
    card.table.hide()
    theme.wear(Settings.DARK)
    theme.wear(Settings.LIGHT)
    assert not asked
    assert card.table.columnWidth(0) == wide
