import sys
from dataclasses import replace

import pytest
from rich.console import Console

from routine_player.core.moment import moment_of
from routine_player.core.scene import scene_of
from routine_player.core.session import Command, Session
from routine_player.play.performance import timeline_for
from routine_player.store.settings import FirstSide
from routine_player.terminal.faces import ScreenFace
from routine_player.terminal.screen import big, keys_sheet, screen_of


@pytest.fixture
def session(table):
    timeline = timeline_for(table.library.routine("short-one").routine, FirstSide.LEFT, 0)
    session = Session(timeline)
    session.handle(Command.START, 0.0)
    return session


@pytest.fixture
def drawn():
    """What a terminal of 100 columns shows."""

    def draw(renderable):
        console = Console(width=100, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
        console.print(renderable)
        console.file.close()
        return console.export_text()

    return draw


def test_a_numeral_is_seven_rows_tall():
    assert len(big("12:05").split("\n")) == 7


@pytest.mark.parametrize("numeral", list("0123456789:"))
def test_every_digit_can_be_drawn(numeral):
    assert "█" in big(numeral)


def test_the_screen_shows_name_side_time_and_what_comes_next(session, drawn):
    session.advance(10.0)
    scene = scene_of(session.timeline, session.phase)
    shown = drawn(screen_of(scene, moment_of(session, 10.0), "No sound."))
    assert "Half-kneeling hip-flexor stretch" in shown
    assert "Left side" in shown
    assert "Step 1 of 3" in shown
    assert "Next: Same again. Right side, 30 s" in shown
    assert "No sound." in shown


def test_a_pause_is_seen(session, drawn):
    session.handle(Command.PAUSE, 10.0)
    scene = scene_of(session.timeline, session.phase)
    assert "Paused" in drawn(screen_of(scene, moment_of(session, 10.0)))


def test_skipped_and_hurt_steps_are_seen_in_the_bar(session, drawn):
    session.handle(Command.SKIP, 3.0)
    session.handle(Command.HURT, 6.0)
    session.handle(Command.NEXT, 7.0)
    scene = scene_of(session.timeline, session.phase)
    shown = drawn(screen_of(scene, moment_of(session, 20.0)))
    assert "---" in shown
    assert "!!!" in shown
    assert "This is the last one." in shown


def test_the_sheet_has_every_key(drawn):
    shown = drawn(keys_sheet())
    assert "It hurts" in shown
    assert "Esc" in shown


def test_markup_in_a_routines_text_is_shown_and_not_obeyed(session, drawn):
    scene = scene_of(session.timeline, session.phase)
    shown = drawn(screen_of(replace(scene, headline="[red]Boo[/red]"), moment_of(session, 1.0)))
    assert "[red]Boo[/red]" in shown


def test_questions_get_room_on_the_screen(session, capsys):
    console = Console(force_terminal=True, width=100, height=30)
    with ScreenFace(console) as face:
        face.show(session, 1.0, "")
        with face.aside():
            sys.stdout.write("a question")
        face.show_keys()
    out = capsys.readouterr().out
    assert "a question" in out
    assert "It hurts" in out
