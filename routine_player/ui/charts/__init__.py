"""Charts: what they show as values, and the one way in which they are drawn."""
