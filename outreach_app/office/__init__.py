"""Headquarters: the only place where a sealed pledge can be opened."""
