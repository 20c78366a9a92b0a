from datetime import UTC, datetime
from pathlib import Path

from routine_player.store.backups import Backup
from routine_player.ui.settings.folder_rows import backup_title, button_row
from routine_player.ui.settings.row import Row
from routine_player.ui.settings.section import Section
from routine_player.ui.settings.section_menu import Entry
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import LIGHT


def test_a_row_is_found_by_any_of_its_words(theme: Theme, qtbot):
    row = Row(theme, "Volume", "Cues and voice", words="loud")
    qtbot.addWidget(row)

    assert row.matches("LOUD cues")
    assert not row.matches("loud dark")


def test_the_last_row_has_no_line_below(theme: Theme, show):
    row = Row(theme, "Volume")
    row.setFixedWidth(200)
    show(row)

    def lowest() -> str:
        image = row.grab().toImage()
        return image.pixelColor(100, image.height() - 1).name()

    assert lowest() == LIGHT.line.name()
    row.mark_last(last=True)
    assert lowest() != LIGHT.line.name()


def test_rows_that_are_replaced_take_no_keyboard_they_did_not_have(theme: Theme, show):
    section = Section(theme, Entry("data", "Data", "folder"), [Row(theme, "Before")])
    show(section)

    section.replace_rows([Row(theme, "After")])

    assert [row.title for row in section.findChildren(Row) if row.isVisible()] == ["After"]
    assert not any(row.has_keyboard for row in section.findChildren(Row))


def test_the_keyboard_stays_in_the_row_of_the_same_name(theme: Theme, show):
    def rows() -> list[Row]:
        return [
            button_row(theme, name, "", [(name, "x", lambda: None)]) for name in ("Undo", "Restore")
        ]

    section = Section(theme, Entry("data", "Data", "folder"), rows())
    show(section)
    section.findChildren(Row)[0].take_keyboard()

    section.replace_rows(rows())

    assert [row.title for row in section.findChildren(Row) if row.has_keyboard] == ["Undo"]


def test_a_row_without_a_control_takes_no_keyboard(theme: Theme, show):
    row = Row(theme, "Backups")
    show(row)

    row.take_keyboard()

    assert not row.has_keyboard


def test_a_backup_is_named_by_its_day_here():
    backup = Backup(Path("/b"), datetime(2026, 6, 14, 12, 5, tzinfo=UTC))
    local = backup.taken.astimezone()

    assert backup_title(backup) == f"Sunday 14 June 2026, {local:%H:%M}"
