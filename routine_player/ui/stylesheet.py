"""Palette and style sheet for Qt's own widgets, made from the tokens.

Our widgets paint themselves; the sheet is for the few that Qt draws: inputs, menus, scroll bars.
It is short on purpose, as Qt matches every rule against every widget it shows.
"""

from string import Template

from PySide6.QtGui import QColor, QPalette

from routine_player.ui.tokens import RADIUS, Colours

_SHEET = Template(
    """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $raised; color: $ink; border: 1px solid $strong; border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 38px; padding: 0 11px; }
QPlainTextEdit, QTextEdit { padding: 8px 9px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $ink3; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    color: $ink3; border-color: $line;
}
QComboBox::drop-down { border: 0; width: 32px; }
QComboBox QAbstractItemView, QMenu {
    background: $raised; color: $ink; border: 1px solid $line; padding: 4px; outline: 0;
}
QComboBox QAbstractItemView::item, QMenu::item {
    min-height: 32px; padding: 0 12px; border-radius: 4px;
}
QComboBox QAbstractItemView::item:selected, QMenu::item:selected {
    background: $tint; color: $accent;
}
QMenu::item:disabled { color: $ink3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip {
    background: $raised; color: $ink; border: 1px solid $line; padding: 6px 8px;
}
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def sheet_of(colours: Colours) -> str:
    """Write the style sheet of Qt's own widgets in these colours."""
    named = {
        name: getattr(colours, name).name()
        for name in ("raised", "line", "strong", "ink", "ink3", "accent", "on_accent", "tint")
    }
    return _SHEET.substitute(named, radius=RADIUS)


def palette_of(colours: Colours) -> QPalette:
    """Give every role of Qt's palette its colour; what is disabled has quieter text."""
    role = QPalette.ColorRole
    roles: dict[QPalette.ColorRole, QColor] = {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.raised,
        role.AlternateBase: colours.sunken,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink3,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.sunken,
        role.Mid: colours.line,
        role.Dark: colours.strong,
        role.Shadow: colours.strong,
    }
    palette = QPalette()
    for name, colour in roles.items():
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colours.ink3)
    return palette
