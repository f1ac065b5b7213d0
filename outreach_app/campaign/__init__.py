"""A campaign pack: read it, check it, build it, sign it."""
