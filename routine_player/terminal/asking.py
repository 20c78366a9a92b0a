"""Questions in a terminal, each answered with one key."""

from dataclasses import dataclass

from routine_player.core.keys import score_of
from routine_player.core.language import tr
from routine_player.core.session import Command
from routine_player.core.sites import SITES, site_for
from routine_player.terminal.keyboard import INTERRUPT, Keyboard
from routine_player.terminal.report import say

PATIENCE_S = 3600.0
"""How long a question waits for its key."""


@dataclass(frozen=True, slots=True)
class HurtAnswer:
    """Where it hurts, how much, and what to do then; the first two may be left out."""

    site: str | None
    score: int | None
    then: Command


def ask_yes(keys: Keyboard, question: str) -> bool:
    """Ask something that Enter or Y says yes to, and any other key no."""
    say(tr("{question} [Enter: yes, Esc: no]", question=question))
    return keys.read(PATIENCE_S) in {"enter", "y", "space"}


def ask_score(keys: Keyboard, question: str) -> int | None:
    """Ask for a score from 0 to 10; any key that is none leaves it out."""
    say(tr("{question} [0-9, X for 10, Enter leaves it out]", question=question))
    key = keys.read(PATIENCE_S)
    return None if key is None else score_of(key)


def ask_hurt(keys: Keyboard, easier: str | None) -> HurtAnswer:
    """Ask where it hurts, how much, and what comes next; Esc at any point goes on."""
    say(tr("Stopped. Where does it hurt?"))
    for one in SITES:
        say(f"  {one.key.upper()}  {one.words}")
    key = keys.read(PATIENCE_S)
    if key in _GO_ON:
        return HurtAnswer(None, None, Command.GO_ON)
    site = site_for(key or "")
    score = ask_score(keys, tr("How much?"))
    return HurtAnswer(None if site is None else site.name, score, _ask_then(keys, easier))


_GO_ON = {None, "escape", INTERRUPT}


def _ask_then(keys: Keyboard, easier: str | None) -> Command:
    offers = [tr("N next step"), tr("Q stop for today"), tr("Esc go on")]
    answers = {"n": Command.NEXT, "q": Command.STOP, "escape": Command.GO_ON}
    if easier is not None:
        offers.insert(0, tr("E easier: {name}", name=easier))
        answers["e"] = Command.EASIER
    say(" · ".join(offers))
    key = keys.read(PATIENCE_S)
    while key is not None and key not in answers:
        key = keys.read(PATIENCE_S)
    return answers.get(key or "escape", Command.GO_ON)
