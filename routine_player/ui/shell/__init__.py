"""The parts of the main window that are not pages: what it says at the top and at the bottom."""
