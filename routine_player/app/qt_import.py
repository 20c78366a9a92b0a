"""The import of Qt, without what it does to every import after it."""

import builtins
from importlib import import_module


def import_qt() -> None:
    """Import Qt, and leave Python's own import in charge; to be called before anything needs Qt.

    Qt for Python puts a function of its own in the place of `__import__`. It is there for
    `from __feature__ import ...`, which nothing here has; for that it reads the source of every
    module that is imported later, and keeps it. BENCHMARKS.md says what that costs a start.
    """
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
