"""Pages that explain and look after the dashboard itself."""
