"""The things everybody here talks about, as plain frozen values; no files, no windows, no clock."""
