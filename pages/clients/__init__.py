"""Pages about single clients and what they are worth."""
