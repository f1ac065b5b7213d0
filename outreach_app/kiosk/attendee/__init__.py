"""One file for each screen a visitor sees."""
