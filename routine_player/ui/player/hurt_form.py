"""What has been answered so far to "It hurts", and what the next key means."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from routine_player.core.keys import score_of
from routine_player.core.session import Command
from routine_player.core.sites import site_for
from routine_player.ui.player.values import HurtAnswer


class Asked(Enum):
    """Which answer a digit gives now."""

    SITE = auto()
    SCORE = auto()


@dataclass(frozen=True, slots=True)
class HurtForm:
    """The first digit names the site, every later one the score; the mouse is free of that.

    Letters mean one thing whatever is asked: F a site, X the score 10.
    """

    site: str | None = None
    score: int | None = None

    @property
    def asked(self) -> Asked:
        return Asked.SITE if self.site is None else Asked.SCORE

    def with_key(self, name: str) -> "HurtForm":
        """Take a key by its name; keys that answer nothing change nothing.

        Backspace takes the last answer back.
        """
        if name == "backspace":
            return self._without_last()
        site, score = site_for(name), score_of(name)
        if site is not None and (score is None or self.asked is Asked.SITE):
            return replace(self, site=site.name)
        return self if score is None else replace(self, score=score)

    def with_site(self, site: str) -> "HurtForm":
        """Take a click on a site; a click on the chosen one takes it back."""
        return replace(self, site=None if site == self.site else site)

    def with_score(self, score: int) -> "HurtForm":
        return replace(self, score=score)

    def answer(self, then: Command) -> HurtAnswer:
        """Hand in what there is."""
        return HurtAnswer(self.site, self.score, then)

    def _without_last(self) -> "HurtForm":
        return replace(self, score=None) if self.score is not None else replace(self, site=None)
