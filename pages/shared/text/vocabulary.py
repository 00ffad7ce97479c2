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
CONTROLS = {
    "controllable": marked("what service can change"),
    "uncontrollable": marked("what service cannot change"),
}
METHODS = {
    "questionnaire": marked("questionnaire"),
    "depth_interview": marked("depth interview"),
    "focus_group": marked("focus group"),
    "internal_interview": marked("internal interview"),
    "secondary": marked("secondary data"),
}
VERDICTS = {"yes": marked("yes"), "no": marked("no"), "unknown": marked("unknown")}
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
COMPLAINT_SEVERITIES = {"major": marked("major"), "ordinary": marked("ordinary")}
TICKET_SEVERITIES = {
    "critical": marked("critical"),
    "major": marked("major"),
    "minor": marked("minor"),
}
FORMS = {"complaint": marked("complaint"), "grumble": marked("grumble")}
KINDS = {
    "fault": marked("fault"),
    "requirement": marked("requirement"),
    "delivery": marked("delivery"),
    "complaint": marked("complaint"),
    "promise": marked("promise"),
}
ITEMS = {**KINDS, "action": marked("action")}
NEEDS = {
    "complaint": marked("complaint open"),
    "fell": marked("fell in the period"),
    "complaining": marked("complaining answers"),
    "promise_past": marked("promise past its date"),
    "promise_soon": marked("promise due soon"),
    "ticket": marked("ticket past its time"),
    "silent": marked("silent"),
}
FOLLOW_UPS = {
    "silent": marked("silent the longest"),
    "fell": marked("fell the furthest"),
    "promised": marked("promised and due"),
}
HEARD = {
    "answer": marked("last answer"),
    "complaint": marked("last complaint"),
    "client_since": marked("client since, never heard"),
    "first_record": marked("first record, never heard"),
}
CLOCKS = {"first_response": marked("first response"), "resolution": marked("resolution")}
STATES = {
    "running": marked("running"),
    "paused": marked("paused"),
    "breached": marked("past the promised time"),
    "met": marked("met"),
    "resolved": marked("resolved"),
    "open": marked("open"),
    "kept": marked("kept"),
    "broken": marked("broken"),
    "overdue": marked("overdue"),
    "moved": marked("moved"),
    "due": marked("not yet due"),
    "breached_open": marked("open, past the promised time"),
    "breached_closed": marked("resolved after the promised time"),
    "without_promise": marked("resolved, no time promised"),
    "done": marked("done"),
    "done_in_time": marked("done in time"),
    "done_late": marked("done late"),
    "carried_over": marked("carried over"),
    "undated": marked("no date agreed"),
}
OUTCOMES = {
    "recovered": marked("recovered"),
    "not_recovered": marked("not recovered"),
    "left": marked("left us"),
    "watching": marked("too early to tell"),
}
PROMISE_SOURCES = {
    "meeting": marked("meeting"),
    "contract": marked("contract"),
    "other": marked("other"),
}
STEPS = {
    "received": marked("received"),
    "listened": marked("listened"),
    "restated": marked("restated"),
    "apologised": marked("apologised"),
    "measures_explained": marked("measures explained"),
    "thanked": marked("thanked"),
    "escalated": marked("regional manager told"),
    "report_sent": marked("report sent"),
    "appraised": marked("technical appraisal"),
    "resolved": marked("resolved"),
    "followed_up": marked("followed up"),
}
ROLES = {
    "specialist": marked("service specialist"),
    "adviser": marked("service adviser"),
    "service_manager": marked("service manager"),
    "regional_manager": marked("regional manager"),
    "director": marked("director"),
}
SIGNALS = {
    "outside": marked("outside the usual range"),
    "seven_on_one_side": marked("seven weeks in a row on one side of the average"),
    "seven_rising": marked("rising seven weeks in a row"),
    "seven_falling": marked("falling seven weeks in a row"),
    "two_of_three": marked("two of three weeks far from the average, on the same side"),
}
LACKS = {
    "order_value": marked("value of an order"),
    "orders_per_year": marked("orders a year"),
    "rate": marked("rate of its currency"),
}
LATENTS = {
    "image": marked("image"),
    "expectations": marked("expectations"),
    "quality": marked("quality"),
    "value": marked("value for money"),
    "satisfaction": marked("satisfaction"),
    "complaints": marked("complaint handling"),
    "loyalty": marked("loyalty"),
}
MEASURES = {
    "satisfied_share": marked("clients satisfied or better"),
    "index": marked("satisfaction index"),
    "nps": marked("net promoter score"),
    "expectation_gap": marked("expectation gap"),
    "within_target_share": marked("tickets resolved within target"),
    "kept_share": marked("promises kept"),
    "complaints_per_week": marked("complaints per week"),
}
