"""How long anybody waits for the smoke page."""

LIMIT_IN_S = 480
"""Seconds until a driver gives up: more than the page's own patience with each of its checks."""
