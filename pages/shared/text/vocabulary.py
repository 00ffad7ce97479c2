"""English words for the values of the warehouse, marked for translation."""


def marked(phrase: str) -> str:
    """Mark a phrase for the catalogues; it is translated where it is shown."""
    return phrase


TIERS = {
    "lifelong": marked("lifelong"),
    "loyal": marked("loyal"),
    "satisfied": marked("satisfied"),
    "basic": marked("basic"),
    "complaining": marked("complaining"),
    "unheard": marked("unheard"),
    "left": marked("left us"),
}
DIMENSIONS = {
    "reliability": marked("reliability"),
    "assurance": marked("assurance"),
    "tangibles": marked("tangibles"),
    "empathy": marked("empathy"),
    "responsiveness": marked("responsiveness"),
    "overall": marked("overall"),
}
FACTORS = {
    "attitude": marked("attitude and initiative"),
    "timeliness": marked("timely response"),
    "quality": marked("quality of solutions"),
}
SEGMENTS = {"vip": marked("VIP"), "regular": marked("regular")}
SIDES = {"external": marked("external"), "internal": marked("internal")}
BASES = {
    "measured": marked("measured"),
    "assumed": marked("assumed"),
    "stated": marked("stated"),
    "complaint": marked("complaint decides"),
}
DECIDING = {"major": marked("major complaint"), "overdue": marked("overdue complaint")}
CAUSES = {
    "technical": marked("technical"),
    "quality": marked("quality"),
    "product": marked("product"),
    "attitude": marked("service attitude"),
    "expectation": marked("unmet expectation"),
    "promise": marked("broken promise"),
    "misunderstanding": marked("misunderstanding"),
    "other": marked("other"),
}
LEAVING = {
    "price": marked("price"),
    "competitor": marked("a competitor"),
    "relationships": marked("personal relationships"),
    "moved": marked("moved away"),
    "closed": marked("closed down"),
    "complaint": marked("a complaint"),
    "neglect": marked("neglect"),
    "other": marked("other"),
}
