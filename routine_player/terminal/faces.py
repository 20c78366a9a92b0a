"""The two faces of a session in a terminal: a screen that is drawn again, or plain lines."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol, Self

from rich.console import Console
from rich.live import Live

from routine_player.core.language import tr
from routine_player.core.moment import moment_of
from routine_player.core.scene import Scene, scene_of
from routine_player.core.session import Session
from routine_player.core.timeline import PhaseKind
from routine_player.terminal.report import say
from routine_player.terminal.screen import keys_sheet, screen_of


class Face(Protocol):
    """What shows a session. `show` is called often, also when nothing has changed."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def show(self, session: Session, now_s: float, notice: str) -> None: ...

    def show_keys(self) -> None: ...

    def aside(self) -> AbstractContextManager[None]:
        """Make room for questions while the block lasts."""
        ...


def _scene(session: Session, now_s: float) -> Scene:
    rep = session.rep(now_s) if session.phase.kind is PhaseKind.WORK else None
    return scene_of(session.timeline, session.phase, None if rep is None else rep.side)


class ScreenFace:
    """Draws the player's screen again and again in one place."""

    def __init__(self, console: Console) -> None:
        self._live = Live(console=console, auto_refresh=False, screen=True, transient=True)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def show(self, session: Session, now_s: float, notice: str) -> None:
        screen = screen_of(_scene(session, now_s), moment_of(session, now_s), notice)
        self._live.update(screen, refresh=True)

    def show_keys(self) -> None:
        self._live.update(keys_sheet(), refresh=True)

    @contextmanager
    def aside(self) -> Generator[None]:
        self._live.stop()
        try:
            yield
        finally:
            self._live.start()


class PlainFace:
    """Says each phase in one line: for a log, a pipe, or a terminal that cannot draw."""

    def __init__(self) -> None:
        self._shown: tuple[int, int] | None = None
        self._notice = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def show(self, session: Session, now_s: float, notice: str) -> None:
        if notice and notice != self._notice:
            say(notice)
        self._notice = notice
        place = (session.phase.index, len(session.timeline.phases))
        if place != self._shown:
            self._shown = place
            scene = _scene(session, now_s)
            left = moment_of(session, now_s).left_words
            say(f"{left:>12}  {scene.headline}{_details(scene)}")

    def show_keys(self) -> None:
        say(tr("There is no keyboard here."))

    def aside(self) -> AbstractContextManager[None]:
        return nullcontext()


def _details(scene: Scene) -> str:
    name = scene.picture.name
    told = scene.chips if scene.headline == name else (name, *scene.chips)
    return f" ({', '.join(told)})"
