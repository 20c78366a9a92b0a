"""Which settings there are, what they are called, and how their values are said."""

from routine_player.core.language import tr
from routine_player.core.phrases import VoiceLevel
from routine_player.store.settings import Figure, FirstSide, Motion, Units
from routine_player.store.settings import Theme as Appearance
from routine_player.ui.settings.changes import Changes
from routine_player.ui.settings.controls import (
    About,
    ChoiceField,
    Field,
    Scale,
    SliderField,
    SwitchField,
)
from routine_player.ui.theme import Theme


def sound_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """What is heard."""
    return (
        *_cue_fields(theme, changes),
        *_voice_fields(theme, changes),
        *_timing_fields(theme, changes),
    )


def _cue_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """Sounds that tell what comes, and how loud all is."""
    return (
        SwitchField(
            theme,
            changes,
            About(
                "sounds",
                tr("Cue sounds"),
                tr("Each can be told apart with eyes shut"),
                tr("beep silent"),
            ),
        ),
        SliderField(
            theme,
            changes,
            About("volume", tr("Volume"), tr("Cues and voice"), tr("loud quiet sound")),
            Scale(0, 100, 1, lambda value: f"{value:g}"),
        ),
    )


def _voice_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """What the voice says, how fast, and after which silence."""
    return (
        ChoiceField(
            theme,
            changes,
            About(
                "voice",
                tr("Voice says"),
                tr("Name, side and halfway; full adds instructions"),
                tr("speech talk"),
            ),
            VoiceLevel,
            (tr("Off"), tr("Key moments"), tr("Full")),
        ),
        SliderField(
            theme,
            changes,
            About("voice_speed", tr("Voice speed"), tr("How fast it speaks"), tr("rate talk")),
            Scale(0.5, 2.0, 0.1, lambda value: tr("{speed:.1f}x", speed=value)),
        ),
        SliderField(
            theme,
            changes,
            About(
                "lead_in_s",
                tr("Silent lead-in"),
                tr("So that Bluetooth keeps the first syllable"),
                tr("headphones voice"),
            ),
            Scale(0.0, 2.0, 0.1, lambda value: tr("{seconds:.1f} s", seconds=value)),
        ),
    )


def _timing_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """When sounds are to be heard."""
    return (
        SliderField(
            theme,
            changes,
            About(
                "latency_ms",
                tr("Delay"),
                tr("How late you hear sounds; measure it above, or set it"),
                tr("latency bluetooth"),
            ),
            Scale(0, 1000, 10, lambda value: tr("{milliseconds:g} ms", milliseconds=value)),
            {"latency_measured": True},
        ),
        SwitchField(
            theme,
            changes,
            About(
                "rep_ticks",
                tr("Tick on every rep"),
                tr("Follows the tempo of the step"),
                tr("sound metronome count"),
            ),
        ),
    )


def player_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """How a session goes."""
    return (
        ChoiceField(
            theme,
            changes,
            About(
                "first_side",
                tr("Which side starts"),
                tr("Where both sides work, one after the other"),
            ),
            FirstSide,
            (tr("Left"), tr("Right"), tr("In turn")),
        ),
    )


def look_fields(theme: Theme, changes: Changes) -> tuple[Field, ...]:
    """How the window looks."""
    return (
        ChoiceField(
            theme,
            changes,
            About(
                "theme",
                tr("Colours"),
                tr("Light, dark, or as the system has it"),
                tr("theme look appearance"),
            ),
            Appearance,
            (tr("System"), tr("Light"), tr("Dark")),
        ),
        ChoiceField(
            theme,
            changes,
            About("motion", tr("Motion"), tr("Reduced: nothing glides"), tr("look animation")),
            Motion,
            (tr("System"), tr("Full"), tr("Reduced")),
        ),
        ChoiceField(
            theme,
            changes,
            About(
                "figure",
                tr("Moving figure"),
                tr("Stills: it shows start and hold in turn"),
                tr("mannequin picture still moves"),
            ),
            Figure,
            (tr("System"), tr("On"), tr("Stills")),
        ),
        ChoiceField(
            theme,
            changes,
            About("units", tr("Distances"), tr("How they are shown and typed"), tr("km mile")),
            Units,
            (tr("Kilometres"), tr("Miles")),
        ),
    )
