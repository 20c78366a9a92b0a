"""How the reference page lists words."""

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """List words as they are typed."""
    return ", ".join(f"`{word}`" for word in words)
