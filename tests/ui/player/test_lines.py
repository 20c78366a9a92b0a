"""Text is broken into the lines there is room for."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from routine_player.ui.player.lines import Lines, break_lines

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = "Half-kneeling hip-flexor stretch with overhead reach"


@pytest.fixture
def font() -> QFont:
    font = QFont()
    font.setPixelSize(16)
    return font


def test_a_text_that_has_room_is_one_line(font):
    assert break_lines(TEXT, font, 2000, 2) == Lines((TEXT,), is_whole=True)


def test_a_longer_text_is_broken_between_words(font):
    lines = break_lines(TEXT, font, 260, 3)

    assert lines.is_whole
    assert len(lines.texts) > 1
    assert " ".join(lines.texts) == TEXT


def test_what_has_no_room_is_cut_with_an_ellipsis_that_fits(font):
    lines = break_lines(TEXT, font, 160, 2)

    assert not lines.is_whole
    assert len(lines.texts) == 2
    assert lines.texts[1].endswith("…")
    metrics = QFontMetrics(font)
    assert all(metrics.horizontalAdvance(text) <= 160 for text in lines.texts)


def test_a_word_wider_than_the_line_is_broken(font):
    lines = break_lines("w" * 100, font, 100, 50)

    assert lines.is_whole
    assert "".join(lines.texts) == "w" * 100


def test_line_breaks_of_a_file_count_as_spaces(font):
    assert break_lines(" one\n two\t", font, 500, 2).texts == ("one two",)


@pytest.mark.parametrize(("text", "width", "most"), [("", 100, 2), ("x", 0, 2), ("x", 100, 0)])
def test_without_text_or_room_there_are_no_lines(font, text, width, most):
    assert break_lines(text, font, width, most) == Lines((), is_whole=not text)
