"""The page after a session in the gallery: finished, stopped, not saved, and after the demo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from routine_player.core.compilation import compile_timeline
from routine_player.core.entry import Effort
from routine_player.core.events import Outcome
from routine_player.core.preview import preview_of
from routine_player.dev.gallery_stage import USUAL, GalleryState, Studio
from routine_player.ui.end.values import EndStep, EndValues, NextOffer
from routine_player.ui.views.end import EndView

SIZES: Final = (QSize(640, 420), QSize(900, 600), *USUAL)

_COOL_DOWN: Final = NextOffer(
    "play:after-run-cool-down",
    "After your run: After-run cool-down",
    "12 min. It waits on Today too.",
    "person-simple-walk",
    "Open",
    "C",
)
_LOOK_ROUND: Final = NextOffer(
    "look-round",
    "All routines",
    "Each with its steps and what it needs.",
    "rows",
    "Look round",
    "R",
)
_WARM_UP: Final = NextOffer(
    "play:pre-run-warm-up",
    "Pre-run warm-up",
    "8 min, before a run",
    "person-simple-run",
    "Start",
    "S",
)
_SKIPPED: Final = (*(Outcome.DONE,) * 4, Outcome.SKIPPED)
_HURT: Final = (Outcome.DONE, Outcome.DONE, Outcome.HURT, Outcome.STOPPED)

Change = Callable[[EndValues], EndValues]


def _values(studio: Studio, slug: str, outcomes: Sequence[Outcome]) -> EndValues:
    """Make up how a bundled routine went; steps beyond `outcomes` were all done, or none was."""
    file = studio.library.routine(slug)
    if file is None or file.routine is None:
        raise LookupError(f"the library has no routine '{slug}' that plays")
    preview = preview_of(file.routine, compile_timeline(file.routine))
    finished = Outcome.STOPPED not in outcomes
    rest = Outcome.DONE if finished else None
    steps = tuple(
        EndStep(
            step.name,
            step.dose,
            outcomes[index] if index < len(outcomes) else rest,
            step.seconds,
        )
        for index, step in enumerate(preview.steps)
    )
    active_s = sum(step.planned_s for step in steps if step.outcome is Outcome.DONE)
    return EndValues(
        routine_name=preview.name,
        steps=steps,
        active_s=active_s,
        finished=finished,
        picture=preview.steps[0].picture,
    )


def _end(slug: str, outcomes: Sequence[Outcome], change: Change) -> Callable[[Studio], QWidget]:
    def build(studio: Studio) -> QWidget:
        view = EndView(studio.theme, studio.pictures)
        view.show_end(change(_values(studio, slug, outcomes)))
        return view

    return build


def _answered(values: EndValues) -> EndValues:
    return replace(values, pain_before=4, pain_now=3, effort=Effort.FINE, offers=(_COOL_DOWN,))


def _bad(values: EndValues) -> EndValues:
    return replace(
        values,
        pain_before=4,
        pain_now=7,
        note="Sharp on the left, in the bent-knee stretch.",
        unsaved_reason="This is not saved yet: the disk is full.",
    )


def _demo(values: EndValues) -> EndValues:
    return replace(values, asks=False, offers=(_LOOK_ROUND, _WARM_UP))


STATES: Final = (
    GalleryState("end-open", _end("hip-flexor-and-psoas", (), lambda values: values), SIZES),
    GalleryState("end-answered", _end("pre-run-warm-up", _SKIPPED, _answered), SIZES),
    GalleryState("end-stopped", _end("after-run-cool-down", _HURT, _bad), SIZES),
    GalleryState("end-many-steps", _end("couch-to-5k-week-1", (), _answered), SIZES),
    GalleryState("end-demo", _end("demo", (), _demo), SIZES),
)
