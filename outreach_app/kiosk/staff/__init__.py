"""One file for each screen the staff see, and the closed screen that visitors see when staff pause the table."""
