"""Every state that the gallery draws: add a view's tuple here, and it is in."""

from typing import Final

from routine_player.dev import (
    gallery_body_map,
    gallery_charts,
    gallery_end,
    gallery_history,
    gallery_log_run,
    gallery_pages,
    gallery_player,
    gallery_settings,
    gallery_window,
    gallery_work,
)
from routine_player.dev.gallery_stage import GalleryState

STATES: Final[tuple[GalleryState, ...]] = (
    *gallery_pages.STATES,
    *gallery_player.STATES,
    *gallery_end.STATES,
    *gallery_history.STATES,
    *gallery_charts.STATES,
    *gallery_log_run.STATES,
    *gallery_settings.STATES,
    *gallery_body_map.STATES,
    *gallery_work.STATES,
    *gallery_window.STATES,
)
