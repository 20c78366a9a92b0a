"""What is seldom another than last time: when, on what, in which shoes, and what the day was."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.date_words import relative_day
from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.run import Activity, FormFocus, Surface
from routine_player.ui.log_run.chip_row import ChipRow
from routine_player.ui.log_run.typed_field import TypedField
from routine_player.ui.log_run.values import Details, Draft
from routine_player.ui.log_run.words import hours_words, read_clock, read_hours
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import CAPTION, SPACE_8, SPACE_12, SPACE_16
from routine_player.ui.widgets.button import Button, Kind
from routine_player.ui.widgets.choice import Choice
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.segmented import Option
from routine_player.ui.widgets.sheet import Sheet

_DAYS = 60
_NO_SHOES, _NEW_SHOES = "", "new"
_YES, _NO = "yes", "no"
_FIELD_WIDTH = 132
_START_WIDTH = 176
_WIDTH = 640


class DetailsSheet(Sheet):
    """Asks for Details; `changed` follows each answer. What cannot be read keeps it open."""

    changed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(
            theme,
            window,
            tr("When, where, and what the day was like"),
            lead=tr("Remembered for the next time. Leave out what you don't know."),
            close_label=tr("Done"),
            width=_WIDTH,
        )
        self._of_a_run: list[QWidget] = []
        self._make_rows(theme)
        self._lay_out(theme)
        self._connect()

    def show_details(self, draft: Draft) -> None:
        """Show what is known or remembered, and what can be chosen."""
        details = draft.said.details
        self._fill_days(draft.today, details.day)
        self._start.set_text(details.start)
        self._surface.set_values(() if details.surface is None else (details.surface.value,))
        shoes = [
            Option(str(one.id), f"{one.name} ({one.worn})" if one.worn else one.name)
            for one in draft.shoes
        ]
        chosen = _NO_SHOES if details.shoes is None else str(details.shoes)
        self._offer_shoes(shoes, chosen)
        self._new_shoes.set_text(details.new_shoes)
        self._focus_row.set_values([one.value for one in details.focus])
        for field, hours in ((self._sat, details.hours_sat), (self._slept, details.sleep_h)):
            field.set_text(hours_words(hours))
        lifting = {True: (_YES,), False: (_NO,), None: ()}[details.lifting]
        self._lifting.set_values(lifting)
        known = [*draft.tags, *(tag for tag in details.tags if tag not in draft.tags)]
        self._tags.set_options([Option(tag, tag) for tag in known])
        self._tags.set_values(details.tags)
        self._tags_part.setVisible(bool(known))
        self._new_tags.set_text("")
        self._medication.set_text(details.medication)
        self._medication.line.setPlaceholderText(draft.medication)
        self._follow_shoes()

    def show_activity(self, activity: Activity | None) -> None:
        """Ask for what goes with an activity; None where pain alone is logged."""
        for part in self._of_a_run:
            part.setVisible(activity in {Activity.RUN, Activity.WALK})

    @property
    def details(self) -> Details:
        """What is said; what cannot be read is left out."""
        surface, shoes, lifting = self._surface.value, self._shoes.value, self._lifting.value
        worn = shoes not in {_NO_SHOES, _NEW_SHOES}
        new_tags = [tag.strip() for tag in self._new_tags.text.split(",") if tag.strip()]
        return Details(
            day=date.fromisoformat(self._day.value),
            start=self._start.text,
            surface=Surface(surface) if surface else None,
            shoes=UUID(shoes) if worn else None,
            new_shoes=self._new_shoes.text if shoes == _NEW_SHOES else "",
            focus=tuple(map(FormFocus, self._focus_row.values)),
            hours_sat=read_hours(self._sat.text),
            sleep_h=read_hours(self._slept.text),
            lifting={_YES: True, _NO: False}.get(lifting),
            tags=tuple(dict.fromkeys([*self._tags.values, *new_tags])),
            medication=self._medication.text,
        )

    def look_over(self) -> bool:
        """Say beside each line what cannot be read there; tell whether all can."""
        wrong: list[TypedField] = []
        for field in (self._sat, self._slept):
            if field.text and read_hours(field.text) is None:
                field.say_wrong(tr("0 to 24 hours, like 7, 7,5 or 7:30"))
                wrong.append(field)
        if self._start.text and read_clock(self._start.text) is None:
            self._start.say_wrong(tr("a time like 7:40"))
            wrong.append(self._start)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    @Slot()
    def close_sheet(self) -> None:
        if not self.is_open or self.look_over():
            super().close_sheet()
            self.changed.emit()

    # Inside

    def _make_rows(self, theme: Theme) -> None:
        self._day = Choice(theme, tr("Day"), [Option(date.min.isoformat(), "")], str(date.min))
        self._start = TypedField(
            theme, tr("Began at"), hint=tr("ended just now"), width=_START_WIDTH
        )
        surfaces = [Option(surface.value, said(surface)) for surface in Surface]
        self._surface = ChipRow(theme, tr("Surface"), surfaces)
        self._shoes = Choice(theme, tr("Shoes"), [Option(_NO_SHOES, "")], _NO_SHOES)
        self._new_shoes = TypedField(theme, tr("Name of the new shoes"))
        focus = [Option(one.value, said(one)) for one in FormFocus]
        self._focus_row = ChipRow(theme, tr("Minded in running"), focus, several=True)
        hours = tr("h")
        self._sat = TypedField(theme, tr("Sat today"), unit=hours, width=_FIELD_WIDTH)
        self._slept = TypedField(theme, tr("Slept"), unit=hours, width=_FIELD_WIDTH)
        lifting = [Option(_YES, tr("yes")), Option(_NO, tr("no"))]
        self._lifting = ChipRow(theme, tr("Heavy lifting"), lifting)
        self._tags = ChipRow(theme, tr("Tags"), (), several=True)
        self._new_tags = TypedField(theme, tr("New tags"), hint=tr("travel, gym"))
        self._medication = TypedField(theme, tr("Medication taken"))

    def _lay_out(self, theme: Theme) -> None:
        content = self.content
        content.setSpacing(SPACE_16)
        content.addLayout(self._line(self._with_name(theme, tr("Day"), self._day), self._start))
        for name, row in ((tr("On"), self._surface), (tr("Minded"), self._focus_row)):
            part = self._with_name(theme, name, row)
            self._of_a_run.append(part)
            content.addWidget(part)
        shoes = self._with_name(theme, tr("Shoes"), self._shoes)
        self._of_a_run.append(shoes)
        content.insertWidget(2, shoes)
        content.insertWidget(3, self._new_shoes)
        lifting = self._with_name(theme, tr("Heavy lifting"), self._lifting)
        content.addLayout(self._line(self._sat, self._slept, lifting))
        self._tags_part = self._with_name(theme, tr("Tags of the day"), self._tags)
        content.addWidget(self._tags_part)
        content.addLayout(self._line(self._new_tags, self._medication))
        done = Button(theme, tr("Done"), kind=Kind.PRIMARY)
        done.clicked.connect(self.close_sheet)
        foot = QHBoxLayout()
        foot.addWidget(done)
        foot.addStretch(1)
        self.foot.addLayout(foot)

    def _line(self, *widgets: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE_12)
        for widget in widgets:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return line

    def _with_name(self, theme: Theme, name: str, row: QWidget) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8 // 2)
        column.addWidget(PlainLabel(theme, name, CAPTION.strong(), "ink3"))
        column.addWidget(row)
        return part

    def _connect(self) -> None:
        for choice in (self._day, self._shoes):
            choice.value_chosen.connect(self.changed)
        self._shoes.value_chosen.connect(self._follow_shoes)

    def _fill_days(self, today: date, chosen: date) -> None:
        days = [today - timedelta(days=back) for back in range(_DAYS)]
        if chosen not in days:
            days.append(chosen)
        self._day.clear()
        for day in days:
            self._day.addItem(relative_day(day, today), day.isoformat())
        self._day.set_value(chosen.isoformat())

    def _offer_shoes(self, shoes: list[Option], chosen: str) -> None:
        self._shoes.clear()
        options = [Option(_NO_SHOES, tr("Not said")), *shoes, Option(_NEW_SHOES, tr("New shoes…"))]
        for option in options:
            self._shoes.addItem(option.label, option.value)
        self._shoes.set_value(chosen)

    @Slot()
    def _follow_shoes(self) -> None:
        is_new = self._shoes.value == _NEW_SHOES
        self._new_shoes.setVisible(is_new and not self._shoes.isHidden())
        if is_new:
            self._new_shoes.setFocus(Qt.FocusReason.OtherFocusReason)
