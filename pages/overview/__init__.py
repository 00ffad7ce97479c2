"""Pages that show the whole base at a glance."""
