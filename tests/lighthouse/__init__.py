"""Lighthouse over one page of each kind, printed as a table; apart from the tests, since it takes minutes."""
