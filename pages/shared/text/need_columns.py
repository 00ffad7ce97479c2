"""English labels of the columns that tell what clients need and whom to call."""

from pages.shared.text.vocabulary import marked

NEED_COLUMNS = {
    "need": marked("What it needs"),
    "tiers_fallen": marked("Tiers fallen"),
    "major_count": marked("Major complaints open"),
    "open_complaints": marked("Open complaints"),
    "complaint_days_late": marked("Complaint days late"),
    "promise_past_count": marked("Promises past their date"),
    "promise_days_late": marked("Promise days late"),
    "promise_soon_count": marked("Promises due soon"),
    "promise_days_left": marked("Promise days left"),
    "ticket_past_count": marked("Tickets past their time"),
    "ticket_days_late": marked("Ticket days late"),
    "heard_on": marked("Last heard"),
    "silent_since": marked("Nothing heard since"),
    "silent_from": marked("Counted from"),
    "days_silent": marked("Days since last heard"),
    "is_silent": marked("Silent"),
    "complaint_points": marked("Points for complaints"),
    "tier_points": marked("Points for the tier"),
    "promise_points": marked("Points for promises"),
    "ticket_points": marked("Points for tickets"),
    "silence_points": marked("Points for silence"),
    "vip_points": marked("Points for VIP"),
    "needing_count": marked("Need something"),
    "follow_up": marked("Reason to call"),
    "place": marked("Place"),
    "item": marked("What is open"),
    "missing_steps": marked("Steps still missing"),
}
