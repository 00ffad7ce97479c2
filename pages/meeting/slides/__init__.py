"""The ten slides of the weekly meeting, as plain values: the same for screen, PowerPoint and PDF.

Each slide is a file of its own: a function from the view of the week to a `Slide`.
"""
