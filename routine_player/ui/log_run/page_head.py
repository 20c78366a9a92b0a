"""The head of Log a run: what it is, when it was, what was done, and files to import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QWidget

from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.run import Activity
from routine_player.ui.log_run.values import Draft
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import PAGE, READING, SECTION, SPACE_4, SPACE_12, SPACE_16
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.segmented import Option, Segmented

_PAIN_ALONE = "pain"
_TITLE_WIDTH = 200


class PageHead(QWidget):
    """Emits `activity_chosen`, `when_wished` for another day or time, and `import_wished`."""

    activity_chosen = Signal()
    when_wished = Signal()
    import_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(theme, "", PAGE)
        self._when = Link(theme, "", READING, "ink2")
        self._when.setToolTip(tr("Another day or time"))
        options = [Option(one.value, said(one)) for one in Activity]
        options.append(Option(_PAIN_ALONE, tr("Pain only")))
        self._activity_row = Segmented(theme, tr("What was done"), options, Activity.RUN.value)
        self._import = Button(theme, tr("Import"), kind=Kind.QUIET, icon="download-simple")
        self._import.setToolTip(tr("Runs out of files of a watch, or drop them on the window"))
        self._lay_out()
        self._activity_row.value_chosen.connect(self.activity_chosen)
        self._when.clicked.connect(self.when_wished)
        self._import.clicked.connect(self.import_wished)

    @property
    def activity(self) -> Activity | None:
        """What was done; None where pain alone is logged."""
        value = self._activity_row.value
        return None if value == _PAIN_ALONE else Activity(value)

    def show_activity(self, activity: Activity | None) -> None:
        """Choose what was done, without telling anybody."""
        self._activity_row.set_value(_PAIN_ALONE if activity is None else activity.value)

    def say_what(self, draft: Draft) -> None:
        """Name what is said on the page by now."""
        self._title.setText(_title(draft, self.activity))
        self._import.setVisible(not draft.is_correction)

    def say_when(self, words: str) -> None:
        self._when.set_label(words)

    def set_wide(self, *, wide: bool) -> None:
        """Put title and choices beside each other, or below."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._words.setDirection(way.TopToBottom if wide else way.LeftToRight)
        self._title.set_lettering(PAGE if wide else SECTION)
        self._words.setSpacing(SPACE_4 if wide else SPACE_12)
        self._words_width.changeSize(_TITLE_WIDTH if wide else 0, 0)
        self._words.invalidate()

    def _lay_out(self) -> None:
        self._words = words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(SPACE_4)
        words.addWidget(self._title)
        words.addWidget(self._when)
        self._words_width = QSpacerItem(_TITLE_WIDTH, 0)  # what is beside them stays in its place
        words.addSpacerItem(self._words_width)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_16)
        self._row.addLayout(words, 1)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_16)
        choices.addWidget(self._activity_row)
        choices.addStretch(1)
        choices.addWidget(self._import)
        self._row.addLayout(choices)


def _title(draft: Draft, activity: Activity | None) -> str:
    if draft.is_correction and not draft.is_first:
        is_run = activity is Activity.RUN
        return tr("Correct a run") if is_run else tr("Correct an entry")
    titles = {
        None: tr("Log pain"),
        Activity.RUN: tr("Log a run"),
        Activity.WALK: tr("Log a walk"),
        Activity.BIKE: tr("Log a ride"),
        Activity.SWIM: tr("Log a swim"),
    }
    return titles.get(activity, tr("Log a sport"))
