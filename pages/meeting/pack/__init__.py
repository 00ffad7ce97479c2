"""The weekly pack: the slides of the meeting as PowerPoint, PDF and Excel.

`files` builds; a page calls `offer.buttons`, a timer runs `python -m pages.meeting`.
"""
