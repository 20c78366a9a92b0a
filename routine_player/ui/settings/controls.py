"""Rows that show one field of the settings and change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from routine_player.core.language import tr
from routine_player.store.settings import Settings
from routine_player.ui.settings.changes import Changes
from routine_player.ui.settings.row import Row
from routine_player.ui.theme import Theme
from routine_player.ui.tokens import BODY, SPACE_12
from routine_player.ui.widgets.label import PlainLabel
from routine_player.ui.widgets.segmented import Option, Segmented
from routine_player.ui.widgets.slider import Slider
from routine_player.ui.widgets.switch import Switch

_VALUE_WIDTH = 56
_SLIDER_WIDTH = 180


class Field(Protocol):
    """A row and the field it shows. The page's `Changes` know the settings before it shows them."""

    @property
    def row(self) -> Row: ...

    def show(self, settings: Settings) -> None: ...


@dataclass(frozen=True, slots=True)
class About:
    """What a row says of its field. `words` are what else people call it when they search."""

    field: str
    title: str
    text: str
    words: str = ""


class SwitchField:
    """Something that is on or off."""

    def __init__(self, theme: Theme, changes: Changes, about: About) -> None:
        self._changes = changes
        self._about = about
        self._switch = Switch(theme, about.title)
        self.row = Row(theme, about.title, about.text, self._switch, words=about.words)
        self._switch.toggled.connect(self._take)

    def show(self, settings: Settings) -> None:
        self._switch.setChecked(getattr(settings, self._about.field))

    def _take(self, on: bool) -> None:  # noqa: FBT001 - a signal hands it over
        if getattr(self._changes.settings, self._about.field) is on:
            return  # it was shown, not changed
        words = tr("{name}: {value}", name=self._about.title, value=tr("on") if on else tr("off"))
        self._changes.change(words, **{self._about.field: on})


class ChoiceField:
    """One of a few."""

    def __init__(
        self,
        theme: Theme,
        changes: Changes,
        about: About,
        kind: type[StrEnum],
        labels: Sequence[str],
    ) -> None:
        self._changes = changes
        self._about = about
        self._kind = kind
        self._labels = dict(zip(kind, labels, strict=True))
        options = [Option(value.value, label) for value, label in self._labels.items()]
        self._segmented = Segmented(theme, about.title, options, options[0].value)
        words = " ".join((about.words, *labels))
        self.row = Row(theme, about.title, about.text, self._segmented, words=words)
        self._segmented.value_chosen.connect(self._take)

    def show(self, settings: Settings) -> None:
        self._segmented.set_value(getattr(settings, self._about.field))

    def _take(self, value: str) -> None:
        chosen = self._kind(value)
        words = tr("{name}: {value}", name=self._about.title, value=self._labels[chosen].lower())
        self._changes.change(words, **{self._about.field: chosen})


@dataclass(frozen=True, slots=True)
class Scale:
    """A slider's steps: from `least` to `most`, each `step` large, and how a value is said."""

    least: float
    most: float
    step: float
    words: Callable[[float], str]

    def position(self, value: float) -> int:
        return round(value / self.step)

    def value(self, position: int) -> float:
        return round(position * self.step, 6)


class SliderField:
    """A number on a line. `together` are fields that change with it."""

    def __init__(
        self,
        theme: Theme,
        changes: Changes,
        about: About,
        scale: Scale,
        together: dict[str, Any] | None = None,
    ) -> None:
        self._changes = changes
        self._about = about
        self._scale = scale
        self._together = together or {}
        least, most = scale.position(scale.least), scale.position(scale.most)
        self._slider = Slider(theme, about.title, least, most, least)
        self._slider.setFixedWidth(_SLIDER_WIDTH)
        self._value = PlainLabel(theme, "", BODY)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setMinimumWidth(_VALUE_WIDTH)
        control = QWidget()
        line = QHBoxLayout(control)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_12)
        line.addWidget(self._slider)
        line.addWidget(self._value)
        self.row = Row(theme, about.title, about.text, control, words=about.words)
        self._slider.valueChanged.connect(self._take)

    def show(self, settings: Settings) -> None:
        value = getattr(settings, self._about.field)
        self._slider.setValue(self._scale.position(value))
        self._say(value)

    def _take(self, position: int) -> None:
        now = getattr(self._changes.settings, self._about.field)
        if self._scale.position(now) == position:
            return  # it was shown, not changed
        value = self._scale.value(position)
        self._say(value)
        words = tr("{name}: {value}", name=self._about.title, value=self._scale.words(value))
        fields = {self._about.field: type(now)(value)} | self._together
        self._changes.change_gradually(words, **fields)

    def _say(self, value: float) -> None:
        words = self._scale.words(value)
        self._value.setText(words)
        self._slider.setAccessibleDescription(words)
