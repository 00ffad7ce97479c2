"""The weekly meeting on a screen: one slide at a time, in the frame or bare in full screen.

A slide is laid out once, 1280 × 720, and scaled as a whole to the window, as a projector does: what
is whole and 24 px there is whole and larger on every bigger screen. Laying it out anew for each
window was rejected: the server would have to be told its size before it could draw.
"""
