"""What happens at a table, without a window."""
