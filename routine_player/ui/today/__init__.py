"""The parts of Today: what to do now, and the last sessions."""
