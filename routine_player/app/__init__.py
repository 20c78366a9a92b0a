"""The composition root of the window: here alone objects are built and signals connected."""

from routine_player.app.start import run

__all__ = ["run"]
