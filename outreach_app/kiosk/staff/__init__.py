"""One file for each screen the staff see."""
