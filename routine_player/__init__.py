"""Timed exercise routines for runners whose lower back hurts."""

__version__ = "0.1.0"
