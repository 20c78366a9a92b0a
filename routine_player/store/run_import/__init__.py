"""Runs out of other programs' files: FIT, GPX, TCX, and the lists of Strava and Garmin.

`files` finds and unpacks, `content` tells what it is, a module a format reads it, and `intake`
stores what was found. Reading touches no history, so it may run in any thread.
"""
