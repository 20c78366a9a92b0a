"""The import of Qt, without what a start has no use for.

BENCHMARKS.md says what both halves of it spare a start.
"""

import builtins
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module, machinery
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

_SELDOM_ASKED: Final = {
    "shibokensupport.signature.errorhandler",
    "shibokensupport.signature.layout",
    "shibokensupport.signature.lib.enum_sig",
    "shibokensupport.signature.lib.pyi_generator",
    "shibokensupport.signature.lib.tool",
    "shibokensupport.signature.parser",
}
"""What Qt for Python needs to say which arguments a function takes: in an error, or to `help`."""


def import_qt() -> None:
    """Import Qt, and leave Python's own import in charge; to be called before anything needs Qt.

    Qt for Python puts a function of its own in the place of `__import__`. It is there for
    `from __feature__ import ...`, which nothing here has; for that it reads the source of every
    module that is imported later, and keeps it.
    """
    with _seldom_asked_later():
        import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class _AskedLater:
    """Loads a module once something of it is asked for; till then it is empty."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, _spec: ModuleSpec) -> None:
        """Have Python make the module, as it makes others."""

    def exec_module(self, module: ModuleType) -> None:
        spec, loader = module.__spec__, self._loader
        if spec is None:
            raise ImportError("a module that is imported has a spec")
        name = spec.name

        def load_and_give(wanted: str) -> Any:
            if wanted.startswith("__"):  # whoever looks through all modules looks for these
                raise AttributeError(wanted)
            del module.__dict__["__getattr__"]
            # Qt for Python goes by the first name, and has given it another one since.
            spec.name, published = name, spec.name
            try:
                loader.exec_module(module)
            finally:
                spec.name = published
            return getattr(module, wanted)

        module.__dict__["__getattr__"] = load_and_give


@contextmanager
def _seldom_asked_later() -> Generator[None]:
    """Let Qt for Python's own modules wait: it brings them as source, and compiles it each time.

    They come out of the library by a loader of its own, which says so by a spec; that is the only
    place to step in. Names that another version does not have are never met, and all is loaded.
    """

    def spec_of(name: str, loader: Any, **more: Any) -> ModuleSpec:
        used: Any = _AskedLater(loader) if name in _SELDOM_ASKED else loader
        return ModuleSpec(name, used, **more)

    patched: Any = machinery
    patched.ModuleSpec = spec_of
    try:
        yield
    finally:
        patched.ModuleSpec = ModuleSpec
