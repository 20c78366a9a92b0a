"""The questions at the left of the page: what was done, how much it hurt, and how."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from routine_player.core.diary_words import said
from routine_player.core.language import tr
from routine_player.core.pain import Course, Quality
from routine_player.core.run import Activity, RunKind
from routine_player.core.typed import METRES_A_MILE, typed_distance_m, typed_duration_s
from routine_player.core.wording import clock_time
from routine_player.ui.log_run.chip_row import ChipRow
from routine_player.ui.log_run.onset_row import OnsetRow
from routine_player.ui.log_run.typed_field import TypedField
from routine_player.ui.log_run.values import Draft, Pain, Said
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, CAPTION, SPACE_4, SPACE_8, SPACE_12, SPACE_24, TITLE
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.link import Link
from routine_player.ui.widgets.pain_row import PainRow
from routine_player.ui.widgets.segmented import Option

NUMB = "numb"
_FIELD_WIDTH = 104
_KINDS_BESIDE_FROM = 560


class RunForm(QWidget):
    """Emits `changed` with every answer; `advice_wished` leads to the page on whom to see.

    `asked` carries the question that an answer led on to: it should be in view.
    """

    changed = Signal()
    asked = Signal(QWidget)
    advice_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._in_miles = False
        self._distance_shown: tuple[str, float | None] = ("", None)
        self._duration_shown: tuple[str, float | None] = ("", None)
        self._make_rows(theme)
        self._lay_out(theme)
        self._connect()

    # What is shown and said

    def show_draft(self, draft: Draft) -> None:
        """Show what is known so far."""
        told = draft.said
        self._in_miles = draft.in_miles
        self._distance.set_unit(tr("mi") if draft.in_miles else tr("km"))
        self._distance_shown = (self._distance_text(told.distance_m), told.distance_m)
        self._duration_shown = (
            "" if told.duration_s is None else clock_time(told.duration_s),
            told.duration_s,
        )
        self._distance.set_text(self._distance_shown[0])
        self._duration.set_text(self._duration_shown[0])
        self._kinds.set_values(() if told.kind is None else (told.kind.value,))
        pain = told.pain
        self._worst.set_score(pain.worst)
        self._now.set_score(pain.now)
        self._onset.show_onset(pain.onset_min, later=pain.later)
        self._course.set_values(() if pain.course is None else (pain.course.value,))
        felt = [quality.value for quality in pain.qualities]
        self._felt.set_values([*felt, NUMB] if pain.numbness else felt)
        last = draft.last_now
        self._last.setText("" if last is None else tr("last run: {score}", score=last))
        self._advise()

    def show_activity(self, activity: Activity | None) -> None:
        """Ask what goes with an activity; None where pain alone is logged."""
        of_a_run = activity is not None
        for part in (self._facts, self._worst_part, self._onset_part, self._course_part):
            part.setVisible(of_a_run)
        self._kind_part.setVisible(activity is Activity.RUN)
        self._now_title.setText(tr("Pain now") if of_a_run else tr("How much does it hurt?"))
        self._last.setVisible(of_a_run)
        worst = {
            Activity.RUN: tr("Worst pain in the run"),
            Activity.WALK: tr("Worst pain on the way"),
        }
        if activity is not None:
            self._worst_title.setText(worst.get(activity, tr("Worst pain in it")))

    def said_in(self, told: Said) -> Said:
        """Give `told` with what the form says."""
        is_run = told.activity is Activity.RUN
        of_a_run = told.activity is not None
        kind = self._kinds.value
        return replace(
            told,
            distance_m=self._distance_m() if of_a_run else None,
            duration_s=self._duration_s() if of_a_run else None,
            kind=RunKind(kind) if is_run and kind else None,
            pain=self._pain_in(told.pain, of_a_run=of_a_run),
        )

    @property
    def has_unread(self) -> bool:
        """Whether something is typed that cannot be read."""
        if self._facts.isHidden():
            return False
        distance = self._distance.text and self._distance_m() is None
        return bool(distance or (self._duration.text and self._duration_s() is None))

    def look_over(self) -> QWidget | None:
        """Say beside each line what cannot be read there; give the first such line."""
        wrong: list[QWidget] = []
        if self._facts.isHidden():
            return None
        if self._distance.text and self._distance_m() is None:
            self._distance.say_wrong(tr("like 5.1 or 5,1"))
            wrong.append(self._distance)
        elif self._distance_m() == 0 and self._distance.text != self._distance_shown[0]:
            self._distance.say_wrong(tr("more than 0, or nothing"))
            wrong.append(self._distance)
        if self._duration.text and self._duration_s() is None:
            self._duration.say_wrong(tr("like 31:40 or 32"))
            wrong.append(self._duration)
        elif self._duration_s() == 0 and self._duration.text != self._duration_shown[0]:
            self._duration.say_wrong(tr("more than 0, or nothing"))
            wrong.append(self._duration)
        elif self._onset.is_later and self._duration_s() is None:
            # "After the run" is kept as the minute at which the run was over.
            self._duration.say_wrong(tr("needed for “after the run”"))
            wrong.append(self._duration)
        return wrong[0] if wrong else None

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to say."""
        if self._facts.isHidden():
            self._now.take_focus()
        elif self._distance.text:
            self._worst.take_focus()
        else:
            self._distance.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, key: int) -> bool:
        """Answer the first row that is open, if the key stands for a score."""
        rows = [self._now] if self._worst_part.isHidden() else [self._worst, self._now]
        row = next((row for row in rows if row.score is None), rows[-1])
        if not row.take_key(key):
            return False
        self.asked.emit(self._now_part)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        roomy = self.width() >= _KINDS_BESIDE_FROM
        self._facts_row.setDirection(way.LeftToRight if roomy else way.TopToBottom)

    # Inside

    def _make_rows(self, theme: Theme) -> None:
        self._distance = TypedField(theme, tr("Distance"), unit=tr("km"), width=_FIELD_WIDTH)
        self._duration = TypedField(theme, tr("Time"), hint=tr("min:s"), width=_FIELD_WIDTH)
        kinds = [Option(kind.value, said(kind)) for kind in RunKind]
        self._kinds = ChipRow(theme, tr("Kind of run"), kinds)
        self._worst_title = PlainLabel(theme, "", TITLE)
        self._worst = PainRow(theme, tr("Worst pain"))
        self._now_title = PlainLabel(theme, "", TITLE)
        self._now = PainRow(theme, tr("Pain now"))
        self._last = PlainLabel(theme, "", BODY, "ink3")
        self._onset = OnsetRow(theme, tr("When it began"))
        courses = [Option(course.value, said(course)) for course in Course]
        self._course = ChipRow(theme, tr("What became of it"), courses)
        felt = [Option(quality.value, said(quality)) for quality in Quality]
        felt.append(Option(NUMB, tr("numb or tingling")))
        self._felt = ChipRow(theme, tr("How it felt"), felt, several=True)
        self._advice = Link(theme, tr("Read whom to see"), BODY, "attention_ink", key="F1")

    def _lay_out(self, theme: Theme) -> None:
        self._facts = QWidget(self)
        self._facts_row = facts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(SPACE_12)
        lengths = QHBoxLayout()
        lengths.setSpacing(SPACE_12)
        lengths.addWidget(self._distance, 0, Qt.AlignmentFlag.AlignTop)
        lengths.addWidget(self._duration, 0, Qt.AlignmentFlag.AlignTop)
        lengths.addStretch(1)
        facts.addLayout(lengths)
        self._kind_part = QWidget(self._facts)
        kinds = QVBoxLayout(self._kind_part)
        kinds.setContentsMargins(0, 0, 0, 0)
        kinds.setSpacing(SPACE_4)
        kinds.addWidget(PlainLabel(theme, tr("Kind"), CAPTION.strong(), "ink3"))
        kinds.addWidget(self._kinds)
        kinds.addStretch(1)
        facts.addWidget(self._kind_part, 1)
        self._worst_part = self._part([self._worst_title], self._worst)
        self._now_part = self._part([self._now_title, self._last], self._now)
        self._onset_part = self._part([PlainLabel(theme, tr("Began"), TITLE)], self._onset)
        self._course_part = self._part([PlainLabel(theme, tr("Then it"), TITLE)], self._course)
        many = PlainLabel(theme, tr("as many as fit"), BODY, "ink3")
        felt = self._part([PlainLabel(theme, tr("Felt"), TITLE), many, self._advice], self._felt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_24 - SPACE_4)
        for part in (
            self._facts,
            self._worst_part,
            self._now_part,
            self._onset_part,
            self._course_part,
            felt,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _part(self, head: list[QWidget], answers: QWidget) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        for widget in head:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(answers)
        return part

    def _connect(self) -> None:
        for field in (self._distance, self._duration):
            field.typed.connect(self.changed)
        for row in (self._kinds, self._onset, self._course):
            row.chosen.connect(self.changed)
        self._worst.score_chosen.connect(self._go_on)
        self._now.score_chosen.connect(self.changed)
        self._felt.chosen.connect(self._take_felt)
        self._advice.clicked.connect(self.advice_wished)

    def _pain_in(self, pain: Pain, *, of_a_run: bool) -> Pain:
        felt = self._felt.values
        course = self._course.value
        return replace(
            pain,
            worst=self._worst.score if of_a_run else None,
            now=self._now.score,
            onset_min=self._onset.onset_min if of_a_run else None,
            later=self._onset.is_later and of_a_run,
            course=Course(course) if course and of_a_run else None,
            qualities=tuple(Quality(one) for one in felt if one != NUMB),
            numbness=_numbness(pain, chosen=NUMB in felt),
        )

    def _distance_m(self) -> float | None:
        """What is typed, in metres; what was shown and not touched is as exact as it was."""
        shown, metres = self._distance_shown
        if self._distance.text == shown:
            return metres
        return typed_distance_m(self._distance.text, in_miles=self._in_miles)

    def _duration_s(self) -> float | None:
        shown, seconds = self._duration_shown
        return seconds if self._duration.text == shown else typed_duration_s(self._duration.text)

    def _distance_text(self, metres: float | None) -> str:
        if metres is None:
            return ""
        unit_m = METRES_A_MILE if self._in_miles else 1000.0
        return f"{metres / unit_m:.2f}".rstrip("0").rstrip(".")

    @Slot()
    def _go_on(self) -> None:
        """The worst is said: the next question is how it is now."""
        self._now.take_focus()
        self.asked.emit(self._now_part)
        self.changed.emit()

    @Slot()
    def _take_felt(self) -> None:
        self._advise()
        self.changed.emit()

    def _advise(self) -> None:
        """Beside numbness stands where to read on."""
        self._advice.setVisible(NUMB in self._felt.values)


def _numbness(pain: Pain, *, chosen: bool) -> bool | None:
    """Not choosing it says nothing; that it was not so was said elsewhere, and stays."""
    if chosen:
        return True
    return False if pain.numbness is False else None
