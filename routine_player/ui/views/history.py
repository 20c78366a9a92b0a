"""History: the sessions of the past by day, a year of days, one session whole, and charts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.store.history_values import Day, PastSession
from routine_player.store.session_summary import SessionId
from routine_player.ui.history.entry_card import EntryCard
from routine_player.ui.history.list_panel import ROW_INSET, ListPanel
from routine_player.ui.history.session_card import SessionCard
from routine_player.ui.history.session_model import SessionModel
from routine_player.ui.history.values import EntryDetail, HistoryEntry, Tie
from routine_player.ui.history.year import Year
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import PAGE, PAGE_SIDE, PAGE_TOP, SPACE_16, SPACE_24
from routine_player.ui.widgets.empty_state import EmptyState
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.segmented import Option, Segmented

_YEAR_STAYS_FROM_HEIGHT = 640
_ROOMY_FROM = 660
_LIST, _YEAR = "list", "year"
_DAYS, _CHARTS = "days", "charts"


class HistoryView(QWidget):
    """Shows values of the history and emits wishes.

    `session_wished` asks for one session (an id, answered by `show_session`), `day_wished` for the
    sessions of a day (`show_day`), `all_wished` for all (`show_sessions`), `more_wished` for those
    after the `loaded` ones (`add_sessions`). `play_wished` carries a routine's slug.
    `correct_wished` carries the id of a run or rating, `tie_wished` a session and the run it goes
    with, `untie_wished` a session that goes with none, `part_wished` the edit that made one run of
    two. `charts_wished` asks for the charts, once:
    `put_charts` answers.
    """

    session_wished = Signal(object)
    day_wished = Signal(date)
    all_wished = Signal()
    more_wished = Signal()
    delete_wished = Signal(object)
    play_wished = Signal(str)
    demo_wished = Signal()
    charts_wished = Signal()
    correct_wished = Signal(object)
    tie_wished = Signal(object, object)
    untie_wished = Signal(object)
    part_wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._day: date | None = None
        self._is_open = False
        self._charts: QWidget | None = None
        self._model = SessionModel(self)
        self._build()
        self._lay_out()
        self._connect()
        self._arrange()

    # What is shown

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def day(self) -> date | None:
        """The day whose sessions alone are shown; None for all days."""
        return self._day

    @property
    def loaded(self) -> int:
        """How much the list holds."""
        return len(self._model.entries)

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """What the list holds."""
        return self._model.entries

    def show_days(self, days: Sequence[Day], today: date) -> None:
        """Show in the year all days on which anything was played."""
        self._today = today
        if days:
            self._year.show_days(days, today)
        else:
            self._year.show_example(today)

    def show_sessions(
        self, sessions: Sequence[HistoryEntry], today: date, *, has_more: bool
    ) -> None:
        """Show the last sessions of all days. The one that was chosen stays so, if it is there."""
        self._day = None
        self._fill(sessions, today, has_more=has_more)

    def show_day(self, day: date, sessions: Sequence[HistoryEntry], today: date) -> None:
        """Show the sessions of one day alone."""
        self._day = day
        self._fill(sessions, today, has_more=False)

    def add_sessions(self, sessions: Sequence[HistoryEntry], *, has_more: bool) -> None:
        """Put older sessions below those that are there."""
        self._model.add_entries(sessions, has_more=has_more)

    def show_session(
        self,
        session: PastSession,
        *,
        playable: bool,
        ties: Sequence[Tie] = (),
        others: Sequence[Tie] = (),
    ) -> None:
        """Show one session whole. `playable` says that its routine is still there.

        `ties` and `others` are the run that it goes with, and those that it might go with.
        """
        self._entry_card.clear()
        self._card.show_session(session, self._today, playable=playable, ties=ties, others=others)
        self._arrange()

    def show_entry(self, detail: EntryDetail) -> None:
        """Show a run, or a rating that stands for itself, whole."""
        self._card.clear()
        self._entry_card.show_entry(detail, self._today)
        self._arrange()

    @property
    def shows_charts(self) -> bool:
        return self._part.value == _CHARTS

    def put_charts(self, charts: QWidget) -> None:
        """Take the charts in."""
        self._charts = charts
        self._whole.insertWidget(1, charts, 1)
        self._arrange()

    @Slot()
    def show_charts(self) -> None:
        """Show the charts in place of the days."""
        self._part.set_value(_CHARTS)
        self._choose_part()

    @Slot()
    def show_list(self) -> None:
        """Show the days in place of the charts."""
        self._part.set_value(_DAYS)
        self._choose_part()

    @Slot(date)
    def open_day(self, day: date) -> None:
        """Open a day that was asked for elsewhere: its list is seen, however low the window is."""
        self.show_list()
        self._choose_day(day)

    @Slot(object)
    def open_session(self, session: SessionId) -> None:
        """Open a session that was asked for elsewhere, one that the list does not hold too."""
        self.show_list()
        if self._day is not None:
            self.show_all()
        index = self._model.index_of(session)
        if index.isValid():
            self._list.setCurrentIndex(index)
        self._open(session)

    @Slot()
    def show_all(self) -> None:
        """Ask for the sessions of all days."""
        self._switch.set_value(_LIST)
        self.all_wished.emit()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave_session(self) -> None:
        """Go back from the session to the list."""
        self._is_open = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._card.wish_play()
        elif key == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._entry_card.wish_correct()
        elif key == Qt.Key.Key_Delete:
            self._card.wish_delete()
            self._entry_card.wish_delete()
        elif key == Qt.Key.Key_Escape and self._card_has_keyboard():
            self.leave_session()
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _build(self) -> None:
        theme = self._theme
        self._title = PlainLabel(theme, tr("History"), PAGE)
        parts = (Option(_DAYS, tr("Days")), Option(_CHARTS, tr("Charts")))
        self._part = Segmented(theme, tr("Days or charts"), parts, _DAYS)
        options = (Option(_LIST, tr("Sessions")), Option(_YEAR, tr("The year")))
        self._switch = Segmented(theme, tr("What is shown"), options, _LIST)
        self._year = Year(theme)
        self._list_panel = ListPanel(theme, self._model)
        self._list = self._list_panel.list
        self._card = SessionCard(theme)
        self._entry_card = EntryCard(theme)
        self._empty = EmptyState(
            theme,
            tr("Your sessions will be here"),
            tr(
                "Each one you play is kept: what you did, how long it took, and how your back was "
                "before and after."
            ),
            action=tr("Try the 60-second demo"),
            position="supine",
        )

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(ROW_INSET, 0, 0, SPACE_16)
        head.setSpacing(SPACE_16)
        head.addWidget(self._title)
        head.addWidget(self._part)
        head.addStretch(1)
        head.addWidget(self._switch)
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE_24)
        columns.addWidget(self._list_panel, 1)
        columns.addWidget(self._card, 1)
        columns.addWidget(self._entry_card, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._head)
        self._whole.addWidget(self._year)
        self._whole.addWidget(self._columns, 1)
        self._whole.addWidget(self._empty, 1)
        self._whole.addStretch(0)

    def _connect(self) -> None:
        self._model.more_wished.connect(self.more_wished)
        self._list.entry_reached.connect(self._reach)
        self._list.entry_opened.connect(self._open)
        self._list.delete_wished.connect(self.delete_wished)
        self._card.left.connect(self.leave_session)
        self._card.play_wished.connect(self.play_wished)
        self._card.delete_wished.connect(self.delete_wished)
        card = self._entry_card
        card.left.connect(self.leave_session)
        for inner, outer in (
            (card.delete_wished, self.delete_wished),
            (card.correct_wished, self.correct_wished),
            (card.tie_wished, self.tie_wished),
            (card.untie_wished, self.untie_wished),
            (card.part_wished, self.part_wished),
            (self._card.tie_wished, self.tie_wished),
            (self._card.untie_wished, self.untie_wished),
        ):
            inner.connect(outer)
        card.session_wished.connect(self.open_session)
        self._card.run_wished.connect(self.open_session)
        self._year.day_chosen.connect(self._choose_day)
        self._list_panel.all_wished.connect(self.show_all)
        self._switch.value_chosen.connect(self._arrange)
        self._part.value_chosen.connect(self._choose_part)
        self._empty.action_wished.connect(self.demo_wished)
        self._theme.room_changed.connect(self._make_room)

    @property
    def _is_empty(self) -> bool:
        return self._day is None and not self._model.entries

    def _fill(self, sessions: Sequence[HistoryEntry], today: date, *, has_more: bool) -> None:
        self._today = today
        chosen, shown = self._list.entry, self._entry_card.entry or self._card.session
        row = self._list.currentIndex().row()
        at = self._list.verticalScrollBar().value()
        headed = self._day is None
        self._model.show_entries(sessions, today, has_more=has_more, headed=headed)
        if chosen is not None and not self._model.index_of(chosen.id).isValid():
            self._is_open = False
        self._list.choose(None if chosen is None else chosen.id, max(0, row))
        if chosen is not None and self._list.entry == chosen:
            self._list.verticalScrollBar().setValue(at)
        if self._list.entry is None:
            self._is_open = False
            self._card.clear()
            self._entry_card.clear()
        elif shown is not None and shown == (self._entry_card.entry or self._card.session):
            self.session_wished.emit(shown)  # its ties may be others now
        self._arrange()

    @Slot()
    def _choose_part(self) -> None:
        if self.shows_charts and self._charts is None:
            self.charts_wished.emit()
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Show what there is room for and something to show of."""
        if self._charts is not None:
            self._charts.setVisible(self.shows_charts)
        if self.shows_charts:
            self._arrange_charts()
            return
        two = self._theme.room.has_two_columns
        year_stays = self.height() >= _YEAR_STAYS_FROM_HEIGHT
        alone = self._is_open and not two
        shows_year = year_stays or self._switch.value == _YEAR
        shows_list = year_stays or self._switch.value == _LIST
        some = not self._is_empty
        self._empty.setVisible(not some)
        self._head.setVisible(not alone)
        self._switch.setVisible(some and not year_stays)
        self._year.setVisible((year_stays or (some and shows_year)) and not alone)
        self._columns.setVisible(some and (shows_list or alone))
        self._list_panel.setVisible(not alone)
        self._card.setVisible(self._card.session is not None and (two or alone))
        self._entry_card.setVisible(self._entry_card.entry is not None and (two or alone))
        for card in (self._card, self._entry_card):
            card.show_way_back(shown=alone)
        self._list_panel.name(self._day, self._today)
        side, top = self._margins
        left = side if alone else side - ROW_INSET
        self._whole.setContentsMargins(left, top, side, SPACE_16 if some else 0)

    def _arrange_charts(self) -> None:
        for part in (self._switch, self._year, self._columns, self._empty):
            part.setVisible(False)
        self._head.setVisible(True)
        side, top = self._margins
        self._whole.setContentsMargins(side - ROW_INSET, top, 0, 0)

    @property
    def _margins(self) -> tuple[int, int]:
        roomy = self.width() >= _ROOMY_FROM
        return (PAGE_SIDE, PAGE_TOP) if roomy else (SPACE_16, SPACE_16)

    @Slot()
    def _make_room(self) -> None:
        """A window that grew has room for the chosen session too."""
        self._arrange()
        chosen = self._list.entry
        if chosen is not None and chosen.id not in {self._card.session, self._entry_card.entry}:
            self._reach(chosen.id)

    def _card_has_keyboard(self) -> bool:
        cards = (self._card, self._entry_card)
        return any(one.hasFocus() for card in cards for one in card.findChildren(QWidget))

    @Slot(object)
    def _reach(self, session: SessionId) -> None:
        if self._theme.room.has_two_columns or self._is_open:
            self.session_wished.emit(session)

    @Slot(object)
    def _open(self, session: SessionId) -> None:
        self._is_open = True
        self.session_wished.emit(session)
        self._arrange()
        first = self._card if self._entry_card.entry is None else self._entry_card
        first.take_focus()

    @Slot(date)
    def _choose_day(self, day: date) -> None:
        self._is_open = False
        self._switch.set_value(_LIST)
        self.day_wished.emit(day)
        self._arrange()
        self._list_panel.take_focus()
