"""The printer, and the rules of a queue at a table."""
