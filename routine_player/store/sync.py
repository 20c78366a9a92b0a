"""Having the disk hold what was written, so that a power cut does not take it."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Have the bytes of a file written through to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_names(folder: Path) -> None:
    """Have the names in a folder written through to the disk, after one was changed."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows refuses, and keeps names safe by itself
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
