"""Red flags in the terminal: calm words on what to look for and whom to see, and the answers."""

from collections.abc import Iterable, Sequence
from typing import Any

from routine_player.core.instant import Instant
from routine_player.core.language import tr
from routine_player.core.pain import Rating
from routine_player.core.red_flag_check import RedFlagCheck, flags_to_ask
from routine_player.core.red_flags import RED_FLAGS, WHOM_TO_SEE, RedFlag, Urgency
from routine_player.store.diary_json import sign_values
from routine_player.store.history_diary import Diary
from routine_player.store.paths import Places
from routine_player.store.settings import read_settings
from routine_player.terminal.report import say


def is_first_rating(diary: Diary, places: Places) -> bool:
    """Whether nothing was rated yet, and nobody has been asked about red flags."""
    if diary.checks() or diary.ratings(limit=1):
        return False
    settings, problems = read_settings(places.settings, places.set_aside)
    for problem in problems:
        say(str(problem), error=True)
    return not settings.red_flags_read


def called_for(ratings: Iterable[Rating], *, is_first: bool) -> Sequence[RedFlag]:
    """Give the signs that ratings call for, each once, the urgent ones first."""
    wanted = {flag.name for rating in ratings for flag in flags_to_ask(rating, is_first=is_first)}
    return tuple(flag for flag in RED_FLAGS if flag.name in wanted)


def check_of(
    signs: Sequence[str], asked: Sequence[RedFlag], at: Instant, rating: Rating | None
) -> RedFlagCheck:
    """Give the answers that name the signs which are so; all others that were asked are not."""
    answers = {flag.name: flag.name in signs for flag in asked or RED_FLAGS}
    answers |= dict.fromkeys(signs, True)
    return RedFlagCheck(at, answers, None if rating is None else rating.id)


def whom_to_see(check: RedFlagCheck | None) -> str:
    """Say whom to see after answers; empty where they name no sign."""
    if check is None or check.urgency is None:
        return ""
    return tr(WHOM_TO_SEE[check.urgency])


def ask(flags: Sequence[RedFlag]) -> None:
    """Print the signs to look for, how soon each should be seen to, and how to answer."""
    if not flags:
        return
    say("")
    say(tr("Is any of this so? Then somebody who can examine you should look at it."))
    for urgency, title in _TITLES.items():
        found = [flag for flag in flags if flag.urgency is urgency]
        if not found:
            continue
        say(tr(title))
        say(f"  {tr(WHOM_TO_SEE[urgency])}")
        for flag in found:
            say(f"  - {tr(flag.words)} ({flag.name})")
    say(tr("To keep your answer: routine-player rate --sign NAME, or rate --no-signs"))


def tell_answer(check: RedFlagCheck) -> None:
    """Print what follows from answers."""
    if check.urgency is None:
        say(tr("Noted: none of the signs."))
        return
    say(tr("Noted. {title}: {whom}", title=tr(_TITLES[check.urgency]), whom=whom_to_see(check)))


def signs_told(flags: Sequence[RedFlag], check: RedFlagCheck | None) -> dict[str, Any]:
    """Give what a program is told about signs: those to ask for, and whom to see."""
    asked = flags if check is None else ()
    return {
        "signs_to_ask": [sign_values(flag) for flag in asked],
        "whom_to_see": whom_to_see(check),
    }


_TITLES = {Urgency.AT_ONCE: "Get help at once", Urgency.SOON: "See somebody soon"}
