"""Paper: from links to codes to pages."""
