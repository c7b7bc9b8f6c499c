"""Axe over the whole built site, printed as a table; apart from the tests, since it takes minutes."""
