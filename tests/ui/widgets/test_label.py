from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, DISPLAY, LIGHT, TITLE
from routine_player.ui.widgets.label import PlainLabel

MARKUP = "<h1>Big</h1><img src='http://example.org/x.png'>"
LONG = "Half-kneeling hip-flexor stretch with a reach to the other side"


def shades(label: PlainLabel) -> set[str]:
    image = label.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_text_that_looks_like_markup_stays_text(theme: Theme, show):
    label = PlainLabel(theme, MARKUP)
    show(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.shown_text == MARKUP
    assert label.height() == PlainLabel(theme, "Big").sizeHint().height()


def test_a_text_set_later_stays_plain_too(theme: Theme, show):
    label = PlainLabel(theme, "Cat")
    show(label)

    label.setText(MARKUP)

    assert label.sizeHint().height() == PlainLabel(theme, "Big").sizeHint().height()


def test_a_text_has_the_colour_of_its_token(theme: Theme, show):
    label = PlainLabel(theme, "IIII", DISPLAY, "error")
    show(label)
    assert LIGHT.error.name() in shades(label)

    label.set_tone("accent")
    assert LIGHT.accent.name() in shades(label)

    label.setEnabled(False)
    assert LIGHT.ink3.name() in shades(label)


def test_a_long_text_is_cut_and_told_whole_in_the_tooltip(theme: Theme, show):
    label = PlainLabel(theme, LONG, TITLE, elides=True)
    show(label)
    assert label.shown_text == LONG
    assert not label.toolTip()

    label.setFixedWidth(120)
    label.grab()

    assert label.shown_text.endswith("…")
    assert label.toolTip() == LONG
    assert label.minimumSizeHint().width() < 120


def test_a_text_set_into_a_narrow_label_is_cut_and_told_whole(theme: Theme, show):
    label = PlainLabel(theme, "Cat", TITLE, elides=True)
    label.setFixedWidth(120)
    show(label)

    label.setText(LONG)

    assert label.shown_text.endswith("…")
    assert label.toolTip() == LONG
    label.setText("Cat")
    assert not label.toolTip()


def test_lines_of_a_file_cannot_break_a_row(theme: Theme, show):
    label = PlainLabel(theme, "Cat\n\n\ncow", elides=True)
    show(label)

    assert label.shown_text == "Cat cow"
    assert label.height() == PlainLabel(theme, "Cat").sizeHint().height()


def test_a_wrapping_text_takes_the_lines_it_needs(theme: Theme, show):
    label = PlainLabel(theme, LONG, BODY, wraps=True)
    show(label)

    assert label.heightForWidth(120) > 2 * label.heightForWidth(2000)


def test_another_lettering_changes_the_height(theme: Theme, show):
    label = PlainLabel(theme, LONG, BODY, elides=True)
    show(label)
    low = label.sizeHint().height()

    label.set_lettering(DISPLAY)

    assert label.sizeHint().height() > low


def test_a_screen_reader_hears_the_whole_text(theme: Theme, show):
    label = PlainLabel(theme, LONG, elides=True)
    label.setFixedWidth(60)
    show(label)

    heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)

    assert heard == LONG
