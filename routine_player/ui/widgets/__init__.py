"""The window's building blocks: each takes the theme, shows values and tells wishes."""
