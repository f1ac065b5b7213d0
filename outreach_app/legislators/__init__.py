"""The lawmaker data pack: import public tables, look up a postcode."""
