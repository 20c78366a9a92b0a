"""The parts of Routines: the list, what narrows it down, and the chosen routine whole."""
