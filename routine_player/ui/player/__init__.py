"""The parts of the player's page: what is placed where, what each part shows, and its sheets."""
