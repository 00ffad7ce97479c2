"""How fast we are, and what became of what we promised."""
