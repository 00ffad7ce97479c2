"""The weekly meeting: its slides, shown on the screen and taken away as a pack."""
