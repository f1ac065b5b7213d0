"""Every paper of the registry, with the bundled campaign's own words: what a phone, a ruler and a reader find on it."""
