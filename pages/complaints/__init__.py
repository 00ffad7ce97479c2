"""Complaints: how many, about what, and how they are handled."""
