"""The table: the station, its window and its screens."""
