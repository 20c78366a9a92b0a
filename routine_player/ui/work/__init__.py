"""Sheets for work that takes a while: how far it is, a way to stop it, and what came of it."""
