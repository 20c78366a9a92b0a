from PySide6.QtWidgets import QApplication, QWidget

from routine_player.ui.theme import Theme
from routine_player.ui.widgets.button import Button
from routine_player.ui.widgets.sheet import Sheet


def test_what_is_at_the_foot_is_seen_however_much_is_above_it(theme: Theme, show):
    page = QWidget()
    window = show(page, width=640, height=420)
    sheet = Sheet(theme, page, "Much to read")
    tall = QWidget()
    tall.setMinimumHeight(2000)
    sheet.content.addWidget(tall)
    done = Button(theme, "Done")
    sheet.foot.addWidget(done)
    sheet.open_sheet()
    QApplication.processEvents()

    assert sheet.panel_area.contains(done.mapTo(window, done.rect().bottomRight()))


def test_a_foot_makes_a_small_sheet_higher(theme: Theme, show):
    page = QWidget()
    show(page, width=640, height=420)
    heights = []
    for has_foot in (False, True):
        sheet = Sheet(theme, page, "Short")
        if has_foot:
            sheet.foot.addWidget(Button(theme, "Done"))
        sheet.open_sheet()
        heights.append(sheet.panel_area.height())
        sheet.close_sheet()

    assert heights[1] >= heights[0] + 40
