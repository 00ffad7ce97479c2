"""The warehouse: its tables, how files get into it, and what is worked out once per import."""
