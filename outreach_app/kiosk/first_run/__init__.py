"""Before there is a table: the welcome, the set-up step by step, and the device's list of events."""
